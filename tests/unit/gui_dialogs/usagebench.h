// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samples.h"

#include "gui/prompts/prompts.h"
#include "gui/usage/usagepresenter.h"
#include "painting/chartdata.h"

#include <QThreadPool>

namespace samples {

class FixedClock final : public Clock
{
public:
    Timestamp now() const override { return *Timestamp::fromIso(u"2026-11-21T14:00:00Z"); }
};

inline UsageSample sample(const QString &start, double value)
{
    UsageSample one;
    one.metric = u"requests"_s;
    one.start = *Timestamp::fromIso(start);
    one.seconds = 3600;
    one.value = value;
    return one;
}

struct Meter
{
    ProviderInfo info = withSeries(provider());
    Pending<QList<KeyRow>> keys;
    Pending<QList<ContainerPath>> parts;
    Pending<QList<Quota>> quotaHistory;
    QList<int> depths;
    Pending<UsageReading> stored;
    Pending<QList<QuotaOutlook>> storedQuotas;
    Pending<UsageReading> usage;
    Pending<UsageReading> partUsage;
    Pending<QList<Quota>> quotas;
    Pending<Done> thresholds;
    Pending<Done> saves;
    QList<UsageQuery> queries;
    QuotaThresholds set;
    UsageExport written;

    static ProviderInfo withSeries(ProviderInfo info)
    {
        for (MetricInfo &metric : info.metrics) {
            metric.series = {QString(), u"key"_s};
            metric.overTime = {QString()};
        }
        return info;
    }
    UsagePort port()
    {
        UsagePort port;
        port.account = [](const AccountId &) {
            return std::optional(accountRow());
        };
        port.provider = [this](const AccountId &) {
            return std::optional(info);
        };
        port.keys = [this](const AccountId &) {
            return keys.ask();
        };
        port.parts = [this](const AccountId &, const ContainerPath &) {
            return parts.ask();
        };
        port.storedUsage = [this](const UsageQuery &query) {
            queries.append(query);
            return stored.ask();
        };
        port.storedQuotas = [this](const AccountId &) {
            return storedQuotas.ask();
        };
        port.refreshUsage = [this](const AccountId &, const ContainerPath &, Timestamp, Timestamp,
                                   const CancellationPtr &) {
            return usage.ask();
        };
        port.refreshParts = [this](const AccountId &, const ContainerPath &, int depth, Timestamp,
                                   Timestamp, const CancellationPtr &) {
            depths.append(depth);
            return partUsage.ask();
        };
        port.refreshQuotas = [this](const AccountId &, const CancellationPtr &) {
            return quotas.ask();
        };
        port.quotaHistory = [this](const AccountId &) {
            return quotaHistory.ask();
        };
        port.setThresholds = [this](const AccountId &, const QString &,
                                    const QuotaThresholds &wanted) {
            set = wanted;
            return thresholds.ask();
        };
        port.save = [this](const UsageExport &order) {
            written = order;
            return saves.ask();
        };
        return port;
    }
    /** What the store has, also after the vendor answered. */
    void give(const QList<UsageSample> &samples)
    {
        UsageReading reading;
        reading.samples = samples;
        stored.give(reading);
    }
};

inline UsageSample keySample(const QString &group, double value)
{
    UsageSample one = sample(u"2026-10-23T00:00:00Z"_s, value);
    one.seconds = 30 * 86400;
    one.series = u"key"_s;
    one.group = group;
    return one;
}

/** Three days: 7, nothing known, 0; and the same of a second group. */
inline ChartData threeDays()
{
    ChartData data;
    data.title = u"Usage: Requests"_s;
    data.unit = u"requests"_s;
    data.groupTitle = u"Key"_s;
    const Timestamp first = *Timestamp::fromIso(u"2026-11-19");
    for (int day = 0; day < 3; ++day)
        data.starts.append(first.plusSeconds(day * 86400));
    data.end = first.plusSeconds(3 * 86400);
    const QList<UsageFigure> figures{{7.0, false}, {}, {0.0, true}};
    data.curves = {{u"a"_s, u"CI"_s, 0, true, figures, 7}, {u"b"_s, u"Web"_s, 1, true, figures, 7}};
    return data;
}

class AnyFile final : public Prompts
{
public:
    QFuture<QString> saveFile(QWidget *, const FileRequest &request) override
    {
        return QtFuture::makeReadyFuture(u"/tmp/"_s + request.suggestion);
    }
    QFuture<QString> openFile(QWidget *, const FileRequest &) override { return {}; }
};

inline UsageSample daySample(const QString &day, double value,
                             const QString &metric = u"requests"_s)
{
    UsageSample one = sample(day, value);
    one.metric = metric;
    one.seconds = 86400;
    return one;
}

/** What the pool still has to tell is told before the application ends, as the composition does. */
inline void letThePoolEnd()
{
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace samples
