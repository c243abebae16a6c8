// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"
#include "cli/values.h"

#include <QRegularExpression>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Outcome<Command> readOperationsList(const Arguments &given)
{
    if (!given.has("--state"))
        return Command(OperationsList{});
    QString name = given.text("--state");
    name.replace(QRegularExpression(u"[ -]"_s), u"_"_s);
    const auto state = operationStateFromName(name);
    if (!state)
        return usageError(CommandTree::tr(
            "--state is one of intended, sent, succeeded, failed, in_doubt, settled."));
    return Command(OperationsList{*state});
}

Outcome<Command> readOperationsSettle(const Arguments &given)
{
    OperationsSettle command{given.text("ID"), given.text("--as") == "done"_L1,
                             given.text("--key")};
    if (!command.tookEffect && given.text("--as") != "not-done"_L1)
        return usageError(CommandTree::tr("--as is done or not-done."));
    if (!command.tookEffect && !command.key.isEmpty())
        return usageError(CommandTree::tr("--key goes with --as done only."));
    return Command(command);
}

Outcome<Command> readSecretsDeliver(const Arguments &given)
{
    const auto delivery = readDelivery(given);
    if (!delivery)
        return delivery.error();
    return Command(SecretsDeliver{given.text("ID"), *delivery});
}

} // namespace

void CommandTree::addOperations()
{
    CLI::App *operations = group("operations", tr("What was sent to vendors"));
    leaf(operations, "list", tr("List the operations, and which are in doubt"), readOperationsList)
        .option("--state", "STATE", tr("intended, sent, succeeded, failed, in_doubt or settled"));
    leaf(operations, "settle", tr("Say what became of an operation in doubt"), readOperationsSettle)
        .argument("ID", tr("Its id, as operations list shows it"))
        .required("--as", "done|not-done", tr("Whether it took effect"))
        .option("--key", "KEY", tr("Which of the candidates it made, where that is not certain"));
}

void CommandTree::addSecrets()
{
    CLI::App *secrets = group("secrets", tr("New secrets that are stored nowhere yet"));
    leaf(secrets, "list", tr("List them; shows none"),
         plain([](const Arguments &) { return SecretsList{}; }));
    declareDelivery(
        leaf(secrets, "deliver", tr("Bring one to where it is needed"), readSecretsDeliver)
            .argument("ID", tr("Its id, as secrets list shows it")),
        tr("Where it goes"));
}

} // namespace chatelaine::cli
