// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagepresenter.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qint64 daySeconds = 24 * 3600;

Timestamp midnight(Timestamp time)
{
    const qint64 seconds = time.seconds();
    return Timestamp::fromSeconds(seconds - seconds % daySeconds);
}

QString number(double value)
{
    const bool whole = qFuzzyIsNull(value - static_cast<double>(static_cast<qint64>(value)));
    return QLocale().toString(value, 'f', whole ? 0 : 2);
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
    m_account = account;
    m_container = container;
    m_provider = account.isEmpty() ? std::nullopt : m_port.provider(account);
    m_reading = {};
    m_hasReading = false;
    m_quotas.clear();
    m_series.clear();
    m_groups.clear();
    m_keyNames.clear();
    m_pending = 0;
    m_problem.clear();
    m_metric = metrics().isEmpty() ? -1 : 0;
    if (m_provider && (m_metric >= 0 || offersQuotas()))
        loadStored();
    emit changed();
}

Timestamp UsagePresenter::firstDay() const
{
    return midnight(m_clock.now()).plusSeconds(-(days - 1) * daySeconds);
}

void UsagePresenter::loadStored()
{
    const int generation = m_generation;
    loadKeyNames();
    if (m_metric >= 0) {
        const UsageQuery query{m_account, m_container, {}, {}, firstDay(), m_clock.now()};
        whenDone(m_port.storedUsage(query), this,
                 [this, generation](const Outcome<UsageReading> &outcome) {
                     if (generation != m_generation)
                         return;
                     if (outcome && !outcome->samples.isEmpty() && !m_hasReading)
                         takeUsage(*outcome);
                     emit changed();
                 });
    }
    whenDone(m_port.storedQuotas(m_account), this,
             [this, generation](const Outcome<QList<Quota>> &outcome) {
                 if (generation != m_generation)
                     return;
                 if (outcome && m_quotas.isEmpty())
                     m_quotas = *outcome;
                 emit changed();
             });
    refresh();
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
        whenDone(
            m_port.refreshUsage(m_account, m_container, firstDay(), m_clock.now(), m_cancellation),
            this, [this, generation](const Outcome<UsageReading> &outcome) {
                if (generation != m_generation)
                    return;
                if (outcome)
                    takeUsage(*outcome);
                finishOne(outcome ? std::nullopt : std::optional(outcome.error()));
            });
    }
    if (offersQuotas()) {
        whenDone(m_port.refreshQuotas(m_account, m_cancellation), this,
                 [this, generation](const Outcome<QList<Quota>> &outcome) {
                     if (generation != m_generation)
                         return;
                     if (outcome)
                         m_quotas = *outcome;
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
    if (error && error->kind != ErrorKind::Cancelled) {
        m_problem = error->next.isEmpty() ? error->message : error->message + u' ' + error->next;
    }
    emit changed();
}

void UsagePresenter::takeUsage(const UsageReading &reading)
{
    m_reading = reading;
    m_hasReading = true;
    followMetric();
}

QList<MetricInfo> UsagePresenter::metrics() const
{
    return m_provider ? m_provider->metrics : QList<MetricInfo>();
}

void UsagePresenter::setMetricIndex(qsizetype index)
{
    if (index < 0 || index >= metrics().size() || index == m_metric)
        return;
    m_metric = index;
    followMetric();
    emit changed();
}

void UsagePresenter::followMetric()
{
    const QStringList possible = groupings();
    if (!possible.contains(m_grouping))
        m_grouping = possible.constFirst();
    computeSeries();
    computeGroups();
}

QStringList UsagePresenter::groupings() const
{
    QStringList series;
    if (m_metric >= 0) {
        const QString metric = metrics().at(m_metric).id;
        for (const UsageSample &sample : m_reading.samples) {
            if (sample.metric == metric && !series.contains(sample.series))
                series.append(sample.series);
        }
    }
    std::sort(series.begin(), series.end());
    return series.isEmpty() ? QStringList(QString()) : series;
}

void UsagePresenter::setGroupingIndex(qsizetype index)
{
    const QStringList possible = groupings();
    if (index < 0 || index >= possible.size() || possible.at(index) == m_grouping)
        return;
    m_grouping = possible.at(index);
    computeGroups();
    emit changed();
}

QString UsagePresenter::groupingText(const QString &series) const
{
    if (series.isEmpty())
        return tr("By day");
    if (series == QLatin1StringView("key"))
        return tr("By key");
    if (series == QLatin1StringView("route"))
        return tr("By route");
    if (series == QLatin1StringView("status"))
        return tr("By status");
    return tr("By %1").arg(displaySafe(series, 40));
}

void UsagePresenter::computeGroups()
{
    m_groups.clear();
    if (m_metric < 0 || isByDay())
        return;
    const MetricInfo metric = metrics().at(m_metric);
    QHash<QString, std::pair<double, int>> byGroup; // total and count
    for (const UsageSample &sample : std::as_const(m_reading.samples)) {
        if (sample.metric != metric.id || sample.series != m_grouping)
            continue;
        auto &[total, count] = byGroup[sample.group];
        total += sample.value;
        ++count;
    }
    const bool mean = metric.aggregation == QStringLiteral("mean");
    for (auto it = byGroup.cbegin(); it != byGroup.cend(); ++it) {
        const QString name = m_grouping == QLatin1StringView("key")
                                 ? m_keyNames.value(it.key(), it.key())
                                 : it.key();
        m_groups.append({displaySafe(name.isEmpty() ? tr("not named") : name, 200),
                         mean ? it->first / it->second : it->first});
    }
    std::sort(m_groups.begin(), m_groups.end(), [](const UsageGroup &a, const UsageGroup &b) {
        return a.value != b.value ? a.value > b.value : a.label < b.label;
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
                 computeGroups();
                 emit changed();
             });
}

void UsagePresenter::computeSeries()
{
    m_series.clear();
    if (m_metric < 0 || !m_hasReading)
        return;
    const MetricInfo metric = metrics().at(m_metric);
    struct Sum
    {
        double total = 0;
        int count = 0;
    };
    QHash<qint64, Sum> byDay;
    for (const UsageSample &sample : std::as_const(m_reading.samples)) {
        if (sample.metric != metric.id || !sample.series.isEmpty())
            continue;
        Sum &sum = byDay[midnight(sample.start).seconds()];
        sum.total += sample.value;
        ++sum.count;
    }
    for (int i = 0; i < days; ++i) {
        const Timestamp start = firstDay().plusSeconds(i * daySeconds);
        const auto found = byDay.constFind(start.seconds());
        if (found == byDay.cend()) {
            m_series.append({start, std::nullopt});
            continue;
        }
        const bool mean = metric.aggregation == QStringLiteral("mean");
        m_series.append({start, mean ? found->total / found->count : found->total});
    }
}

UsagePresenter::State UsagePresenter::state() const
{
    if (m_account.isEmpty() || !m_provider)
        return State::NothingChosen;
    if (m_metric < 0)
        return State::NotOffered;
    const bool known = std::any_of(m_series.begin(), m_series.end(),
                                   [](const UsageDay &day) { return day.value.has_value(); });
    if (known || !m_groups.isEmpty())
        return State::Ready;
    if (isRefreshing())
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
        return tr("%1 knows of no usage in the last %n day(s).", nullptr, days)
            .arg(m_provider->name);
    case State::Ready:
        break;
    }
    return {};
}

QString UsagePresenter::asOf() const
{
    std::optional<Timestamp> time = m_reading.observedAt;
    if (!m_hasReading && !m_quotas.isEmpty())
        time = m_quotas.constFirst().observedAt;
    if (time)
        return tr("As of %1").arg(relativeTime(*time, m_clock.now()));
    return m_hasReading ? tr("From an earlier run") : QString();
}

QString UsagePresenter::totalSentence() const
{
    if (state() != State::Ready || !isByDay())
        return {};
    const MetricInfo metric = metrics().at(m_metric);
    double total = 0;
    int known = 0;
    for (const UsageDay &day : m_series) {
        total += day.value.value_or(0);
        known += day.value ? 1 : 0;
    }
    const bool mean = metric.aggregation == QStringLiteral("mean");
    const QString amount =
        QStringLiteral("%1 %2").arg(number(mean ? total / known : total), metric.unit).trimmed();
    const QString what = mean ? tr("%1 on average").arg(amount) : tr("%1 in all").arg(amount);
    if (known == days)
        return what;
    return tr("%1; nothing is known of %n day(s)", nullptr, days - known).arg(what);
}

bool UsagePresenter::offersQuotas() const
{
    return m_provider && m_provider->hasQuotas;
}

QString UsagePresenter::quotaSentence(const Quota &quota) const
{
    QString text;
    if (quota.used && quota.limit)
        text = tr("%1 of %2 %3 used").arg(number(*quota.used), number(*quota.limit), quota.unit);
    else if (quota.used)
        text = tr("%1 %2 used; the vendor names no limit").arg(number(*quota.used), quota.unit);
    else if (quota.limit)
        text = tr("Up to %1 %2; the vendor does not say how much is used")
                   .arg(number(*quota.limit), quota.unit);
    else
        text = tr("The vendor gives no figures");
    text = text.simplified() + u'.';
    if (quota.resetAt) {
        const QDateTime reset = quota.resetAt->toDateTime().toLocalTime();
        text += u' ' + tr("Starts anew %1, on %2.")
                           .arg(relativeTime(*quota.resetAt, m_clock.now()),
                                QLocale().toString(reset.date(), QLocale::LongFormat));
    }
    return text;
}

} // namespace chatelaine
