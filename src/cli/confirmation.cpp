// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/confirmation.h"

#include "cli/table.h"
#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConfirmationTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Confirmation)
};

/** The verb as a person would say it. */
QString spoken(const VerbInfo &verb)
{
    if (!verb.label.isEmpty())
        return verb.label;
    switch (verb.verb) {
    case KeyVerb::Enable:
        return ConfirmationTexts::tr("Enable");
    case KeyVerb::Disable:
        return ConfirmationTexts::tr("Disable");
    case KeyVerb::Revoke:
        return ConfirmationTexts::tr("Revoke");
    case KeyVerb::Delete:
        return ConfirmationTexts::tr("Delete");
    case KeyVerb::Create:
    case KeyVerb::Rotate:
    case KeyVerb::Update:
        break;
    }
    Q_UNREACHABLE();
}

QString described(const KeyRow &key, const AccountRow &account)
{
    QStringList place{account.name};
    for (const ContainerStep &step : key.record.container)
        place.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name));
    return ConfirmationTexts::tr("\"%1\" (%2) of %3")
        .arg(displaySafe(nameToType(key)), displaySafe(key.record.mask), place.join(" / "_L1));
}

} // namespace

QString yesWanted()
{
    return ConfirmationTexts::tr("Type yes to go on:");
}

bool isYes(const QString &answer)
{
    return answer.compare("yes"_L1, Qt::CaseInsensitive) == 0 ||
           answer.compare(ConfirmationTexts::tr("yes"), Qt::CaseInsensitive) == 0;
}

Error confirmationMissing()
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message =
        ConfirmationTexts::tr("This takes something away, and there is no terminal to ask on.");
    error.next = ConfirmationTexts::tr("Add --yes if it is meant. Nothing was sent.");
    return error;
}

Error notConfirmed()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = ConfirmationTexts::tr("Nothing was done.");
    return error;
}

QString changeQuestion(const KeyRow &key, const AccountRow &account, const VerbInfo &verb)
{
    QString text =
        ConfirmationTexts::tr("%1 %2?").arg(spoken(verb), described(key, account)) + u'\n';
    text += ConfirmationTexts::tr("Last used: %1").arg(shownLastUsed(key.record.lastUsed)) + u'\n';
    if (!verb.consequence.isEmpty())
        text += verb.consequence + u'\n';
    if (verb.final)
        text += ConfirmationTexts::tr("This cannot be undone.") + u'\n';
    return text + yesWanted();
}

QString inUseQuestion(const KeyRow &key, const AccountRow &account)
{
    return ConfirmationTexts::tr(
               "%1 is the credential of this account itself: after this, Chatelaine cannot "
               "reach it any more.\nType the key's name to go on:")
        .arg(described(key, account));
}

QString nameToType(const KeyRow &key)
{
    return key.record.name.isEmpty() ? key.record.id.toString() : key.record.name;
}

Error inUseUnasked(const KeyRow &key)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = ConfirmationTexts::tr("\"%1\" is the credential of this account itself.")
                        .arg(displaySafe(nameToType(key)));
    error.next =
        ConfirmationTexts::tr("Run this on a terminal, where its name can be typed; --yes is not "
                              "enough for it. Nothing was sent.");
    return error;
}

} // namespace chatelaine::cli
