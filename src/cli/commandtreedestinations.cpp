// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/** NAME as `--deliver` takes it; the name of a template alone is enough. */
Outcome<Command> readDestinationsCheck(const Arguments &given)
{
    QString name = given.text("NAME");
    if (!name.contains(u':') && name != destinationId::keychain)
        name.prepend(destinationId::commandPrefix);
    const auto destination = readDestination(name, given.texts("--set"), given.has("--replace"));
    if (!destination)
        return destination.error();
    return Command(DestinationsCheck{*destination});
}

} // namespace

void CommandTree::addDestinations()
{
    CLI::App *destinations = group("destinations", tr("Where new secrets can be delivered to"));
    leaf(destinations, "list", tr("List them, with their fields"),
         plain([](const Arguments &) { return DestinationsList{}; }));
    leaf(destinations, "check", tr("Ask whether one would take a secret now; sends none"),
         readDestinationsCheck)
        .argument("NAME", tr("keychain, file:PATH or [command:]NAME"))
        .repeatable("--set", "FIELD=VALUE", tr("A field of it; may be repeated"))
        .flag("--replace", tr("What is there already may be overwritten"));
    leaf(destinations, "check-file", tr("Check a template of your own"),
         plain([](const Arguments &given) { return DestinationsCheckFile{given.file("FILE")}; }))
        .argument("FILE", tr("The template"));
}

} // namespace chatelaine::cli
