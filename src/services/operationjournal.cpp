// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/operationjournal.h"

#include "core/log.h"
#include "services/context.h"
#include "store/store.h"

#include <QDir>

namespace chatelaine {

OperationState stateAfter(const Error &error)
{
    return error.outcomeUnknown ? OperationState::InDoubt : OperationState::Failed;
}

OperationJournal::OperationJournal(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

QString OperationJournal::lockFile(const OperationId &operation) const
{
    return m_context.profile + QStringLiteral("/locks/") + operation.toString();
}

FutureOutcome<Done> OperationJournal::begin(const OperationRow &operation,
                                            const JournalEvent &event)
{
    if (!QDir().mkpath(m_context.profile + QStringLiteral("/locks"))) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.message = tr("The folder for locks cannot be made in %1, so nothing was sent.")
                            .arg(m_context.profile);
        error.next = tr("Check the folder's permissions and the space on its disk.");
        return readyOutcome<Done>(error);
    }
    auto lock = OperationLock::tryAcquire(lockFile(operation.id));
    if (!lock)
        return readyOutcome<Done>(lock.error());
    m_locks.insert(operation.id, std::make_shared<OperationLock>(std::move(lock).value()));

    Answer<Done> answer;
    whenDone(m_context.store.beginOperation(operation, event), this,
             [this, id = operation.id, answer](const Outcome<Done> &begun) {
                 if (!begun)
                     m_locks.remove(id);
                 answer.give(begun);
             });
    return answer.future();
}

FutureOutcome<Done> OperationJournal::sent(const OperationId &operation)
{
    return m_context.store.markSent(operation);
}

FutureOutcome<Done> OperationJournal::end(const OperationRow &operation, const JournalEvent &event)
{
    Answer<Done> answer;
    whenDone(m_context.store.endOperation(operation, event), this,
             [this, id = operation.id, answer](const Outcome<Done> &ended) {
                 m_locks.remove(id);
                 answer.give(ended);
             });
    return answer.future();
}

FutureOutcome<QList<KeyRow>>
OperationJournal::endContainer(const OperationRow &operation, const JournalEvent &event,
                               const ContainerEnding &ending,
                               const std::function<JournalEvent(const KeyRow &)> &eventOfKey)
{
    Answer<QList<KeyRow>> answer;
    whenDone(m_context.store.endContainer(operation, event, ending, eventOfKey), this,
             [this, id = operation.id, answer](const Outcome<QList<KeyRow>> &ended) {
                 m_locks.remove(id);
                 answer.give(ended);
             });
    return answer.future();
}

FutureOutcome<int> OperationJournal::recover()
{
    Answer<int> answer;
    whenDone(m_context.store.operations(std::nullopt), this,
             [this, answer](const Outcome<QList<OperationRow>> &all) {
                 if (!all)
                     return answer.give(all.error());
                 QList<OperationRow> open;
                 for (const OperationRow &operation : *all) {
                     const bool unfinished = operation.state == OperationState::Intended ||
                                             operation.state == OperationState::Sent;
                     if (unfinished && !m_locks.contains(operation.id))
                         open.append(operation);
                 }
                 recoverNext(open, 0, answer);
             });
    return answer.future();
}

void OperationJournal::recoverNext(QList<OperationRow> rest, int doubtful,
                                   const Answer<int> &answer)
{
    while (!rest.isEmpty()) {
        OperationRow operation = rest.takeFirst();
        const auto held = OperationLock::isHeld(lockFile(operation.id));
        if (!held || *held)
            continue; // its process lives, or that cannot be told: not ours to judge
        const bool left = operation.state == OperationState::Sent;
        operation.state = left ? OperationState::InDoubt : OperationState::Failed;
        operation.endedAt = m_context.clock.now();
        operation.message = left ? tr("The program ended before the answer came.")
                                 : tr("The program ended before the request was sent.");
        JournalEvent event;
        event.kind = operation.object + QLatin1Char('.') + operation.verb;
        event.outcome = operationStateName(operation.state);
        event.account = operation.account;
        event.object = operation.sentName;
        event.vendorId = operation.vendorKey.toString();
        event.container = operation.container;
        event.operation = operation.id;
        event.detail.insert(QStringLiteral("message"), operation.message);
        whenDone(m_context.store.endOperation(operation, event), this,
                 [this, rest, doubtful, left, answer](const Outcome<Done> &ended) {
                     if (!ended)
                         qCWarning(lcServices) << "an unfinished operation could not be closed:"
                                               << ended.error().message;
                     recoverNext(rest, doubtful + (left && ended ? 1 : 0), answer);
                 });
        return;
    }
    answer.give(doubtful);
}

} // namespace chatelaine
