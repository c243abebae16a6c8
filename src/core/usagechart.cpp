// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usagechart.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QMap>

#include <algorithm>
#include <map>

namespace chatelaine {

namespace {

constexpr qint64 hourSeconds = 3600;
constexpr qint64 daySeconds = 86'400;
constexpr int mostBuckets = 20'000;

/** Values joined as the metric wants it. */
struct Joined
{
    double sum = 0;
    double weights = 0;

    void add(double value, double weight, bool isMean)
    {
        sum += isMean ? value * weight : value;
        weights += weight;
    }
    double value(bool isMean) const
    {
        if (!isMean)
            return sum;
        return weights > 0 ? sum / weights : 0;
    }
};

/** A stretch of time with what is known of it. */
struct Piece
{
    Timestamp start;
    Timestamp end;
    Joined joined;
};

Timestamp multipleOf(qint64 width, Timestamp time)
{
    const qint64 seconds = time.seconds();
    return Timestamp::fromSeconds(seconds - ((seconds % width) + width) % width);
}

/** One piece for each stretch of time, whichever containers its samples are of; widest first among
 * those that begin together. */
QList<Piece> piecesOf(const QList<const UsageSample *> &samples, bool isMean)
{
    std::map<std::pair<Timestamp, qint64>, Joined> byTime;
    for (const UsageSample *sample : samples)
        byTime[{sample->start, -sample->seconds}].add(sample->value, sample->weight, isMean);
    QList<Piece> pieces;
    for (const auto &[time, joined] : byTime)
        pieces.append({time.first, time.first.plusSeconds(-time.second), joined});
    return pieces;
}

/** Joins each piece with those inside it: the same use, told twice. */
QList<Piece> withoutRepeats(const QList<Piece> &pieces, bool isMean)
{
    QList<Piece> result;
    QList<Piece> inside;
    const auto close = [&] {
        if (result.isEmpty() || inside.isEmpty())
            return;
        Joined fine;
        for (const Piece &piece : std::as_const(inside)) {
            fine.sum += piece.joined.sum;
            fine.weights += piece.joined.weights;
        }
        Joined &whole = result.last().joined;
        if (isMean ? fine.weights > whole.weights : fine.sum > whole.sum)
            whole = fine;
        inside.clear();
    };
    for (const Piece &piece : pieces) {
        const bool isInside = !result.isEmpty() && piece.end <= result.constLast().end;
        if (!isInside) {
            close();
            result.append(piece);
        } else if (inside.isEmpty() || piece.start >= inside.constLast().end) {
            inside.append(piece);
        }
    }
    close();
    return result;
}

/** Of pieces that overlap the latest. */
QList<Piece> latestOnly(QList<Piece> pieces)
{
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
        return a.end != b.end ? a.end > b.end : a.start > b.start;
    });
    QList<Piece> chosen;
    for (const Piece &piece : std::as_const(pieces)) {
        const bool overlaps = std::any_of(chosen.begin(), chosen.end(), [&](const Piece &other) {
            return piece.start < other.end && other.start < piece.end;
        });
        if (!overlaps)
            chosen.append(piece);
    }
    return chosen;
}

/** The bucket that a piece lies in; -1: in none alone. */
qsizetype bucketOf(const Piece &piece, const UsageChart &chart)
{
    const auto after = std::upper_bound(chart.starts.begin(), chart.starts.end(), piece.start);
    if (after == chart.starts.begin())
        return -1;
    const Timestamp end = after == chart.starts.end() ? chart.end : *after;
    return piece.end <= end ? after - chart.starts.begin() - 1 : -1;
}

UsageCurve curveOf(const QString &group, const QList<Piece> &pieces, UsageChart *chart,
                   const UsageChartOrder &order)
{
    UsageCurve curve;
    curve.group = group;
    QMap<qsizetype, Joined> buckets;
    QMap<qsizetype, qint64> known; // seconds
    QList<Piece> wide;
    QList<Piece> fitting;
    for (const Piece &piece : pieces)
        (bucketOf(piece, *chart) < 0 ? wide : fitting).append(piece);
    Joined total;
    for (const Piece &piece : withoutRepeats(fitting, order.isMean)) {
        const qsizetype bucket = bucketOf(piece, *chart);
        buckets[bucket].sum += piece.joined.sum;
        buckets[bucket].weights += piece.joined.weights;
        known[bucket] += piece.end.seconds() - piece.start.seconds();
        total.sum += piece.joined.sum;
        total.weights += piece.joined.weights;
    }
    if (buckets.isEmpty()) {
        for (const Piece &piece : latestOnly(wide)) {
            total.sum += piece.joined.sum;
            total.weights += piece.joined.weights;
        }
    } else {
        chart->isByTime = true;
        curve.figures.resize(chart->starts.size());
    }
    for (auto it = buckets.cbegin(); it != buckets.cend(); ++it) {
        const bool isLast = it.key() + 1 == chart->starts.size();
        const Timestamp end = isLast ? chart->end : chart->starts.at(it.key() + 1);
        const qint64 width = end.seconds() - chart->starts.at(it.key()).seconds();
        const bool isPartial = known.value(it.key()) < width || order.to < end;
        curve.figures[it.key()] = {it->value(order.isMean), isPartial, it->weights};
    }
    curve.total = total.value(order.isMean);
    return curve;
}

} // namespace

Timestamp bucketStart(UsageBucket bucket, Timestamp time)
{
    switch (bucket) {
    case UsageBucket::Hour:
        return multipleOf(hourSeconds, time);
    case UsageBucket::Day:
        return multipleOf(daySeconds, time);
    case UsageBucket::Week: {
        constexpr qint64 firstMonday = 4 * daySeconds; // 5 January 1970
        return multipleOf(7 * daySeconds, time.plusSeconds(-firstMonday)).plusSeconds(firstMonday);
    }
    case UsageBucket::Month:
        break;
    }
    const QDate day = multipleOf(daySeconds, time).toDateTime().date();
    return Timestamp::fromDateTime(QDate(day.year(), day.month(), 1).startOfDay(Qt::UTC));
}

Timestamp nextBucket(UsageBucket bucket, Timestamp start)
{
    switch (bucket) {
    case UsageBucket::Hour:
        return start.plusSeconds(hourSeconds);
    case UsageBucket::Day:
        return start.plusSeconds(daySeconds);
    case UsageBucket::Week:
        return start.plusSeconds(7 * daySeconds);
    case UsageBucket::Month:
        break;
    }
    return Timestamp::fromDateTime(start.toDateTime().date().addMonths(1).startOfDay(Qt::UTC));
}

UsageChart usageChart(const QList<UsageSample> &samples, const UsageChartOrder &order)
{
    UsageChart chart;
    chart.bucket = order.bucket;
    chart.end = bucketStart(order.bucket, order.from);
    while (chart.end < order.to && chart.starts.size() < mostBuckets) {
        chart.starts.append(chart.end);
        chart.end = nextBucket(order.bucket, chart.end);
    }
    QMap<QString, QList<const UsageSample *>> groups;
    for (const UsageSample &sample : samples) {
        const Timestamp end = sample.start.plusSeconds(sample.seconds);
        if (sample.metric == order.metric && sample.series == order.series &&
            sample.start < order.to && end > order.from)
            groups[sample.group].append(&sample);
    }
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        chart.curves.append(curveOf(it.key(), piecesOf(*it, order.isMean), &chart, order));
    std::stable_sort(chart.curves.begin(), chart.curves.end(),
                     [](const UsageCurve &a, const UsageCurve &b) { return a.total > b.total; });
    return chart;
}

} // namespace chatelaine
