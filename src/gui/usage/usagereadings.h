// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "gui/usage/usagegroups.h"
#include "gui/usage/usageport.h"

#include <QObject>

namespace chatelaine {

/** What is wanted of samples. */
struct UsageWish
{
    bool samples = false; ///< the vendor has a metric at all
    int depth = 0;        ///< of each of the containers so many levels below; 0: of the whole
    Timestamp from;       ///< the vendor is asked from here on
};

/**
 * What is known of the use of an account or a part of it: read from the store, then from the
 * vendor. Answers about an earlier scope or an earlier wish are dropped.
 */
class UsageReadings : public QObject
{
    Q_OBJECT
public:
    UsageReadings(const UsagePort &port, const Clock &clock, QObject *parent = nullptr);
    ~UsageReadings() override;

    /** Forgets what was known, and asks for nothing yet. */
    void setScope(const AccountId &account, const ContainerPath &container);
    void setWish(const UsageWish &wish) { m_wish = wish; }
    void read(); ///< from the store, then from the vendor
    /** Other samples are wanted: what is being asked for is not. */
    void restart();
    void refresh(); ///< from the vendor
    void cancel();
    bool canRefresh() const;
    bool isRefreshing() const { return m_pending > 0; }
    void setThresholds(const QString &quota, const QuotaThresholds &thresholds);

    const AccountId &account() const { return m_account; }
    const ContainerPath &container() const { return m_container; }
    const std::optional<ProviderInfo> &provider() const { return m_groups.provider; }
    bool offersQuotas() const;
    const UsageGroups &groups() const { return m_groups; }
    const QList<UsageSample> &samples() const { return m_samples; }
    const QList<QuotaOutlook> &quotas() const { return m_quotas; }
    const QList<Quota> &quotaHistory() const { return m_quotaHistory; } ///< by time
    /** The account is seen through the team only: nobody is asked from here. */
    bool isWatched() const;
    bool hasReading() const { return m_hasReading; } ///< the vendor has answered
    const std::optional<Timestamp> &observedAt() const { return m_observedAt; }
    const QStringList &reasons() const { return m_reasons; }
    const QString &problem() const { return m_problem; }

signals:
    void samplesRead();
    void groupsRead(); ///< names, or what there is to group by
    void changed();    ///< anything else

private:
    void readSamples();
    void readQuotas();
    void readQuotaHistory();
    void readParts();
    void readKeyNames();
    void refreshSamples();
    void refreshQuotas();
    void finishOne(const std::optional<Error> &error);

    const UsagePort &m_port;
    const Clock &m_clock;
    AccountId m_account;
    ContainerPath m_container;
    UsageWish m_wish;
    UsageGroups m_groups;
    QList<UsageSample> m_samples;
    QList<QuotaOutlook> m_quotas;
    QList<Quota> m_quotaHistory;
    bool m_hasReading = false;
    std::optional<Timestamp> m_observedAt;
    QStringList m_reasons;
    QString m_problem;
    int m_pending = 0;
    int m_generation = 0;
    CancellationPtr m_cancellation;
};

} // namespace chatelaine
