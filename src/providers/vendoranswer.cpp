// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/vendoranswer.h"

#include "core/redaction.h"
#include "providers/answerheaders.h"
#include "providers/mapping.h"
#include "providers/secretfilter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qsizetype longestText = 2048;
constexpr qsizetype longestNotice = 200;

class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static QString of(ErrorKind kind, int status)
    {
        switch (kind) {
        case ErrorKind::Unauthorized:
            return tr("The vendor does not accept the credential.");
        case ErrorKind::Forbidden:
            return tr("The vendor does not allow this to the credential in use.");
        case ErrorKind::NotFound:
            return tr("The vendor does not know what was asked for.");
        case ErrorKind::Conflict:
            return tr("The vendor says that this conflicts with how things are now.");
        case ErrorKind::RateLimited:
            return tr("The vendor asks to wait: too many requests.");
        case ErrorKind::QuotaExhausted:
            return tr("The quota is used up.");
        case ErrorKind::PaymentRequired:
            return tr("The vendor asks for a payment.");
        case ErrorKind::InvalidRequest:
            return tr("The vendor does not accept what was entered.");
        case ErrorKind::Unsupported:
            return tr("This server cannot do that.");
        default:
            break;
        }
        if (status >= 300 && status < 400)
            return tr("The server sends this request to another address.");
        if (status >= 500)
            return tr("The vendor's server failed (HTTP %1).").arg(status);
        return tr("The vendor's answer could not be understood (HTTP %1).").arg(status);
    }

    static QString next(ErrorKind kind, int status)
    {
        if (kind == ErrorKind::Unauthorized)
            return tr("Enter a valid credential for this account.");
        if (status >= 300 && status < 400)
            return tr("Correct the address of this account: redirects are never followed.");
        if (status >= 500)
            return tr("Try again later.");
        return {};
    }

    static QString lookFirst()
    {
        return tr("Nobody knows whether this took effect: sync the account and look before you "
                  "repeat it.");
    }

    static QString saidNo() { return tr("The vendor reports a failure."); }
};

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 406:
    case 413:
    case 415:
    case 422:
        return ErrorKind::InvalidRequest;
    case 401:
        return ErrorKind::Unauthorized;
    case 402:
        return ErrorKind::PaymentRequired;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 405:
    case 501:
        return ErrorKind::Unsupported;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return ErrorKind::Protocol;
    }
}

/** The text with what is known to be secret taken out, then with what looks like it. */
QString harmless(const QString &text, const QList<SharedSecret> &secrets)
{
    QByteArray bytes = standIns::redactedForm(text).toUtf8();
    for (const SharedSecret &secret : secrets) {
        if (secret && secret->size() > 3)
            bytes.replace(secret->borrowed(), "[redacted]");
    }
    return redacted(QString::fromUtf8(bytes), longestMessage);
}

QString joined(const QJsonValue &value)
{
    if (!value.isArray())
        return scalarText(value).value_or(QString());
    QStringList parts;
    for (const QJsonValue element : value.toArray()) {
        const QString part = scalarText(element).value_or(QString());
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u' ');
}

QString inputWords(const FieldErrors &fields, const QJsonValue &body)
{
    const QJsonValue each = fields.each.in(body);
    QStringList words;
    if (fields.members) {
        const QJsonObject object = each.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString text = it.value().isArray() ? joined(it.value()) : QString();
            if (!text.isEmpty())
                words.append(it.key() + u": "_s + text);
        }
        return words.join(u"; "_s);
    }
    for (const QJsonValue element : each.toArray()) {
        const QString place = joined(fields.at.in(element)).replace(u' ', u'.');
        const QString text = joined(fields.text.in(element));
        if (!text.isEmpty())
            words.append(place.isEmpty() ? text : place + u": "_s + text);
    }
    return words.join(u"; "_s);
}

QString firstText(const QList<JsonPointer> &places, const QJsonValue &body)
{
    for (const JsonPointer &place : places) {
        const QString text = scalarText(place.in(body)).value_or(QString());
        if (!text.isEmpty())
            return text;
    }
    return {};
}

void readWords(const ReadingRules &rules, const QList<SharedSecret> &known, VendorAnswer *answer)
{
    const ErrorTemplate &errors = rules.definition->errors;
    answer->requestId =
        harmless(QString::fromLatin1(headerOf(*answer, errors.requestIdHeader)), known).left(200);
    if (answer->requestId.isEmpty())
        answer->requestId = harmless(firstText(errors.requestId, answer->body), known).left(200);
    answer->code = standIns::redactedForm(firstText(errors.code, answer->body)).left(100);
    QString message = firstText(errors.message, answer->body);
    const QString inputs = errors.fields ? inputWords(*errors.fields, answer->body) : QString();
    if (!inputs.isEmpty())
        message = message.isEmpty() ? inputs : message + u" ("_s + inputs + u')';
    if (message.isEmpty())
        message = answer->text;
    answer->message = harmless(message, known);
}

/** Whether a write may have been done all the same. 307 and 308 ask for it elsewhere: here nothing
 * was done; a 303 often follows what was. */
bool mayHaveHappened(int status)
{
    const bool sentOn = status >= 300 && status < 400 && status != 307 && status != 308;
    return status >= 500 || status == 408 || sentOn;
}

Error makeError(const VendorAnswer &answer, ErrorKind kind, bool write)
{
    Error error;
    error.kind = kind;
    error.message = Sentences::of(kind, answer.status);
    error.next = Sentences::next(kind, answer.status);
    error.vendorMessage = answer.message;
    error.requestId = answer.requestId;
    error.httpStatus = answer.status;
    error.outcomeUnknown =
        write && mayHaveHappened(answer.status) && kind != ErrorKind::Unsupported;
    if (error.outcomeUnknown)
        error.next = Sentences::lookFirst();
    return error;
}

std::optional<Error> errorIn(const VendorAnswer &answer, const ReadingRules &rules)
{
    const ErrorTemplate &errors = rules.definition->errors;
    const bool good = answer.status >= 200 && answer.status < 300;
    const bool denied = good && errors.okWhen && answer.body.isObject() &&
                        !holds(*errors.okWhen, answer.body, answer.receivedAt);
    if (good && !denied)
        return std::nullopt;
    if (const ErrorRule *rule = errorRuleOf(*rules.definition, answer)) {
        Error error = makeError(answer, rule->means, rules.write);
        if (!rule->message.isEmpty())
            error.message = rule->message;
        if (!rule->next.isEmpty())
            error.next = rule->next;
        error.retryAt = retryTime(answer, rule->waitSeconds);
        return error;
    }
    Error error = makeError(
        answer, denied ? ErrorKind::InvalidRequest : kindOfStatus(answer.status), rules.write);
    if (denied)
        error.message = Sentences::saidNo();
    error.retryAt = retryTime(answer, 0);
    return error;
}

QStringList noticesIn(const VendorAnswer &answer, const ReadingRules &rules)
{
    QStringList notices;
    if (!answer.body.isObject())
        return notices;
    for (const NoticeTemplate &notice : rules.definition->notices) {
        if (!holds(notice.condition, answer.body, answer.receivedAt))
            continue;
        const QString more = redacted(sourceText(notice.more, answer.body), longestNotice);
        notices.append(more.isEmpty() ? notice.text : notice.text + u' ' + more);
    }
    return notices;
}

/** The body as a document; leaves it Undefined, and the text set, when it is none. */
void parseBody(const HttpAnswer &http, const ReadingRules &rules, QList<SharedSecret> *known,
               VendorAnswer *answer)
{
    if (!http.body || http.body->size() == 0)
        return;
    const auto cut = [&http, known](const QList<JsonPointer> &places) {
        CutSecrets out = cutSecrets(*http.body, places);
        for (const CutSecret &secret : std::as_const(out.found)) {
            if (!isMasked(*secret.value))
                known->append(secret.value);
        }
        return out;
    };
    if (!rules.secretPlaces.isEmpty()) {
        CutSecrets secrets = cut(rules.secretPlaces);
        answer->secrets = std::move(secrets.found);
        if (!secrets.readable)
            return;
    }
    if (!rules.hiddenPlaces.isEmpty() && !cut(rules.hiddenPlaces).readable)
        return;
    const QByteArrayView view = http.body->view();
    QJsonParseError problem;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(view.data(), view.size()), &problem);
    if (problem.error == QJsonParseError::NoError)
        answer->body =
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    else
        answer->text = QString::fromUtf8(view.first(std::min(view.size(), longestText)));
}

/** What the engine reads of an answer has no secret in it from here on. */
void clean(const HttpAnswer &http, const QList<SharedSecret> &known,
           const QList<TokenTemplate> &tokens, VendorAnswer *answer)
{
    const SecretFilter filter(known, tokens);
    for (const auto &[name, value] : http.headers)
        answer->headers.append({name, filter.cleanedHeader(value)});
    if (http.body && filter.mayStandIn(http.body->view()))
        answer->body = filter.cleaned(answer->body);
    answer->text = filter.cleaned(answer->text);
}

/** A secret may have lines (a private key in PEM has), but no other control characters, and nothing
 * that was no text. */
bool isUsable(const Secret &secret)
{
    const QByteArrayView bytes = secret.borrowed();
    return !bytes.isEmpty() && !bytes.contains("\xef\xbf\xbd") &&
           std::none_of(bytes.begin(), bytes.end(), [](char c) {
               const auto code = static_cast<unsigned char>(c);
               return (code < 0x20 && c != '\n' && c != '\r' && c != '\t') || code == 0x7f;
           });
}

} // namespace

SharedSecret secretAt(const VendorAnswer &answer, qsizetype place)
{
    SharedSecret found;
    for (const CutSecret &cut : answer.secrets) {
        if (cut.place != place)
            continue;
        if (found || !isUsable(*cut.value) || isMasked(*cut.value))
            return nullptr;
        found = cut.value;
    }
    return found;
}

VendorAnswerPtr readAnswer(const HttpAnswer &http, const ReadingRules &rules)
{
    auto answer = std::make_shared<VendorAnswer>();
    answer->status = http.status;
    answer->auth = rules.auth;
    answer->receivedAt = http.receivedAt;
    answer->serverTime = http.serverTime;
    QList<SharedSecret> known = rules.knownSecrets;
    parseBody(http, rules, &known, answer.get());
    clean(http, known, rules.definition->tokens(), answer.get());
    readWords(rules, known, answer.get());
    readLimits(*rules.definition, answer.get());
    answer->error = errorIn(*answer, rules);
    answer->notices = noticesIn(*answer, rules);
    if (rules.digest && !answer->error)
        answer->digested = rules.digest(answer->body);
    return answer;
}

} // namespace chatelaine
