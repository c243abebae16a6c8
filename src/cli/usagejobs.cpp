// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/usagejobs.h"

#include "cli/table.h"
#include "core/clock.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Whether the vendor could not be asked, so that older figures are better than none. */
bool isUnreachable(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
        return true;
    default:
        return false;
    }
}

QString shownNumber(const std::optional<double> &number)
{
    return number ? QString::number(*number, 'f', QLocale::FloatingPointShortest) : u"-"_s;
}

} // namespace

void UsageJob::start()
{
    constexpr qint64 thirtyDays = 30 * 86400;
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    m_account = account->id;
    m_to = m_order.period.to.value_or(SystemClock().now());
    m_from = m_order.period.from.value_or(m_to.plusSeconds(-thirtyDays));
    whenDone(services().usage.refreshUsage(m_account, {}, m_from, m_to), this,
             [this](const Outcome<UsageReading> &reading) {
                 if (reading)
                     return report(*reading, reading->complete ? done : notDone);
                 if (!isUnreachable(reading.error()))
                     return fail(reading.error());
                 showStored(reading.error());
             });
}

void UsageJob::showStored(const Error &why)
{
    UsageQuery query;
    query.account = m_account;
    query.from = m_from;
    query.to = m_to;
    then(services().usage.usage(query), [this, why](const UsageReading &stored) {
        if (stored.samples.isEmpty())
            return fail(why);
        UsageReading reading = stored;
        reading.complete = false;
        reading.reasons.prepend(why.message);
        report(reading, notDone);
    });
}

void UsageJob::report(const UsageReading &reading, int status)
{
    Table table({tr("START"), tr("METRIC"), tr("BY"), tr("OF"), tr("VALUE")});
    table.alignRight(4);
    QJsonArray items;
    for (const UsageSample &sample : reading.samples) {
        table.add({shownTime(sample.start), sample.metric, sample.series, sample.group,
                   shownNumber(sample.value)});
        items.append(usageDocument(sample));
    }
    output().list(table.toString(), items, {reading.complete, reading.observedAt, reading.reasons});
    finish(status);
}

void QuotaJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    m_account = account->id;
    whenDone(services().usage.refreshQuotas(m_account), this,
             [this](const Outcome<QList<Quota>> &quotas) {
                 if (quotas)
                     return report({}, done);
                 if (!isUnreachable(quotas.error()))
                     return fail(quotas.error());
                 showStored(quotas.error());
             });
}

void QuotaJob::showStored(const Error &why)
{
    then(services().usage.quotas(m_account), [this, why](const QList<Quota> &quotas) {
        if (quotas.isEmpty())
            return fail(why);
        report({false, std::nullopt, {why.message}}, notDone);
    });
}

void QuotaJob::report(ListState state, int status)
{
    then(services().usage.outlook(m_account),
         [this, state = std::move(state), status](const QList<QuotaOutlook> &quotas) {
             write(quotas, state, status);
         });
}

QString QuotaJob::shownForecast(const QuotaOutlook &one, const QList<QuotaOutlook> &all)
{
    using Verdict = QuotaForecast::Verdict;
    const QuotaForecast &forecast = one.forecast;
    if (forecast.binding != one.quota.id) {
        for (const QuotaOutlook &other : all) {
            if (other.quota.id == forecast.binding)
                return tr("%1 first: %2").arg(other.quota.name, shownForecast(other, all));
        }
    }
    const auto day = [](const std::optional<Timestamp> &time) {
        return time->toIso().left(10);
    };
    switch (forecast.verdict) {
    case Verdict::NoFigures:
        return u"-"_s;
    case Verdict::TooFewDays:
        return tr("not known: %1 of %2 full days").arg(forecast.days).arg(QuotaForecast::leastDays);
    case Verdict::NoUse:
        return tr("not used");
    case Verdict::ResetsBefore:
        return one.quota.resetAt ? tr("not before the reset") : tr("not within ten years");
    case Verdict::UsedUp:
        return tr("used up");
    case Verdict::RunsOut:
        break;
    }
    if (!forecast.latest)
        return one.quota.resetAt ? tr("from %1, or not").arg(day(forecast.earliest))
                                 : tr("from %1").arg(day(forecast.earliest));
    if (forecast.latest == forecast.earliest)
        return day(forecast.earliest);
    return tr("%1 to %2").arg(day(forecast.earliest), day(forecast.latest));
}

void QuotaJob::write(const QList<QuotaOutlook> &quotas, ListState state, int status)
{
    Table table({tr("QUOTA"), tr("USED"), tr("LIMIT"), tr("UNIT"), tr("RESETS"), tr("RUNS OUT"),
                 tr("OBSERVED")});
    table.alignRight(1);
    table.alignRight(2);
    QJsonArray items;
    for (const QuotaOutlook &one : quotas) {
        const Quota &quota = one.quota;
        table.add({quota.name, shownNumber(quota.used), shownNumber(quota.limit), quota.unit,
                   shownTime(quota.resetAt), shownForecast(one, quotas),
                   shownTime(quota.observedAt)});
        items.append(quotaDocument(one));
        if (!state.asOf || quota.observedAt < *state.asOf)
            state.asOf = quota.observedAt;
    }
    output().list(table.toString(), items, state);
    finish(status);
}

} // namespace chatelaine::cli
