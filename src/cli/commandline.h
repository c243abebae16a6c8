// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/run.h"
#include "core/findings.h"
#include "core/journalquery.h"
#include "core/keynotes.h"
#include "core/keyquery.h"
#include "core/providerinfo.h"
#include "services/destination.h"

#include <variant>

// The commands as the user wrote them: what is right or wrong with one by itself is settled here,
// what depends on accounts and vendors is settled by the jobs.

namespace chatelaine::cli {

/** One `--credential [SLOT=]SOURCE`; an empty slot means the one that the provider needs. */
struct CredentialChoice
{
    QString slot;
    CredentialSource source;
    bool operator==(const CredentialChoice &) const = default;
};

struct ProvidersList
{};
struct ProvidersShow
{
    QString id;
};
struct ProvidersCheck
{
    QString file;
};

struct DestinationsList
{};
struct DestinationsCheck
{
    Destination destination;
};
struct DestinationsCheckFile
{
    QString file; ///< absolute
};

/** `--pin`: a digest, what the server shows now, or no pin any more. */
struct PinChoice
{
    enum class Kind { Given, Current, None } kind = Kind::Given;
    QByteArray sha256 = {}; ///< of Given: 32 bytes
    bool operator==(const PinChoice &) const = default;
};

struct AccountsList
{};
struct AccountsAdd
{
    QString name;
    QString provider;       ///< an id, or empty
    QString definitionFile; ///< absolute; or empty
    QString url;
    QString caFile; ///< absolute; or empty
    std::optional<PinChoice> pin;
    QList<CredentialChoice> credentials;
    bool yes = false;
};
struct AccountsUpdate
{
    QString name;
    QString url;
    QString caFile;
    std::optional<PinChoice> pin;
    QList<CredentialChoice> credentials;
    bool yes = false;
};
struct AccountsCheck
{
    QString name;
};
struct AccountsRemove
{
    QString name;
    bool yes = false;
};

struct SyncAccounts
{
    QStringList accounts; ///< empty: all
};

struct ContainersList
{
    QString level; ///< "organization" or "project"
    QString account;
};

/** Where a new secret goes: to standard output, or to a destination. */
struct Delivery
{
    std::optional<Destination> to; ///< nothing: standard output
    bool isStdout() const { return !to; }
    bool isKeychain() const { return to && to->id == destinationId::keychain; }
    bool operator==(const Delivery &) const = default;
};

using SetFields = QList<std::pair<QString, QString>>; ///< each `--set FIELD=VALUE`

struct ContainersCreate
{
    QString level;
    QString account;
    QString parent; ///< of a project: the organization; may be empty where there is one
    QString name;
    SetFields fields;
    std::optional<Delivery> delivery; ///< where a key comes with it
};
struct ContainersChange
{
    ContainerVerb verb = ContainerVerb::Rename;
    QString level;
    QString container;
    QString account; ///< may be empty
    QString name;    ///< of a rename
    bool yes = false;
};

struct KeysList
{
    QString account;
    QString project;
    QString kind;
    QSet<KeyState> states;
    QString search;
};
struct KeysShow
{
    QString key;
};
struct KeysCreate
{
    QString account;
    QString project;
    QString kind;
    QString name;
    QStringList scopes;
    QString environment;
    std::optional<qint64> expiresIn; ///< seconds
    SetFields fields;
    Delivery delivery;
};
struct KeysAdd
{
    QString account;
    QString kind;
    QString name;
};
struct KeysCheck
{
    QString key;
    bool secretFromInput = false;
};
/** Something that is said of keys, and of which no vendor is told. */
struct KeysSay
{
    enum class What { Note, Review, Acknowledgement, Exception, ExceptionEnd } what = What::Note;
    QStringList keys;
    QMap<NoteTopic, QString> values; ///< of a note
    ReviewDecision decision = ReviewDecision::Keep;
    QString reason;         ///< of a review
    QString acknowledgedBy; ///< a review
    FindingException exception;
};
struct ExceptionsList
{
    QString account; ///< empty: all
};
struct KeysSnippet
{
    QString key;
    QString language; ///< empty: all
};
struct KeysRotate
{
    QString key;
    std::optional<qint64> grace;     ///< seconds
    std::optional<qint64> expiresIn; ///< seconds
    SetFields fields;
    Delivery delivery;
    bool yes = false;
};
struct KeysUpdate
{
    QString key;
    SetFields fields;
};
struct KeysReplace
{
    QString key;
    SetFields fields;
    Delivery delivery;
    bool yes = false;
};
struct ReplacementsList
{};
struct ReplacementsChange
{
    QString id;
    bool abandon = false;             ///< else: gone on with
    std::optional<Delivery> delivery; ///< where the new secret still has to go
    bool yes = false;
};
struct KeysChange
{
    KeyVerb verb = KeyVerb::Disable;
    QString key;
    bool yes = false;
};

/** Which keys a bulk change is about: those named, those that the filters select, or those whose
 * secrets come on standard input. */
struct BulkChange
{
    KeyVerb verb = KeyVerb::Revoke;
    QStringList keys;
    std::optional<KeysList> filter;
    bool leaked = false;
    bool likely = false; ///< of leaked values: not only what is proven
    bool yes = false;
};
struct BulkList
{};
struct BulkRunCommand
{
    enum class Step { Show, Resume, Drop } step = Step::Show;
    QString id;
    bool yes = false;
};
struct KeysIdentify
{};

struct WebhooksList
{
    QString account;
    QString project;
};
struct WebhooksCreate
{
    QString account;
    QString project;
    QString url;
    QStringList events;
    SetFields fields;
    Delivery delivery;
    QStringList secrets; ///< ids of fields whose values are asked for
};
struct WebhooksChange
{
    WebhookVerb verb = WebhookVerb::Pause;
    QString account;
    QString webhook;
    QString delivery; ///< of a retry: which one
    bool yes = false;
};
struct WebhooksDeliveries
{
    QString account;
    QString webhook;
};

/** What was asked for of a time: [from, to). */
struct Period
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
};

struct UsageShow
{
    QString account;
    Period period;
};
struct QuotaShow
{
    QString account;
    bool history = false; ///< what was read before, of `period`
    Period period = {};
};

struct AuditList
{
    JournalQuery query; ///< but account and key, whose names are not looked up yet
    QString account;
    QString key;
};
struct AuditExport
{
    QString format;
    QString file; ///< absolute
    Period period;
    bool overwrite = false;
    QStringList accounts; ///< names; empty: all
    std::optional<CredentialSource> signingKey;
    QString sheet;       ///< of a report, as CSV or JSON Lines; empty: the journal
    QString clausesFile; ///< absolute; empty: the built-in ones
};
struct AuditVerify
{
    QString file;        ///< absolute, of an export or a pack; empty: the profile's own chain
    QString fingerprint; ///< the signer's, as it was told by another way; may be empty
    QString previous;    ///< absolute: a pack that it has to be newer than; may be empty
    bool mayBeOlder = false;
};
struct AuditClauses
{};

struct AuditVendorExport
{
    QString account;
    QString project;
    QString file; ///< absolute
    QString search;
    Period period;
    bool overwrite = false;
};

struct KeychainCheck
{};

struct TeamJoin
{
    TeamAddress address;
    bool passwordFromInput = false;
};
struct TeamStatus
{};
struct TeamSync
{};
struct TeamLeave
{};

struct OperationsList
{
    std::optional<OperationState> state;
};

struct OperationsSettle
{
    QString id;
    bool tookEffect = false;
    QString key; ///< of a create: which candidate it made; may be empty where one is certain
};

struct FindingsList
{
    QString account; ///< empty: all
    std::optional<FindingRule> rule;
    std::optional<int> ageDays;
};

struct SecretsList
{};
struct SecretsDeliver
{
    QString id;
    Delivery delivery;
};

using Command =
    std::variant<ProvidersList, ProvidersShow, ProvidersCheck, DestinationsList, DestinationsCheck,
                 DestinationsCheckFile, AccountsList, AccountsAdd, AccountsUpdate, AccountsCheck,
                 AccountsRemove, SyncAccounts, ContainersList, ContainersCreate, ContainersChange,
                 KeysList, KeysShow, KeysSay, ExceptionsList, KeysCreate, KeysAdd, KeysCheck,
                 KeysSnippet, KeysChange, KeysRotate, KeysUpdate, KeysReplace, ReplacementsList,
                 ReplacementsChange, WebhooksList, WebhooksCreate, WebhooksChange,
                 WebhooksDeliveries, UsageShow, QuotaShow, AuditList, AuditExport, AuditVerify,
                 AuditClauses, AuditVendorExport, OperationsList, OperationsSettle, FindingsList,
                 SecretsList, SecretsDeliver, BulkChange, BulkList, BulkRunCommand, KeysIdentify,
                 KeychainCheck, TeamJoin, TeamStatus, TeamSync, TeamLeave>;

struct CommandLine
{
    CliOptions options;
    Command command;
};

/** Why no command is run: help was asked for (status 0), or the usage is wrong (status 2). */
struct NoCommand
{
    int status = 2;
    bool json = false;
    QString text; ///< help, or what is wrong; never repeats a value that may be a secret
};

/** Reads the command line; opens nothing but looks up relative paths. */
std::variant<CommandLine, NoCommand> parse(int argc, const char *const *argv);

} // namespace chatelaine::cli
