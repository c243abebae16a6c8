// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagetablemodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace chatelaine {

void UsageTableModel::setSeries(const QList<UsageDay> &series, const QString &valueTitle)
{
    QList<UsageDay> latestFirst = series;
    std::reverse(latestFirst.begin(), latestFirst.end());
    if (latestFirst == m_series && valueTitle == m_valueTitle)
        return;
    const bool sameDays = latestFirst.size() == m_series.size();
    if (!sameDays)
        beginResetModel();
    m_series = latestFirst;
    m_valueTitle = valueTitle;
    if (!sameDays) {
        endResetModel();
        return;
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, ValueColumn, ValueColumn);
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UsageDay &day = m_series.at(index.row());
    const bool isValue = index.column() == ValueColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isValue ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (!isValue)
        return QLocale().toString(day.start.toDateTime().date(), QLocale::ShortFormat);
    return day.value ? QLocale().toString(*day.value, 'f', 0) : tr("not known");
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return section == DayColumn ? tr("Day (UTC)") : m_valueTitle;
}

} // namespace chatelaine
