// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"
#include "cli/values.h"

namespace chatelaine::cli {

namespace {

bool hasFilter(const Arguments &given)
{
    for (const char *filter : {"--account", "--project", "--kind", "--state", "--search"}) {
        if (given.has(filter))
            return true;
    }
    return false;
}

Outcome<Command> readBulkChange(KeyVerb verb, const Arguments &given)
{
    BulkChange command;
    command.verb = verb;
    command.keys = given.texts("KEY");
    command.leaked = given.has("--leaked-stdin");
    command.likely = given.has("--likely");
    command.yes = given.has("--yes");
    const int ways =
        (command.keys.isEmpty() ? 0 : 1) + (command.leaked ? 1 : 0) + (hasFilter(given) ? 1 : 0);
    if (ways != 1)
        return usageError(CommandTree::tr(
            "Say which keys in one way: name them, or filter them, or use --leaked-stdin."));
    if (command.likely && !command.leaked)
        return usageError(CommandTree::tr("--likely is for --leaked-stdin."));
    if (!hasFilter(given))
        return Command(command);
    const auto filter = readKeyFilters(given);
    if (!filter)
        return filter.error();
    command.filter = *filter;
    return Command(command);
}

} // namespace

void CommandTree::addBulk()
{
    CLI::App *bulk = group("bulk", tr("One change of many keys"));
    const std::pair<KeyVerb, QString> verbs[] = {
        {KeyVerb::Revoke, tr("Stop many keys for good")},
        {KeyVerb::Disable, tr("Stop many keys until they are enabled again")},
        {KeyVerb::Delete, tr("Delete many keys")},
    };
    for (const auto &[verb, help] : verbs) {
        Arguments &change =
            leaf(bulk, keyVerbName(verb).toLatin1().constData(), help,
                 [verb = verb](const Arguments &given) { return readBulkChange(verb, given); });
        change.arguments("KEY", tr("refs, ACCOUNT/ID, ACCOUNT/NAME or NAME"));
        addKeyFilters(change)
            .flag("--leaked-stdin", tr("The keys whose secrets come on standard input, one on "
                                       "each line; compared on this machine only"))
            .flag("--likely", tr("Of those also the keys that only begin and end alike, where "
                                 "there is one"))
            .flag("--yes", tr("Do not ask"));
    }
    leaf(bulk, "list", tr("List the bulk changes, and which can be gone on with"),
         plain([](const Arguments &) { return BulkList{}; }));
    const std::pair<BulkRunCommand::Step, QString> steps[] = {
        {BulkRunCommand::Step::Show, tr("What became of each key")},
        {BulkRunCommand::Step::Resume, tr("Go on with the keys that still wait")},
        {BulkRunCommand::Step::Drop, tr("Leave the keys that still wait as they are")},
    };
    const char *const names[] = {"show", "resume", "drop"};
    for (const auto &[step, help] : steps) {
        Arguments &change = leaf(
            bulk, names[static_cast<int>(step)], help, plain([step = step](const Arguments &given) {
                const bool asks = step == BulkRunCommand::Step::Resume;
                return BulkRunCommand{step, given.text("ID"), asks && given.has("--yes")};
            }));
        change.argument("ID", tr("Id of the bulk change"));
        if (step == BulkRunCommand::Step::Resume)
            change.flag("--yes", tr("Do not ask"));
    }
    leaf(m_keys, "identify",
         tr("Whose secrets these are: values on standard input, compared on this machine only"),
         plain([](const Arguments &) { return KeysIdentify{}; }));
}

} // namespace chatelaine::cli
