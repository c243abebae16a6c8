// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/readings.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qint64 hourlyUpTo = 3 * 86'400; // longer ranges are shown by the day
const QString usageCapability = u"usage"_s;

/** A part of the range that fits into one request. */
struct Slice
{
    Timestamp from;
    Timestamp to;
};

const UsageWindow &windowFor(const QList<UsageWindow> &windows, qint64 seconds)
{
    for (const UsageWindow &window : windows) {
        if (window.seconds >= 86'400 || seconds <= hourlyUpTo)
            return window;
    }
    return windows.last();
}

QList<Slice> slices(Timestamp from, Timestamp to, const UsageWindow &window)
{
    const qint64 width = window.seconds;
    // Buckets lie on multiples of their width in UTC.
    Timestamp start = Timestamp::fromSeconds(from.seconds() / width * width);
    QList<Slice> all;
    while (start < to) {
        const Timestamp end = std::min(start.plusSeconds(width * window.maximum), to);
        all.append({start, end});
        start = end;
    }
    return all;
}

double weightOf(const UsageTemplate &usage, const SeriesTemplate &series, const QString &metric,
                const QJsonValue &row)
{
    for (const MetricInfo &info : usage.metrics) {
        if (info.id != metric || info.weight.isEmpty())
            continue;
        for (const auto &[id, source] : series.values) {
            if (id == info.weight)
                return sourceNumber(source, row).value_or(1);
        }
    }
    return 1;
}

QList<UsageSample> samplesOf(const UsageTemplate &usage, const Slice &slice, qint64 width,
                             const QJsonValue &document)
{
    QList<UsageSample> samples;
    for (const SeriesTemplate &series : usage.series) {
        const auto rows = series.rows.rowsIn(document);
        for (const QJsonValue &row : rows.value_or(QList<QJsonValue>())) {
            UsageSample sample;
            sample.series = series.series;
            sample.group = sourceText(series.group, row);
            sample.start = slice.from;
            sample.seconds = slice.to.seconds() - slice.from.seconds();
            if (!series.time.isEmpty()) {
                const auto time = sourceTime(series.time, row);
                if (!time)
                    continue;
                sample.start = *time;
                sample.seconds = width;
            }
            for (const auto &[metric, source] : series.values) {
                const auto value = sourceNumber(source, row);
                if (!value)
                    continue;
                sample.metric = metric;
                sample.value = *value;
                sample.weight = weightOf(usage, series, metric, row);
                samples.append(sample);
            }
        }
    }
    return samples;
}

class UsageRun : public std::enable_shared_from_this<UsageRun>
{
public:
    UsageRun(Exchanger *exchanger, const ContainerPath &container, Timestamp from, Timestamp to,
             CancellationPtr cancellation)
        : m_exchanger(exchanger)
        , m_usage(*exchanger->definition().usage)
        , m_window(windowFor(m_usage.windows, to.seconds() - from.seconds()))
        , m_slices(slices(from, to, m_window))
        , m_cancellation(std::move(cancellation))
        , m_values(containerValues(container))
    {
        m_values.insert(u"interval"_s, m_window.name);
    }

    FutureOutcome<QList<UsageSample>> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        if (m_slices.isEmpty()) {
            m_answer.give(std::move(m_samples));
            return;
        }
        const Slice slice = m_slices.takeFirst();
        Call call;
        call.request = m_usage.request;
        call.values = m_values;
        call.values.insert(u"from"_s, slice.from.toIso());
        call.values.insert(u"to"_s, slice.to.toIso());
        call.background = true;
        call.cancellation = m_cancellation;
        call.digest = [usage = m_usage, slice,
                       width = m_window.seconds](const QJsonValue &document) {
            return std::any(samplesOf(usage, slice, width, document));
        };
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     self->take(answer);
                 });
    }

    void take(const Outcome<VendorAnswerPtr> &answer)
    {
        if (!answer) {
            m_answer.give(answer.error());
            return;
        }
        const VendorAnswer &got = *answer.value();
        if (got.error) {
            if (m_usage.optional && (got.status == 405 || got.status == 501))
                m_exchanger->switchOff(usageCapability);
            m_answer.give(*got.error);
            return;
        }
        m_samples += std::any_cast<QList<UsageSample>>(got.digested);
        next();
    }

    Exchanger *m_exchanger;
    const UsageTemplate &m_usage;
    const UsageWindow &m_window;
    QList<Slice> m_slices;
    CancellationPtr m_cancellation;
    TemplateValues m_values;
    QList<UsageSample> m_samples;
    Answer<QList<UsageSample>> m_answer;
};

Error unsupported(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = message;
    return error;
}

} // namespace

FutureOutcome<QList<UsageSample>> readUsageSamples(Exchanger *exchanger,
                                                   const ContainerPath &container, Timestamp from,
                                                   Timestamp to, CancellationPtr cancellation)
{
    const Definition &definition = exchanger->definition();
    if (!definition.usage)
        return readyOutcome<QList<UsageSample>>(
            unsupported(ProviderClient::tr("%1 offers no usage.").arg(definition.info.name)));
    if (exchanger->isSwitchedOff(usageCapability))
        return readyOutcome<QList<UsageSample>>(
            unsupported(ProviderClient::tr("This server does not offer usage.")));
    if (!(from < to))
        return readyOutcome<QList<UsageSample>>(QList<UsageSample>());
    return std::make_shared<UsageRun>(exchanger, container, from, to, std::move(cancellation))
        ->start();
}

} // namespace chatelaine
