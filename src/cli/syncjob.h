// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/syncservice.h"

namespace chatelaine::cli {

/** `sync`: all accounts at once; ends when the last one has. */
class SyncJob : public Job
{
    Q_OBJECT
public:
    SyncJob(Session &session, SyncAccounts order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void finishOne(const AccountRow &account, const Outcome<SyncReport> &outcome);
    void report();

    const SyncAccounts m_order;
    QList<AccountRow> m_accounts;
    QMap<QString, Outcome<SyncReport>> m_outcomes; ///< by account name
};

} // namespace chatelaine::cli
