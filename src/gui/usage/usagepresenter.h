// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/providerinfo.h"
#include "gui/common/notice.h"
#include "gui/usage/usagecolours.h"
#include "gui/usage/usagecurves.h"
#include "gui/usage/usagereadings.h"

#include <QObject>
#include <QSet>

namespace chatelaine {

/** Decides what the usage page shows. Knows no widget. Figures are added up on a pool thread. */
class UsagePresenter : public QObject
{
    Q_OBJECT
public:
    enum class State {
        NothingChosen,
        NotOffered, ///< the vendor offers no usage through its API, or not so
        Loading,    ///< nothing to show yet
        Failed,     ///< nothing to show, and `problem` says why
        Empty,      ///< the vendor knows of no use
        Ready,
    };
    static constexpr qsizetype mostCurves = mostUsageCurves;

    UsagePresenter(UsagePort port, const Clock &clock, QObject *parent = nullptr);
    ~UsagePresenter() override;

    void setScope(const AccountId &account, const ContainerPath &container);
    /** A key of this account that is selected elsewhere; empty: none. */
    void setKey(const QString &id, const QString &name);
    void refresh();
    void cancel() { m_readings.cancel(); }

    State state() const;
    bool isRefreshing() const { return m_readings.isRefreshing(); }
    bool canRefresh() const { return m_readings.canRefresh(); }
    QString title() const; ///< what the figures are of
    QString stateSentence() const;
    QString problem() const
    {
        return m_readings.problem();
    } ///< beside figures that stand all the same
    QString asOf() const;
    QStringList reasons() const { return m_readings.reasons(); }

    QList<MetricInfo> metrics() const;
    qsizetype metricIndex() const { return m_metric; }
    void setMetricIndex(qsizetype index);
    /** What the metric can be grouped by: ids of series, empty for the total, "part" for the
     * containers just below. */
    QStringList groupings() const;
    qsizetype groupingIndex() const { return groupings().indexOf(m_grouping); }
    void setGroupingIndex(qsizetype index);
    QString groupingText(const QString &series) const; ///< "Total", "Key", ...
    bool isOverTime() const;                           ///< else the interval only says how far back
    UsageBucket bucket() const { return m_bucket; }
    void setBucket(UsageBucket bucket);
    bool isStacked() const { return m_isStacked; }
    void setStacked(bool stacked);
    bool canStack() const; ///< there are sums of several groups over time

    const ChartData &chart() const { return m_chart; }
    /** What the chart is of: another one is looked at anew. */
    const QStringList &subject() const { return m_subject; }
    /** How many of the last buckets are in sight at first; what is older is kept and can be
     * reached. */
    qsizetype usualSpan() const;
    void setShown(const QString &group, bool shown);
    /** The name of the selected key when the figures tell it from others; else empty. */
    QString keyOffered() const;
    void showOnlyKey();
    /** What the figures in sight come to. */
    QString totalSentence(ChartSpan span) const;
    /** The titles and the figures in sight, as a table for a file. */
    QList<QStringList> figures() const;
    /** What a file of these slots is of; without its name and its bytes. */
    UsageExport exportOf(const QString &format, ChartSpan span) const;
    void save(const UsageExport &order); ///< ends in saved()

    bool offersQuotas() const { return m_readings.offersQuotas(); }
    const QList<QuotaOutlook> &quotas() const { return m_readings.quotas(); }
    const QList<Quota> &quotaHistory() const { return m_readings.quotaHistory(); }
    void setThresholds(const QString &quota, const QuotaThresholds &thresholds)
    {
        m_readings.setThresholds(quota, thresholds);
    }
    Timestamp now() const { return m_clock.now(); }

signals:
    void changed();
    void saved(const chatelaine::Notice &notice);

private:
    UsageWish wish() const;
    void restart();
    void followMetric();
    void compute();
    void takeChart(const ChartData &chart, const QStringList &of);
    void nameCurves();
    std::optional<MetricInfo> metric() const;
    Timestamp firstWanted() const;

    UsagePort m_port;
    const Clock &m_clock;
    UsageReadings m_readings;
    ChartData m_chart;
    QStringList m_subject;
    UsageColours m_colours;
    bool m_isComputed = false;
    QString m_grouping; ///< id of a series; empty: the total
    UsageBucket m_bucket = UsageBucket::Day;
    bool m_isStacked = true;
    QSet<QString> m_hidden; ///< groups
    QString m_key;
    QString m_keyName;
    qsizetype m_metric = -1;
    int m_computation = 0; ///< charts of earlier wishes are dropped
};

} // namespace chatelaine
