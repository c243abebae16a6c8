// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usage.h"

#include <QList>

namespace chatelaine {

/** How wide the buckets of a chart are; they begin at full hours, midnights, Mondays and firsts of
 * the month, in UTC. */
enum class UsageBucket { Hour, Day, Week, Month };

Timestamp bucketStart(UsageBucket bucket, Timestamp time); ///< of the bucket that holds `time`
Timestamp nextBucket(UsageBucket bucket, Timestamp start);

/** What is wanted of samples. */
struct UsageChartOrder
{
    QString metric;
    bool isMean = false; ///< values are joined as means by their weights, else added
    QString series;      ///< what it is grouped by; empty: the total
    UsageBucket bucket = UsageBucket::Day;
    Timestamp from; ///< the first bucket holds this
    Timestamp to;   ///< the last bucket begins before this, and is known in part if it ends later
};

/** A figure of a bucket or of a range. Not known (no value) is not zero. */
struct UsageFigure
{
    std::optional<double> value;
    bool isPartial = false; ///< of a part of the time nothing is known
    double weight = 0;      ///< of a mean: of how many it is one
    bool operator==(const UsageFigure &) const = default;
};

/** One group over time. */
struct UsageCurve
{
    QString group;
    QList<UsageFigure> figures; ///< one for each bucket; empty where the vendor gives none by time
    double total = 0;           ///< over the range; of a mean the weighted one
    bool operator==(const UsageCurve &) const = default;
};

struct UsageChart
{
    UsageBucket bucket = UsageBucket::Day;
    QList<Timestamp> starts;
    Timestamp end;            ///< of the last bucket
    QList<UsageCurve> curves; ///< the largest first
    bool isByTime = false;    ///< some figure belongs to a bucket; else there are totals only
    bool operator==(const UsageChart &) const = default;
};

/**
 * Sums samples up. The same time may have been read twice in different widths (a day, and its
 * hours): then both count the same use, and the larger sum is the one that was read later or more
 * fully. Samples wider than a bucket, and not within one, belong to totals only; of those that
 * overlap the latest counts.
 */
UsageChart usageChart(const QList<UsageSample> &samples, const UsageChartOrder &order);

} // namespace chatelaine
