// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/cancellation.h"
#include "core/forecast.h"
#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

#include <functional>

namespace chatelaine {

struct ServiceContext;

/** Figures of an account with the time they stand for. */
struct UsageReading
{
    QList<UsageSample> samples; ///< sorted by metric, series, group, start
    Timestamp from;
    Timestamp to;
    std::optional<Timestamp> observedAt; ///< absent: from the store, of an earlier run
    bool complete = true;
    QStringList reasons;
};

/** A quota as last read, and what is to be thought of it. */
struct QuotaOutlook
{
    Quota quota;
    QuotaForecast forecast;
    QuotaThresholds thresholds;
    QuotaLevel level = QuotaLevel::Fine;
    bool operator==(const QuotaOutlook &) const = default;
};

/** Figures that the user saves as a file. */
struct UsageExport
{
    QString file;
    QByteArray bytes;
    QString format; ///< "png", "svg" or "csv"
    AccountId account;
    ContainerPath container;
    QString metric;
    QString grouping; ///< empty: the total
    Timestamp from;
    Timestamp to;
};

/** Usage and quotas: from the vendor into the store, and from the store. Lives on the main thread.
 */
class UsageService : public QObject
{
    Q_OBJECT
public:
    UsageService(ServiceContext &context, QObject *parent = nullptr);
    ~UsageService() override;

    /** Asks the vendor and keeps the answer. Unsupported when the vendor offers no usage. An empty
     * container: all of them. */
    [[nodiscard]] FutureOutcome<UsageReading> refreshUsage(const AccountId &account,
                                                           const ContainerPath &container,
                                                           Timestamp from, Timestamp to,
                                                           CancellationPtr cancellation = {});
    /** The same for each of the containers `depth` levels below, of at most `mostParts` of them;
     * with more the reading is incomplete. */
    [[nodiscard]] FutureOutcome<UsageReading> refreshParts(const AccountId &account,
                                                           const ContainerPath &container,
                                                           int depth, Timestamp from, Timestamp to,
                                                           CancellationPtr cancellation = {});
    static constexpr qsizetype mostParts = 100;
    /** The containers below, at any level, as far as they are known. */
    [[nodiscard]] FutureOutcome<QList<ContainerPath>> parts(const AccountId &account,
                                                            const ContainerPath &container);
    [[nodiscard]] FutureOutcome<QList<Quota>> refreshQuotas(const AccountId &account,
                                                            CancellationPtr cancellation = {});
    /** What the store has; asks nobody. */
    [[nodiscard]] FutureOutcome<UsageReading> usage(const UsageQuery &query);
    [[nodiscard]] FutureOutcome<QList<Quota>> quotas(const AccountId &account);
    /** Readings since then, by time: of each quota one for each value, and for each day. */
    [[nodiscard]] FutureOutcome<QList<Quota>> quotaHistory(const AccountId &account,
                                                           Timestamp from);
    [[nodiscard]] FutureOutcome<QList<QuotaOutlook>> outlook(const AccountId &account);
    /** Invalid unless 0 < warning <= alarm <= 1. */
    [[nodiscard]] FutureOutcome<Done> setThresholds(const AccountId &account, const QString &quota,
                                                    const QuotaThresholds &thresholds);

    /** Writes a file that was asked for by name, whole or not at all; an entry of the journal. */
    [[nodiscard]] FutureOutcome<Done> save(const UsageExport &order);
    /** Rows of texts, the titles first. */
    [[nodiscard]] static QByteArray csv(const QList<QStringList> &rows);

private:
    void record(const UsageExport &order, const Outcome<Done> &saved, const Answer<Done> &answer);
    using Choice = std::function<QList<ContainerPath>(const QList<ContainerRow> &)>;
    FutureOutcome<UsageReading> refreshChosen(const AccountId &account, const Choice &choose,
                                              qsizetype most, Timestamp from, Timestamp to,
                                              const CancellationPtr &cancellation);

    ServiceContext &m_context;
};

} // namespace chatelaine
