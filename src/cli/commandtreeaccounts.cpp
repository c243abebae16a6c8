// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli11.h"
#include "cli/commandtree.h"
#include "cli/readers.h"
#include "cli/values.h"
#include "core/servercertificate.h"

#include <QRegularExpression>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Outcome<QList<CredentialChoice>> readCredentials(const Arguments &given)
{
    QList<CredentialChoice> choices;
    QSet<QString> seen;
    for (const QString &text : given.texts("--credential")) {
        const auto choice = readCredential(text);
        if (!choice)
            return choice.error();
        if (seen.contains(choice->slot))
            return usageError(CommandTree::tr("Each slot takes one --credential."));
        seen.insert(choice->slot);
        choices.append(*choice);
    }
    return choices;
}

Outcome<std::optional<PinChoice>> readPin(const Arguments &given)
{
    using Choice = std::optional<PinChoice>;
    if (!given.has("--pin"))
        return Choice();
    const QString text = given.text("--pin");
    if (text == "none"_L1)
        return Choice(PinChoice{PinChoice::Kind::None});
    if (text == "current"_L1)
        return Choice(PinChoice{PinChoice::Kind::Current});
    if (const auto sha256 = fingerprintFromText(text))
        return Choice(PinChoice{PinChoice::Kind::Given, *sha256});
    return usageError(CommandTree::tr("--pin is the SHA-256 fingerprint of a certificate (64 "
                                      "hexadecimal digits, with or without colons), current or "
                                      "none."));
}

Outcome<Command> readAccountsAdd(const Arguments &given)
{
    AccountsAdd command;
    command.name = given.text("NAME");
    if (command.name.trimmed().isEmpty() || command.name.contains(u'/'))
        return usageError(CommandTree::tr("An account's name is not empty and has no slash."));
    // An id has neither dot nor slash, a file's name has one of them.
    static const QRegularExpression id(u"\\A[a-z0-9_-]+\\z"_s);
    const QString provider = given.text("--provider");
    if (id.match(provider).hasMatch())
        command.provider = provider;
    else
        command.definitionFile = given.file("--provider");
    command.url = given.text("--url");
    command.caFile = given.file("--ca");
    command.yes = given.has("--yes");
    const auto pin = readPin(given);
    if (!pin)
        return pin.error();
    command.pin = *pin;
    const auto credentials = readCredentials(given);
    if (!credentials)
        return credentials.error();
    command.credentials = *credentials;
    return Command(command);
}

Outcome<Command> readAccountsUpdate(const Arguments &given)
{
    const auto credentials = readCredentials(given);
    if (!credentials)
        return credentials.error();
    const auto pin = readPin(given);
    if (!pin)
        return pin.error();
    const AccountsUpdate command{given.text("NAME"), given.text("--url"), given.file("--ca"), *pin,
                                 *credentials,       given.has("--yes")};
    if (command.url.isEmpty() && command.caFile.isEmpty() && !command.pin &&
        command.credentials.isEmpty() && !command.yes)
        return usageError(
            CommandTree::tr("Say what shall change: --url, --ca, --pin or --credential."));
    return Command(command);
}

} // namespace

void CommandTree::addAccounts()
{
    CLI::App *accounts = group("accounts", tr("The accounts that this profile knows"));
    const QString name = tr("Name of the account");
    const QString credential =
        tr("Where a credential comes from: [SLOT=]keychain (its value on standard input), env:VAR "
           "or file:PATH; may be repeated");
    const QString pin =
        tr("Accept this certificate of the server only: its SHA-256 fingerprint, current for the "
           "one that it shows now, or none");
    const QString yes = tr("Do not ask where a definition of your own sends the credential");
    leaf(accounts, "list", tr("List the accounts"),
         plain([](const Arguments &) { return AccountsList{}; }));
    leaf(accounts, "add", tr("Check a credential and add the account"), readAccountsAdd)
        .argument("NAME", name)
        .required("--provider", "ID|FILE", tr("A provider's id or a definition file"))
        .option("--url", "URL", tr("Base URL, where it is not the provider's own"))
        .option("--ca", "FILE", tr("Certificate authority to trust, as PEM"))
        .option("--pin", "SHA256|current|none", pin)
        .repeatable("--credential", "SOURCE", credential)
        .flag("--yes", yes);
    leaf(accounts, "update", tr("Change how an account is reached"), readAccountsUpdate)
        .argument("NAME", name)
        .option("--url", "URL", tr("New base URL"))
        .option("--ca", "FILE", tr("Certificate authority to trust, as PEM"))
        .option("--pin", "SHA256|current|none", pin)
        .repeatable("--credential", "SOURCE", credential)
        .flag("--yes", yes);
    leaf(accounts, "check", tr("Ask the vendor whether the credential works"),
         plain([](const Arguments &given) { return AccountsCheck{given.text("NAME")}; }))
        .argument("NAME", name);
    leaf(accounts, "remove", tr("Forget an account; its keys at the vendor stay"),
         plain([](const Arguments &given) {
             return AccountsRemove{given.text("NAME"), given.has("--yes")};
         }))
        .argument("NAME", name)
        .flag("--yes", tr("Do not ask"));
}

} // namespace chatelaine::cli
