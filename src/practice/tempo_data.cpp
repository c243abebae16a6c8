// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <QHostAddress>
#include <QJsonDocument>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 blockTimeMs = 600;

bool isMainnet(QStringView chain)
{
    return chain == "mainnet"_L1 || chain == "4217"_L1;
}

bool isTestnet(QStringView chain)
{
    return chain == "testnet"_L1 || chain == "42431"_L1;
}

bool permits(const QStringList &allowedIps, const QHostAddress &client)
{
    if (allowedIps.isEmpty())
        return true;
    for (const QString &range : allowedIps) {
        if (client.isInSubnet(QHostAddress::parseSubnet(range)))
            return true;
    }
    return false;
}

QByteArray paymentChallenge(Millis expires)
{
    const QJsonObject details{{u"chainId"_s, 4217}};
    const QJsonObject request{
        {u"amount"_s, u"1000"_s},
        {u"currency"_s, u"0x20c0000000000000000000000000000000000000"_s},
        {u"methodDetails"_s, details},
        {u"recipient"_s, u"0x742d35cc6634c0532925a3b844bc9e7595f8fe00"_s},
    };
    const QByteArray encoded =
        QJsonDocument(request)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return "Payment id=\""_ba + randomText(Alphabet::LowerAlphanumeric, 12).toLatin1() +
           "\", realm=\"api.tempo.xyz\", method=\"tempo\", intent=\"charge\", request=\"" +
           encoded + "\", expires=\"" + isoTime(expires).toLatin1() + "\"";
}

} // namespace

// The last entry, without a handler, ends the table.
const Tempo::DataRoute Tempo::dataRoutes[] = {
    {{"GET", u"/v1/blocks", &Tempo::listBlocks}, "data:read"_L1, true},
    {{"GET", u"/v1/verified-tokens", &Tempo::listVerifiedTokens}, "data:read"_L1, true},
    {{"GET", u"/v1/webhooks/event-types", &Tempo::listEventTypes}, ""_L1, false},
    {{"GET", u"/v1/webhooks", &Tempo::listWebhooks}, "webhooks:read"_L1, false},
    {{"POST", u"/v1/webhooks", &Tempo::createWebhook}, "webhooks:write"_L1, false},
    {{"DELETE", u"/v1/webhooks/{wh_}", &Tempo::deleteWebhook}, "webhooks:write"_L1, false},
    {{{}, {}, nullptr}, ""_L1, false},
};

Reply Tempo::serveData(const DataRoute &route, Call &call)
{
    const Credential credential = credentialOf(call.request);
    if (credential.malformed)
        return error(400, u"api_key_malformed"_s, u"Malformed API key"_s);
    if (route.scope.isEmpty())
        return (this->*route.route.handler)(call);
    if (credential.token.isEmpty()) {
        if (!route.payable)
            return error(401, u"api_key_missing"_s, u"Missing API key"_s);
        return limited(route, call);
    }
    const auto key = alive(credential.token);
    if (!key || key->kind != "key"_L1)
        return error(401, u"api_key_invalid"_s, u"Invalid API key"_s);
    call.caller = *key;
    state().touchKey(key->row);
    if (const auto refused = admitKey(route, call)) {
        recordTraffic(call, u"/*", refused->status);
        return *refused;
    }
    Reply reply = limited(route, call);
    recordTraffic(call, route.route.pattern, reply.status);
    return reply;
}

std::optional<Reply> Tempo::admitKey(const DataRoute &route, Call &call)
{
    const auto forbidden = [this](const QString &why) {
        return error(403, u"api_key_forbidden"_s, why);
    };
    const KeyRecord &key = call.caller;
    if (!permits(key.allowedIps, QHostAddress(QHostAddress::LocalHost)))
        return error(403, u"api_key_ip_forbidden"_s, u"API key not permitted from this address"_s);
    const QString chain = call.request.parameter(u"chainId").value_or(QString());
    if (!chain.isEmpty() && !isMainnet(chain) && !isTestnet(chain))
        return error(400, u"chain_id_unsupported"_s, u"Unsupported chain id"_s);
    if (key.environment == "sandbox"_L1 && !isTestnet(chain))
        return forbidden(u"Sandbox API keys cannot access mainnet"_s);
    if (!key.scopes.contains(route.scope) && !key.scopes.contains("*"_L1))
        return forbidden(u"API key missing required scope"_s);
    return std::nullopt;
}

Reply Tempo::limited(const DataRoute &route, Call &call)
{
    const bool anonymous = call.caller.row == 0;
    const QString bucket = anonymous ? u"anonymous"_s : call.caller.id + u' ' + route.scope;
    const auto verdict = m_limiter.take(
        bucket, anonymous ? anonymousRequestsPerMinute : keyRequestsPerMinute, state().now());
    Reply reply = verdict.allowed ? (this->*route.route.handler)(call) : overLimit(route, verdict);
    reply.with("ratelimit-limit", QByteArray::number(verdict.limit))
        .with("ratelimit-remaining", QByteArray::number(verdict.remaining))
        .with("ratelimit-reset", QByteArray::number(verdict.resetAt));
    if (!anonymous)
        reply.with("ratelimit-scope", QByteArray(route.scope.data(), route.scope.size()));
    return reply;
}

Reply Tempo::overLimit(const DataRoute &route, const RateLimiter::Verdict &verdict) const
{
    if (!route.payable) {
        return error(429, u"rate_limit_exceeded"_s, u"Rate limit exceeded"_s)
            .with("retry-after", QByteArray::number(verdict.retryAfter));
    }
    const QJsonObject problem{{u"type"_s, u"https://paymentauth.org/problems/payment-required"_s},
                              {u"title"_s, u"Payment Required"_s},
                              {u"status"_s, 402}};
    Reply reply = jsonReply(402, problem);
    reply.contentType = "application/problem+json"_ba;
    return reply.with("cache-control", "no-store")
        .with("www-authenticate", paymentChallenge(state().now() + 5 * minuteMs));
}

void Tempo::recordTraffic(const Call &call, QStringView route, int status)
{
    const auto project = state().container(id(), call.caller.container);
    if (!project)
        return;
    const Millis now = state().now();
    state().addTraffic({project->parent, project->id, call.caller.id, call.caller.environment,
                        route.toString(), status, now - now % hourMs, 1, 12});
}

std::optional<Reply> Tempo::checkLimit(const Request &request, int &limit) const
{
    const auto text = request.parameter(u"limit");
    if (!text)
        return std::nullopt;
    bool ok = false;
    limit = text->toInt(&ok);
    if (!ok || limit < 5 || limit > 200)
        return queryInvalid(u"limit"_s, u"Invalid input: expected a number from 5 to 200"_s);
    return std::nullopt;
}

Reply Tempo::listBlocks(Call &call)
{
    int limit = 10;
    if (const auto refused = checkLimit(call.request, limit))
        return *refused;
    const Millis now = state().now();
    const qint64 head = now / blockTimeMs;
    QJsonArray data;
    for (int i = 0; i < limit; ++i) {
        const qint64 number = head - i;
        data.append(QJsonObject{{u"number"_s, number},
                                {u"hash"_s, u"0x"_s + digestOf(QByteArray::number(number))},
                                {u"timestamp"_s, isoTime(number * blockTimeMs)}});
    }
    return jsonReply(200, {{u"data"_s, data},
                           {u"nextCursor"_s, QString::number(head - limit)},
                           {u"meta"_s, QJsonObject()}});
}

Reply Tempo::listVerifiedTokens(Call &call)
{
    if (call.request.parameter(u"limit"))
        return queryInvalid({}, u"Unrecognized key: \"limit\""_s);
    const QJsonObject token{{u"address"_s, u"0x20c0000000000000000000000000000000000000"_s},
                            {u"symbol"_s, u"pathUSD"_s},
                            {u"decimals"_s, 6}};
    return jsonReply(200, {{u"data"_s, QJsonArray{token}}, {u"nextCursor"_s, QJsonValue()}});
}

Reply Tempo::listEventTypes(Call &)
{
    QJsonArray data;
    for (const QLatin1StringView type :
         {"block:created"_L1, "log:emitted"_L1, "token:transfer"_L1, "transaction:included"_L1})
        data.append(QJsonObject{{u"type"_s, QString(type)}});
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::listWebhooks(Call &call)
{
    int limit = 10;
    if (const auto refused = checkLimit(call.request, limit))
        return *refused;
    QJsonArray data;
    for (const auto &webhook : state().documents(u"tempo.webhooks"_s, call.caller.container)) {
        if (data.size() < limit)
            data.append(webhook.content);
    }
    return jsonReply(200, {{u"data"_s, data}, {u"nextCursor"_s, QJsonValue()}});
}

Reply Tempo::createWebhook(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    const QJsonObject destination = body.value("destination"_L1).toObject();
    if (!destination.value("url"_L1).toString().startsWith("https://"_L1))
        return bodyInvalid({u"destination"_s, u"url"_s}, u"Invalid URL"_s);
    const QString webhook =
        u"wh_%1_%2"_s.arg(state().now() * 100 % 1'000'000'000'000'000, 15, 10, QChar(u'0'))
            .arg(randomText(Alphabet::LowerAlphanumeric, 24));
    QJsonObject content{{u"id"_s, webhook},
                        {u"destination"_s, destination},
                        {u"eventTypes"_s, body.value("eventTypes"_L1).toArray()},
                        {u"status"_s, u"active"_s},
                        {u"createdAt"_s, isoTime(state().now())}};
    state().addDocument(u"tempo.webhooks"_s, call.caller.container, {webhook, content});
    content.insert("secret"_L1, u"whsec_"_s + randomText(Alphabet::Hex, 48));
    return jsonReply(200, content);
}

Reply Tempo::deleteWebhook(Call &call)
{
    const QString webhook = call.captured.value(0);
    if (!state().removeDocument(u"tempo.webhooks"_s, call.caller.container, webhook))
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    return jsonReply(200, {{u"id"_s, webhook}});
}

} // namespace chatelaine::practice
