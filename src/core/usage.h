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
    bool operator==(const Quota &) const = default;
};

} // namespace chatelaine
