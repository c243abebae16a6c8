// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagecurves.h"

#include "gui/usage/usagegroups.h"

#include <algorithm>

namespace chatelaine {

namespace {

/** The smallest curves as one, so that colours and legend stay readable. Of means there is no sum:
 * they are left out. */
QList<ChartCurve> folded(const QList<UsageCurve> &curves, bool isMean)
{
    QList<ChartCurve> all;
    for (const UsageCurve &curve : curves) {
        if (all.size() < mostUsageCurves || curves.size() == all.size() + 1) {
            all.append(
                {curve.group, {}, static_cast<int>(all.size()), true, curve.figures, curve.total});
            continue;
        }
        if (isMean)
            break;
        if (all.constLast().group != othersGroup)
            all.append({othersGroup, {}, static_cast<int>(all.size()), true, {}, 0});
        ChartCurve &others = all.last();
        others.total += curve.total;
        others.figures.resize(std::max(others.figures.size(), curve.figures.size()));
        for (qsizetype i = 0; i < curve.figures.size(); ++i) {
            const UsageFigure &figure = curve.figures.at(i);
            if (!figure.value)
                continue;
            UsageFigure &sum = others.figures[i];
            sum.value = sum.value.value_or(0) + *figure.value;
            sum.weight += figure.weight;
            sum.isPartial = sum.isPartial || figure.isPartial;
        }
    }
    return all;
}

} // namespace

ChartData chartOf(const QList<UsageSample> &samples, UsageChartOrder order, bool isOverTime,
                  const QString &pinned)
{
    if (isOverTime) {
        // Back to the first one that has a bucket of its own.
        for (const UsageSample &sample : samples) {
            const Timestamp start = bucketStart(order.bucket, sample.start);
            if (sample.metric == order.metric && sample.series == order.series &&
                sample.start.plusSeconds(sample.seconds) <= nextBucket(order.bucket, start))
                order.from = std::min(order.from, sample.start);
        }
    }
    UsageChart made = usageChart(samples, order);
    // The one that was asked for is not one of "all others".
    for (qsizetype i = mostUsageCurves; i < made.curves.size(); ++i) {
        if (!pinned.isEmpty() && made.curves.at(i).group == pinned)
            made.curves.move(i, mostUsageCurves - 1);
    }
    ChartData chart;
    chart.bucket = made.bucket;
    chart.starts = made.starts;
    chart.end = made.end;
    chart.isByTime = isOverTime;
    chart.isMean = order.isMean;
    chart.curves = folded(made.curves, order.isMean);
    chart.lookForFractions();
    return chart;
}

} // namespace chatelaine
