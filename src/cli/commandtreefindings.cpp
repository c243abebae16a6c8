// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/values.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDays = 36'500;

Outcome<Command> readFindingsList(const Arguments &given)
{
    FindingsList order;
    order.account = given.text("--account");
    if (given.has("--older-than")) {
        bool isNumber = false;
        const int days = given.text("--older-than").toInt(&isNumber);
        if (!isNumber || days < 1 || days > mostDays)
            return usageError(
                CommandTree::tr("--older-than is a number of days, from 1 to %1.").arg(mostDays));
        order.ageDays = days;
    }
    if (given.has("--rule")) {
        order.rule = findingRuleFromName(given.text("--rule"));
        if (!order.rule)
            return usageError(
                CommandTree::tr("--rule is one of secret-held, admin-scope, older-than."));
    }
    return Command(order);
}

} // namespace

void CommandTree::addFindings()
{
    CLI::App *findings = group("findings", tr("What needs an admin"));
    leaf(findings, "list", tr("List the keys and held secrets that do; asks no vendor"),
         readFindingsList)
        .option("--account", "ACCOUNT", tr("Of this account only"))
        .option("--rule", "RULE", tr("secret-held, admin-scope or older-than"))
        .option("--older-than", "DAYS", tr("From which age on a secret is old; 90 days"));
}

} // namespace chatelaine::cli
