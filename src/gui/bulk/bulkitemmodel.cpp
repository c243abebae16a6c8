// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulkitemmodel.h"

#include "core/redaction.h"
#include "gui/bulk/bulktexts.h"
#include "gui/common/plaintip.h"

namespace chatelaine {

void BulkItemModel::setItems(const QList<BulkItem> &items)
{
    beginResetModel();
    m_items = items;
    m_counts.clear();
    for (const BulkItem &item : items)
        ++m_counts[item.state];
    endResetModel();
}

void BulkItemModel::setItem(qsizetype position, const BulkItem &item)
{
    if (position >= m_items.size())
        return;
    BulkItem &known = m_items[position];
    if (--m_counts[known.state] == 0)
        m_counts.remove(known.state);
    ++m_counts[item.state];
    known = item;
    const int row = static_cast<int>(position);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int BulkItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int BulkItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ToolTipRole)
        return plainTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const BulkItem &item = m_items.at(index.row());
    switch (index.column()) {
    case Name:
        return displaySafe(item.name);
    case Mask:
        return displaySafe(item.mask);
    case State:
        return bulkStateText(item.state);
    case Why:
        return displaySafe(item.message);
    default:
        return {};
    }
}

QVariant BulkItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Mask:
        return tr("Masked value");
    case State:
        return tr("State");
    default:
        return tr("Why");
    }
}

} // namespace chatelaine
