// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <QHostAddress>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 blockTimeMs = 600;

const QString mainnet = u"4217"_s;
const QString testnet = u"42431"_s;

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

} // namespace

// The last entry, without a handler, ends the table.
const Tempo::DataRoute Tempo::dataRoutes[] = {
    {{"GET", u"/v1/blocks", &Tempo::listBlocks}, "data:read"_L1, true},
    {{"GET", u"/v1/verified-tokens", &Tempo::listVerifiedTokens}, "data:read"_L1, true},
    {{"GET", u"/v1/webhooks/event-types", &Tempo::listEventTypes}, "data:read"_L1, true},
    {{"GET", u"/v1/webhooks", &Tempo::listWebhooks}, "webhooks:read"_L1, false},
    {{"POST", u"/v1/webhooks", &Tempo::createWebhook}, "webhooks:write"_L1, false},
    {{"GET", u"/v1/webhooks/{wh_}", &Tempo::readWebhook}, "webhooks:read"_L1, false},
    {{"PATCH", u"/v1/webhooks/{wh_}", &Tempo::updateWebhook}, "webhooks:write"_L1, false},
    {{"DELETE", u"/v1/webhooks/{wh_}", &Tempo::deleteWebhook}, "webhooks:write"_L1, false},
    {{"GET", u"/v1/webhooks/{wh_}/deliveries", &Tempo::listDeliveries}, "webhooks:read"_L1, false},
    {{"POST", u"/v1/webhooks/{wh_}/ping", &Tempo::pingWebhook}, "webhooks:write"_L1, false},
    {{"POST", u"/v1/webhooks/{wh_}/deliveries/{}/retry", &Tempo::retryDelivery},
     "webhooks:write"_L1,
     false},
    {{{}, {}, nullptr}, ""_L1, false},
};

std::optional<Reply> Tempo::checkChain(Call &call) const
{
    const auto given = call.request.parameter(u"chainId");
    call.chain = given.value_or(QString());
    if (call.chain == "mainnet"_L1)
        call.chain = mainnet;
    else if (call.chain == "testnet"_L1)
        call.chain = testnet;
    bool isNumber = false;
    call.chain.toULongLong(&isNumber);
    if (given && !isNumber)
        return error(400, u"chain_id_invalid"_s, u"Invalid chain id"_s);
    if (given && call.chain != mainnet && call.chain != testnet)
        return error(400, u"chain_id_unsupported"_s, u"Unsupported chain id"_s);
    return std::nullopt;
}

Reply Tempo::serveData(const DataRoute &route, Call &call)
{
    if (call.request.path.startsWith("/v1/webhooks"_L1) && !settings().isOn("webhooks"_L1))
        return error(404, u"webhooks_not_enabled"_s,
                     u"Webhooks are not enabled for this Tempo API deployment."_s);
    const Credential credential = credentialOf(call.request);
    if (credential.malformed)
        return error(400, u"api_key_malformed"_s, u"Malformed API key"_s);
    if (!credential.token.isEmpty()) {
        const auto key = resolved(credential.token);
        if (!key || key->kind != "key"_L1)
            return error(401, u"api_key_invalid"_s, u"Invalid API key"_s);
        call.caller = *key;
        state().touchKey(key->row);
        return serveKey(route, call);
    }
    return servePublic(route, call);
}

std::optional<KeyRecord> Tempo::resolved(QByteArrayView token)
{
    if (!settings().isOn("resolverCache"_L1))
        return alive(token);
    static constexpr qsizetype mostTokens = 1000;
    const Millis now = state().now();
    const QString digest = digestOf(token);
    const auto known = m_resolved.constFind(digest);
    if (known != m_resolved.constEnd() && known->until > now)
        return known->key;
    if (m_resolved.size() >= mostTokens)
        m_resolved.clear();
    const auto key = alive(token);
    m_resolved.insert(digest, {key, now + (key ? minuteMs : 10 * secondMs)});
    return key;
}

Reply Tempo::serveKey(const DataRoute &route, Call &call)
{
    if (const auto refused = checkChain(call))
        return *refused;
    const bool sandbox = call.caller.environment == "sandbox"_L1;
    if (sandbox && call.chain == mainnet && hosted()) {
        call.caller = {};
        return servePublic(route, call);
    }
    if (sandbox && call.chain.isEmpty() && hosted())
        call.chain = testnet;
    if (const auto refused = admitKey(route, call)) {
        recordTraffic(call, u"/*", refused->status);
        return *refused;
    }
    if (!route.open && ownerOf(call).isEmpty()) // a remembered key whose project is gone
        return error(401, u"unauthorized"_s,
                     u"Tempo could not determine which account owns this webhook."_s);
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
    const bool offMainnet = key.environment == "sandbox"_L1 && !hosted();
    const QString why = u"Sandbox API keys only support testnet. Pass a testnet `chainId`."_s;
    if (offMainnet && call.chain == mainnet)
        return forbidden(why);
    if (!key.scopes.contains(route.scope) && !key.scopes.contains("*"_L1))
        return forbidden(u"API key missing required scope"_s);
    if (offMainnet && call.chain.isEmpty()) { // found out late, so that it counts
        Reply reply = forbidden(why);
        return withLimits(reply, route, call, take(route, call));
    }
    return std::nullopt;
}

Reply Tempo::servePublic(const DataRoute &route, Call &call)
{
    if (!route.open)
        return error(401, u"api_key_missing"_s, u"Missing API key"_s);
    if (const auto refused = checkChain(call))
        return *refused;
    if (!call.request.authorization("Payment").isEmpty())
        return servePaid(route, call);
    return limited(route, call);
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

Reply Tempo::listBlocks(Call &call)
{
    int limit = 10;
    if (const auto refused = checkPaging(call.request, limit))
        return *refused;
    if (!settings().isOn("chain"_L1))
        return failure(502);
    const QString chain = call.chain.isEmpty() ? mainnet : call.chain;
    const qint64 newest = state().now() / blockTimeMs;
    // A cursor that means nothing starts again at the newest.
    const qint64 cursor = call.request.parameter(u"cursor").value_or(QString()).toLongLong();
    qint64 head = cursor > 0 && cursor <= newest ? cursor : newest;
    if (const auto page = call.request.parameter(u"page"))
        head -= qint64(page->toInt() - 1) * limit;
    QJsonArray data;
    for (int i = 0; i < limit; ++i) {
        const qint64 number = head - i;
        const QString seed = chain + u'/' + QString::number(number);
        data.append(QJsonObject{{u"number"_s, number},
                                {u"hash"_s, u"0x"_s + digestOf(seed.toLatin1())},
                                {u"timestamp"_s, isoTime(number * blockTimeMs)}});
    }
    return jsonReply(200, {{u"data"_s, data},
                           {u"nextCursor"_s, QString::number(head - limit)},
                           {u"meta"_s, QJsonObject{{u"chainId"_s, chain.toInt()}}}});
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

} // namespace chatelaine::practice
