// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inventoryjobs.h"
#include "services/bulkservice.h"
#include "services/leaksearch.h"

namespace chatelaine::cli {

/** What the commands share that carry a run out: they tell of each key, and of the end. */
class BulkRunningJob : public InventoryJob
{
    Q_OBJECT
protected:
    using InventoryJob::InventoryJob;

    /** Tells what becomes of the run that is begun by the next call of a service. */
    void follow();
    /** The run as it stands now, as the result; ends the job. */
    void report(const BulkRunId &run, const QString &why = {});

private:
    void tell(const BulkItem &item);
    void show(const BulkRun &run, const QList<BulkItem> &items, const QString &why);

    qint64 m_told = 0;
};

/** `bulk revoke`, `bulk disable` and `bulk delete`. */
class BulkChangeJob : public BulkRunningJob
{
    Q_OBJECT
public:
    BulkChangeJob(Session &session, BulkChange order)
        : BulkRunningJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void find(QStringList rest, QList<KeyUid> found);
    void readLeaked();
    void matched(const LeakReport &leaks);
    void plan(const BulkTargets &targets);
    void ask(const BulkPlan &plan);
    void begin(const BulkPlan &plan);

    const BulkChange m_order;
};

/** `bulk list`. */
class BulkListJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

/** `bulk show`, `resume` and `drop`. */
class BulkRunJob : public BulkRunningJob
{
    Q_OBJECT
public:
    BulkRunJob(Session &session, BulkRunCommand order)
        : BulkRunningJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void resume();

    const BulkRunCommand m_order;
};

/** `keys identify`. */
class KeysIdentifyJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;

private:
    void report(const LeakReport &leaks);
};

} // namespace chatelaine::cli
