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
    QString group;  ///< what the vendor calls it; empty: the total
    QString label;  ///< safe to show
    int colour = 0; ///< the same of a group whatever else is shown
    bool isShown = true;
    QList<UsageFigure> figures;
    double total = 0;
    bool operator==(const ChartCurve &) const = default;
};

/** Which slots of a chart are in sight. */
struct ChartSpan
{
    qsizetype first = 0;
    qsizetype count = 0;
    bool operator==(const ChartSpan &) const = default;
};

/** What a chart shows; the table beside it is made from the same. */
struct ChartData
{
    QString title;
    QString metric; ///< its name
    QString unit;
    QString groupTitle; ///< "Key", "Route", ...; empty: there is one curve only, the total
    UsageBucket bucket = UsageBucket::Day;
    MetricInfo::Kind kind = MetricInfo::Kind::Count;
    bool isMean = false;   ///< drawn as lines, for means do not add up
    bool isStacked = true; ///< of sums over time
    bool isByTime = true;  ///< else one bar for each group
    bool areWhole = true;  ///< no figure has a fraction; see lookForFractions()
    QList<Timestamp> starts;
    Timestamp end;
    QList<ChartCurve> curves; ///< the largest first
    bool operator==(const ChartData &) const = default;

    QList<ChartCurve> shown() const;
    /** Buckets, or shown groups. */
    qsizetype slotCount() const;
    QString slotText(qsizetype slot) const; ///< its name in full
    /** Where the same time or group is in another chart; -1: nowhere. */
    qsizetype slotIn(const ChartData &other, qsizetype slot) const;
    Timestamp endOf(qsizetype slot) const; ///< of a chart by time
    bool isKnown(qsizetype slot) const;    ///< of some curve that is shown
    bool isPartial(qsizetype slot) const;  ///< of some curve that is shown
    /** A curve's figures of some slots joined: added, or of means the weighted one. Without a value
     * where none is known. */
    UsageFigure joined(const ChartCurve &curve, ChartSpan span) const;
    /** Each shown figure of a slot in words, a line for each. */
    QString slotTip(qsizetype slot) const;
    /** Of how many slots nothing is known, or of a part of their time; empty: of none. */
    QString gapsSentence(ChartSpan span) const;
    QString figureText(const UsageFigure &figure) const; ///< with the unit
    void lookForFractions();
    /** Without the unit; with as many decimals as every figure of this chart. */
    QString valueText(double value) const;
    QString withUnit(const QString &text) const; ///< "Average duration (ms)"
};

/** The name of a bucket: "20 November 2026", "week of ...". */
QString bucketText(UsageBucket bucket, Timestamp start);
QString bucketShortText(UsageBucket bucket, Timestamp start);
/** Whole ones without decimals, others with two. */
QString numberText(double value);

/** Tells curves apart on a light or a dark ground, for colour-blind eyes too. */
QColor curveColour(const ChartData &data, const ChartCurve &curve, const QPalette &palette);

} // namespace chatelaine
