// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/usageservice.h"

namespace chatelaine::cli {

/** `usage`: asks the vendor; when it cannot be reached, shows what the store has and says so. Of an
 * account that is only seen through the team it shows what the team found. */
class UsageJob : public Job
{
    Q_OBJECT
public:
    UsageJob(Session &session, UsageShow order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void showStored(const std::optional<Error> &why);
    void report(const UsageReading &reading, int status);
    void write(const UsageReading &reading, int status, const QList<ContainerRow> &containers,
               const QList<KeyRow> &keys);

    const UsageShow m_order;
    AccountRow m_account;
    Timestamp m_from;
    Timestamp m_to;
};

/** `quota`: as usage. */
class QuotaJob : public Job
{
    Q_OBJECT
public:
    QuotaJob(Session &session, QuotaShow order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void ask();
    void showStored(const Error &why);
    void showHistory();
    void report(ListState state, int status);
    void write(const QList<QuotaOutlook> &quotas, ListState state, int status);
    static QString shownForecast(const QuotaOutlook &one, const QList<QuotaOutlook> &all);

    const QuotaShow m_order;
    AccountId m_account;
};

} // namespace chatelaine::cli
