// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/providerinfo.h"
#include "gui/usage/usageport.h"

#include <QHash>
#include <QObject>

namespace chatelaine {

/** One day of a metric. */
struct UsageDay
{
    Timestamp start;
    std::optional<double> value; ///< absent: nothing is known of this day, which is not zero
    bool operator==(const UsageDay &) const = default;
};

/** What a metric says of one key, one route, ... over all days. */
struct UsageGroup
{
    QString label;
    double value = 0;
    bool operator==(const UsageGroup &) const = default;
};

/** Decides what the usage page shows. Knows no widget. */
class UsagePresenter : public QObject
{
    Q_OBJECT
public:
    static constexpr int days = 30;
    enum class State {
        NothingChosen,
        NotOffered, ///< the vendor offers no usage through its API
        Loading,    ///< nothing to show yet
        Failed,     ///< nothing to show, and `problem` says why
        Empty,      ///< the vendor knows of no use
        Ready,
    };

    UsagePresenter(UsagePort port, const Clock &clock, QObject *parent = nullptr);
    ~UsagePresenter() override;

    void setScope(const AccountId &account, const ContainerPath &container);
    void refresh();
    void cancel();

    State state() const;
    bool isRefreshing() const { return m_pending > 0; }
    bool canRefresh() const;
    QString title() const; ///< what the figures are of
    QString stateSentence() const;
    QString problem() const { return m_problem; } ///< beside figures that stand all the same
    QString asOf() const;
    QStringList reasons() const { return m_reading.reasons; }

    QList<MetricInfo> metrics() const;
    qsizetype metricIndex() const { return m_metric; }
    void setMetricIndex(qsizetype index);
    /** What the metric can be grouped by: ids of series, empty for the day. Never none. */
    QStringList groupings() const;
    qsizetype groupingIndex() const { return groupings().indexOf(m_grouping); }
    void setGroupingIndex(qsizetype index);
    QString groupingText(const QString &series) const; ///< "By day", "By key", ...
    bool isByDay() const { return m_grouping.isEmpty(); }
    const QList<UsageGroup> &groups() const { return m_groups; } ///< the largest first
    const QList<UsageDay> &series() const { return m_series; } ///< one for each of the last 30 days
    QString totalSentence() const;

    bool offersQuotas() const;
    const QList<Quota> &quotas() const { return m_quotas; }
    /** "3,214 of 10,000 evaluations used. Starts anew on 1 December." */
    QString quotaSentence(const Quota &quota) const;
    Timestamp now() const { return m_clock.now(); }

signals:
    void changed();

private:
    void loadStored();
    void takeUsage(const UsageReading &reading);
    void computeSeries();
    void computeGroups();
    void loadKeyNames();
    void followMetric();
    void finishOne(const std::optional<Error> &error);
    Timestamp firstDay() const;

    UsagePort m_port;
    const Clock &m_clock;
    AccountId m_account;
    ContainerPath m_container;
    std::optional<ProviderInfo> m_provider;
    UsageReading m_reading;
    bool m_hasReading = false;
    QList<Quota> m_quotas;
    QList<UsageDay> m_series;
    QString m_grouping; ///< id of a series; empty: by day
    QList<UsageGroup> m_groups;
    QHash<QString, QString> m_keyNames; ///< by the vendor's id
    qsizetype m_metric = -1;
    int m_pending = 0;
    int m_generation = 0; ///< answers about an earlier scope are dropped
    CancellationPtr m_cancellation;
    QString m_problem;
};

} // namespace chatelaine
