// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/ratelimit.h"
#include "practice/system.h"

#include <QJsonArray>

namespace chatelaine::practice {

/** Tempo: management with a session token, data routes with an API key or without. */
class Tempo final : public System
{
public:
    static constexpr int keyRequestsPerMinute = 100;
    static constexpr int anonymousRequestsPerMinute = 20;

    explicit Tempo(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

    /** The scopes that a session may give to a key. */
    static QStringList selfServeScopes();

private:
    struct Call
    {
        const Request &request;
        KeyRecord caller; ///< row 0 for an anonymous caller of a data route
        QStringList captured;
        ContainerRecord organization;
        ContainerRecord project;
    };
    /** What is needed to serve a data route. */
    struct DataRoute
    {
        Route<Tempo, Call> route;
        QLatin1StringView scope; ///< empty: free for everyone
        bool payable;            ///< beyond the limit 402, else 429
    };
    struct Credential
    {
        QByteArray token;
        bool fromAuthorization = false;
        bool malformed = false;
    };

    Form newSecret(const KeyRecord &key) const override;

    Reply error(int status, const QString &code, const QString &message,
                const QJsonArray &details = {}) const;
    Reply bodyInvalid(const QJsonArray &path, const QString &why) const;
    Reply queryInvalid(const QString &parameter, const QString &why) const;
    static Credential credentialOf(const Request &request);
    std::optional<KeyRecord> alive(QByteArrayView token) const;

    // Management
    std::optional<Reply> authenticateSession(Call &call) const;
    std::optional<Reply> locate(Call &call, const Route<Tempo, Call> &route) const;
    std::optional<Reply> checkQuery(const Request &request, const QStringList &known) const;
    std::optional<Reply> parseBody(const Request &request, QJsonObject &body) const;
    std::optional<Reply> parseName(const QJsonObject &body, QString &name) const;
    std::optional<Reply> parseScopes(const QJsonObject &body, QStringList &scopes) const;
    std::optional<Reply> parseAllowedIps(const QJsonObject &body, QStringList &ips) const;
    Reply manage(const Request &request);
    Reply readMe(Call &call);
    Reply listOrganizations(Call &call);
    Reply createOrganization(Call &call);
    Reply readOrganization(Call &call);
    Reply renameOrganization(Call &call);
    Reply deleteOrganization(Call &call);
    Reply listProjects(Call &call);
    Reply createProject(Call &call);
    Reply readProject(Call &call);
    Reply renameProject(Call &call);
    Reply deleteProject(Call &call);
    Reply listOrganizationKeys(Call &call);
    Reply listProjectKeys(Call &call);
    Reply listKeys(Call &call, KeyFilter filter);
    Reply createKey(Call &call);
    Reply restrictKey(Call &call);
    Reply deleteKey(Call &call);
    Reply readUsage(Call &call);
    Reply listScopes(const Request &request);

    // Data
    Reply serveData(const DataRoute &route, Call &call);
    std::optional<Reply> admitKey(const DataRoute &route, Call &call);
    Reply limited(const DataRoute &route, Call &call);
    Reply overLimit(const DataRoute &route, const RateLimiter::Verdict &verdict) const;
    void recordTraffic(const Call &call, QStringView route, int status);
    std::optional<Reply> checkLimit(const Request &request, int &limit) const;
    Reply listBlocks(Call &call);
    Reply listVerifiedTokens(Call &call);
    Reply listEventTypes(Call &call);
    Reply listWebhooks(Call &call);
    Reply createWebhook(Call &call);
    Reply deleteWebhook(Call &call);

    static const Route<Tempo, Call> managementRoutes[];
    static const DataRoute dataRoutes[];
    RateLimiter m_limiter;
    QString m_requestId; ///< of the request being handled
};

} // namespace chatelaine::practice
