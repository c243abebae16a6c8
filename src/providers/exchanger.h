// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "providers/providerclient.h"
#include "providers/vendoranswer.h"

namespace chatelaine {

/** One request that a definition describes, with what its placeholders stand for now. */
struct Call
{
    RequestTemplate request;
    TemplateValues values;
    QUrl url;                                     ///< instead of the template's: a next page
    QList<std::pair<QString, QString>> moreQuery; ///< a cursor
    QList<JsonPointer> secrets;                   ///< where the answer may hold a new secret
    std::optional<std::pair<AuthProfile, SharedSecret>>
        use;                               ///< instead of the account's credential
    QList<JsonPointer> hidden;             ///< what else is cut out of the answer, and thrown away
    QList<SharedSecret> confidential;      ///< inputs that are secret
    std::shared_ptr<QIODevice> sink;       ///< where the body of a 2xx goes; it is not parsed then
    std::chrono::milliseconds deadline{0}; ///< 0: the usual one
    Digest digest;
    bool background = false;
    CancellationPtr cancellation;
};

/** What is known of an account's server, shared by all who ask it. */
struct AccountFacts
{
    QMap<QString, QString> known;
    QMap<QString, QString> found; ///< those of `known` that are new or changed
    bool fallbackFailed = false;  ///< in this run, since the last check: not tried again
};
using AccountFactsPtr = std::shared_ptr<AccountFacts>;

/** The address of a request and, for listings, what was asked. */
struct Address
{
    QUrl url;
    QString parameters;
};

/** Where a request goes: InvalidRequest when a value cannot stand in the path. */
Outcome<Address> addressOf(const QUrl &baseUrl, const Call &call);

/** The base URL as the definition wants it: https (or loopback), with the API's path once. */
Outcome<QUrl> normalizedBaseUrl(const Definition &definition, const QUrl &entered);

/**
 * Sends requests of one account: fetches the credential for each, refuses one that cannot be right
 * before it leaves, finds out which form of the auth header a proxy lets through, and reads the
 * answer, a large one on the pool. Any status is an answer: see VendorAnswer::error.
 */
class Exchanger : public QObject
{
    Q_OBJECT
public:
    Exchanger(std::shared_ptr<const Definition> definition, const Connection &connection,
              AccountFactsPtr facts, CredentialSupplier *credentials, const Clock *clock,
              Random *random, QObject *parent);

    [[nodiscard]] FutureOutcome<VendorAnswerPtr> exchange(Call call);

    [[nodiscard]] FutureOutcome<ServerCertificate>
    serverCertificate(const CancellationPtr &cancellation);

    const Definition &definition() const { return *m_definition; }
    std::shared_ptr<const Definition> sharedDefinition() const { return m_definition; }
    const QUrl &baseUrl() const { return m_baseUrl; }
    Timestamp now() const { return m_clock->now(); }
    CredentialSupplier *credentials() const { return m_credentials; }

    QString fact(const QString &name) const { return m_facts->known.value(name); }
    void setFact(const QString &name, const QString &value);
    bool isSwitchedOff(const QString &capability) const;
    void switchOff(const QString &capability);
    void forgetSwitches(); ///< what was switched off, or did not work, is tried again
    QMap<QString, QString> newFacts() const { return m_facts->found; }
    QStringList takeNotices(); ///< what answers said to the user since the last time

    /** What a reading of a quota told: until it is reset, a 429 may mean more than "wait". */
    void noteQuota(const Quota &quota);

signals:
    void throttled(chatelaine::Timestamp until);
    void unthrottled();
    void factFound(const QString &name, const QString &value);

private:
    struct Sending;
    using SendingPtr = std::shared_ptr<Sending>;

    void fetchCredentials(const SendingPtr &sending);
    void send(const SendingPtr &sending);
    void read(const SendingPtr &sending, const HttpAnswer &http);
    void answered(const SendingPtr &sending, const VendorAnswerPtr &answer);
    bool mayTryFallback(const Sending &sending, const VendorAnswer &answer) const;
    bool hasOwnAddress() const;
    std::optional<Error> refusal(const QString &slot, const Secret &secret) const;
    QList<SharedSecret> knownTo(const Sending &sending);
    void addSlotFacts(const Sending &sending, TemplateValues *values) const;
    VendorAnswerPtr withQuota(const VendorAnswerPtr &answer) const;
    Outcome<HttpRequest> build(const Sending &sending) const;

    std::shared_ptr<const Definition> m_definition;
    QUrl m_baseUrl;
    TrustSettings m_trust;
    std::optional<Error> m_baseUrlProblem;
    CredentialSupplier *m_credentials;
    const Clock *m_clock;
    AccountFactsPtr m_facts;
    QStringList m_notices;
    QMap<QString, Quota> m_quotas;                   ///< by id, as last read
    QList<std::weak_ptr<const Secret>> m_newSecrets; ///< those that came and are still needed
    HttpQueue *m_queue = nullptr;
};

} // namespace chatelaine
