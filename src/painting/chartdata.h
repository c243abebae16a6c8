// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/usagechart.h"

#include <QColor>

class QPalette;

namespace chatelaine {

/** One group of a chart as it is shown. */
struct ChartCurve
{
    QString group; ///< what the vendor calls it; empty: the total
    QString label; ///< safe to show
    int colour = 0;
    bool isShown = true;
    QList<UsageFigure> figures;
    double total = 0;
    bool operator==(const ChartCurve &) const = default;
};

/** What a chart shows; the table beside it is made from the same. */
struct ChartData
{
    QString title;
    QString unit;
    QString groupTitle; ///< "Key", "Route", ...; empty: there is one curve only, the total
    UsageBucket bucket = UsageBucket::Day;
    MetricInfo::Kind kind = MetricInfo::Kind::Count;
    bool isMean = false;   ///< drawn as lines, for means do not add up
    bool isStacked = true; ///< of sums over time
    bool isByTime = true;  ///< else one bar for each group
    QList<Timestamp> starts;
    Timestamp end;
    QList<ChartCurve> curves; ///< the largest first
    bool operator==(const ChartData &) const = default;

    QList<ChartCurve> shown() const;
    /** Buckets, or shown groups. */
    qsizetype slotCount() const;
    QString slotText(qsizetype slot) const; ///< its name in full
    /** Each shown figure of a slot in words, a line for each. */
    QString slotTip(qsizetype slot) const;
    QString figureText(const UsageFigure &figure) const; ///< with the unit
};

/** The name of a bucket: "20 November 2026", "week of ...". */
QString bucketText(UsageBucket bucket, Timestamp start);
QString bucketShortText(UsageBucket bucket, Timestamp start);
QString numberText(double value);

/** Tells curves apart on a light or a dark ground, for colour-blind eyes too. */
QColor curveColour(const ChartData &data, const ChartCurve &curve, const QPalette &palette);

} // namespace chatelaine
