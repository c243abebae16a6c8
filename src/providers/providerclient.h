// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "core/clock.h"
#include "core/listing.h"
#include "core/outcome.h"
#include "core/payment.h"
#include "core/providerinfo.h"
#include "core/servercertificate.h"
#include "core/usage.h"
#include "core/webhook.h"
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
    QStringList notes;            ///< what the vendor wants its users to know, e.g. that this API
                                  ///< is to be switched off
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

/** A new secret for an existing key, and the form's values for it. */
struct RotateOrder
{
    KeyRecord key;
    QMap<QString, QJsonValue> values;
};

struct RotatedKey
{
    KeyRecord record; ///< as the vendor shows it afterwards
    SharedSecret secret;
    std::optional<Timestamp>
        outgoingUntil;    ///< how long the old secret goes on working; absent: not
    QString namedInstead; ///< the id of another key, when the answer names one: whose secret this
                          ///< is, nobody knows
    QStringList warnings;
    QString requestId;
};

struct ContainerOrder
{
    ContainerVerb verb = ContainerVerb::Create;
    QString level;           ///< of what is made, renamed or deleted
    ContainerPath container; ///< of a Create: the parent; else the thing itself
    QMap<QString, QJsonValue> values;
};

struct ContainerResult
{
    ContainerPath container;       ///< as the vendor shows it afterwards; of a Delete: as it was
    bool verified = false;         ///< a fresh listing confirmed it
    std::optional<CreatedKey> key; ///< that came with a new container
    QString keyKind;               ///< the kind of that key, also when its secret did not arrive
    QStringList warnings;
    QString requestId;
};

struct WebhookOrder
{
    ContainerPath container;
    QMap<QString, QJsonValue> values;
};

struct CreatedWebhook
{
    WebhookRecord record;
    SharedSecret secret; ///< null when the vendor signs without one
    QString requestId;
};

struct WebhookResult
{
    std::optional<WebhookRecord> record; ///< afterwards; absent when deleted or not told
    QString note;
    QString requestId;
};

/** An export of the vendor's own audit log, as it goes on. */
struct VendorAuditOrder
{
    ContainerPath container;
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    QString search;
};

struct VendorAuditExport
{
    QString id;
    enum class State { Running, Ready, Failed } state = State::Running;
    std::optional<qint64> rows;
    QString message; ///< of Failed: the vendor's words
};

/** What the vendor says to a secret. */
struct SecretVerdict
{
    enum class Verdict { Accepted, Refused, Inconclusive } verdict = Verdict::Inconclusive;
    QString sentence; ///< for the user
    Timestamp at;
    std::optional<Error> cause; ///< the answer behind Refused or Inconclusive
    QString lane; ///< which way the request was served, as the answer's headers tell: "key",
                  ///< "public", "paid"; empty: not told
    std::optional<RateLimit> rateLimit;
    QList<PaymentChallenge> challenges; ///< what the vendor wants to be paid; never paid here
    std::optional<PaymentReceipt> receipt;
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
    /** What the server shows now, checked as for a request; nothing is sent. */
    [[nodiscard]] FutureOutcome<ServerCertificate>
    serverCertificate(CancellationPtr cancellation = {});
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
    [[nodiscard]] Outcome<Done> validate(const RotateOrder &order) const;
    [[nodiscard]] Outcome<Done> validate(const ContainerOrder &order) const;
    [[nodiscard]] Outcome<Done> validateUpdate(const KeyRecord &key,
                                               const QMap<QString, QJsonValue> &values) const;
    /** Sent once and never again; an Error with outcomeUnknown leaves the operation in doubt. */
    [[nodiscard]] FutureOutcome<CreatedKey> create(const CreateOrder &order);
    /** A new secret for the same key. As create(): sent once, an outcome that is unknown stays so.
     */
    [[nodiscard]] FutureOutcome<RotatedKey> rotate(const RotateOrder &order);
    /** Changes what is in `values` and nothing else; an empty list there is sent as one. */
    [[nodiscard]] FutureOutcome<VerbResult> update(const KeyRecord &key,
                                                   const QMap<QString, QJsonValue> &values);
    /** Makes, renames or deletes an organization or a project, and lists to see that it is so. */
    [[nodiscard]] FutureOutcome<ContainerResult> changeContainer(const ContainerOrder &order);

    [[nodiscard]] FutureOutcome<Listing<WebhookRecord>>
    listWebhooks(const ContainerPath &container, CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<QList<FieldOption>>
    webhookFieldOptions(const QString &field, const ContainerPath &container);
    [[nodiscard]] FutureOutcome<CreatedWebhook> createWebhook(const WebhookOrder &order);
    /** Pause, Resume, Delete or Ping. */
    [[nodiscard]] FutureOutcome<WebhookResult> changeWebhook(WebhookVerb verb,
                                                             const WebhookRecord &webhook);
    [[nodiscard]] FutureOutcome<Listing<WebhookDelivery>>
    webhookDeliveries(const WebhookRecord &webhook, CancellationPtr cancellation = {});
    [[nodiscard]] FutureOutcome<Done> retryDelivery(const WebhookRecord &webhook,
                                                    const QString &delivery);

    /** Starts an export of the vendor's audit log; ask exportState() until it is Ready. */
    [[nodiscard]] FutureOutcome<VendorAuditExport> startAuditExport(const VendorAuditOrder &order);
    [[nodiscard]] FutureOutcome<VendorAuditExport> exportState(const VendorAuditOrder &order,
                                                               const QString &id);
    /** Writes the finished export to a new file, unpacked. Never leaves half a file. */
    [[nodiscard]] FutureOutcome<Done> downloadAuditExport(const VendorAuditOrder &order,
                                                          const QString &id, const QString &file,
                                                          CancellationPtr cancellation = {});

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
