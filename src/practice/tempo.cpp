// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/tempo.h"

#include "practice/state.h"
#include "practice/tokens.h"

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Scope
{
    QLatin1StringView name;
    QLatin1StringView description;
    bool selfServe;
    bool published; ///< also known to the release that was published
};

constexpr Scope catalogue[] = {
    {"data:read"_L1,
     "Read public chain data: tokens, transactions, transfers, blocks, and receipts."_L1, true,
     true},
    {"indexer:query"_L1, "Run ad-hoc queries against the raw indexer passthrough."_L1, true, true},
    {"mpp:write"_L1, "Charge for requests with the payment protocol."_L1, true, false},
    {"routes:read"_L1, "Read routes."_L1, true, false},
    {"routes:write"_L1, "Create and update routes."_L1, true, false},
    {"rpc-relay:read"_L1, "Fill and submit transactions through the relay."_L1, true, true},
    {"rpc-relay:sponsor"_L1,
     "Sponsor transaction fees through the relay as the managed fee payer."_L1, true, true},
    {"webhooks:read"_L1, "Read webhook subscriptions."_L1, false, true},
    {"webhooks:write"_L1, "Create, update, and delete webhook subscriptions."_L1, false, true},
};

QList<Scope> scopesOf(bool hosted)
{
    QList<Scope> scopes;
    for (const Scope &scope : catalogue) {
        if (hosted || scope.published)
            scopes.append(scope);
    }
    return scopes;
}

} // namespace

Tempo::Tempo(State &state)
    : System(u"tempo"_s, state,
             {
                 {"deprecated"_L1, false},
                 {"release"_L1, u"hosted"_s, {u"hosted"_s, u"published"_s}},
                 {"challenges"_L1,
                  u"one"_s,
                  {u"one"_s, u"several"_s, u"merged"_s, u"quoted"_s, u"expired"_s, u"malformed"_s,
                   u"off"_s}},
                 {"anonymousPerMinute"_L1, 20},
                 {"keyPerMinute"_L1, 100},
                 {"limiter"_L1, true},
                 {"edge"_L1, u"open"_s, {u"open"_s, u"caching"_s, u"limiting"_s}},
                 {"resolverCache"_L1, false},
                 {"chain"_L1, true},
                 {"apiKeys"_L1, true},
                 {"analytics"_L1, true},
                 {"webhooks"_L1, true},
                 {"webhooksPerOrganization"_L1, 100},
                 {"deliveriesFail"_L1, false},
                 {"billing"_L1,
                  u"active"_s,
                  {u"active"_s, u"canceled"_s, u"none"_s, u"past_due"_s, u"unconfigured"_s}},
                 {"sandboxBilling"_L1,
                  u"active"_s,
                  {u"active"_s, u"canceled"_s, u"none"_s, u"past_due"_s}},
             })
{}

bool Tempo::hosted() const
{
    return settings().is("release"_L1, "hosted"_L1);
}

QStringList Tempo::selfServeScopes() const
{
    QStringList names;
    for (const Scope &scope : scopesOf(hosted())) {
        if (scope.selfServe)
            names.append(scope.name);
    }
    return names;
}

Reply Tempo::error(int status, const QString &code, const QString &message,
                   const QJsonArray &details) const
{
    QJsonObject problem{{u"code"_s, code}, {u"message"_s, message}};
    if (!details.isEmpty())
        problem.insert("details"_L1, details);
    return jsonReply(status, {{u"error"_s, problem}, {u"requestId"_s, m_requestId}});
}

Reply Tempo::bodyInvalid(const QJsonArray &path, const QString &why) const
{
    const QJsonObject detail{{u"message"_s, why}, {u"path"_s, path}};
    return error(400, u"body_invalid"_s, u"Check the request body and try again."_s, {detail});
}

Reply Tempo::queryInvalid(const QString &parameter, const QString &why) const
{
    const QJsonArray path = parameter.isEmpty() ? QJsonArray() : QJsonArray{parameter};
    const QJsonObject detail{{u"message"_s, why}, {u"path"_s, path}};
    return error(400, u"query_invalid"_s, u"Check the query parameters and try again."_s, {detail});
}

Reply Tempo::failure(int status) const
{
    switch (status) {
    case 401:
        return error(status, u"api_key_invalid"_s, u"Invalid API key"_s);
    case 403:
        return error(status, u"forbidden"_s, u"API key not permitted for this route"_s);
    case 404:
        return error(status, u"not_found"_s, u"Not found"_s);
    case 429:
        return error(status, u"rate_limit_exceeded"_s, u"Rate limit exceeded"_s);
    case 502:
        return error(status, u"upstream_error"_s, u"Upstream error"_s);
    default:
        return error(status, u"internal_error"_s, u"Internal error"_s);
    }
}

Reply Tempo::handle(const Request &request)
{
    m_requestId = randomUuid();
    Reply reply = [&] {
        if (request.path == "/v1/scopes"_L1 && request.method == "GET")
            return listScopes(request);
        for (const DataRoute *route = dataRoutes; route->route.handler; ++route) {
            const auto captured = matchPath(route->route.pattern, request.path);
            if (captured && route->route.method == request.method) {
                Call call{request, {}, *captured, {}, {}};
                return atEdge(*route, call);
            }
        }
        return manage(request);
    }();
    if (settings().isOn("deprecated"_L1)) {
        reply.with("deprecation", "true")
            .with("sunset", httpDate(state().now() + 90 * dayMs))
            .with("link", "<https://docs.tempo.xyz/docs/api>; rel=\"deprecation\"");
    }
    reply.with("tempo-request-id", m_requestId.toLatin1());
    return reply;
}

System::Form Tempo::newSecret(const KeyRecord &key) const
{
    if (key.kind == "session"_L1) {
        const QString token = randomText(Alphabet::Hex, 64);
        return {token, token.right(4)};
    }
    const QString prefix =
        key.environment == "sandbox"_L1 ? u"tempo_sandbox:sk:"_s : u"tempo:sk:"_s;
    const QString secret = prefix + randomText(Alphabet::Hex, 48);
    return {secret, secret.right(4)};
}

std::optional<Minted> Tempo::mint(const MintOrder &order)
{
    KeyRecord key;
    key.name = order.name;
    key.expiresAt = order.expiresAt;
    key.createdAt = order.createdAt.value_or(0);
    key.id = u"key_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    if (order.kind == "session"_L1) {
        key.kind = order.kind;
        key.createdBy = state().documents(u"tempo.users"_s, {}).value(0).id;
        key.expiresAt = order.expiresAt.value_or(state().now() + dayMs);
        return issue(key);
    }
    const bool kindIsEnvironment = order.kind == "production"_L1 || order.kind == "sandbox"_L1;
    if (!kindIsEnvironment && !order.kind.isEmpty() && order.kind != "key"_L1)
        return std::nullopt;
    const QString environment = kindIsEnvironment ? order.kind : order.environment;
    QString project = order.container;
    for (const auto &organization : state().containers(id(), {})) {
        const auto projects = state().containers(id(), organization.id);
        if (project.isEmpty() && organization.role == "owner"_L1 && !projects.isEmpty())
            project = projects.last().id;
    }
    if (!state().container(id(), project))
        return std::nullopt;
    key.kind = u"key"_s;
    key.container = project;
    key.environment = environment.isEmpty() ? u"production"_s : environment;
    key.scopes = order.scopes.isEmpty() ? selfServeScopes() : order.scopes;
    key.createdBy = u"super_admin"_s;
    return issue(key);
}

std::optional<Reply> Tempo::parseScopes(const QJsonObject &body, QStringList &scopes) const
{
    scopes = selfServeScopes();
    const QJsonValue value = body.value("scopes"_L1);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isArray())
        return bodyInvalid({u"scopes"_s}, u"Invalid input: expected array"_s);
    QStringList known;
    for (const Scope &scope : scopesOf(hosted()))
        known.append(scope.name);
    const QStringList issuable = scopes;
    scopes.clear();
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString name = array[i].toString();
        if (!known.contains(name)) {
            return bodyInvalid({u"scopes"_s, i}, u"Invalid option: expected one of \"%1\""_s.arg(
                                                     known.join("\"|\""_L1)));
        }
        scopes.append(name);
    }
    for (const QString &name : std::as_const(scopes)) {
        if (!issuable.contains(name))
            return error(403, u"scope_not_issuable"_s, u"The requested scopes are not issuable."_s);
    }
    return std::nullopt;
}

Reply Tempo::listScopes(const Request &request)
{
    Call call{request, {}, {}, {}, {}};
    if (credentialOf(request).token.isEmpty()) {
        if (const auto refused = takePublicQuota())
            return *refused;
    } else if (const auto refused = authenticateSession(call)) {
        return *refused;
    }
    QJsonArray data;
    for (const Scope &scope : scopesOf(hosted())) {
        data.append(QJsonObject{{u"scope"_s, QString(scope.name)},
                                {u"description"_s, QString(scope.description)},
                                {u"selfServe"_s, scope.selfServe}});
    }
    return jsonReply(200, {{u"data"_s, data}});
}

} // namespace chatelaine::practice
