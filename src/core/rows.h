// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "core/listing.h"
#include "core/operation.h"
#include "core/usage.h"
#include "core/webhook.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>

namespace chatelaine {

/** Where the value of a credential slot comes from; never the value. */
struct CredentialSource
{
    enum class Kind { Keychain, Environment, File, Session } kind = Kind::Keychain;
    QString place; ///< name of the variable or path of the file; empty for Keychain and Session
                   ///< (memory of this run)
    bool operator==(const CredentialSource &) const = default;
};

/** What is known of an account's connection since the last attempt. */
struct AccountStatus
{
    enum class Condition { NeverSynced, Fresh, Incomplete, Unauthorized, Offline, Failed };
    Condition condition = Condition::NeverSynced;
    QString message;                     ///< a sentence, when something is the matter
    std::optional<Timestamp> asOf;       ///< when the inventory was last read, completely or not
    std::optional<Timestamp> completeAt; ///< when it was last read completely
    QStringList reasons;                 ///< why it is incomplete
    bool operator==(const AccountStatus &) const = default;
};

/** The name of the fact that says who an account's credential is, in the vendor's words. */
inline const QString identityFact = QStringLiteral("identity");

struct AccountRow
{
    AccountId id;
    QString name; ///< unique, no slash
    ProviderId provider;
    QString definitionFile; ///< the user's own definition, when the account was added by file; else
                            ///< empty
    QString baseUrl;
    QString caFile; ///< PEM file of a custom CA; empty for the system's
    QByteArray pin; ///< SHA-256 of the only certificate that is accepted, 32 bytes; empty: any that
                    ///< is valid
    QMap<QString, CredentialSource> credentials; ///< by slot
    QMap<QString, QString> facts; ///< what the engine found out and keeps: chosen variant, header
                                  ///< form, capabilities off
    bool practice = false;        ///< connected to the practice server by the application itself
    bool shared = false;          ///< it came from the team
    Timestamp createdAt;
    AccountStatus status;

    /** Seen through the team only: nobody has given a credential for it here. */
    bool isWatched() const { return shared && credentials.isEmpty(); }
    bool operator==(const AccountRow &) const = default;
};

/** An organization or project of the inventory. */
struct ContainerRow
{
    AccountId account;
    ContainerPath path; ///< itself last
    qint64 keys = 0;    ///< keys directly in it that are not deleted
    qint64 attention = 0;
    QList<std::pair<QString, QString>> details;
    bool operator==(const ContainerRow &) const = default;
};

/** A key of the inventory. */
struct KeyRow
{
    KeyUid uid;
    AccountId account;
    KeyRecord record;
    bool manual = false; ///< added by hand: a sync never changes it
    bool inUse = false;  ///< the account's own credential, as far as the mask tells
    bool kept = false;   ///< its secret is in the keychain (`kept/<uid>`)
    std::optional<Timestamp> firstSeenAt;
    std::optional<Timestamp> lastSeenAt;
    std::optional<Timestamp> vanishedAt; ///< a complete listing no longer had it
    std::optional<Timestamp> endedAt;    ///< revoked or deleted by us, as verified
    bool operator==(const KeyRow &) const = default;
};

/** One reading of an account, as applied. */
struct SyncResult
{
    AccountId account;
    Listing<ContainerPath> containers;
    QHash<QString, QList<std::pair<QString, QString>>> containerDetails; ///< by containerKey()
    Listing<KeyRecord> keys;
    /** The containers whose keys were listed completely: only their missing keys have vanished. */
    QList<ContainerPath> completeContainers;
    bool containersComplete = false; ///< containers that are missing from `containers` are gone
    /** Details of keys that can be set, as their definition has it: the label, and the field's id.
     */
    QList<std::pair<QString, QString>> settings;
    QStringList inUse; ///< keyPlace() of those recognised as the account's own credential
    AccountStatus status;
    Timestamp startedAt;
    Timestamp endedAt;
    QString askedBy; ///< "window", "cli", "operation"
};

/** A stable text for a container path: its ids, percent-encoded, joined by '/'. Empty for the
 * account itself. */
QString containerKey(const ContainerPath &path);

/** A stable text for a key in its account: ids of vendors are unique only within their container.
 */
QString keyPlace(const ContainerPath &container, const VendorKeyId &id);

struct SyncSummary
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 vanished = 0;
    qint64 total = 0;
};

/** A webhook that is known here: as last listed by the vendor, or as made here where it lists none.
 */
struct WebhookRow
{
    WebhookUid uid;
    AccountId account;
    WebhookRecord record;
    OperationId madeBy; ///< the operation that made it here; empty: it was only listed
    bool kept = false;  ///< its signing secret is in the keychain (`kept/<uid>`)
    std::optional<Timestamp> firstSeenAt;
    std::optional<Timestamp> lastSeenAt;
    std::optional<Timestamp> goneAt; ///< deleted by us, or missing from a complete listing
    bool operator==(const WebhookRow &) const = default;
};

/** One reading of the webhooks of a container, as applied. */
struct WebhookListing
{
    AccountId account;
    ContainerPath container; ///< whose set was read; empty: the account's
    Listing<WebhookRecord> webhooks;
};

/** How far the replacement of a key has come. Each is in the store before its call is made. */
enum class ReplacementStep {
    Making,     ///< the new key is being made, or was to be
    Delivering, ///< it is made; its secret is on its way to where it is needed
    Retiring,   ///< its secret was stored: the old key is being revoked
    Finished,
    Abandoned
};

QString replacementStepName(ReplacementStep step); ///< "making", "delivering", ...
std::optional<ReplacementStep> replacementStepFromName(QStringView name);

/** The replacement of a key by a new one. */
struct ReplacementRow
{
    ReplacementId id;
    AccountId account;
    KeyUid oldKey;
    KeyUid newKey;                    ///< empty until it is known
    OperationId creation;             ///< the operation that makes, or made, the new key
    QMap<QString, QJsonValue> values; ///< of the new key's form; never a secret
    ReplacementStep step = ReplacementStep::Making;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt;
    QString message; ///< why it stands still, in a sentence; may be empty
};

/** What became of an organization or project, for the store to commit in one piece. */
struct ContainerEnding
{
    AccountId account;
    ContainerPath container;
    bool takesKeys = false; ///< the keys in it ended with it
};

/** A change that is or was sent to a vendor. */
struct OperationRow
{
    OperationId id;
    AccountId account;
    QString verb;   ///< "create", "revoke", ...
    QString object; ///< "key", "project", "webhook", ...
    ContainerPath container;
    QString kind;
    KeyUid key; ///< of an existing key; empty for a create until it is known
    VendorKeyId vendorKey;
    QString sentName;      ///< exactly as sent: an operation in doubt is found by it
    QStringList idsBefore; ///< of a create: the ids in a listing made just before
    bool idsBeforeComplete = false;
    OperationState state = OperationState::Intended;
    Timestamp intendedAt;
    std::optional<Timestamp> sentAt;
    std::optional<Timestamp> endedAt;
    QString message; ///< the error or how it was settled; never a secret
    QString requestId;
    bool secretHeld = false; ///< `held/<id>` is in the keychain
};

/** What a caller says of an event; the store adds sequence number, time, installation and the
 * chain. */
struct JournalEvent
{
    QString kind;    ///< "key.create", "report.export", ... (docs/journal-format.md)
    QString outcome; ///< "intended", "succeeded", "failed", "in_doubt", "settled"
    AccountId account;
    QString accountName;
    ProviderId provider;
    QString object;   ///< name of the thing, e.g. the key's name; untrusted text
    QString mask;     ///< of the key
    QString vendorId; ///< of the key or container
    ContainerPath container;
    OperationId operation;
    QString requestId;
    QJsonObject detail; ///< strings and integers only
};

struct JournalLine
{
    qint64 sequence = 0; ///< from 1, in this installation's chain
    Timestamp time;
    QByteArray line;           ///< canonical JSON, byte-equal to what is hashed and exported
    QString installation = {}; ///< whose entry, in a reading of all chains; else empty
};

/** Where an entry stands among those of all chains: by time, then by chain and number. */
struct JournalPlace
{
    Timestamp time;
    QString installation;
    qint64 sequence = 0;
};

struct JournalFilter
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< exclusive
    AccountId account;           ///< empty: all
    OperationId operation;       ///< empty: all
    QString installation;        ///< whose chain; empty: this installation's own
    qint64 afterSequence = 0;
    int limit = 1000;
};

struct JournalVerdict
{
    bool intact = true;
    qint64 entries = 0;
    qint64 firstBad = 0; ///< sequence number; 0 when intact
    QString reason;
    QByteArray head; ///< SHA-256 of the last line, 32 bytes; empty for an empty journal
};

/** Something that we put into the keychain: its name and what it is, never its value. */
struct KeychainEntry
{
    QString user; ///< e.g. `held/<operation uuid>`
    enum class Purpose { Credential, Held, Kept, Signing, Team } purpose = Purpose::Credential;
    AccountId account;
    KeyUid key;
    OperationId operation;
    Timestamp createdAt;
};

struct UsageQuery
{
    AccountId account;
    ContainerPath container; ///< empty: the whole account
    QString metric;          ///< empty: all
    QString series;          ///< empty: totals only
    Timestamp from;
    Timestamp to;
    enum class Grain {
        OneSeries,
        EverySeries, ///< whatever `series` says
        /** The totals of each container `depth` levels below, as series "part" with its id; of
         * those further below with the containerKey() from here on. */
        Parts,
    };
    Grain grain = Grain::OneSeries;
    int depth = 1; ///< of Parts
};

/** What changed in the store; empty lists with `everything` set after another process wrote. */
struct ChangeSet
{
    bool everything = false;
    bool accounts = false;
    bool containers = false;
    bool keys = false;
    bool journal = false;
    bool operations = false;
    bool usage = false;
    bool quotas = false;
    bool webhooks = false;
    bool replacements = false;
    bool notes = false; ///< of keys
};

} // namespace chatelaine

Q_DECLARE_METATYPE(chatelaine::ChangeSet)
