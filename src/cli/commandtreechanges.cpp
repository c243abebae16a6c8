// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"
#include "cli/values.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Outcome<Command> readContainersCreate(const QString &level, const Arguments &given)
{
    ContainersCreate command{level, given.text("--account"), {}, given.text("--name"), {}, {}};
    if (level == "project"_L1)
        command.parent = given.text("--org");
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    command.fields = *fields;
    if (namesDelivery(given)) {
        const auto delivery = readDelivery(given);
        if (!delivery)
            return delivery.error();
        command.delivery = *delivery;
    }
    return Command(command);
}

Outcome<Command> readKeysRotate(const Arguments &given)
{
    KeysRotate command;
    command.key = given.text("KEY");
    command.yes = given.has("--yes");
    const auto grace = readSeconds(given, "--grace");
    if (!grace)
        return grace.error();
    command.grace = *grace;
    const auto expires = readSeconds(given, "--expires-in");
    if (!expires)
        return expires.error();
    command.expiresIn = *expires;
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    command.fields = *fields;
    const auto delivery = readDelivery(given);
    if (!delivery)
        return delivery.error();
    command.delivery = *delivery;
    return Command(command);
}

Outcome<Command> readKeysUpdate(const Arguments &given)
{
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    if (fields->isEmpty())
        return usageError(CommandTree::tr("Say what shall change: --set FIELD=VALUE."));
    return Command(KeysUpdate{given.text("KEY"), *fields});
}

Outcome<Command> readKeysReplace(const Arguments &given)
{
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    const auto delivery = readDelivery(given);
    if (!delivery)
        return delivery.error();
    return Command(KeysReplace{given.text("KEY"), *fields, *delivery, given.has("--yes")});
}

Outcome<Command> readReplacementsResume(const Arguments &given)
{
    ReplacementsChange command{given.text("ID"), false, {}, given.has("--yes")};
    if (namesDelivery(given)) {
        const auto delivery = readDelivery(given);
        if (!delivery)
            return delivery.error();
        command.delivery = *delivery;
    }
    return Command(command);
}

Outcome<Command> readWebhooksCreate(const Arguments &given)
{
    const auto fields = readFields(given);
    if (!fields)
        return fields.error();
    const auto delivery = readDelivery(given);
    if (!delivery)
        return delivery.error();
    return Command(WebhooksCreate{given.text("--account"), given.text("--project"),
                                  given.text("--url"), given.texts("--event"), *fields, *delivery,
                                  given.texts("--secret")});
}

Outcome<Command> readVendorExport(const Arguments &given)
{
    const auto period = readPeriod(given);
    if (!period)
        return period.error();
    return Command(AuditVendorExport{given.text("--account"), given.text("--project"),
                                     given.file("--output"), given.text("--search"), *period,
                                     given.has("--overwrite")});
}

} // namespace

void CommandTree::addContainerChanges(CLI::App *containers, const QString &level)
{
    const bool isProject = level == "project"_L1;
    const QString which = tr("Its id, its name, or ORG/PROJECT");
    Arguments &create = leaf(containers, "create", tr("Make one"), [level](const Arguments &given) {
        return readContainersCreate(level, given);
    });
    create.required("--account", "ACCOUNT", tr("At this account"))
        .required("--name", "NAME", tr("Its name"))
        .repeatable("--set", "FIELD=VALUE", tr("Any other field of the vendor's form"));
    declareDelivery(create, tr("Where the secret of the key that comes with it goes"), false);
    if (isProject)
        create.option("--org", "ORG", tr("In this organization, where there are several"));
    leaf(containers, "rename", tr("Give one another name"), plain([level](const Arguments &given) {
             return ContainersChange{ContainerVerb::Rename,   level,
                                     given.text("CONTAINER"), given.text("--account"),
                                     given.text("--name"),    false};
         }))
        .argument("CONTAINER", which)
        .option("--account", "ACCOUNT", tr("At this account"))
        .required("--name", "NAME", tr("The new name"));
    leaf(containers, "delete", tr("Delete one, and what is in it"),
         plain([level](const Arguments &given) {
             return ContainersChange{ContainerVerb::Delete,   level, given.text("CONTAINER"),
                                     given.text("--account"), {},    given.has("--yes")};
         }))
        .argument("CONTAINER", which)
        .option("--account", "ACCOUNT", tr("At this account"))
        .flag("--yes", tr("Do not ask"));
}

void CommandTree::addKeyForms()
{
    const QString key = tr("ref, ACCOUNT/ID, ACCOUNT/NAME or NAME");
    const QString deliver = tr("Where the new secret goes");
    declareDelivery(
        leaf(m_keys, "rotate", tr("Give a key a new secret"), readKeysRotate)
            .argument("KEY", key)
            .option("--grace", "DURATION", tr("How long the old secret goes on working, e.g. 24h"))
            .option("--expires-in", "DURATION", tr("90d, 36h or 2w, where the vendor offers it"))
            .repeatable("--set", "FIELD=VALUE", tr("Any other field of the vendor's form"))
            .flag("--yes", tr("Do not ask")),
        deliver);
    leaf(m_keys, "update", tr("Change what a key may do"), readKeysUpdate)
        .argument("KEY", key)
        .repeatable("--set", "FIELD=VALUE", tr("A field of the vendor's form"));
    declareDelivery(
        leaf(m_keys, "replace", tr("Make a new key like this one, deliver it, end the old one"),
             readKeysReplace)
            .argument("KEY", key)
            .repeatable("--set", "FIELD=VALUE", tr("A field that shall differ from the old key's"))
            .flag("--yes", tr("Do not ask")),
        deliver);
    leaf(m_keys, "snippet", tr("How a program uses a key; without the secret"),
         plain([](const Arguments &given) {
             return KeysSnippet{given.text("KEY"), given.text("--language")};
         }))
        .argument("KEY", key)
        .option("--language", "LANGUAGE", tr("One of the languages only"));
}

void CommandTree::addReplacements()
{
    CLI::App *replacements = group("replacements", tr("Replacements of keys that have not ended"));
    const QString id = tr("Id of the replacement");
    leaf(replacements, "list", tr("List them, and what comes next"),
         plain([](const Arguments &) { return ReplacementsList{}; }));
    declareDelivery(leaf(replacements, "resume", tr("Go on with one"), readReplacementsResume)
                        .argument("ID", id)
                        .flag("--yes", tr("Do not ask")),
                    tr("Where a new secret that is still held goes"), false);
    leaf(replacements, "abandon", tr("Leave both keys as they are"),
         plain([](const Arguments &given) {
             return ReplacementsChange{given.text("ID"), true, {}, false};
         }))
        .argument("ID", id);
}

void CommandTree::addWebhooks()
{
    CLI::App *webhooks = group("webhooks", tr("Where vendors send their events"));
    const QString account = tr("At this account");
    const QString project = tr("Of this project, where webhooks are in projects");
    const QString which = tr("Id or URL of the webhook");
    leaf(webhooks, "list", tr("List the webhooks"), plain([](const Arguments &given) {
             return WebhooksList{given.text("--account"), given.text("--project")};
         }))
        .required("--account", "ACCOUNT", account)
        .option("--project", "PROJECT", project);
    declareDelivery(
        leaf(webhooks, "create", tr("Make a webhook"), readWebhooksCreate)
            .required("--account", "ACCOUNT", account)
            .option("--project", "PROJECT", project)
            .required("--url", "URL", tr("Where it sends"))
            .repeatable("--event", "EVENT", tr("What it sends; may be repeated"))
            .repeatable("--set", "FIELD=VALUE", tr("Any other field of the vendor's form"))
            .repeatable("--secret", "FIELD",
                        tr("A field that is a secret: asked for without echo, or a line of "
                           "standard input")),
        tr("Where the signing secret goes"));
    const std::pair<WebhookVerb, QString> verbs[] = {
        {WebhookVerb::Pause, tr("Stop a webhook until it is resumed")},
        {WebhookVerb::Resume, tr("Let a paused webhook send again")},
        {WebhookVerb::Ping, tr("Let a webhook send a test event")},
        {WebhookVerb::Delete, tr("Delete a webhook")},
        {WebhookVerb::Retry, tr("Let one delivery be sent again")},
    };
    for (const auto &[verb, help] : verbs) {
        Arguments &change =
            leaf(webhooks, webhookVerbName(verb).toLatin1().constData(), help,
                 plain([verb = verb](const Arguments &given) {
                     const bool retry = verb == WebhookVerb::Retry;
                     return WebhooksChange{verb, given.text("--account"), given.text("WEBHOOK"),
                                           retry ? given.text("DELIVERY") : QString(),
                                           verb == WebhookVerb::Delete && given.has("--yes")};
                 }));
        change.argument("WEBHOOK", which);
        if (verb == WebhookVerb::Retry)
            change.argument("DELIVERY", tr("Id of the delivery"));
        change.required("--account", "ACCOUNT", account);
        if (verb == WebhookVerb::Delete)
            change.flag("--yes", tr("Do not ask"));
    }
    leaf(webhooks, "deliveries", tr("List what a webhook has sent"),
         plain([](const Arguments &given) {
             return WebhooksDeliveries{given.text("--account"), given.text("WEBHOOK")};
         }))
        .argument("WEBHOOK", which)
        .required("--account", "ACCOUNT", account);
}

void CommandTree::addVendorExport(CLI::App *audit)
{
    leaf(audit, "vendor-export", tr("Save the audit log that the vendor keeps"), readVendorExport)
        .required("--account", "ACCOUNT", tr("Of this account"))
        .option("--project", "PROJECT", tr("Of this project only: an id, NAME or ORG/PROJECT"))
        .required("--output", "FILE", tr("File to write"))
        .flag("--overwrite", tr("Replace what is in the file"))
        .option("--from", "DATE", tr("From this date or time"))
        .option("--to", "DATE", tr("To the end of this date, or to this time"))
        .option("--search", "TEXT", tr("What the vendor shall search for"));
}

} // namespace chatelaine::cli
