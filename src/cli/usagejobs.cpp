// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/usagejobs.h"

#include "cli/table.h"
#include "core/clock.h"
#include "core/usagechart.h"
#include "services/accountservice.h"
#include "services/keyservice.h"

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

QString shownText(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QString seenThroughTeam()
{
    return UsageJob::tr("Nobody was asked: this account is seen through the team, with no "
                        "credential here. This is what the team found.");
}

} // namespace

void UsageJob::start()
{
    constexpr qint64 thirtyDays = 30 * 86400;
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    m_account = *account;
    m_to = m_order.period.to.value_or(SystemClock().now());
    m_from = m_order.period.from.value_or(m_to.plusSeconds(-thirtyDays));
    if (m_account.isWatched())
        return showStored(std::nullopt);
    whenDone(services().usage.refreshUsage(m_account.id, {}, m_from, m_to), this,
             [this](const Outcome<UsageReading> &reading) {
                 if (reading)
                     return report(*reading, reading->complete ? done : notDone);
                 if (!isUnreachable(reading.error()))
                     return fail(reading.error());
                 showStored(reading.error());
             });
}

/** `why`: the vendor was asked in vain. */
void UsageJob::showStored(const std::optional<Error> &why)
{
    UsageQuery query;
    query.account = m_account.id;
    // Vendors answer with whole days: the first one begins before what was asked for.
    query.from = bucketStart(UsageBucket::Day, m_from);
    query.to = m_to;
    query.grain = UsageQuery::Grain::EverySeries;
    then(services().usage.usage(query), [this, why](const UsageReading &stored) {
        if (!why) {
            output().note(seenThroughTeam());
            return report(stored, done);
        }
        if (stored.samples.isEmpty())
            return fail(*why);
        UsageReading reading = stored;
        reading.complete = false;
        reading.reasons.prepend(why->message);
        report(reading, notDone);
    });
}

/** With the names of what it is of. */
void UsageJob::report(const UsageReading &reading, int status)
{
    then(services().keys.containers(m_account.id),
         [this, reading, status](const QList<ContainerRow> &containers) {
             KeyQuery all;
             all.account = m_account.id;
             then(services().keys.list(all),
                  [this, reading, status, containers](const QList<KeyRow> &keys) {
                      write(reading, status, containers, keys);
                  });
         });
}

void UsageJob::write(const UsageReading &reading, int status, const QList<ContainerRow> &containers,
                     const QList<KeyRow> &keys)
{
    QHash<QString, ContainerPath> places;
    for (const ContainerRow &container : containers)
        places.insert(containerKey(container.path), container.path);
    QHash<QString, QString> keyNames;
    for (const KeyRow &key : keys)
        keyNames.insert(key.record.id.toString(), key.record.name);
    QHash<QString, QString> units;
    for (const MetricInfo &metric :
         services().accounts.providerOf(m_account.id).value_or(ProviderInfo()).metrics)
        units.insert(metric.id, metric.unit);

    Table table({tr("START"), tr("END"), tr("IN"), tr("METRIC"), tr("BY"), tr("OF"), tr("VALUE"),
                 tr("UNIT")});
    table.alignRight(6);
    QJsonArray items;
    for (const UsageSample &sample : reading.samples) {
        UsageLabels labels{
            m_account.name, places.value(sample.place), {}, units.value(sample.metric)};
        if (sample.series == "key"_L1)
            labels.group = keyNames.value(sample.group);
        table.add({shownTime(sample.start), shownTime(sample.start.plusSeconds(sample.seconds)),
                   shownText(placeOf(labels.container)), sample.metric, shownText(sample.series),
                   shownText(labels.group.isEmpty() ? sample.group : labels.group),
                   shownNumber(sample.value), labels.unit});
        items.append(usageDocument(sample, labels));
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
    const auto provider = services().accounts.providerOf(m_account);
    if (provider && !provider->hasQuotas)
        return fail(Error::of(ErrorKind::Unsupported,
                              tr("%1 offers no quotas through its API.").arg(provider->name)));
    if (m_order.history)
        return showHistory();
    if (!account->isWatched())
        return ask();
    output().note(seenThroughTeam());
    report({}, done);
}

void QuotaJob::ask()
{
    whenDone(services().usage.refreshQuotas(m_account), this,
             [this](const Outcome<QList<Quota>> &quotas) {
                 if (quotas)
                     return report({}, done);
                 if (!isUnreachable(quotas.error()))
                     return fail(quotas.error());
                 showStored(quotas.error());
             });
}

void QuotaJob::showHistory()
{
    const Timestamp from = m_order.period.from.value_or(Timestamp());
    then(services().usage.quotaHistory(m_account, from), [this](const QList<Quota> &readings) {
        Table table(
            {tr("OBSERVED"), tr("QUOTA"), tr("USED"), tr("LIMIT"), tr("UNIT"), tr("RESETS")});
        table.alignRight(2);
        table.alignRight(3);
        QJsonArray items;
        for (const Quota &quota : readings) {
            if (m_order.period.to && quota.observedAt >= *m_order.period.to)
                continue;
            table.add({shownTime(quota.observedAt), quota.name, shownNumber(quota.used),
                       shownNumber(quota.limit), quota.unit, shownTime(quota.resetAt)});
            items.append(quotaReadingDocument(quota));
        }
        output().list(table.toString(), items, {});
        finish(done);
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
