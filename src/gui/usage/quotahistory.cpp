// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/quotahistory.h"

#include "core/redaction.h"
#include "gui/usage/chartview.h"
#include "gui/usage/usagetablemodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMap>
#include <QTableView>

namespace chatelaine {

namespace {

/** The last reading of each day. */
QMap<Timestamp, Quota> daysOf(const QString &id, const QList<Quota> &readings)
{
    QMap<Timestamp, Quota> days;
    for (const Quota &reading : readings) {
        if (reading.id == id)
            days.insert(bucketStart(UsageBucket::Day, reading.observedAt), reading);
    }
    return days;
}

} // namespace

ChartData quotaHistoryChart(const Quota &quota, const QList<Quota> &readings)
{
    ChartData chart;
    const QMap<Timestamp, Quota> days = daysOf(quota.id, readings);
    if (days.size() < 2)
        return chart;
    const QString name = displaySafe(quota.name, 80);
    chart.title = QuotaHistory::tr("%1: what was used at the end of each day").arg(name);
    chart.metric = name;
    chart.unit = displaySafe(quota.unit, 40);
    chart.groupTitle = QuotaHistory::tr("Figure");
    chart.isMean = true; // a level at a time, not an amount in it
    ChartCurve used;
    used.group = QStringLiteral("used");
    used.label = QuotaHistory::tr("Used");
    ChartCurve limit;
    limit.group = QStringLiteral("limit");
    limit.label = QuotaHistory::tr("Limit");
    limit.colour = 1;
    for (Timestamp day = days.firstKey(); day <= days.lastKey();
         day = nextBucket(UsageBucket::Day, day)) {
        chart.starts.append(day);
        const Quota reading = days.value(day);
        used.figures.append({reading.used});
        limit.figures.append({reading.limit});
    }
    chart.end = nextBucket(UsageBucket::Day, days.lastKey());
    chart.curves = {used, limit};
    chart.lookForFractions();
    return chart;
}

QuotaHistory::QuotaHistory(const ChartData &chart, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto *view = new ChartView(this);
    auto *model = new UsageTableModel(this);
    auto *table = new QTableView(this);
    table->setModel(model);
    table->setAccessibleName(chart.title);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(view, 3);
    layout->addWidget(table, 2);
    model->setChart(chart);
    view->setData(chart, ChartSpan{0, chart.slotCount()});
    connect(view, &ChartView::currentChanged, table, [model, table](qsizetype slot) {
        if (slot >= 0)
            table->selectRow(model->rowOf(slot));
    });
}

QSize QuotaHistory::sizeHint() const
{
    return {640, 220};
}

} // namespace chatelaine
