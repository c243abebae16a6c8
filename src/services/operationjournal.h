// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/rows.h"
#include "platform/filelock.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace chatelaine {

struct ServiceContext;

/**
 * Carries operations from intention to outcome so that none can be lost: the entry is durable
 * before anything is sent, a lock of the operating system tells other processes that this one still
 * works on it, and what a dead process left behind becomes "in doubt" (or "failed", if it had not
 * been sent).
 */
class OperationJournal : public QObject
{
    Q_OBJECT
public:
    explicit OperationJournal(ServiceContext &context, QObject *parent = nullptr);

    /** Takes the lock and commits the intention and its entry. Nothing may be sent before this
     * succeeded. */
    [[nodiscard]] FutureOutcome<Done> begin(const OperationRow &operation,
                                            const JournalEvent &event);
    /** Commits that the request is about to leave. */
    [[nodiscard]] FutureOutcome<Done> sent(const OperationId &operation);
    /** Commits the outcome and its entry, then gives the lock back. */
    [[nodiscard]] FutureOutcome<Done> end(const OperationRow &operation, const JournalEvent &event);

    /** The same for one that deleted a container; gives the keys that went with it. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>>
    endContainer(const OperationRow &operation, const JournalEvent &event,
                 const ContainerEnding &ending,
                 const std::function<JournalEvent(const KeyRow &)> &eventOfKey);

    /** Goes through what earlier processes left unfinished. @return how many operations became in
     * doubt. */
    [[nodiscard]] FutureOutcome<int> recover();

private:
    QString lockFile(const OperationId &operation) const;
    void recoverNext(QList<OperationRow> rest, int doubtful, const Answer<int> &answer);

    ServiceContext &m_context;
    QHash<OperationId, std::shared_ptr<OperationLock>> m_locks;
};

/** The state and event outcome with which an operation that got `error` ends. */
OperationState stateAfter(const Error &error);

} // namespace chatelaine
