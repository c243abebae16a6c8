// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/ratelimit.h"
#include "practice/system.h"
#include "practice/tempo_payment.h"

#include <QHash>
#include <QJsonArray>

namespace chatelaine::practice {

struct KeyFilter;

/** Tempo: management with a session token, data routes in three lanes: key, payment, public. */
class Tempo final : public System
{
public:
    explicit Tempo(State &state);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;
    std::optional<Minted> mint(const MintOrder &order) override;

private:
    struct Call
    {
        const Request &request;
        KeyRecord caller; ///< row 0 for an anonymous caller of a data route
        QStringList captured;
        ContainerRecord organization;
        ContainerRecord project;
        QString chain = {}; ///< the one that a data route reads
    };
    /** What is needed to serve a data route. */
    struct DataRoute
    {
        Route<Tempo, Call> route;
        QLatin1StringView scope;
        bool open; ///< also without a key: within the public limit, or paid
    };
    struct Credential
    {
        QByteArray token;
        bool fromAuthorization = false;
        bool malformed = false;
    };
    /** What the resolver of keys remembers of a token. */
    struct Resolved
    {
        std::optional<KeyRecord> key;
        Millis until = 0;
    };
    struct CachedAnswer
    {
        Reply reply;
        Millis until = 0;
    };

    Form newSecret(const KeyRecord &key) const override;
    /** The documented service; else the one that was published earlier and knows less. */
    bool hosted() const;

    Reply error(int status, const QString &code, const QString &message,
                const QJsonArray &details = {}) const;
    Reply bodyInvalid(const QJsonArray &path, const QString &why) const;
    Reply queryInvalid(const QString &parameter, const QString &why) const;
    QStringList selfServeScopes() const;
    std::optional<Reply> parseScopes(const QJsonObject &body, QStringList &scopes) const;
    Reply listScopes(const Request &request);

    // Sessions
    static Credential credentialOf(const Request &request);
    std::optional<KeyRecord> alive(QByteArrayView token) const;
    std::optional<Reply> authenticateSession(Call &call) const;
    std::optional<Reply> takePublicQuota();
    Reply signInChallenge(const Request &request);
    Reply signIn(const Request &request);
    Reply signOut(const Request &request);

    // Management
    Reply manage(const Request &request);
    std::optional<Reply> locate(Call &call, const Route<Tempo, Call> &route) const;
    std::optional<Reply> checkQuery(const Request &request, const QStringList &known) const;
    std::optional<Reply> parseBody(const Request &request, QJsonObject &body) const;
    std::optional<Reply> parseName(const QJsonObject &body, QString &name) const;
    Reply readMe(Call &call);
    Reply listOrganizations(Call &call);
    Reply createOrganization(Call &call);
    Reply readOrganization(Call &call);
    Reply renameOrganization(Call &call);
    Reply deleteOrganization(Call &call);
    Reply readBilling(Call &call);
    Reply limitBilling(Call &call);
    Reply listProjects(Call &call);
    Reply createProject(Call &call);
    Reply readProject(Call &call);
    Reply renameProject(Call &call);
    Reply deleteProject(Call &call);

    // Members
    QList<QJsonObject> membersOf(const Call &call) const;
    /** The member whom the path means; `lastOwner` says that there is no owner besides. */
    std::optional<QJsonObject> memberOf(const Call &call, bool &lastOwner) const;
    static bool isOneself(const Call &call);
    std::optional<Reply> parseRole(const QJsonObject &body, QString &role) const;
    Reply listMembers(Call &call);
    Reply changeMember(Call &call);
    Reply removeMember(Call &call);
    Reply listInvitations(Call &call);
    Reply invite(Call &call);
    Reply withdrawInvitation(Call &call);

    // Keys
    QJsonObject keyObject(const KeyRecord &key, const QString &organization) const;
    std::optional<Reply> checkKeysEnabled() const;
    std::optional<Reply> parseAllowedIps(const QJsonObject &body, QStringList &ips) const;
    std::optional<Reply> parseKey(const QJsonObject &body, KeyRecord &key) const;
    Reply listOrganizationKeys(Call &call);
    Reply listProjectKeys(Call &call);
    Reply listKeys(Call &call, KeyFilter filter);
    Reply createKey(Call &call);
    Reply restrictKey(Call &call);
    Reply deleteKey(Call &call);
    Reply readUsage(Call &call);
    Reply readSponsorships(Call &call);

    // Data
    Reply serveData(const DataRoute &route, Call &call);
    std::optional<KeyRecord> resolved(QByteArrayView token);
    std::optional<Reply> checkChain(Call &call) const;
    Reply serveKey(const DataRoute &route, Call &call);
    std::optional<Reply> admitKey(const DataRoute &route, Call &call);
    Reply servePublic(const DataRoute &route, Call &call);
    void recordTraffic(const Call &call, QStringView route, int status);
    Reply listBlocks(Call &call);
    Reply listVerifiedTokens(Call &call);

    // Limits, payment, the edge
    RateLimiter::Verdict take(const DataRoute &route, const Call &call);
    Reply &withLimits(Reply &reply, const DataRoute &route, const Call &call,
                      const RateLimiter::Verdict &verdict) const;
    Reply limited(const DataRoute &route, Call &call);
    bool heldToPublicLimit(const KeyRecord &key) const;
    Reply tooMany(const RateLimiter::Verdict &verdict) const;
    Reply paymentRequired(const QString &problem, const QString &challenge);
    Reply servePaid(const DataRoute &route, Call &call);
    Reply atEdge(const DataRoute &route, Call &call);

    // Webhooks
    /** The organization whose webhooks the caller's key sees; empty if it is gone. */
    QString ownerOf(const Call &call) const;
    std::optional<DocumentRecord> webhookOf(const Call &call) const;
    std::optional<Reply> checkDestination(const QJsonObject &destination) const;
    Reply page(const Request &request, const QList<DocumentRecord> &documents) const;
    std::optional<Reply> checkPaging(const Request &request, int &limit) const;
    Reply deliver(const Call &call, DocumentRecord webhook, const QString &eventId, bool isPing);
    Reply listEventTypes(Call &call);
    Reply listWebhooks(Call &call);
    Reply createWebhook(Call &call);
    Reply readWebhook(Call &call);
    Reply updateWebhook(Call &call);
    Reply deleteWebhook(Call &call);
    Reply listDeliveries(Call &call);
    Reply pingWebhook(Call &call);
    Reply retryDelivery(Call &call);

    static const Route<Tempo, Call> managementRoutes[];
    static const DataRoute dataRoutes[];
    RateLimiter m_limiter;
    PaymentDesk m_payments;
    QHash<QString, Resolved> m_resolved;       ///< by the digest of the token
    QHash<QString, CachedAnswer> m_edgeCache;  ///< by path and query
    QHash<QString, Millis> m_signInChallenges; ///< by text, until when
    QString m_requestId;                       ///< of the request being handled
};

} // namespace chatelaine::practice
