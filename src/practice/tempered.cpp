// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/tempered.h"

#include "practice/state.h"
#include "practice/tokens.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pageSize = 100;
constexpr int longestName = 255;

/** Times as Django writes them: microseconds. */
QString djangoTime(Millis time)
{
    QString text = isoTime(time);
    text.insert(text.size() - 1, "000"_L1);
    return text;
}

QJsonValue djangoTime(const std::optional<Millis> &time)
{
    return time ? QJsonValue(djangoTime(*time)) : QJsonValue();
}

Reply detail(int status, const QString &text)
{
    return jsonReply(status, {{u"detail"_s, text}});
}

Reply unknownPage()
{
    return textReply(404, "text/html; charset=utf-8"_ba,
                     "<!doctype html>\n<html lang=\"en\">\n<head><title>Not Found</title></head>\n"
                     "<body><h1>Not Found</h1><p>The requested resource was not found on this "
                     "server.</p></body>\n</html>\n"_ba);
}

QJsonObject keyObject(const KeyRecord &key)
{
    return {{u"id"_s, key.id},
            {u"name"_s, key.name},
            {u"key_prefix"_s, key.hint},
            {u"scope"_s, key.scopes.value(0)},
            {u"is_active"_s, !key.revokedAt},
            {u"created_at"_s, djangoTime(key.createdAt)},
            {u"last_used_at"_s, djangoTime(key.lastUsedAt)},
            {u"expires_at"_s, djangoTime(key.expiresAt)},
            {u"revoked_at"_s, djangoTime(key.revokedAt)}};
}

/** The page number that was asked for; nothing if it is not one. */
std::optional<qint64> pageNumber(const Request &request)
{
    const QString text = request.parameter(u"page").value_or(u"1"_s);
    bool ok = false;
    const qint64 page = text.toLongLong(&ok);
    if (!ok || page < 1)
        return std::nullopt;
    return page;
}

QJsonValue pageUrl(const Request &request, qint64 page, bool exists)
{
    if (!exists)
        return {};
    QUrl url(QString::fromLatin1(request.origin) + request.path);
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

/** DRF's page; `fetch` gives the items from an offset on. */
template<typename Fetch>
Reply paged(const Request &request, qint64 count, Fetch fetch)
{
    const auto page = pageNumber(request);
    if (!page || (*page > 1 && (*page - 1) * pageSize >= count))
        return detail(404, u"Invalid page."_s);
    const qint64 offset = (*page - 1) * pageSize;
    return jsonReply(200, {{u"count"_s, count},
                           {u"next"_s, pageUrl(request, *page + 1, offset + pageSize < count)},
                           {u"previous"_s, pageUrl(request, *page - 1, *page > 1)},
                           {u"results"_s, fetch(offset)}});
}

/** The text field `name` of a body, or what DRF's CharField says of it. */
QString checkText(const QJsonObject &body, const QString &name, int longest, QJsonObject &errors)
{
    const QJsonValue value = body.value(name);
    const auto refuse = [&](const QString &why) {
        errors.insert(name, QJsonArray{why});
    };
    if (value.isUndefined())
        refuse(u"This field is required."_s);
    else if (value.isNull())
        refuse(u"This field may not be null."_s);
    else if (!value.isString())
        refuse(u"Not a valid string."_s);
    const QString text = value.toString().trimmed();
    if (!value.isString())
        return {};
    if (text.isEmpty())
        refuse(u"This field may not be blank."_s);
    else if (text.contains(QChar::Null))
        refuse(u"Null characters are not allowed."_s);
    else if (text.size() > longest)
        refuse(u"Ensure this field has no more than %1 characters."_s.arg(longest));
    return text;
}

/** The body of a write as DRF parses it: an object, or the answer that refuses it. */
std::optional<Reply> parseBody(const Request &request, QJsonObject &body)
{
    const QByteArray type = request.header("Content-Type").split(';').value(0).trimmed().toLower();
    if (type != "application/json")
        return detail(415, u"Unsupported media type \"%1\" in request."_s.arg(
                               QString::fromLatin1(request.header("Content-Type"))));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return detail(400, u"JSON parse error - %1"_s.arg(error.errorString()));
    if (!document.isObject()) {
        const QString why = u"Invalid data. Expected a dictionary, but got list."_s;
        return jsonReply(400, {{u"non_field_errors"_s, QJsonArray{why}}});
    }
    body = document.object();
    return std::nullopt;
}

} // namespace

const Route<Tempered, Tempered::Call> Tempered::routes[] = {
    {"GET", u"/api/v1/org/api-keys/", &Tempered::listKeys},
    {"POST", u"/api/v1/org/api-keys/", &Tempered::createKey},
    {"POST", u"/api/v1/org/api-keys/{}/revoke/", &Tempered::revokeKey},
    {"GET", u"/api/v1/billing/subscription/usage/", &Tempered::readUsage},
    {"GET", u"/api/v1/evaluations/", &Tempered::listEvaluations},
    {"POST", u"/api/v1/evaluations/", &Tempered::submitEvaluation},
    {"GET", u"/api/v1/evaluations/{}/", &Tempered::readEvaluation},
    {"POST", u"/api/v1/webhooks/", &Tempered::createWebhook},
};

Tempered::Tempered(State &state)
    : System(u"tempered"_s, state)
{}

Reply Tempered::handle(const Request &request)
{
    const auto match = findRoute(routes, request);
    if (match.allowed.isEmpty()) {
        Request withSlash = request;
        withSlash.path += u'/';
        if (findRoute(routes, withSlash).allowed.isEmpty())
            return unknownPage();
        return textReply(301, "text/html; charset=utf-8"_ba, {})
            .with("Location", QUrl(withSlash.path).toEncoded());
    }
    Call call{request, {}, match.captured};
    if (const auto refused = authenticate(call))
        return *refused;
    if (!match.route) {
        return detail(405, u"Method \"%1\" not allowed."_s.arg(QString::fromLatin1(request.method)))
            .with("Allow", match.allowed.join(", "));
    }
    return (this->*match.route->handler)(call);
}

std::optional<Reply> Tempered::authenticate(Call &call) const
{
    const QByteArray token = call.request.authorization("Bearer");
    const auto unauthorized = [](const QString &why) {
        return detail(401, why).with("WWW-Authenticate", "Bearer realm=\"api\"");
    };
    if (token.isEmpty())
        return unauthorized(u"Authentication credentials were not provided."_s);
    const auto key = state().keyBySecret(id(), token);
    if (!key || key->revokedAt)
        return unauthorized(u"Invalid API key."_s);
    state().touchKey(key->row);
    call.caller = *key;
    const bool needsAdmin = !call.request.path.startsWith("/api/v1/evaluations/"_L1);
    if (needsAdmin && !key->scopes.contains("admin"_L1))
        return detail(403, u"You do not have permission to perform this action."_s);
    return std::nullopt;
}

Reply Tempered::failure(int status) const
{
    switch (status) {
    case 401:
        return detail(status, u"Invalid API key."_s);
    case 403:
        return detail(status, u"You do not have permission to perform this action."_s);
    case 404:
        return detail(status, u"Not found."_s);
    case 429:
        return detail(status, u"Request was throttled. Expected available in 1 second."_s);
    default:
        return detail(status, u"A server error occurred."_s);
    }
}

System::Form Tempered::newSecret(const KeyRecord &) const
{
    const QString secret = u"prx_"_s + randomText(Alphabet::UrlSafe, 40);
    return {secret, secret.left(8)};
}

std::optional<Minted> Tempered::mint(const MintOrder &order)
{
    const auto organizations = state().containers(id(), {});
    const QString scope = order.kind.isEmpty() || order.kind == "key"_L1
                              ? order.scopes.value(0, u"eval"_s)
                              : order.kind;
    if (organizations.isEmpty() || (scope != "eval"_L1 && scope != "admin"_L1))
        return std::nullopt;
    KeyRecord key;
    key.container = organizations.first().id;
    key.kind = u"key"_s;
    key.id = randomUuid();
    key.name = order.name;
    key.scopes = {scope};
    key.createdAt = order.createdAt.value_or(0);
    return issue(key);
}

Reply Tempered::listKeys(Call &call)
{
    const KeyFilter filter{id(), call.caller.container};
    return paged(call.request, state().countKeys(filter), [&](qint64 offset) {
        QJsonArray results;
        for (const KeyRecord &key : state().keys(filter, pageSize, offset))
            results.append(keyObject(key));
        return results;
    });
}

Reply Tempered::createKey(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString name = checkText(body, u"name"_s, longestName, errors);
    const QString scope = checkText(body, u"scope"_s, longestName, errors);
    if (!errors.contains("scope"_L1) && scope != "eval"_L1 && scope != "admin"_L1) {
        const QString why = u"\"%1\" is not a valid choice."_s.arg(scope);
        errors.insert("scope"_L1, QJsonArray{why});
    }
    if (!errors.isEmpty())
        return jsonReply(400, errors);
    const auto minted = mint({scope, name, {}, {}, {}, {}, {}});
    return jsonReply(201, {{u"id"_s, minted->key.id},
                           {u"name"_s, name},
                           {u"key_prefix"_s, minted->key.hint},
                           {u"scope"_s, scope},
                           {u"raw_key"_s, minted->secret}});
}

Reply Tempered::revokeKey(Call &call)
{
    auto key = state().keyById({id(), call.caller.container}, call.captured.value(0));
    if (!key)
        return detail(404, u"Not found."_s);
    if (key->revokedAt)
        return detail(400, u"API key is already revoked."_s);
    key->revokedAt = state().now();
    state().updateKey(*key);
    return jsonReply(200, keyObject(*key));
}

QString Tempered::evaluationCounter(Millis time)
{
    return u"tempered.evaluations."_s +
           QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM"_s);
}

Reply Tempered::readUsage(Call &)
{
    const Millis now = state().now();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date();
    const QDateTime start(QDate(today.year(), today.month(), 1), QTime(0, 0), Qt::UTC);
    return jsonReply(200, {{u"tier"_s, u"team"_s},
                           {u"used"_s, state().counter(evaluationCounter(now))},
                           {u"limit"_s, evaluationsPerMonth},
                           {u"period_start"_s, start.toString(Qt::ISODate)},
                           {u"period_end"_s, start.addMonths(1).toString(Qt::ISODate)}});
}

Reply Tempered::listEvaluations(Call &call)
{
    const auto documents = state().documents(u"tempered.evaluations"_s, call.caller.container);
    return paged(call.request, documents.size(), [&](qint64 offset) {
        QJsonArray results;
        const qint64 end = std::min<qint64>(documents.size(), offset + pageSize);
        for (qint64 i = offset; i < end; ++i)
            results.append(documents[i].content);
        return results;
    });
}

Reply Tempered::submitEvaluation(Call &call)
{
    const Millis now = state().now();
    const auto verdict = m_limiter.take(call.caller.container, evaluationsPerMinute, now);
    if (!verdict.allowed) {
        return detail(429, u"Request was throttled. Expected available in %1 seconds."_s.arg(
                               verdict.retryAfter))
            .with("Retry-After", QByteArray::number(verdict.retryAfter));
    }
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString description = checkText(body, u"description"_s, 10'000, errors);
    if (!errors.isEmpty())
        return jsonReply(400, errors);
    const QString counter = evaluationCounter(now);
    if (state().counter(counter) >= evaluationsPerMonth)
        return detail(429, u"Monthly evaluation quota exceeded."_s);
    state().increment(counter);

    const QString evaluation = randomUuid();
    const QJsonObject content{
        {u"id"_s, evaluation},
        {u"description"_s, description},
        {u"profile"_s, body.value("profile"_L1).toString(u"standard"_s)},
        {u"status"_s, u"queued"_s},
        {u"created_at"_s, djangoTime(now)},
    };
    state().addDocument(u"tempered.evaluations"_s, call.caller.container, {evaluation, content});
    return jsonReply(201, content);
}

Reply Tempered::readEvaluation(Call &call)
{
    const auto documents = state().documents(u"tempered.evaluations"_s, call.caller.container);
    for (const DocumentRecord &document : documents) {
        if (document.id == call.captured.value(0))
            return jsonReply(200, document.content);
    }
    return detail(404, u"Not found."_s);
}

Reply Tempered::createWebhook(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString url = checkText(body, u"url"_s, 2000, errors);
    if (!errors.contains("url"_L1) && !url.startsWith("https://"_L1))
        errors.insert("url"_L1, QJsonArray{u"Enter a valid https URL."_s});
    const QJsonArray events = body.value("events"_L1).toArray();
    if (events.isEmpty())
        errors.insert("events"_L1, QJsonArray{u"This list may not be empty."_s});
    for (const auto &event : events) {
        if (event != "evaluation.completed"_L1 && event != "evaluation.failed"_L1) {
            const QString why = u"\"%1\" is not a valid choice."_s.arg(event.toString());
            errors.insert("events"_L1, QJsonArray{why});
        }
    }
    if (!errors.isEmpty())
        return jsonReply(400, errors);
    const QString webhook = randomUuid();
    QJsonObject content{
        {u"id"_s, webhook}, {u"url"_s, url}, {u"events"_s, events}, {u"is_active"_s, true}};
    state().addDocument(u"tempered.webhooks"_s, call.caller.container, {webhook, content});
    content.insert("secret"_L1, u"whsec_"_s + randomText(Alphabet::Hex, 32));
    return jsonReply(201, content);
}

} // namespace chatelaine::practice
