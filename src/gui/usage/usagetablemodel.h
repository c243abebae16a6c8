// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/usage/usagepresenter.h"

#include <QAbstractTableModel>

namespace chatelaine {

/** The figures of the chart as a table, latest day first. */
class UsageTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { DayColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSeries(const QList<UsageDay> &series, const QString &valueTitle);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<UsageDay> m_series; ///< latest first
    QString m_valueTitle;
};

} // namespace chatelaine
