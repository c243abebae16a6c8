// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/confirmation.h"

#include "cli/table.h"
#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
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
        return Texts::tr("Enable");
    case KeyVerb::Disable:
        return Texts::tr("Disable");
    case KeyVerb::Revoke:
        return Texts::tr("Revoke");
    case KeyVerb::Delete:
        return Texts::tr("Delete");
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
    return Texts::tr("\"%1\" (%2) of %3")
        .arg(displaySafe(nameToType(key)), displaySafe(key.record.mask), place.join(" / "_L1));
}

} // namespace

QString yesWanted()
{
    return Texts::tr("Type yes to go on:");
}

bool isYes(const QString &answer)
{
    return answer.compare("yes"_L1, Qt::CaseInsensitive) == 0 ||
           answer.compare(Texts::tr("yes"), Qt::CaseInsensitive) == 0;
}

Error confirmationMissing()
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = Texts::tr("This takes something away, and there is no terminal to ask on.");
    error.next = Texts::tr("Add --yes if it is meant. Nothing was sent.");
    return error;
}

Error notConfirmed()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = Texts::tr("Nothing was done.");
    return error;
}

QString changeQuestion(const KeyRow &key, const AccountRow &account, const VerbInfo &verb)
{
    QString text = Texts::tr("%1 %2?").arg(spoken(verb), described(key, account)) + u'\n';
    text += Texts::tr("Last used: %1").arg(shownLastUsed(key.record.lastUsed)) + u'\n';
    if (!verb.consequence.isEmpty())
        text += verb.consequence + u'\n';
    if (verb.final)
        text += Texts::tr("This cannot be undone.") + u'\n';
    return text + yesWanted();
}

QString inUseQuestion(const KeyRow &key, const AccountRow &account)
{
    return Texts::tr("%1 is the credential of this account itself: after this, Chatelaine cannot "
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
    error.message = Texts::tr("\"%1\" is the credential of this account itself.")
                        .arg(displaySafe(nameToType(key)));
    error.next = Texts::tr("Run this on a terminal, where its name can be typed; --yes is not "
                           "enough for it. Nothing was sent.");
    return error;
}

} // namespace chatelaine::cli
