// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "painting/chartdata.h"

#include <QWidget>

namespace chatelaine {

class ChartView;
class UsageTableModel;

/** What was used of a quota at the end of each day (UTC) that a reading is kept of, and its limit
 * then. Of fewer than two days there is no chart: it has no slots. */
ChartData quotaHistoryChart(const Quota &quota, const QList<Quota> &readings);

/** The history of one quota: a chart, and a table with the same figures. */
class QuotaHistory : public QWidget
{
    Q_OBJECT
public:
    explicit QuotaHistory(const ChartData &chart, QWidget *parent = nullptr);

    QSize sizeHint() const override;
};

} // namespace chatelaine
