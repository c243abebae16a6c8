// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"
#include "core/rows.h"
#include "platform/filelock.h"
#include "services/keyservice.h"

#include <QQueue>

namespace chatelaine {

struct ServiceContext;

/** A run that is under way: a few keys of each account at a time, until none waits. Holds the run's
 * lock while it lives. */
class BulkExecution : public QObject
{
    Q_OBJECT
public:
    BulkExecution(ServiceContext &context, KeyService &keys, const BulkRun &run,
                  QList<BulkItem> items, OperationLock lock, QObject *parent);

    const QList<BulkItem> &items() const { return m_items; }
    void start();
    void cancel();

signals:
    void itemChanged(qsizetype position, const chatelaine::BulkItem &item);
    /** Nothing is under way any more. `why` is empty when the run has ended. */
    void stopped(const QString &why);

private:
    struct AccountLane
    {
        QQueue<qsizetype> waiting;
        int underWay = 0;
        bool stands = false; ///< its vendor cannot be reached, or does not let us in
    };
    void pump();
    void take(qsizetype position);
    void look(qsizetype position);
    void send(qsizetype position);
    void sent(qsizetype position, const Outcome<KeyChange> &change);
    /** Not by an operation: written down here. */
    void settleWithout(qsizetype position, BulkState state, const QString &message);
    void show(qsizetype position, BulkState state, const QString &message);
    void release(qsizetype position);
    void stopIfIdle();
    void end();

    ServiceContext &m_context;
    KeyService &m_keys;
    const BulkRun m_run;
    QList<BulkItem> m_items;
    OperationLock m_lock;
    QHash<AccountId, AccountLane> m_lanes;
    int m_underWay = 0;
    bool m_cancelled = false;
    bool m_stopping = false;
    QString m_trouble; ///< why lanes stand, the first reason
};

/** The entry of the start or the end of a run. */
JournalEvent bulkEvent(const BulkRun &run, const QString &outcome, const BulkCounts &counts);

} // namespace chatelaine
