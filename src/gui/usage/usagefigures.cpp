// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagefigures.h"

#include <QLocale>

#include <algorithm>

namespace chatelaine {

QString UsageFigures::sentence(const ChartData &chart, const QString &vendor, Timestamp since)
{
    const QList<ChartCurve> shown = chart.shown();
    QStringList parts;
    if (chart.isMean && shown.size() == 1)
        parts.append(tr("%1 on average").arg(chart.figureText({shown.constFirst().total, false})));
    double total = 0;
    for (const ChartCurve &curve : shown)
        total += curve.total;
    if (!chart.isMean)
        parts.append(tr("%1 in all").arg(chart.figureText({total, false})));
    if (!chart.isByTime) {
        parts.append(tr("since %1").arg(bucketText(UsageBucket::Day, since)));
        parts.append(tr("%1 gives no figures by time here").arg(vendor));
        return parts.join(QStringLiteral("; "));
    }
    int unknown = 0;
    for (qsizetype slot = 0; slot < chart.starts.size(); ++slot) {
        const bool known = std::any_of(shown.begin(), shown.end(), [slot](const ChartCurve &curve) {
            return curve.figures.value(slot).value.has_value();
        });
        unknown += known ? 0 : 1;
    }
    if (unknown > 0)
        parts.append(
            tr("nothing is known of %1 of %2 intervals").arg(unknown).arg(chart.starts.size()));
    return parts.join(QStringLiteral("; "));
}

QList<QStringList> UsageFigures::table(const ChartData &chart, const MetricInfo &metric)
{
    const auto exact = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'f', QLocale::FloatingPointShortest) : QString();
    };
    QList<QStringList> rows;
    const QList<ChartCurve> shown = chart.shown();
    if (!chart.isByTime) {
        rows.append({QStringLiteral("metric"), QStringLiteral("group"), QStringLiteral("name"),
                     QStringLiteral("value"), QStringLiteral("unit")});
        for (const ChartCurve &curve : shown)
            rows.append({metric.id, curve.group, curve.label, exact(curve.total), metric.unit});
        return rows;
    }
    rows.append({QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("metric"),
                 QStringLiteral("group"), QStringLiteral("name"), QStringLiteral("value"),
                 QStringLiteral("unit"), QStringLiteral("partial")});
    for (qsizetype slot = 0; slot < chart.starts.size(); ++slot) {
        const bool isLast = slot + 1 == chart.starts.size();
        const Timestamp end = isLast ? chart.end : chart.starts.at(slot + 1);
        for (const ChartCurve &curve : shown) {
            const UsageFigure figure = curve.figures.value(slot);
            rows.append({chart.starts.at(slot).toIso(), end.toIso(), metric.id, curve.group,
                         curve.label, exact(figure.value), metric.unit,
                         figure.isPartial ? QStringLiteral("yes") : QString()});
        }
    }
    return rows;
}

} // namespace chatelaine
