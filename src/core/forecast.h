// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usage.h"

namespace chatelaine {

/** When a quota runs out, or why that cannot be said. */
struct QuotaForecast
{
    enum class Verdict {
        NoFigures,    ///< use or limit is not known, or the reading is of a period that has ended
        TooFewDays,   ///< fewer than `leastDays` full days of use are known
        NoUse,        ///< nothing was used on them
        ResetsBefore, ///< it starts anew before it runs out
        RunsOut,
        UsedUp,
    };
    static constexpr int leastDays = 7;
    static constexpr int mostDays = 28; ///< four whole weeks; what was before counts no more

    Verdict verdict = Verdict::NoFigures;
    std::optional<Timestamp> earliest; ///< midnight UTC of a day; of RunsOut only
    /** As `earliest`. Absent of RunsOut: it may also last until it starts anew, or for longer than
     * ten years. */
    std::optional<Timestamp> latest;
    int days = 0;    ///< full days that it was made from
    QString binding; ///< id of the quota that runs out first of this one and the wider ones
    bool operator==(const QuotaForecast &) const = default;
};

/** Use of full days (UTC), oldest first, as far as it is known; see forecastOf(). */
QList<double> dailyUse(const QList<Quota> &history, Timestamp now);

/**
 * The day on which `quota` runs out, from `history`, its readings by time.
 *
 * Daily use: what was used at each midnight is interpolated between the readings before and after
 * it, if these are of one period (the use did not fall, and no reset lies between) and at most two
 * days apart; a day is full when that is known at both its ends. Of the last 28 days before `now`
 * the full ones count.
 *
 * Range: with n full days of mean m and standard deviation s, what k further days use lies, eight
 * times out of ten, within k m ± t s sqrt(k + k²/n), t being Student's 90 % quantile for n - 1
 * degrees of freedom: the days differ, and their mean is known only so well. It is taken that days
 * do not depend on each other. `earliest` is the day on which the upper bound reaches what is left,
 * `latest` the one on which the lower bound does.
 */
QuotaForecast forecastOf(const Quota &quota, const QList<Quota> &history, Timestamp now);

/** One for each of `quotas`, in their order, with the one that binds; `history`: readings of all of
 * them, by time. */
QList<QuotaForecast> forecasts(const QList<Quota> &quotas, const QList<Quota> &history,
                               Timestamp now);

/** "runs_out", ... */
QString forecastVerdictName(QuotaForecast::Verdict verdict);

} // namespace chatelaine
