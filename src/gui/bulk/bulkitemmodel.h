// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"

#include <QAbstractTableModel>

namespace chatelaine {

/** The keys of a bulk change, and what became of each. */
class BulkItemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Mask, State, Why, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setItems(const QList<BulkItem> &items);
    void setItem(qsizetype position, const BulkItem &item);
    BulkCounts counts() const { return m_counts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<BulkItem> m_items;
    BulkCounts m_counts;
};

} // namespace chatelaine
