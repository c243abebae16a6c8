// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagetablemodel.h"

#include "gui/common/plaintip.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace chatelaine {

void UsageTableModel::setSeries(const QList<UsageDay> &series, const QString &valueTitle)
{
    QList<Row> rows;
    for (const UsageDay &day : series) {
        rows.prepend({QLocale().toString(day.start.toDateTime().date(), QLocale::ShortFormat),
                      day.value, 0});
    }
    setRows(rows, tr("Day (UTC)"), valueTitle);
}

void UsageTableModel::setGroups(const QList<UsageGroup> &groups, const QString &nameTitle,
                                const QString &valueTitle)
{
    double largest = 0;
    for (const UsageGroup &group : groups)
        largest = std::max(largest, group.value);
    QList<Row> rows;
    for (const UsageGroup &group : groups)
        rows.append({group.label, group.value, largest > 0 ? group.value / largest : 0});
    setRows(rows, nameTitle, valueTitle);
}

void UsageTableModel::setRows(const QList<Row> &rows, const QString &nameTitle,
                              const QString &valueTitle)
{
    if (rows == m_rows && nameTitle == m_nameTitle && valueTitle == m_valueTitle)
        return;
    const bool sameRows = rows.size() == m_rows.size();
    if (!sameRows)
        beginResetModel();
    m_rows = rows;
    m_nameTitle = nameTitle;
    m_valueTitle = valueTitle;
    if (!sameRows) {
        endResetModel();
        return;
    }
    if (!rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, NameColumn, ValueColumn);
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isValue = index.column() == ValueColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isValue ? Qt::AlignRight : Qt::AlignLeft));
    if (role == ShareRole)
        return isValue ? QVariant(row.share) : QVariant();
    if (role == Qt::ToolTipRole && !isValue)
        return plainTip(row.name);
    if (role != Qt::DisplayRole)
        return {};
    if (!isValue)
        return row.name;
    return row.value ? QLocale().toString(*row.value, 'f', 0) : tr("not known");
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
    return section == NameColumn ? m_nameTitle : m_valueTitle;
}

} // namespace chatelaine
