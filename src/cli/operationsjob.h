// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/** `operations list`, with the keys that an operation in doubt may have made. */
class OperationsJob : public Job
{
    Q_OBJECT
public:
    OperationsJob(Session &session, OperationsList order)
        : Job(session)
        , m_order(order)
    {}
    void start() override;

private:
    void readHeld();
    void readDoubts();
    void report();
    /** The refs of the keys that the operation may have made. */
    QStringList candidatesOf(const OperationRow &operation) const;
    QString meaningOf(const OperationRow &operation) const;

    const OperationsList m_order;
    QList<OperationRow> m_operations;
    QList<HeldSecret> m_held;
    QList<Doubt> m_doubts;
};

/** `operations settle`: what a person found out about an operation in doubt. */
class SettleJob : public Job
{
    Q_OBJECT
public:
    SettleJob(Session &session, OperationsSettle order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const Doubt &doubt);
    /** The key that it made or touched; none where it is about something else. */
    Outcome<KeyUid> keyOf(const Doubt &doubt) const;
    void report(const Doubt &doubt);

    const OperationsSettle m_order;
};

} // namespace chatelaine::cli
