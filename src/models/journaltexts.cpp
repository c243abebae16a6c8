// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"
#include "models/journalmodel.h"

namespace chatelaine {

QString journalEventText(const QString &kind)
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("account.add"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Account connected")},
        {QStringLiteral("account.update"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Account changed")},
        {QStringLiteral("account.remove"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Account removed")},
        {QStringLiteral("key.create"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key created")},
        {QStringLiteral("key.add"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Existing key added")},
        {QStringLiteral("key.enable"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key enabled")},
        {QStringLiteral("key.disable"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key disabled")},
        {QStringLiteral("key.revoke"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key revoked")},
        {QStringLiteral("key.delete"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key deleted")},
        {QStringLiteral("key.check"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Key checked")},
        {QStringLiteral("report.export"),
         QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Journal exported")},
    };
    const auto found = texts.constFind(kind);
    return found == texts.constEnd() ? displaySafe(kind) : JournalModel::tr(*found);
}

QString journalOutcomeText(const QString &outcome)
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("intended"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Intended")},
        {QStringLiteral("succeeded"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Succeeded")},
        {QStringLiteral("failed"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Failed")},
        {QStringLiteral("in_doubt"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "In doubt")},
        {QStringLiteral("settled"), QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Settled")},
    };
    const auto found = texts.constFind(outcome);
    return found == texts.constEnd() ? displaySafe(outcome) : JournalModel::tr(*found);
}

} // namespace chatelaine
