// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/paymentheaders.h"

#include "core/redaction.h"
#include "providers/authchallenges.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype longestHeader = 64 * 1024;
constexpr qsizetype longestEncoded = 16 * 1024;
constexpr qsizetype longestShown = 200;

class PaymentProblems
{
    Q_DECLARE_TR_FUNCTIONS(Payment)
public:
    static QString tooLong() { return tr("What the server asks for is too long to be read."); }
    static QString malformed() { return tr("What the server asks for cannot be read."); }
    static QString incomplete(const QString &name)
    {
        return tr("What the server asks for is not complete: \"%1\" is missing.").arg(name);
    }
    static QString unclear() { return tr("The server does not say clearly what is to be paid."); }
    static QString expired() { return tr("This offer is over."); }
};

QString shown(const QString &text)
{
    return displaySafe(text, longestShown);
}

QString shown(const QByteArray &text)
{
    return shown(QString::fromUtf8(text));
}

bool isAmount(const QString &text)
{
    return !text.isEmpty() && text.size() <= 80 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString missingParameter(const AuthChallenge &challenge)
{
    for (const QByteArrayView name : {"id", "realm", "method", "intent", "request"}) {
        if (challenge.parameter(name).isEmpty())
            return QString::fromLatin1(name);
    }
    return {};
}

/** What is to be paid, from the parameter `request`. @return what is wrong with it. */
QString readCharge(const QByteArray &encoded, PaymentChallenge *read)
{
    if (encoded.size() > longestEncoded)
        return PaymentProblems::tooLong();
    const auto request = parseBase64UrlJson(encoded);
    if (!request)
        return PaymentProblems::malformed();
    const QString amount = request->value("amount"_L1).toString();
    read->currency = shown(request->value("currency"_L1).toString());
    read->recipient = shown(request->value("recipient"_L1).toString());
    if (read->description.isEmpty())
        read->description = shown(request->value("description"_L1).toString());
    if (!isAmount(amount))
        return PaymentProblems::unclear();
    read->amount = amount;
    return read->currency.isEmpty() ? PaymentProblems::unclear() : QString();
}

PaymentChallenge readChallenge(const AuthChallenge &challenge, Timestamp now)
{
    PaymentChallenge read;
    read.id = shown(challenge.parameter("id"));
    read.realm = shown(challenge.parameter("realm"));
    read.method = shown(challenge.parameter("method"));
    read.intent = shown(challenge.parameter("intent"));
    read.description = shown(challenge.parameter("description"));
    const QString missing = missingParameter(challenge);
    const QByteArray expires = challenge.parameter("expires");
    if (!expires.isEmpty())
        read.expiresAt = Timestamp::fromIso(QString::fromLatin1(expires.left(longestShown)));
    if (challenge.broken) {
        read.problem = PaymentProblems::malformed();
        return read;
    }
    if (!missing.isEmpty()) {
        read.problem = PaymentProblems::incomplete(missing);
        return read;
    }
    read.problem = readCharge(challenge.parameter("request"), &read);
    const bool unusable =
        read.method != read.method.toLower() || (!expires.isEmpty() && !read.expiresAt);
    if (read.problem.isEmpty() && unusable)
        read.problem = PaymentProblems::malformed();
    if (read.problem.isEmpty() && read.expiresAt && *read.expiresAt <= now)
        read.problem = PaymentProblems::expired();
    return read;
}

} // namespace

QList<PaymentChallenge> parsePaymentChallenges(QByteArrayView header, Timestamp now)
{
    QList<PaymentChallenge> challenges;
    if (header.size() > longestHeader) {
        PaymentChallenge tooLong;
        tooLong.problem = PaymentProblems::tooLong();
        return {tooLong};
    }
    for (const AuthChallenge &challenge : splitAuthChallenges(header)) {
        if (challenge.scheme == "payment")
            challenges.append(readChallenge(challenge, now));
    }
    return challenges;
}

std::optional<PaymentReceipt> parsePaymentReceipt(QByteArrayView header)
{
    const auto receipt = parseBase64UrlJson(header.trimmed());
    if (!receipt)
        return std::nullopt;
    PaymentReceipt read;
    read.status = shown(receipt->value("status"_L1).toString());
    read.method = shown(receipt->value("method"_L1).toString());
    read.reference = shown(receipt->value("reference"_L1).toString());
    read.at = Timestamp::fromIso(receipt->value("timestamp"_L1).toString().left(longestShown));
    return read;
}

std::optional<QJsonObject> parseBase64UrlJson(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > longestEncoded)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*decoded);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

} // namespace chatelaine
