// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/table.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QDateTime>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TableTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Table)
};

/** Characters as a terminal counts them, near enough: a pair of surrogates is one. */
qsizetype width(const QString &text)
{
    return std::count_if(text.begin(), text.end(),
                         [](QChar c) { return !c.isLowSurrogate() && !c.isMark(); });
}

} // namespace

void Table::add(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_titles.size());
    constexpr qsizetype widest = 60;
    QStringList row;
    for (const QString &cell : cells)
        row.append(displaySafe(cell, widest));
    m_rows.append(row);
}

QString Table::toString() const
{
    QList<qsizetype> widths;
    for (const QString &title : m_titles)
        widths.append(width(title));
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths[i], width(row[i]));
    }
    QString text = line(m_titles, widths);
    for (const QStringList &row : m_rows)
        text += line(row, widths);
    return text;
}

QString Table::line(const QStringList &cells, const QList<qsizetype> &widths) const
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString padding(widths[i] - width(cells[i]), u' ');
        text += m_right.contains(i) ? padding + cells[i] : cells[i] + padding;
        text += "  "_L1;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text + u'\n';
}

QString placeOf(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(step.name.isEmpty() ? step.id.toString() : step.name);
    return names.join(u'/');
}

QString shownTime(const std::optional<Timestamp> &time)
{
    return time ? time->toDateTime().toString(u"yyyy-MM-dd HH:mm'Z'"_s) : u"-"_s;
}

QString shownLastUsed(const LastUsed &lastUsed)
{
    if (lastUsed.at)
        return shownTime(lastUsed.at);
    if (lastUsed.source == LastUsed::Source::None)
        return TableTexts::tr("not known");
    if (lastUsed.trackedSince)
        return TableTexts::tr("not since %1").arg(shownTime(lastUsed.trackedSince));
    return TableTexts::tr("never");
}

} // namespace chatelaine::cli
