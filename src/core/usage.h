// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"

namespace chatelaine {

/** One figure of one metric in one time bucket. */
struct UsageSample
{
    QString metric;     ///< id of a metric in the definition, e.g. "requests"
    QString series;     ///< "" for the total, else what it is grouped by, e.g. "key" or "route"
    QString group;      ///< the value in that grouping, e.g. a key id; "" for the total
    Timestamp start;    ///< start of the bucket, UTC
    qint64 seconds = 0; ///< width of the bucket
    double value = 0;
    double weight = 1;  ///< of a mean: of how many it is one
    QString place = {}; ///< containerKey() of the container that it is of, where known
    bool operator==(const UsageSample &) const = default;
};

/** A limit, what has been used of it, and when it starts anew. */
struct Quota
{
    QString id;   ///< of the definition, e.g. "evaluations"
    QString name; ///< the definition's label
    QString unit;
    std::optional<double> used;
    std::optional<double> limit;
    std::optional<Timestamp> resetAt;
    Timestamp observedAt;
    QString within = {}; ///< id of the wider quota that the same use counts against; empty: none
    bool operator==(const Quota &) const = default;

    /** What is used of the limit, 1 for all of it; absent: not known. */
    std::optional<double> share() const
    {
        if (!used || !limit || (*limit <= 0 && *used <= 0))
            return std::nullopt;
        return *limit > 0 ? *used / *limit : 1;
    }
};

/** From which share of its limit a quota is told of. */
struct QuotaThresholds
{
    double warning = 0.8;
    double alarm = 0.95;
    bool operator==(const QuotaThresholds &) const = default;
};

enum class QuotaLevel { Fine, Warning, Alarm };

inline QuotaLevel quotaLevel(const Quota &quota, const QuotaThresholds &thresholds)
{
    const double share = quota.share().value_or(0);
    if (share >= thresholds.alarm)
        return QuotaLevel::Alarm;
    return share >= thresholds.warning ? QuotaLevel::Warning : QuotaLevel::Fine;
}

/** A quota that has reached a threshold. */
struct QuotaCrossing
{
    Quota quota;
    QuotaLevel level = QuotaLevel::Fine;
    bool operator==(const QuotaCrossing &) const = default;
};

} // namespace chatelaine
