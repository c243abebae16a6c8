// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagepresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "core/whenready.h"
#include "gui/common/timetext.h"

#include <QLocale>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 secondsOfDay = 24 * 3600;
const QString partSeries = QStringLiteral("part");
const QString othersGroup = QStringLiteral("\x1f"); // no vendor's id has a control character

/** The smallest curves as one, so that colours and legend stay readable. Of means there is no sum:
 * they are left out. */
QList<ChartCurve> folded(const QList<UsageCurve> &curves, bool isMean)
{
    QList<ChartCurve> all;
    for (const UsageCurve &curve : curves) {
        if (all.size() < UsagePresenter::mostCurves || curves.size() == all.size() + 1) {
            all.append(
                {curve.group, {}, static_cast<int>(all.size()), true, curve.figures, curve.total});
            continue;
        }
        if (isMean)
            break;
        if (all.constLast().group != othersGroup)
            all.append({othersGroup, {}, static_cast<int>(all.size()), true, {}, 0});
        ChartCurve &others = all.last();
        others.total += curve.total;
        others.figures.resize(std::max(others.figures.size(), curve.figures.size()));
        for (qsizetype i = 0; i < curve.figures.size(); ++i) {
            const UsageFigure &figure = curve.figures.at(i);
            if (!figure.value)
                continue;
            UsageFigure &sum = others.figures[i];
            sum.value = sum.value.value_or(0) + *figure.value;
            sum.isPartial = sum.isPartial || figure.isPartial;
        }
    }
    return all;
}

ChartData chartOf(const QList<UsageSample> &samples, UsageChartOrder order, bool isOverTime,
                  const QString &pinned)
{
    if (isOverTime) {
        // Back to the first one that has a bucket of its own.
        for (const UsageSample &sample : samples) {
            const Timestamp start = bucketStart(order.bucket, sample.start);
            if (sample.metric == order.metric && sample.series == order.series &&
                sample.start.plusSeconds(sample.seconds) <= nextBucket(order.bucket, start))
                order.from = std::min(order.from, sample.start);
        }
    }
    UsageChart made = usageChart(samples, order);
    // The one that was asked for is not one of "all others".
    for (qsizetype i = UsagePresenter::mostCurves; i < made.curves.size(); ++i) {
        if (!pinned.isEmpty() && made.curves.at(i).group == pinned)
            made.curves.move(i, UsagePresenter::mostCurves - 1);
    }
    ChartData chart;
    chart.bucket = made.bucket;
    chart.starts = made.starts;
    chart.end = made.end;
    chart.isByTime = isOverTime;
    chart.isMean = order.isMean;
    chart.curves = folded(made.curves, order.isMean);
    return chart;
}

} // namespace

UsagePresenter::UsagePresenter(UsagePort port, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_clock(clock)
{}

UsagePresenter::~UsagePresenter()
{
    cancel();
}

void UsagePresenter::setScope(const AccountId &account, const ContainerPath &container)
{
    cancel();
    ++m_generation;
    ++m_computation;
    if (account != m_account)
        setKey({}, {});
    m_account = account;
    m_container = container;
    m_provider = account.isEmpty() ? std::nullopt : m_port.provider(account);
    m_samples.clear();
    m_hasReading = false;
    m_observedAt.reset();
    m_reasons.clear();
    m_quotas.clear();
    m_parts.clear();
    m_chart = {};
    m_isComputed = false;
    m_hidden.clear();
    m_keyNames.clear();
    m_pending = 0;
    m_problem.clear();
    m_metric = metrics().isEmpty() ? -1 : 0;
    followMetric();
    if (m_provider && (m_metric >= 0 || offersQuotas()))
        loadStored();
    emit changed();
}

std::optional<MetricInfo> UsagePresenter::metric() const
{
    return m_metric < 0 ? std::nullopt : std::optional(metrics().at(m_metric));
}

bool UsagePresenter::isOverTime() const
{
    const auto chosen = metric();
    return chosen && chosen->overTime.contains(m_grouping == partSeries ? QString() : m_grouping);
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

void UsagePresenter::loadStored()
{
    loadKeyNames();
    loadParts();
    if (m_metric >= 0)
        loadSamples();
    loadQuotas();
    refresh();
}

void UsagePresenter::loadSamples()
{
    UsageQuery query{m_account, m_container, {}, {}, {}, m_clock.now()};
    query.grain =
        m_grouping == partSeries ? UsageQuery::Grain::Parts : UsageQuery::Grain::EverySeries;
    whenDone(m_port.storedUsage(query), this,
             [this, generation = m_generation,
              grouping = m_grouping](const Outcome<UsageReading> &outcome) {
                 if (generation != m_generation || grouping != m_grouping)
                     return;
                 if (outcome)
                     m_samples = outcome->samples;
                 compute();
             });
}

void UsagePresenter::loadQuotas()
{
    whenDone(m_port.storedQuotas(m_account), this,
             [this, generation = m_generation](const Outcome<QList<QuotaOutlook>> &outcome) {
                 if (generation != m_generation)
                     return;
                 if (outcome)
                     m_quotas = *outcome;
                 emit changed();
             });
}

void UsagePresenter::loadParts()
{
    whenDone(m_port.parts(m_account, m_container), this,
             [this, generation = m_generation](const Outcome<QList<ContainerStep>> &outcome) {
                 if (generation != m_generation || !outcome)
                     return;
                 m_parts = *outcome;
                 nameCurves();
                 emit changed();
             });
}

void UsagePresenter::loadKeyNames()
{
    whenDone(m_port.keys(m_account), this,
             [this, generation = m_generation](const Outcome<QList<KeyRow>> &keys) {
                 if (generation != m_generation || !keys)
                     return;
                 for (const KeyRow &key : *keys) {
                     if (!key.record.name.isEmpty())
                         m_keyNames.insert(key.record.id.toString(), key.record.name);
                 }
                 nameCurves();
                 emit changed();
             });
}

bool UsagePresenter::canRefresh() const
{
    return m_provider && !isRefreshing() && (m_metric >= 0 || offersQuotas());
}

void UsagePresenter::refresh()
{
    if (!canRefresh())
        return;
    m_problem.clear();
    m_cancellation = std::make_shared<Cancellation>();
    const int generation = m_generation;
    m_pending = (m_metric >= 0 ? 1 : 0) + (offersQuotas() ? 1 : 0);
    emit changed();
    if (m_metric >= 0) {
        const auto &ask = m_grouping == partSeries ? m_port.refreshParts : m_port.refreshUsage;
        whenDone(ask(m_account, m_container, firstWanted(), m_clock.now(), m_cancellation), this,
                 [this, generation](const Outcome<UsageReading> &outcome) {
                     if (generation != m_generation)
                         return;
                     if (outcome) {
                         m_hasReading = true;
                         m_observedAt = outcome->observedAt;
                         m_reasons = outcome->reasons;
                         loadSamples(); // with what the vendor no longer tells
                     }
                     finishOne(outcome ? std::nullopt : std::optional(outcome.error()));
                 });
    }
    if (offersQuotas()) {
        whenDone(m_port.refreshQuotas(m_account, m_cancellation), this,
                 [this, generation](const Outcome<QList<Quota>> &outcome) {
                     if (generation != m_generation)
                         return;
                     if (outcome)
                         loadQuotas();
                     finishOne(outcome ? std::nullopt : std::optional(outcome.error()));
                 });
    }
}

void UsagePresenter::cancel()
{
    if (m_cancellation)
        std::exchange(m_cancellation, {})->request();
}

void UsagePresenter::finishOne(const std::optional<Error> &error)
{
    --m_pending;
    if (error && error->kind != ErrorKind::Cancelled)
        m_problem = error->next.isEmpty() ? error->message : error->message + u' ' + error->next;
    emit changed();
}

void UsagePresenter::compute()
{
    const auto chosen = metric();
    if (!chosen)
        return;
    const UsageChartOrder order{chosen->id,    chosen->aggregation == QLatin1StringView("mean"),
                                m_grouping,    m_bucket,
                                firstWanted(), m_clock.now()};
    whenReady(QtConcurrent::run(chartOf, m_samples, order, isOverTime(), m_key), this,
              [this, computation = ++m_computation](const ChartData &chart) {
                  if (computation == m_computation)
                      takeChart(chart);
              });
}

void UsagePresenter::takeChart(const ChartData &chart)
{
    m_chart = chart;
    m_isComputed = true;
    nameCurves();
    emit changed();
}

/** All of the chart that is not made of figures. */
void UsagePresenter::nameCurves()
{
    const auto chosen = metric();
    if (!chosen)
        return;
    m_chart.title = title() + QStringLiteral(": ") + chosen->label;
    m_chart.unit = chosen->unit;
    m_chart.kind = chosen->kind;
    m_chart.groupTitle = groupTitle(m_grouping);
    m_chart.isStacked = m_isStacked && canStack();
    for (ChartCurve &curve : m_chart.curves) {
        curve.label = labelOf(curve.group);
        curve.isShown = !m_hidden.contains(curve.group);
    }
}

QString UsagePresenter::labelOf(const QString &group) const
{
    QString name = group;
    if (group == othersGroup)
        name = tr("all others");
    else if (m_grouping == QLatin1StringView("key"))
        name = m_keyNames.value(group, group);
    else if (m_grouping == partSeries) {
        for (const ContainerStep &step : m_parts) {
            if (step.id.toString() == group && !step.name.isEmpty())
                name = step.name;
        }
    } else if (m_grouping.isEmpty())
        name = tr("Total");
    return displaySafe(name.isEmpty() ? tr("not named") : name, 200);
}

void UsagePresenter::setMetricIndex(qsizetype index)
{
    if (index < 0 || index >= metrics().size() || index == m_metric)
        return;
    m_metric = index;
    followMetric();
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
    if (!chosen)
        return {};
    QStringList all = chosen->series;
    std::sort(all.begin(), all.end());
    if (all.contains(QString()) && !m_parts.isEmpty())
        all.insert(1, partSeries);
    return all;
}

void UsagePresenter::setGroupingIndex(qsizetype index)
{
    const QString before = m_grouping;
    m_grouping = groupings().value(index, m_grouping);
    if (m_grouping == before)
        return;
    m_hidden.clear();
    if ((m_grouping == partSeries) == (before == partSeries))
        compute();
    else
        restart();
    emit changed();
}

/** Other samples are wanted: what is being asked for is not. */
void UsagePresenter::restart()
{
    cancel();
    ++m_generation;
    ++m_computation;
    m_pending = 0;
    m_hasReading = false;
    m_isComputed = false;
    m_samples.clear();
    m_chart = {};
    if (m_provider)
        loadStored();
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
    for (const UsageSample &sample : std::as_const(m_samples)) {
        if (sample.series == QLatin1StringView("key") && sample.group != m_key)
            m_hidden.insert(sample.group);
    }
    m_hidden.insert(othersGroup);
    nameCurves();
    emit changed();
}

QString UsagePresenter::groupTitle(const QString &series) const
{
    if (series.isEmpty())
        return {};
    if (series == QLatin1StringView("key"))
        return tr("Key");
    if (series == QLatin1StringView("route"))
        return tr("Route");
    if (series == QLatin1StringView("status"))
        return tr("Status");
    if (series == QLatin1StringView("model"))
        return tr("Model");
    if (series == partSeries) {
        const LevelInfo *level = m_parts.isEmpty() || !m_provider
                                     ? nullptr
                                     : m_provider->level(m_parts.constFirst().level);
        return level ? level->label : tr("Project");
    }
    return displaySafe(series, 40);
}

QString UsagePresenter::groupingText(const QString &series) const
{
    return series.isEmpty() ? tr("Total") : groupTitle(series);
}

UsagePresenter::State UsagePresenter::state() const
{
    if (m_account.isEmpty() || !m_provider)
        return State::NothingChosen;
    if (m_metric < 0 || groupings().isEmpty())
        return State::NotOffered;
    const auto isKnown = [this](const ChartCurve &curve) {
        return !m_chart.isByTime || std::any_of(curve.figures.begin(), curve.figures.end(),
                                                [](const UsageFigure &f) { return f.value; });
    };
    if (std::any_of(m_chart.curves.begin(), m_chart.curves.end(), isKnown))
        return State::Ready;
    if (isRefreshing() || (m_hasReading && !m_isComputed))
        return State::Loading;
    return m_problem.isEmpty() && m_hasReading ? State::Empty : State::Failed;
}

QString UsagePresenter::title() const
{
    const auto account = m_account.isEmpty() ? std::nullopt : m_port.account(m_account);
    if (!account)
        return tr("Usage");
    QStringList names = {displaySafe(account->name, 80)};
    for (const ContainerStep &step : m_container)
        names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, 80));
    return tr("Usage of %1").arg(names.join(QStringLiteral(" / ")));
}

QString UsagePresenter::stateSentence() const
{
    switch (state()) {
    case State::NothingChosen:
        return tr("Choose an account, an organization or a project in the tree to see its usage.");
    case State::NotOffered:
        return tr("%1 offers no usage figures through its API.").arg(m_provider->name);
    case State::Loading:
        return tr("Asking %1...").arg(m_provider->name);
    case State::Failed:
        return tr("There are no figures to show.");
    case State::Empty:
        return tr("%1 knows of no usage in this time.").arg(m_provider->name);
    case State::Ready:
        break;
    }
    return {};
}

QString UsagePresenter::asOf() const
{
    std::optional<Timestamp> time = m_observedAt;
    if (!m_hasReading && m_samples.isEmpty() && !m_quotas.isEmpty())
        time = m_quotas.constFirst().quota.observedAt;
    if (time)
        return tr("As of %1").arg(relativeTime(*time, m_clock.now()));
    return m_samples.isEmpty() ? QString() : tr("From an earlier run");
}

QString UsagePresenter::totalSentence() const
{
    if (state() != State::Ready)
        return {};
    const QList<ChartCurve> shown = m_chart.shown();
    QStringList parts;
    if (m_chart.isMean && shown.size() == 1)
        parts.append(
            tr("%1 on average").arg(m_chart.figureText({shown.constFirst().total, false})));
    double total = 0;
    for (const ChartCurve &curve : shown)
        total += curve.total;
    if (!m_chart.isMean)
        parts.append(tr("%1 in all").arg(m_chart.figureText({total, false})));
    if (!m_chart.isByTime) {
        parts.append(tr("since %1").arg(bucketText(UsageBucket::Day, firstWanted())));
        parts.append(tr("%1 gives no figures by time here").arg(m_provider->name));
        return parts.join(QStringLiteral("; "));
    }
    int unknown = 0;
    for (qsizetype slot = 0; slot < m_chart.starts.size(); ++slot) {
        const bool known = std::any_of(shown.begin(), shown.end(), [slot](const ChartCurve &curve) {
            return curve.figures.value(slot).value.has_value();
        });
        unknown += known ? 0 : 1;
    }
    if (unknown > 0)
        parts.append(
            tr("nothing is known of %1 of %2 intervals").arg(unknown).arg(m_chart.starts.size()));
    return parts.join(QStringLiteral("; "));
}

QList<QStringList> UsagePresenter::figures() const
{
    const auto chosen = metric();
    if (!chosen)
        return {};
    const auto exact = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'f', QLocale::FloatingPointShortest) : QString();
    };
    QList<QStringList> rows;
    const QList<ChartCurve> shown = m_chart.shown();
    if (!m_chart.isByTime) {
        rows.append({QStringLiteral("metric"), QStringLiteral("group"), QStringLiteral("name"),
                     QStringLiteral("value"), QStringLiteral("unit")});
        for (const ChartCurve &curve : shown)
            rows.append({chosen->id, curve.group, curve.label, exact(curve.total), chosen->unit});
        return rows;
    }
    rows.append({QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("metric"),
                 QStringLiteral("group"), QStringLiteral("name"), QStringLiteral("value"),
                 QStringLiteral("unit"), QStringLiteral("partial")});
    for (qsizetype slot = 0; slot < m_chart.starts.size(); ++slot) {
        const bool isLast = slot + 1 == m_chart.starts.size();
        const Timestamp end = isLast ? m_chart.end : m_chart.starts.at(slot + 1);
        for (const ChartCurve &curve : shown) {
            const UsageFigure figure = curve.figures.value(slot);
            rows.append({m_chart.starts.at(slot).toIso(), end.toIso(), chosen->id, curve.group,
                         curve.label, exact(figure.value), chosen->unit,
                         figure.isPartial ? QStringLiteral("yes") : QString()});
        }
    }
    return rows;
}

void UsagePresenter::save(const QString &file, const QByteArray &bytes)
{
    if (file.isEmpty())
        return;
    whenDone(m_port.save(file, bytes), this, [this, file](const Outcome<Done> &done) {
        emit saved(done ? Notice{Severity::Good, tr("Saved as %1.").arg(displaySafe(file)), {}}
                        : Notice::of(done.error()));
    });
}

bool UsagePresenter::offersQuotas() const
{
    return m_provider && m_provider->hasQuotas;
}

void UsagePresenter::setThresholds(const QString &quota, const QuotaThresholds &thresholds)
{
    whenDone(m_port.setThresholds(m_account, quota, thresholds), this,
             [this, generation = m_generation](const Outcome<Done> &done) {
                 if (generation != m_generation)
                     return;
                 if (!done)
                     m_problem = done.error().message;
                 loadQuotas();
             });
}

QList<MetricInfo> UsagePresenter::metrics() const
{
    return m_provider ? m_provider->metrics : QList<MetricInfo>();
}

} // namespace chatelaine
