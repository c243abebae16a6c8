// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/run.h"
#include "core/keyquery.h"
#include "core/providerinfo.h"

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

struct AccountsList
{};
struct AccountsAdd
{
    QString name;
    QString provider;       ///< an id, or empty
    QString definitionFile; ///< absolute; or empty
    QString url;
    QString caFile; ///< absolute; or empty
    QList<CredentialChoice> credentials;
};
struct AccountsUpdate
{
    QString name;
    QString url;
    QString caFile;
    QList<CredentialChoice> credentials;
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
    enum class Delivery { Stdout, Keychain };
    QString account;
    QString project;
    QString kind;
    QString name;
    QStringList scopes;
    QString environment;
    std::optional<qint64> expiresIn; ///< seconds
    QList<std::pair<QString, QString>> fields;
    Delivery delivery = Delivery::Keychain;
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
struct KeysChange
{
    KeyVerb verb = KeyVerb::Disable;
    QString key;
    bool yes = false;
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
};

struct AuditList
{
    Period period;
};
struct AuditExport
{
    QString format;
    QString file; ///< absolute
    Period period;
};
struct AuditVerify
{};

struct OperationsList
{
    std::optional<OperationState> state;
};

/** A command that is planned and not here yet. */
struct NotHereYet
{
    QString command;
    QStringList existing; ///< those of its group that are
};

using Command =
    std::variant<ProvidersList, ProvidersShow, ProvidersCheck, AccountsList, AccountsAdd,
                 AccountsUpdate, AccountsCheck, AccountsRemove, SyncAccounts, ContainersList,
                 KeysList, KeysShow, KeysCreate, KeysAdd, KeysCheck, KeysChange, UsageShow,
                 QuotaShow, AuditList, AuditExport, AuditVerify, OperationsList, NotHereYet>;

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
