// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/forecast.h"

#include "core/enumnames.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chatelaine {

namespace {

constexpr std::array verdictNames = {
    std::pair{QuotaForecast::Verdict::NoFigures, QLatin1StringView("no_figures")},
    std::pair{QuotaForecast::Verdict::TooFewDays, QLatin1StringView("too_few_days")},
    std::pair{QuotaForecast::Verdict::NoUse, QLatin1StringView("no_use")},
    std::pair{QuotaForecast::Verdict::ResetsBefore, QLatin1StringView("resets_before")},
    std::pair{QuotaForecast::Verdict::RunsOut, QLatin1StringView("runs_out")},
    std::pair{QuotaForecast::Verdict::UsedUp, QLatin1StringView("used_up")},
};

constexpr qint64 secondsOfDay = 86'400;
constexpr qint64 mostApart = 2 * secondsOfDay;
constexpr int mostAhead = 3653; // ten years

qint64 dayOf(Timestamp time)
{
    return time.seconds() / secondsOfDay;
}

Timestamp midnightOf(qint64 day)
{
    return Timestamp::fromSeconds(day * secondsOfDay);
}

/** Whether the use went on from one reading to the next without starting anew. */
bool isOnePeriod(const Quota &before, const Quota &after)
{
    const bool hasReset = before.resetAt && before.observedAt < *before.resetAt &&
                          *before.resetAt <= after.observedAt;
    return !hasReset && *after.used >= *before.used;
}

/** What was used at a moment, counted from an unknown start; absent where no two readings tell. */
std::optional<double> usedAt(const QList<Quota> &readings, Timestamp moment)
{
    const auto after =
        std::lower_bound(readings.begin(), readings.end(), moment,
                         [](const Quota &reading, Timestamp t) { return reading.observedAt < t; });
    if (after == readings.end())
        return std::nullopt;
    if (after->observedAt == moment)
        return after->used;
    if (after == readings.begin())
        return std::nullopt;
    const Quota &before = *(after - 1);
    const double apart = static_cast<double>(after->observedAt.micros()) -
                         static_cast<double>(before.observedAt.micros());
    if (apart > mostApart * 1e6 || !isOnePeriod(before, *after))
        return std::nullopt;
    const double since =
        static_cast<double>(moment.micros()) - static_cast<double>(before.observedAt.micros());
    return *before.used + (*after->used - *before.used) * since / apart;
}

/** Whether the use between two moments is a difference: no period ended between them. */
bool isUnbroken(const QList<Quota> &readings, Timestamp from, Timestamp to)
{
    auto next =
        std::lower_bound(readings.begin(), readings.end(), from,
                         [](const Quota &reading, Timestamp t) { return reading.observedAt < t; });
    for (; next != readings.end() && next + 1 != readings.end() && next->observedAt < to; ++next) {
        if (!isOnePeriod(*next, *(next + 1)))
            return false;
    }
    return true;
}

/** Student's 90 % quantile, within 1 % from 6 degrees of freedom on. */
double studentQuantile(qsizetype degrees)
{
    return 1.2816 + 0.93 / static_cast<double>(degrees);
}

struct Spread
{
    double mean = 0;
    double deviation = 0;
    double days = 0;
    double quantile = 0;

    /** What `ahead` days use, at a side (-1, 1) of the range. */
    double use(double ahead, double side) const
    {
        return ahead * mean + side * quantile * deviation * std::sqrt(ahead + ahead * ahead / days);
    }
};

Spread spreadOf(const QList<double> &use)
{
    Spread spread;
    spread.days = static_cast<double>(use.size());
    spread.mean = std::accumulate(use.begin(), use.end(), 0.0) / spread.days;
    double squares = 0;
    for (const double day : use)
        squares += (day - spread.mean) * (day - spread.mean);
    spread.deviation = std::sqrt(squares / (spread.days - 1));
    spread.quantile = studentQuantile(use.size() - 1);
    return spread;
}

/** In how many days `left` is used; absent: not within ten years. */
std::optional<double> daysUntil(double left, const Spread &spread, double side)
{
    const auto reaches = [&](double ahead) {
        return spread.use(ahead, side) >= left;
    };
    if (!reaches(mostAhead))
        return std::nullopt;
    // The lower bound falls before it rises, so that it crosses `left` > 0 once.
    double low = 0;
    double high = mostAhead;
    while (high - low > 0.001) {
        const double middle = (low + high) / 2;
        (reaches(middle) ? high : low) = middle;
    }
    return high;
}

const Quota *quotaIn(const QList<Quota> &quotas, const QString &id)
{
    const auto found = std::find_if(quotas.begin(), quotas.end(),
                                    [&id](const Quota &quota) { return quota.id == id; });
    return found == quotas.end() ? nullptr : &*found;
}

/** A forecast as what is compared: when it runs out; absent: it does not. */
std::optional<Timestamp> endOf(const QuotaForecast &forecast)
{
    if (forecast.verdict == QuotaForecast::Verdict::UsedUp)
        return Timestamp();
    return forecast.earliest;
}

} // namespace

QList<double> dailyUse(const QList<Quota> &history, Timestamp now)
{
    QList<Quota> readings;
    for (const Quota &reading : history) {
        if (reading.used && reading.observedAt <= now)
            readings.append(reading);
    }
    QList<double> use;
    const qint64 today = dayOf(now);
    for (qint64 day = today - QuotaForecast::mostDays; day < today; ++day) {
        const auto start = usedAt(readings, midnightOf(day));
        const auto end = usedAt(readings, midnightOf(day + 1));
        if (start && end && isUnbroken(readings, midnightOf(day), midnightOf(day + 1)))
            use.append(std::max(0.0, *end - *start));
    }
    return use;
}

QuotaForecast forecastOf(const Quota &quota, const QList<Quota> &history, Timestamp now)
{
    using Verdict = QuotaForecast::Verdict;
    QuotaForecast forecast;
    forecast.binding = quota.id;
    if (!quota.used || !quota.limit || (quota.resetAt && *quota.resetAt <= now))
        return forecast;
    const double left = *quota.limit - *quota.used;
    const QList<double> use = dailyUse(history, now);
    forecast.days = static_cast<int>(use.size());
    forecast.verdict = Verdict::UsedUp;
    if (left <= 0)
        return forecast;
    forecast.verdict = Verdict::TooFewDays;
    if (use.size() < QuotaForecast::leastDays)
        return forecast;
    forecast.verdict = Verdict::NoUse;
    const Spread spread = spreadOf(use);
    if (spread.mean <= 0)
        return forecast;
    const auto dayAfter = [&quota](double days) {
        const double seconds = days * secondsOfDay;
        return midnightOf(dayOf(quota.observedAt.plusSeconds(static_cast<qint64>(seconds))));
    };
    const auto early = daysUntil(left, spread, 1);
    const auto isBeforeReset = [&quota](Timestamp day) {
        return !quota.resetAt || day < *quota.resetAt;
    };
    forecast.verdict = Verdict::ResetsBefore;
    if (!early || !isBeforeReset(dayAfter(*early)))
        return forecast;
    forecast.verdict = Verdict::RunsOut;
    // A reading of yesterday may foretell a day that is over.
    const Timestamp today = midnightOf(dayOf(now));
    forecast.earliest = std::max(today, dayAfter(*early));
    const auto late = daysUntil(left, spread, -1);
    if (late && isBeforeReset(dayAfter(*late)))
        forecast.latest = std::max(today, dayAfter(*late));
    return forecast;
}

QList<QuotaForecast> forecasts(const QList<Quota> &quotas, const QList<Quota> &history,
                               Timestamp now)
{
    QList<QuotaForecast> all;
    for (const Quota &quota : quotas) {
        QList<Quota> own;
        for (const Quota &reading : history) {
            if (reading.id == quota.id)
                own.append(reading);
        }
        all.append(forecastOf(quota, own, now));
    }
    for (qsizetype i = 0; i < quotas.size(); ++i) {
        auto first = endOf(all.at(i));
        QSet<QString> seen{quotas.at(i).id};
        const Quota *wider = quotaIn(quotas, quotas.at(i).within);
        while (wider && !seen.contains(wider->id)) {
            seen.insert(wider->id);
            const auto end = endOf(all.at(wider - quotas.data()));
            if (end && (!first || *end < *first)) {
                first = end;
                all[i].binding = wider->id;
            }
            wider = quotaIn(quotas, wider->within);
        }
    }
    return all;
}

QString forecastVerdictName(QuotaForecast::Verdict verdict)
{
    return nameIn(verdictNames, verdict);
}

} // namespace chatelaine
