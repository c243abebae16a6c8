// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagepresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/timetext.h"
#include "gui/usage/usagefigures.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 secondsOfDay = 24 * 3600;

} // namespace

UsagePresenter::UsagePresenter(UsagePort port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_clock(clock)
    , m_readings(m_port, clock)
{
    connect(&m_readings, &UsageReadings::samplesRead, this, &UsagePresenter::compute);
    connect(&m_readings, &UsageReadings::groupsRead, this, [this] {
        nameCurves();
        emit changed();
    });
    connect(&m_readings, &UsageReadings::changed, this, &UsagePresenter::changed);
}

UsagePresenter::~UsagePresenter() = default;

void UsagePresenter::setScope(const AccountId &account, const ContainerPath &container)
{
    if (account != m_readings.account())
        setKey({}, {});
    ++m_computation;
    m_readings.setScope(account, container);
    m_chart = {};
    m_subject.clear();
    m_colours.clear();
    m_isComputed = false;
    m_hidden.clear();
    m_metric = metrics().isEmpty() ? -1 : 0;
    followMetric();
    m_readings.setWish(wish());
    if (m_readings.provider() && (m_metric >= 0 || offersQuotas()))
        m_readings.read();
    emit changed();
}

std::optional<MetricInfo> UsagePresenter::metric() const
{
    return m_metric < 0 ? std::nullopt : std::optional(metrics().at(m_metric));
}

bool UsagePresenter::isOverTime() const
{
    const auto chosen = metric();
    return chosen && chosen->overTime.contains(partDepth(m_grouping) > 0 ? QString() : m_grouping);
}

qsizetype UsagePresenter::usualSpan() const
{
    switch (m_bucket) {
    case UsageBucket::Hour:
        return 72; // the vendor is asked for hours of up to three days
    case UsageBucket::Day:
        return 30;
    case UsageBucket::Week:
        return 26;
    case UsageBucket::Month:
        break;
    }
    return 12;
}

Timestamp UsagePresenter::firstWanted() const
{
    const Timestamp now = m_clock.now();
    Timestamp first = bucketStart(m_bucket, now);
    for (qsizetype i = 1; i < usualSpan(); ++i)
        first = bucketStart(m_bucket, first.plusSeconds(-1));
    // Whole days, for what is kept of days and of hours must fit together.
    return m_bucket == UsageBucket::Hour
               ? bucketStart(UsageBucket::Day, now).plusSeconds(-2 * secondsOfDay)
               : first;
}

UsageWish UsagePresenter::wish() const
{
    return {m_metric >= 0, partDepth(m_grouping), firstWanted()};
}

void UsagePresenter::refresh()
{
    m_readings.setWish(wish());
    m_readings.refresh();
}

void UsagePresenter::compute()
{
    const auto chosen = metric();
    if (!chosen)
        return;
    const UsageChartOrder order{chosen->id,
                                chosen->aggregation == QLatin1StringView("mean"),
                                partDepth(m_grouping) > 0 ? partSeries : m_grouping,
                                m_bucket,
                                firstWanted(),
                                m_clock.now()};
    const QStringList of{m_readings.account().toString(), containerKey(m_readings.container()),
                         chosen->id, m_grouping, QString::number(static_cast<int>(m_bucket))};
    whenReady(
        QtConcurrent::run(chatelaine::chartOf, m_readings.samples(), order, isOverTime(), m_key),
        this, [this, of, computation = ++m_computation](const ChartData &chart) {
            if (computation == m_computation)
                takeChart(chart, of);
        });
}

void UsagePresenter::takeChart(const ChartData &chart, const QStringList &of)
{
    m_chart = chart;
    m_subject = of;
    m_isComputed = true;
    m_colours.give(m_chart, m_grouping);
    nameCurves();
    emit changed();
}

/** All of the chart that is not made of figures. */
void UsagePresenter::nameCurves()
{
    const auto chosen = metric();
    if (!chosen || m_subject.mid(2, 2) != QStringList{chosen->id, m_grouping})
        return; // the chart of what is chosen is still being made
    m_chart.title = title() + QStringLiteral(": ") + chosen->label;
    m_chart.metric = chosen->label;
    m_chart.unit = chosen->unit;
    m_chart.kind = chosen->kind;
    m_chart.groupTitle = m_readings.groups().title(m_grouping);
    m_chart.isStacked = m_isStacked && canStack();
    for (ChartCurve &curve : m_chart.curves) {
        curve.label = m_readings.groups().label(m_grouping, curve.group);
        curve.isShown = !m_hidden.contains(curve.group);
    }
}

void UsagePresenter::setMetricIndex(qsizetype index)
{
    if (index < 0 || index >= metrics().size() || index == m_metric)
        return;
    m_metric = index;
    followMetric();
    m_readings.setWish(wish());
    compute();
    emit changed();
}

void UsagePresenter::followMetric()
{
    const QStringList possible = groupings();
    if (!possible.contains(m_grouping))
        m_grouping = possible.value(0);
}

QStringList UsagePresenter::groupings() const
{
    const auto chosen = metric();
    return chosen ? m_readings.groups().seriesOf(*chosen) : QStringList();
}

void UsagePresenter::setGroupingIndex(qsizetype index)
{
    const QString before = m_grouping;
    m_grouping = groupings().value(index, m_grouping);
    if (m_grouping == before)
        return;
    m_hidden.clear();
    if (partDepth(m_grouping) == partDepth(before))
        compute();
    else
        restart();
    emit changed();
}

/** Other samples are wanted. */
void UsagePresenter::restart()
{
    ++m_computation;
    m_isComputed = false;
    m_chart = {};
    m_subject.clear();
    m_readings.setWish(wish());
    m_readings.restart();
}

void UsagePresenter::setBucket(UsageBucket bucket)
{
    if (bucket == m_bucket)
        return;
    m_bucket = bucket;
    restart();
    emit changed();
}

void UsagePresenter::setStacked(bool stacked)
{
    m_isStacked = stacked;
    nameCurves();
    emit changed();
}

bool UsagePresenter::canStack() const
{
    return m_chart.isByTime && !m_chart.isMean && m_chart.curves.size() > 1;
}

void UsagePresenter::setShown(const QString &group, bool shown)
{
    if (shown)
        m_hidden.remove(group);
    else
        m_hidden.insert(group);
    nameCurves();
    emit changed();
}

void UsagePresenter::setKey(const QString &id, const QString &name)
{
    if (id == m_key)
        return;
    m_key = id;
    m_keyName = name;
    compute();
    emit changed();
}

QString UsagePresenter::keyOffered() const
{
    const auto chosen = metric();
    const bool offered = chosen && chosen->series.contains(QLatin1StringView("key"));
    return offered && !m_key.isEmpty() ? displaySafe(m_keyName.isEmpty() ? m_key : m_keyName, 40)
                                       : QString();
}

void UsagePresenter::showOnlyKey()
{
    if (keyOffered().isEmpty())
        return;
    setGroupingIndex(groupings().indexOf(QLatin1StringView("key")));
    m_hidden.clear();
    for (const UsageSample &sample : m_readings.samples()) {
        if (sample.series == QLatin1StringView("key") && sample.group != m_key)
            m_hidden.insert(sample.group);
    }
    m_hidden.insert(othersGroup);
    nameCurves();
    emit changed();
}

QString UsagePresenter::groupingText(const QString &series) const
{
    const UsageGroups &groups = m_readings.groups();
    return series.isEmpty() ? groups.label({}, {}) : groups.title(series);
}

UsagePresenter::State UsagePresenter::state() const
{
    if (m_readings.account().isEmpty() || !m_readings.provider())
        return State::NothingChosen;
    if (m_metric < 0 || groupings().isEmpty())
        return State::NotOffered;
    const auto isKnown = [this](const ChartCurve &curve) {
        return !m_chart.isByTime || std::any_of(curve.figures.begin(), curve.figures.end(),
                                                [](const UsageFigure &f) { return f.value; });
    };
    if (std::any_of(m_chart.curves.begin(), m_chart.curves.end(), isKnown))
        return State::Ready;
    if (isRefreshing() || (m_readings.hasReading() && !m_isComputed))
        return State::Loading;
    return problem().isEmpty() && m_readings.hasReading() ? State::Empty : State::Failed;
}

QString UsagePresenter::title() const
{
    const AccountId &id = m_readings.account();
    const auto account = id.isEmpty() ? std::nullopt : m_port.account(id);
    if (!account)
        return tr("Usage");
    QStringList names = {displaySafe(account->name, 80)};
    for (const ContainerStep &step : m_readings.container())
        names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, 80));
    return tr("Usage of %1").arg(names.join(QStringLiteral(" / ")));
}

QString UsagePresenter::stateSentence() const
{
    switch (state()) {
    case State::NothingChosen:
        return tr("Choose an account, an organization or a project in the tree to see its usage.");
    case State::NotOffered:
        return tr("%1 offers no usage figures through its API.").arg(m_readings.provider()->name);
    case State::Loading:
        return tr("Asking %1...").arg(m_readings.provider()->name);
    case State::Failed:
        return tr("There are no figures to show.");
    case State::Empty:
        return tr("%1 knows of no usage in this time.").arg(m_readings.provider()->name);
    case State::Ready:
        break;
    }
    return {};
}

QString UsagePresenter::asOf() const
{
    std::optional<Timestamp> time = m_readings.observedAt();
    const bool isOfNothing = !m_readings.hasReading() && m_readings.samples().isEmpty();
    if (isOfNothing && !quotas().isEmpty())
        time = quotas().constFirst().quota.observedAt;
    if (time)
        return tr("As of %1").arg(relativeTime(*time, m_clock.now()));
    const QList<UsageSample> &samples = m_readings.samples();
    if (samples.isEmpty())
        return {};
    // When it was read is not kept, but not before its last figure.
    const auto last = std::max_element(
        samples.begin(), samples.end(),
        [](const UsageSample &a, const UsageSample &b) { return a.start < b.start; });
    const QString day = bucketText(UsageBucket::Day, last->start);
    return m_readings.isWatched() ? tr("What the team found, with figures up to %1").arg(day)
                                  : tr("From an earlier run, with figures up to %1").arg(day);
}

QString UsagePresenter::totalSentence(ChartSpan span) const
{
    return state() == State::Ready
               ? UsageFigures::sentence(m_chart, span, m_readings.provider()->name, firstWanted())
               : QString();
}

QList<QStringList> UsagePresenter::figures() const
{
    const auto chosen = metric();
    return chosen ? UsageFigures::table(m_chart, *chosen) : QList<QStringList>();
}

UsageExport UsagePresenter::exportOf(const QString &format, ChartSpan span) const
{
    UsageExport order;
    order.format = format;
    order.account = m_readings.account();
    order.container = m_readings.container();
    order.metric = metric().value_or(MetricInfo()).id;
    order.grouping = m_grouping;
    const bool isBySlot = m_chart.isByTime && span.count > 0;
    order.from = isBySlot ? m_chart.starts.at(span.first) : firstWanted();
    order.to = isBySlot ? m_chart.endOf(span.first + span.count - 1) : m_clock.now();
    return order;
}

void UsagePresenter::save(const UsageExport &order)
{
    if (order.file.isEmpty())
        return;
    whenDone(m_port.save(order), this, [this, file = order.file](const Outcome<Done> &done) {
        emit saved(done ? Notice{Severity::Good, tr("Saved as %1.").arg(displaySafe(file)), {}}
                        : Notice::of(done.error()));
    });
}

QList<MetricInfo> UsagePresenter::metrics() const
{
    return m_readings.provider() ? m_readings.provider()->metrics : QList<MetricInfo>();
}

} // namespace chatelaine
