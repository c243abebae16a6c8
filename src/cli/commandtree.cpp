// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandtree.h"

#include "cli/cli11.h"
#include "cli/readers.h"
#include "cli/values.h"
#include "core/journalwords.h"
#include "services/reportservice.h"

#include <QDir>
#include <QRegularExpression>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Outcome<Command> readKeysList(const Arguments &given)
{
    const auto filters = readKeyFilters(given);
    if (!filters)
        return filters.error();
    return Command(*filters);
}

Outcome<Command> readKeysCreate(const Arguments &given)
{
    KeysCreate command;
    command.account = given.text("--account");
    command.project = given.text("--project");
    command.kind = given.text("--kind");
    command.name = given.text("--name");
    command.scopes = given.texts("--scope");
    command.environment = given.text("--environment");
    const auto delivery = readDelivery(given);
    if (!delivery)
        return delivery.error();
    command.delivery = *delivery;
    const auto expires = readSeconds(given, "--expires-in");
    if (!expires)
        return expires.error();
    command.expiresIn = *expires;
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    command.fields = *fields;
    return Command(command);
}

Outcome<Command> readAuditExport(const Arguments &given)
{
    const QString format = given.text("--format");
    if (!ReportService::formats().contains(format))
        return usageError(
            CommandTree::tr("--format is one of %1.").arg(ReportService::formats().join(", "_L1)));
    const QString sheet = given.text("--sheet");
    if (!sheet.isEmpty() && !ReportService::sheets().contains(sheet))
        return usageError(
            CommandTree::tr("--sheet is one of %1.").arg(ReportService::sheets().join(", "_L1)));
    if (!sheet.isEmpty() && format != "csv"_L1 && format != "jsonl"_L1)
        return usageError(CommandTree::tr("--sheet is for csv and jsonl: the others have all."));
    const auto period = readPeriod(given);
    if (!period)
        return period.error();
    AuditExport order{format,
                      given.file("--output"),
                      *period,
                      given.has("--overwrite"),
                      given.texts("--account"),
                      {},
                      sheet,
                      given.file("--clauses")};
    if (given.has("--signing-key")) {
        const auto source = readCredential(given.text("--signing-key"));
        if (!source || !source->slot.isEmpty())
            return usageError(CommandTree::tr("--signing-key is keychain, env:VAR or file:PATH."));
        order.signingKey = source->source;
    }
    return Command(order);
}

Outcome<Command> readAuditList(const Arguments &given)
{
    const auto period = readPeriod(given);
    if (!period)
        return period.error();
    AuditList order;
    order.account = given.text("--account");
    order.key = given.text("--key");
    order.query.from = period->from;
    order.query.to = period->to;
    order.query.kind = given.text("--kind");
    order.query.outcome = given.text("--outcome").replace(u'-', u'_');
    order.query.writer = given.text("--who");
    order.query.text = given.text("--search");
    const QStringList outcomes = journalOutcomes();
    if (!order.query.outcome.isEmpty() && !outcomes.contains(order.query.outcome))
        return usageError(CommandTree::tr("--outcome is one of %1.").arg(outcomes.join(u", "_s)));
    if (!order.query.kind.isEmpty() && !isJournalKind(order.query.kind))
        return usageError(CommandTree::tr("--kind is one of %1, or what these begin with.")
                              .arg(journalKinds().join(u", "_s)));
    return Command(order);
}

Outcome<Command> readAuditVerify(const Arguments &given)
{
    AuditVerify order;
    if (given.texts("FILE").size() > 1)
        return usageError(CommandTree::tr("One FILE at a time."));
    if (given.has("FILE"))
        order.file = QDir::current().absoluteFilePath(given.texts("FILE").constFirst());
    order.fingerprint = given.text("--fingerprint").toLower().remove(u':').remove(u' ');
    order.previous = given.file("--previous");
    order.mayBeOlder = given.has("--older");
    const bool isOfFile =
        !order.fingerprint.isEmpty() || !order.previous.isEmpty() || order.mayBeOlder;
    if (isOfFile && order.file.isEmpty())
        return usageError(CommandTree::tr("--fingerprint, --previous and --older are for a FILE."));
    return Command(order);
}

} // namespace

CommandTree::CommandTree(CLI::App &root)
    : m_root(root)
{
    addProviders();
    addDestinations();
    addAccounts();
    addSync();
    addContainers("orgs", "organization", tr("Organizations: list, make, rename, delete them"));
    addContainers("projects", "project", tr("Projects: list, make, rename, delete them"));
    m_keys = group("keys", tr("Keys: list, make, check and retire them"));
    addKeyReaders();
    addKeyMakers();
    addKeyChanges();
    addKeyForms();
    addReplacements();
    addBulk();
    addUsage();
    addAudit();
    addOperations();
    addSecrets();
    addFindings();
    addKeyNotes();
    addKeychain();
    addTeam();
    addWebhooks();
}

Outcome<Command> CommandTree::chosen() const
{
    for (const Leaf &candidate : m_leaves) {
        if (candidate.arguments.chosen())
            return candidate.read(candidate.arguments);
    }
    Q_UNREACHABLE();
}

CLI::App *CommandTree::group(const char *name, const QString &help)
{
    CLI::App *app = m_root.add_subcommand(name, help.toStdString());
    app->require_subcommand(1);
    return app;
}

Arguments &CommandTree::leaf(CLI::App *parent, const char *name, const QString &help, Reader read)
{
    CLI::App *app = parent->add_subcommand(name, help.toStdString());
    app->require_subcommand(0);
    m_leaves.push_back({Arguments(app), std::move(read)});
    return m_leaves.back().arguments;
}

void CommandTree::addProviders()
{
    CLI::App *providers = group("providers", tr("The vendors that accounts can be at"));
    leaf(providers, "list", tr("List the providers"),
         plain([](const Arguments &) { return ProvidersList{}; }));
    leaf(providers, "show", tr("What a provider offers"),
         plain([](const Arguments &given) { return ProvidersShow{given.text("ID")}; }))
        .argument("ID", tr("Id of the provider"));
    leaf(providers, "check", tr("Check a provider definition"),
         plain([](const Arguments &given) { return ProvidersCheck{given.file("FILE")}; }))
        .argument("FILE", tr("The definition"));
}

void CommandTree::addSync()
{
    leaf(&m_root, "sync", tr("Read the inventory from the vendors"),
         plain([](const Arguments &given) { return SyncAccounts{given.texts("ACCOUNT")}; }))
        .arguments("ACCOUNT", tr("Accounts to read; all when none is named"));
}

void CommandTree::addContainers(const char *name, const char *level, const QString &help)
{
    CLI::App *containers = group(name, help);
    const QString levelId = QLatin1StringView(level);
    leaf(containers, "list", tr("List those of the local inventory"),
         plain([levelId](const Arguments &given) {
             return ContainersList{levelId, given.text("--account")};
         }))
        .option("--account", "ACCOUNT", tr("Of this account only"));
    addContainerChanges(containers, levelId);
}

void CommandTree::addKeyReaders()
{
    addKeyFilters(leaf(m_keys, "list", tr("List the keys of the local inventory; asks no vendor"),
                       readKeysList));
    leaf(m_keys, "show", tr("Everything that is known of a key"),
         plain([](const Arguments &given) { return KeysShow{given.text("KEY")}; }))
        .argument("KEY", tr("ref, ACCOUNT/ID, ACCOUNT/NAME or NAME"));
    leaf(m_keys, "check", tr("Ask the vendor whether a key's secret is accepted"),
         plain([](const Arguments &given) {
             return KeysCheck{given.text("KEY"), given.has("--secret-stdin")};
         }))
        .argument("KEY", tr("ref, ACCOUNT/ID, ACCOUNT/NAME or NAME"))
        .flag("--secret-stdin", tr("The secret comes on standard input, not from the keychain"));
}

void CommandTree::addKeyMakers()
{
    declareDelivery(
        leaf(m_keys, "create", tr("Make a key"), readKeysCreate)
            .required("--account", "ACCOUNT", tr("At this account"))
            .option("--project", "PROJECT", tr("In this project: an id, NAME or ORG/PROJECT"))
            .option("--kind", "KIND", tr("Kind of key, where there are several"))
            .required("--name", "NAME", tr("Name of the key"))
            .repeatable("--scope", "SCOPE", tr("What it may do; may be repeated"))
            .option("--environment", "ENVIRONMENT",
                    tr("production or sandbox, where there is both"))
            .option("--expires-in", "DURATION", tr("90d, 36h or 2w, where the vendor offers it"))
            .repeatable("--set", "FIELD=VALUE", tr("Any other field of the vendor's form")),
        tr("Where the secret goes"));
    leaf(m_keys, "add", tr("Record an existing key; its secret comes on standard input"),
         plain([](const Arguments &given) {
             return KeysAdd{given.text("--account"), given.text("--kind"), given.text("--name")};
         }))
        .required("--account", "ACCOUNT", tr("At this account"))
        .option("--kind", "KIND", tr("Kind of key, where there are several"))
        .required("--name", "NAME", tr("Name of the key"));
}

void CommandTree::addKeyChanges()
{
    const std::pair<KeyVerb, QString> verbs[] = {
        {KeyVerb::Enable, tr("Let a disabled key work again")},
        {KeyVerb::Disable, tr("Stop a key until it is enabled again")},
        {KeyVerb::Revoke, tr("Stop a key for good")},
        {KeyVerb::Delete, tr("Delete a key")},
    };
    for (const auto &[verb, help] : verbs) {
        leaf(m_keys, keyVerbName(verb).toLatin1().constData(), help,
             plain([verb = verb](const Arguments &given) {
                 return KeysChange{verb, given.text("KEY"), given.has("--yes")};
             }))
            .argument("KEY", tr("ref, ACCOUNT/ID, ACCOUNT/NAME or NAME"))
            .flag("--yes", tr("Do not ask"));
    }
}

void CommandTree::addUsage()
{
    const QString account = tr("Of this account");
    leaf(&m_root, "usage", tr("What has been used, per metric and time"),
         [](const Arguments &given) -> Outcome<Command> {
             const auto period = readPeriod(given);
             if (!period)
                 return period.error();
             return Command(UsageShow{given.text("--account"), *period});
         })
        .required("--account", "ACCOUNT", account)
        .option("--from", "DATE", tr("From this date or time; 30 days ago when not given"))
        .option("--to", "DATE", tr("To the end of this date, or to this time; now when not given"));
    leaf(&m_root, "quota", tr("Limits and what is left of them"),
         [](const Arguments &given) -> Outcome<Command> {
             const auto period = readPeriod(given);
             if (!period)
                 return period.error();
             const bool history = given.has("--history");
             if (!history && (period->from || period->to))
                 return usageError(CommandTree::tr("--from and --to are for --history."));
             return Command(QuotaShow{given.text("--account"), history, *period});
         })
        .required("--account", "ACCOUNT", account)
        .flag("--history", tr("Every reading that is kept, oldest first; asks nobody"))
        .option("--from", "DATE", tr("With --history: from this date or time"))
        .option("--to", "DATE", tr("With --history: to the end of this date, or to this time"));
}

void CommandTree::addAudit()
{
    const QString from = tr("From this date or time");
    const QString to = tr("To the end of this date, or to this time");
    CLI::App *audit = group("audit", tr("The journal of every change"));
    leaf(audit, "list", tr("List the journal's entries, oldest first"), readAuditList)
        .option("--from", "DATE", from)
        .option("--to", "DATE", to)
        .option("--account", "ACCOUNT", tr("Entries about this account only"))
        .option("--key", "KEY", tr("All about one key, from its making on: ref, ACCOUNT/NAME, ..."))
        .option("--kind", "KIND", tr("key.create, ...; or key, for all that begin with \"key.\""))
        .option("--outcome", "OUTCOME",
                tr("intended, succeeded, accepted, failed, cancelled, in_doubt or settled"))
        .option("--who", "USER@HOST", tr("Of this writer only"))
        .option("--search", "TEXT", tr("Entries in which each of these words occurs"));
    leaf(audit, "export", tr("Write the journal, an audit report or an evidence pack"),
         readAuditExport)
        .required("--format", "FORMAT", ReportService::formats().join(", "_L1))
        .required("--output", "FILE", tr("File to write; of a pack the folder"))
        .flag("--overwrite", tr("Replace what is in the file"))
        .option("--from", "DATE", from)
        .option("--to", "DATE", to)
        .repeatable("--account", "ACCOUNT", tr("About this account only; may be repeated"))
        .option("--sheet", "SHEET",
                tr("Of an audit report, as csv or jsonl: %1")
                    .arg(ReportService::sheets().join(", "_L1)))
        .option("--clauses", "FILE", tr("Which clauses of which standards ask for what"))
        .option("--signing-key", "SOURCE",
                tr("An Ed25519 key in PEM form: env:VAR or file:PATH; else the keychain's own"));
    leaf(audit, "verify", tr("Prove that a journal is whole"), readAuditVerify)
        .arguments("FILE", tr("An export in JSON Lines or an evidence pack; without it the "
                              "profile's own chain"))
        .option("--fingerprint", "SHA256", tr("The signer's, as you know it by another way"))
        .option("--previous", "PACK", tr("An older pack that this one has to go on from"))
        .flag("--older", tr("It may be older than what was exported or verified here"));
    leaf(audit, "clauses", tr("Print the list of clauses, to edit it"),
         plain([](const Arguments &) { return AuditClauses{}; }));
    addVendorExport(audit);
}

void CommandTree::addKeychain()
{
    CLI::App *keychain = group("keychain", tr("The keychain of the desktop"));
    leaf(keychain, "check", tr("Look whether it works, and what to do when it does not"),
         plain([](const Arguments &) { return KeychainCheck{}; }));
}

} // namespace chatelaine::cli
