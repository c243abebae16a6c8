// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "painting/chartdata.h"

#include <QAbstractTableModel>

namespace chatelaine {

/** The figures of a chart: a row for each bucket, the latest first, and a column for each shown
 * group; or a row for each shown group. */
class UsageTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ChartData &data);
    qsizetype slotOf(int row) const; ///< of the chart
    int rowOf(qsizetype slot) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    UsageFigure figureAt(const QModelIndex &index) const;

    ChartData m_data;
    QList<ChartCurve> m_shown;
};

} // namespace chatelaine
