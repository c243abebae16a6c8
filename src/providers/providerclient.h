// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/clock.h"
#include "core/listing.h"
#include "core/outcome.h"
#include "core/providerinfo.h"
#include "core/usage.h"
#include "net/http.h"
#include "secrets/secret.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <memory>

namespace chatelaine {

class Definition;

/** Gives the value of a credential slot when it is needed; the engine keeps it no longer than one
 * exchange. */
class CredentialSupplier
{
public:
    virtual ~CredentialSupplier() = default;
    /** NotFound when the account has nothing in this slot; Keychain when it cannot be read now. */
    [[nodiscard]] virtual FutureOutcome<SharedSecret> credential(const QString &slot) = 0;
};

struct Connection
{
    QUrl baseUrl;
    TrustSettings trust;
    RetryPolicy retry;
    QMap<QString, QString> facts; ///< what an earlier client found out (AccountRow::facts)
};

/** What a check of the account's credential told. */
struct CredentialReport
{
    QString identity; ///< who we are there, as the vendor says: an organization's or a person's
                      ///< name; untrusted
    QString note; ///< what the user should know, e.g. that nothing could be checked; may be empty
};

struct InventoryReading
{
    Listing<ContainerPath> containers;
    QHash<QString, QList<std::pair<QString, QString>>>
        containerDetails; ///< by the ids joined as in containerKey()
    bool containersComplete = false;
    Listing<KeyRecord> keys;
    QList<ContainerPath> completeContainers; ///< whose keys were listed completely; a path of no
                                             ///< steps is the account itself
    QStringList inUse; ///< keyPlace() of those recognised as the credential in use (a hint: masks
                       ///< are short)
    QMap<QString, QString> facts; ///< new or changed
    std::optional<Error> problem; ///< the first reason why it is not complete
};

struct CreateOrder
{
    ContainerPath container;
    QString kind;
    QMap<QString, QJsonValue>
        values; ///< by field id: a string, array of strings, integer, boolean; Duration in seconds
};

struct CreatedKey
{
    std::optional<KeyRecord>
        record; ///< absent when the vendor answers the secret only and the list did not show it
    SharedSecret secret;
    QStringList warnings; ///< e.g. a restriction that the vendor did not confirm
    QString requestId;
};

struct VerbResult
{
    KeyRecord record;      ///< as the vendor shows it afterwards, with the state that was verified
    bool verified = false; ///< a fresh reading confirmed it; false: the vendor said yes, the proof
                           ///< is still missing
    QString note;          ///< e.g. that it may take about a minute
    QString requestId;
};

/** What the vendor says to a secret. */
struct SecretVerdict
{
    enum class Verdict { Accepted, Refused, Inconclusive } verdict = Verdict::Inconclusive;
    QString sentence; ///< for the user
    Timestamp at;
    std::optional<Error> cause; ///< the answer behind Refused or Inconclusive
};

using ProgressFunction = std::function<void(int done, int total, const QString &what)>;

/**
 * One account at one provider: turns what a user wants into requests, as the definition says, and
 * answers into records. Knows no vendor by name. Every secret pointer is cut out of an answer
 * before anything else is read from it. A write is followed by a reading that verifies it. Lives on
 * the main thread; large answers are parsed on a pool. Futures of a client that is destroyed finish
 * as Cancelled.
 */
class ProviderClient : public QObject
{
    Q_OBJECT
public:
    ProviderClient(std::shared_ptr<const Definition> definition, Connection connection,
                   CredentialSupplier *credentials, const Clock *clock, Random *random,
                   QObject *parent = nullptr);
    ~ProviderClient() override;

    const ProviderInfo &info() const; ///< of the variant in force: what can be offered now

    [[nodiscard]] FutureOutcome<CredentialReport> check(CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<InventoryReading> readInventory(CancellationPtr cancellation = {},
                                                                ProgressFunction progress = {});
    /** The keys of one container only: what comes before a create, and verifies it after. */
    [[nodiscard]] FutureOutcome<Listing<KeyRecord>> listKeys(const ContainerPath &container,
                                                             const QString &kind,
                                                             CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<QList<FieldOption>> fieldOptions(const QString &kind, KeyVerb verb,
                                                                 const QString &field,
                                                                 const ContainerPath &container);

    /** Checks an order against the form without sending: InvalidRequest naming the field, or
     * Unsupported. */
    [[nodiscard]] Outcome<Done> validate(const CreateOrder &order) const;
    /** Sent once and never again; an Error with outcomeUnknown leaves the operation in doubt. */
    [[nodiscard]] FutureOutcome<CreatedKey> create(const CreateOrder &order);
    /** Enable, Disable, Revoke or Delete. NotFound of a destructive verb counts as done when a
     * listing confirms it. */
    [[nodiscard]] FutureOutcome<VerbResult> apply(KeyVerb verb, const KeyRecord &key);
    /** Asks the vendor, at no cost, whether it accepts this secret. `key` tells the environment
     * where that matters. */
    [[nodiscard]] FutureOutcome<SecretVerdict> checkSecret(SharedSecret secret, const QString &kind,
                                                           const std::optional<KeyRecord> &key);

    /** Usage in [from, to), bucketed as the definition says: hour or day. */
    [[nodiscard]] FutureOutcome<QList<UsageSample>> usage(const ContainerPath &container,
                                                          Timestamp from, Timestamp to,
                                                          CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<QList<Quota>> quotas(CancellationPtr cancellation = {});

signals:
    void throttled(chatelaine::Timestamp until);
    void unthrottled();
    void factFound(const QString &name, const QString &value); ///< to be kept with the account

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
