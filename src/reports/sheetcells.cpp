// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/sheetcells.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 secondsOfADay = 86'400;

struct SheetCellTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

} // namespace

SheetColumn sheetColumn(const char *id, const QString &title, int width)
{
    return {QString::fromLatin1(id), title, width};
}

Term auditTerm(const char *english)
{
    return {QString::fromLatin1(english), SheetCellTexts::tr(english)};
}

Term yesOrNo(bool yes)
{
    return yes ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "yes"))
               : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "no"));
}

QString containerNames(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(step.name.isEmpty() ? step.id.toString() : step.name);
    return names.join(" / "_L1);
}

std::optional<qint64> daysBetween(std::optional<Timestamp> from, Timestamp to)
{
    if (!from)
        return std::nullopt;
    const qint64 seconds = to.seconds() - from->seconds();
    // A part of a day that is over is a day that is missing.
    return seconds / secondsOfADay - (seconds < 0 && seconds % secondsOfADay != 0 ? 1 : 0);
}

} // namespace chatelaine
