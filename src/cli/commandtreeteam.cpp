// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"
#include "cli/values.h"

namespace chatelaine::cli {

namespace {

Outcome<Command> readTeamJoin(const Arguments &given)
{
    const auto address = TeamAddress::parse(given.text("ADDRESS"));
    if (!address)
        return usageError(address.error().message + QLatin1Char(' ') + address.error().next);
    return Command(TeamJoin{*address, given.has("--password-stdin")});
}

} // namespace

void CommandTree::addTeam()
{
    CLI::App *team = group("team", tr("The team on PostgreSQL that shares what it finds and does"));
    leaf(team, "join", tr("Copy everything to a team, and go on doing so"), readTeamJoin)
        .argument("ADDRESS", QStringLiteral("postgresql://USER@HOST:PORT/DATABASE"))
        .flag("--password-stdin",
              tr("The password comes on standard input and is kept in the keychain"));
    leaf(team, "status", tr("Which team, since when, and what is not copied yet; asks nobody"),
         plain([](const Arguments &) { return TeamStatus{}; }));
    leaf(team, "sync", tr("Copy both ways now, and compare every entry"),
         plain([](const Arguments &) { return TeamSync{}; }));
    leaf(team, "leave", tr("Stop copying; what was copied stays"),
         plain([](const Arguments &) { return TeamLeave{}; }));
}

} // namespace chatelaine::cli
