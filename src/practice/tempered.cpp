// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/tempered.h"

#include "practice/django.h"
#include "practice/state.h"
#include "practice/tokens.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pageSize = 100;
constexpr int longestName = 255;
const QString evaluations = u"tempered.evaluations"_s;
const QString repeatable = u"tempered.repeatable"_s; ///< evaluations by their idempotency key
const QString temperedHooks = u"tempered.webhooks"_s;

QDateTime monthOf(Millis time)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date();
    return QDateTime(QDate(day.year(), day.month(), 1), QTime(0, 0), Qt::UTC);
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
    {"GET", u"/api/v1/webhooks/", &Tempered::listWebhooks},
    {"POST", u"/api/v1/webhooks/", &Tempered::createWebhook},
};

Tempered::Tempered(State &state)
    : System(u"tempered"_s, state,
             {
                 {"lists"_L1, u"paged"_s, {u"paged"_s, u"array"_s, u"none"_s}},
                 {"keyFields"_L1, u"all"_s, {u"all"_s, u"documented"_s}},
                 {"usageFields"_L1, u"counted"_s, {u"counted"_s, u"nested"_s}},
                 {"revokedListed"_L1, true},
                 {"badKeyStatus"_L1, 401},
                 {"requestsPerMinute"_L1, 6000},
                 {"evaluationsPerMinute"_L1, 60},
                 {"evaluationsPerMonth"_L1, 1000},
                 {"retryAfter"_L1, u"seconds"_s, {u"seconds"_s, u"date"_s, u"unreadable"_s}},
                 {"quotaRetryAfter"_L1, u"none"_s, {u"none"_s, u"month"_s}},
             })
{}

Reply Tempered::handle(const Request &request)
{
    const auto match = findRoute(routes, request);
    if (match.allowed.isEmpty()) {
        Request withSlash = request;
        withSlash.path += u'/';
        if (findRoute(routes, withSlash).allowed.isEmpty())
            return django::unknownPage();
        return textReply(301, "text/html; charset=utf-8"_ba, {})
            .with("Location", QUrl(withSlash.path).toEncoded());
    }
    Call call{request, {}, match.captured};
    if (const auto refused = authenticate(call))
        return *refused;
    if (const auto refused =
            throttle(call, u"requests"_s, settings().number("requestsPerMinute"_L1)))
        return *refused;
    const bool listing = match.route && request.method == "GET" && match.captured.isEmpty() &&
                         request.path != "/api/v1/billing/subscription/usage/"_L1;
    if (!match.route || (listing && settings().is("lists"_L1, "none"_L1))) {
        QList<QByteArray> allowed = match.allowed;
        if (listing)
            allowed.removeAll("GET");
        return django::detail(
                   405, u"Method \"%1\" not allowed."_s.arg(QString::fromLatin1(request.method)))
            .with("Allow", allowed.join(", "));
    }
    return (this->*match.route->handler)(call);
}

std::optional<Reply> Tempered::authenticate(Call &call) const
{
    // Without this header the framework makes it a 403.
    const int status = settings().number("badKeyStatus"_L1);
    const auto unauthorized = [status](const QString &why) {
        Reply reply = django::detail(status, why);
        if (status == 401)
            reply.with("WWW-Authenticate", "Bearer realm=\"api\"");
        return reply;
    };
    const QByteArray token = call.request.authorization("Bearer");
    if (token.isEmpty())
        return unauthorized(u"Authentication credentials were not provided."_s);
    const auto key = state().keyBySecret(id(), token);
    if (!key || key->revokedAt)
        return unauthorized(u"Invalid API key."_s);
    state().touchKey(key->row);
    call.caller = *key;
    const bool needsAdmin = !call.request.path.startsWith("/api/v1/evaluations/"_L1);
    if (needsAdmin && !key->scopes.contains("admin"_L1))
        return failure(403);
    return std::nullopt;
}

std::optional<Reply> Tempered::throttle(const Call &call, const QString &bucket, int perMinute)
{
    const Millis now = state().now();
    const auto verdict = m_limiter.take(bucket + call.caller.container, perMinute, now);
    if (verdict.allowed)
        return std::nullopt;
    const Millis free = now + verdict.retryAfter * secondMs;
    const QByteArray when = settings().is("retryAfter"_L1, "date"_L1) ? httpDate(free)
                            : settings().is("retryAfter"_L1, "unreadable"_L1)
                                ? "soon"_ba
                                : QByteArray::number(verdict.retryAfter);
    return django::detail(429, u"Request was throttled. Expected available in %1 seconds."_s.arg(
                                   verdict.retryAfter))
        .with("Retry-After", when);
}

Reply Tempered::failure(int status) const
{
    switch (status) {
    case 401:
        return django::detail(status, u"Invalid API key."_s);
    case 403:
        return django::detail(status, u"You do not have permission to perform this action."_s);
    case 404:
        return django::detail(status, u"Not found."_s);
    case 429:
        return django::detail(status, u"Request was throttled. Expected available in 1 second."_s);
    default:
        return django::detail(status, u"A server error occurred."_s);
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

QJsonObject Tempered::keyObject(const KeyRecord &key) const
{
    QJsonObject object{{u"id"_s, key.id},
                       {u"name"_s, key.name},
                       {u"key_prefix"_s, key.hint},
                       {u"scope"_s, key.scopes.value(0)}};
    if (settings().is("keyFields"_L1, "documented"_L1))
        return object;
    object.insert("is_active"_L1, !key.revokedAt);
    object.insert("created_at"_L1, django::timeText(key.createdAt));
    object.insert("last_used_at"_L1, django::timeText(key.lastUsedAt));
    object.insert("expires_at"_L1, django::timeText(key.expiresAt));
    object.insert("revoked_at"_L1, django::timeText(key.revokedAt));
    return object;
}

Reply Tempered::listKeys(Call &call)
{
    const KeyFilter filter{id(), call.caller.container};
    const bool revokedToo = settings().isOn("revokedListed"_L1);
    const auto objects = [&](const QList<KeyRecord> &keys) {
        QJsonArray array;
        for (const KeyRecord &key : keys) {
            if (revokedToo || !key.revokedAt)
                array.append(keyObject(key));
        }
        return array;
    };
    if (!revokedToo || settings().is("lists"_L1, "array"_L1))
        return list(call, objects(state().keys(filter)));
    return django::paged(call.request, state().countKeys(filter), pageSize, [&](qint64 offset) {
        return objects(state().keys(filter, pageSize, offset));
    });
}

Reply Tempered::list(const Call &call, const QJsonArray &all)
{
    if (settings().is("lists"_L1, "array"_L1))
        return textReply(200, "application/json"_ba,
                         QJsonDocument(all).toJson(QJsonDocument::Compact));
    return django::paged(call.request, all.size(), pageSize, [&](qint64 offset) {
        QJsonArray results;
        const qint64 end = std::min<qint64>(all.size(), offset + pageSize);
        for (qint64 i = offset; i < end; ++i)
            results.append(all[i]);
        return results;
    });
}

Reply Tempered::createKey(Call &call)
{
    QJsonObject body;
    if (const auto refused = django::parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString name = django::checkText(body, u"name"_s, longestName, errors);
    const QString scope = django::checkChoice(body, u"scope"_s, {u"eval"_s, u"admin"_s}, errors);
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
        return failure(404);
    if (key->revokedAt)
        return django::detail(400, u"API key is already revoked."_s);
    key->revokedAt = state().now();
    state().updateKey(*key);
    return jsonReply(200, keyObject(*key));
}

int Tempered::monthlyQuota() const
{
    return settings().number("evaluationsPerMonth"_L1);
}

QString Tempered::evaluationCounter(Millis time)
{
    return u"tempered.evaluations."_s +
           QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM"_s);
}

Reply Tempered::readUsage(Call &)
{
    const Millis now = state().now();
    const QDateTime start = monthOf(now);
    const qint64 used = state().counter(evaluationCounter(now));
    if (settings().is("usageFields"_L1, "nested"_L1)) {
        const QJsonObject plan{{u"tier"_s, u"team"_s}, {u"included_evaluations"_s, monthlyQuota()}};
        return jsonReply(200, {{u"plan"_s, plan}, {u"this_month"_s, QJsonArray{used}}});
    }
    return jsonReply(200, {{u"tier"_s, u"team"_s},
                           {u"used"_s, used},
                           {u"limit"_s, monthlyQuota()},
                           {u"period_start"_s, start.toString(Qt::ISODate)},
                           {u"period_end"_s, start.addMonths(1).toString(Qt::ISODate)}});
}

Reply Tempered::listEvaluations(Call &call)
{
    return listDocuments(call, evaluations);
}

Reply Tempered::listDocuments(const Call &call, const QString &collection)
{
    QJsonArray all;
    for (const DocumentRecord &document : state().documents(collection, call.caller.container))
        all.append(document.content);
    return list(call, all);
}

Reply Tempered::submitEvaluation(Call &call)
{
    const int perMinute = settings().number("evaluationsPerMinute"_L1);
    if (const auto refused = throttle(call, u"evaluations"_s, perMinute))
        return *refused;
    QJsonObject body;
    if (const auto refused = django::parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString description = django::checkText(body, u"description"_s, 10'000, errors);
    if (body.contains("profile"_L1))
        django::checkChoice(body, u"profile"_s,
                            {u"standard"_s, u"dual-vendor"_s, u"quorum-small"_s, u"quorum-large"_s,
                             u"critical"_s, u"debate"_s},
                            errors);
    if (!errors.isEmpty())
        return jsonReply(400, errors);
    const QString once = body.value("idempotency_key"_L1).toString();
    if (const auto earlier = state().document(repeatable, call.caller.container, once))
        return jsonReply(201, earlier->content);
    const Millis now = state().now();
    const QString counter = evaluationCounter(now);
    if (state().counter(counter) >= monthlyQuota()) {
        Reply reply = django::detail(429, u"Monthly evaluation quota exceeded."_s);
        if (settings().is("quotaRetryAfter"_L1, "month"_L1)) {
            const qint64 end = monthOf(now).addMonths(1).toSecsSinceEpoch();
            reply.with("Retry-After", QByteArray::number(end - now / secondMs));
        }
        return reply;
    }
    state().increment(counter);
    const QString evaluation = randomUuid();
    const QJsonObject content{
        {u"id"_s, evaluation},
        {u"description"_s, description},
        {u"profile"_s, body.value("profile"_L1).toString(u"standard"_s)},
        {u"status"_s, u"queued"_s},
        {u"created_at"_s, django::timeText(now)},
    };
    state().addDocument(evaluations, call.caller.container, {evaluation, content});
    if (!once.isEmpty())
        state().addDocument(repeatable, call.caller.container, {once, content});
    return jsonReply(201, content);
}

Reply Tempered::readEvaluation(Call &call)
{
    const auto found = state().document(evaluations, call.caller.container, call.captured.value(0));
    return found ? jsonReply(200, found->content) : failure(404);
}

Reply Tempered::listWebhooks(Call &call)
{
    return listDocuments(call, temperedHooks);
}

Reply Tempered::createWebhook(Call &call)
{
    QJsonObject body;
    if (const auto refused = django::parseBody(call.request, body))
        return *refused;
    QJsonObject errors;
    const QString url = django::checkText(body, u"url"_s, 2000, errors);
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
    state().addDocument(temperedHooks, call.caller.container, {webhook, content});
    content.insert("secret"_L1, u"whsec_"_s + randomText(Alphabet::Hex, 32));
    return jsonReply(201, content);
}

} // namespace chatelaine::practice
