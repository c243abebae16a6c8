// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagefigures.h"

#include <QLocale>

namespace chatelaine {

QString UsageFigures::sentence(const ChartData &chart, ChartSpan span, const QString &vendor,
                               Timestamp since)
{
    QStringList parts{total(chart, span)};
    if (!chart.isByTime) {
        parts.append(tr("since %1").arg(bucketText(UsageBucket::Day, since)));
        parts.append(tr("%1 gives no figures by time here").arg(vendor));
    } else if (span.count > 0) {
        const UsageBucket width =
            chart.bucket == UsageBucket::Hour ? UsageBucket::Hour : UsageBucket::Day;
        const Timestamp last = chart.endOf(span.first + span.count - 1).plusSeconds(-1);
        parts.append(tr("from %1 to %2", "the time in sight")
                         .arg(bucketText(width, chart.starts.at(span.first)),
                              bucketText(width, bucketStart(width, last))));
        parts.append(chart.gapsSentence(span));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

/** Of several means there is none. */
QString UsageFigures::total(const ChartData &chart, ChartSpan span)
{
    const QList<ChartCurve> shown = chart.shown();
    std::optional<double> sum;
    for (const ChartCurve &curve : shown) {
        if (const auto value = chart.joined(curve, span).value)
            sum = sum.value_or(0) + *value;
    }
    if (!sum || (chart.isMean && shown.size() > 1))
        return chart.metric;
    // Errors may be counted in requests: the metric's name says what it is.
    const QString text = chart.isMean ? tr("%1: %2 on average", "a metric and its value")
                                      : tr("%1: %2 in all", "a metric and its value");
    return text.arg(chart.metric, chart.figureText({sum}));
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
        for (const ChartCurve &curve : shown) {
            const UsageFigure figure = curve.figures.value(slot);
            rows.append({chart.starts.at(slot).toIso(), chart.endOf(slot).toIso(), metric.id,
                         curve.group, curve.label, exact(figure.value), metric.unit,
                         figure.isPartial ? QStringLiteral("yes") : QString()});
        }
    }
    return rows;
}

} // namespace chatelaine
