// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Millis cachedFor = 30 * secondMs;
constexpr qsizetype mostCached = 1000;
const QString publicBucket = u"anonymous"_s;

QString cacheKey(const Request &request)
{
    QStringList parts{request.path};
    for (const auto &[name, value] : request.query) {
        if (name != "key"_L1)
            parts.append(name + u'=' + value);
    }
    return parts.join(u'&');
}

/** What the edge keeps of an answer: the scope of whoever asked first, but no numbers. */
Reply keptAtEdge(Reply reply)
{
    const auto volatileHeader = [](const auto &header) {
        return header.first == "ratelimit-limit" || header.first == "ratelimit-remaining" ||
               header.first == "ratelimit-reset";
    };
    reply.headers.erase(std::remove_if(reply.headers.begin(), reply.headers.end(), volatileHeader),
                        reply.headers.end());
    return reply;
}

ChallengeStyle styleOf(const QString &name)
{
    static const QHash<QString, ChallengeStyle> styles{{u"several"_s, ChallengeStyle::Several},
                                                       {u"merged"_s, ChallengeStyle::Merged},
                                                       {u"quoted"_s, ChallengeStyle::Quoted},
                                                       {u"expired"_s, ChallengeStyle::Expired},
                                                       {u"malformed"_s, ChallengeStyle::Malformed}};
    return styles.value(name, ChallengeStyle::One);
}

} // namespace

Reply Tempo::atEdge(const DataRoute &route, Call &call)
{
    if (settings().is("edge"_L1, "limiting"_L1))
        return textReply(429, "text/plain; charset=UTF-8"_ba, "Rate limit exceeded"_ba)
            .with("retry-after", "10");
    const QByteArray directives = call.request.header("Cache-Control").toLower();
    const bool bypass = directives.contains("no-store");
    const bool cacheable = settings().is("edge"_L1, "caching"_L1) && route.open && !bypass;
    if (!cacheable)
        return serveData(route, call);
    const Millis now = state().now();
    const QString key = cacheKey(call.request);
    const auto hit = m_edgeCache.constFind(key);
    if (hit != m_edgeCache.constEnd() && hit->until > now && !directives.contains("no-cache"))
        return hit->reply;
    const Reply reply = serveData(route, call);
    if (m_edgeCache.size() >= mostCached)
        m_edgeCache.clear();
    if (reply.status == 200)
        m_edgeCache.insert(key, {keptAtEdge(reply), now + cachedFor});
    return reply;
}

bool Tempo::heldToPublicLimit(const KeyRecord &key) const
{
    return key.environment == "sandbox"_L1 && !settings().is("sandboxBilling"_L1, "active"_L1);
}

RateLimiter::Verdict Tempo::take(const DataRoute &route, const Call &call)
{
    if (!settings().isOn("limiter"_L1))
        return {};
    const bool anonymous = call.caller.row == 0;
    const QString bucket = anonymous ? publicBucket : call.caller.id + u' ' + route.scope;
    const bool publicLimit = anonymous || heldToPublicLimit(call.caller);
    return m_limiter.take(
        bucket, settings().number(publicLimit ? "anonymousPerMinute"_L1 : "keyPerMinute"_L1),
        state().now());
}

Reply &Tempo::withLimits(Reply &reply, const DataRoute &route, const Call &call,
                         const RateLimiter::Verdict &verdict) const
{
    if (!settings().isOn("limiter"_L1)) // it fails open
        return reply;
    reply.with("ratelimit-limit", QByteArray::number(verdict.limit))
        .with("ratelimit-remaining", QByteArray::number(verdict.remaining))
        .with("ratelimit-reset", QByteArray::number(verdict.resetAt));
    if (call.caller.row != 0)
        reply.with("ratelimit-scope", QByteArray(route.scope.data(), route.scope.size()));
    return reply;
}

Reply Tempo::limited(const DataRoute &route, Call &call)
{
    const auto verdict = take(route, call);
    Reply reply = [&] {
        if (verdict.allowed)
            return (this->*route.route.handler)(call);
        if (!route.open || heldToPublicLimit(call.caller))
            return tooMany(verdict);
        if (settings().is("challenges"_L1, "off"_L1))
            return error(429, u"payment_required"_s, u"Payment required"_s);
        return paymentRequired(u"payment-required"_s, {});
    }();
    return withLimits(reply, route, call, verdict);
}

Reply Tempo::tooMany(const RateLimiter::Verdict &verdict) const
{
    return error(429, u"rate_limit_exceeded"_s, u"Rate limit exceeded"_s)
        .with("retry-after", QByteArray::number(verdict.retryAfter));
}

std::optional<Reply> Tempo::takePublicQuota()
{
    if (!settings().isOn("limiter"_L1))
        return std::nullopt;
    const auto verdict =
        m_limiter.take(publicBucket, settings().number("anonymousPerMinute"_L1), state().now());
    if (verdict.allowed)
        return std::nullopt;
    return tooMany(verdict);
}

Reply Tempo::paymentRequired(const QString &problem, const QString &challenge)
{
    static const QHash<QString, QString> titles{
        {u"payment-required"_s, u"Payment Required"_s},
        {u"payment-expired"_s, u"Payment Expired"_s},
        {u"verification-failed"_s, u"Verification Failed"_s},
        {u"malformed-credential"_s, u"Malformed Credential"_s},
        {u"invalid-challenge"_s, u"Invalid Challenge"_s},
        {u"method-unsupported"_s, u"Method Unsupported"_s}};
    const int status = problem == "method-unsupported"_L1 ? 400 : 402;
    QJsonObject body{{u"type"_s, u"https://paymentauth.org/problems/"_s + problem},
                     {u"title"_s, titles.value(problem)},
                     {u"status"_s, status}};
    if (!challenge.isEmpty())
        body.insert("challengeId"_L1, challenge);
    Reply reply = jsonReply(status, body);
    reply.contentType = "application/problem+json"_ba;
    reply.with("cache-control", "no-store");
    if (status == 400)
        return reply;
    const ChallengeStyle style = styleOf(settings().text("challenges"_L1));
    for (const QByteArray &value : m_payments.challenges(style, state().now()))
        reply.with("www-authenticate", value);
    return reply;
}

Reply Tempo::servePaid(const DataRoute &route, Call &call)
{
    const auto verdict = m_payments.redeem(call.request.authorization("Payment"), state().now());
    if (!verdict.problem.isEmpty())
        return paymentRequired(verdict.problem, verdict.challenge);
    Reply reply = (this->*route.route.handler)(call);
    if (reply.status == 200)
        reply.with("payment-receipt", verdict.receipt).with("cache-control", "private");
    return reply;
}

} // namespace chatelaine::practice
