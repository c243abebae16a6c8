// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/bulkexecution.h"

#include "core/async.h"
#include "services/bulkservice.h"
#include "services/context.h"
#include "store/store.h"

namespace chatelaine {

namespace {

/** It would go the same way with every other key of the account. */
bool concernsWholeAccount(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Timeout:
    case ErrorKind::Storage:
    case ErrorKind::Keychain:
    case ErrorKind::Cancelled:
        return true;
    default:
        return false;
    }
}

bool hasEndedMeanwhile(const KeyRow &key, KeyVerb verb)
{
    if (key.vanishedAt || key.record.state == KeyState::Deleted)
        return true;
    return verb != KeyVerb::Delete && key.record.state == KeyState::Revoked;
}

} // namespace

JournalEvent bulkEvent(const BulkRun &run, const QString &outcome, const BulkCounts &counts)
{
    JournalEvent event;
    event.kind = QStringLiteral("bulk.") + keyVerbName(run.verb);
    event.outcome = outcome;
    event.operation = OperationId(run.id.toString());
    event.detail.insert(QStringLiteral("keys"), countOf(counts));
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        event.detail.insert(bulkStateName(count.key()), count.value());
    return event;
}

BulkExecution::BulkExecution(ServiceContext &context, KeyService &keys, const BulkRun &run,
                             QList<BulkItem> items, OperationLock lock, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_keys(keys)
    , m_run(run)
    , m_items(std::move(items))
    , m_lock(std::move(lock))
{}

void BulkExecution::start()
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).state == BulkState::Waiting)
            m_lanes[m_items.at(i).account].waiting.enqueue(i);
    }
    pump();
}

void BulkExecution::cancel()
{
    m_cancelled = true;
    stopIfIdle();
}

void BulkExecution::pump()
{
    for (AccountLane &lane : m_lanes) {
        while (!m_cancelled && !lane.stands && lane.underWay < BulkService::perAccount &&
               !lane.waiting.isEmpty()) {
            ++lane.underWay;
            ++m_underWay;
            take(lane.waiting.dequeue());
        }
    }
    stopIfIdle();
}

void BulkExecution::take(qsizetype position)
{
    show(position, BulkState::Running, {});
    if (!m_items.at(position).operation.isEmpty())
        return look(position);
    m_items[position].operation = OperationId(newUuid());
    BulkItem stored = m_items.at(position);
    stored.state = BulkState::Waiting; // what is under way, its operation says
    whenDone(m_context.store.putBulkItem(m_run.id, position, stored), this,
             [this, position](const Outcome<Done> &written) {
                 if (!written)
                     return sent(position, written.error());
                 look(position);
             });
}

/** The run may have waited for long: what has become of the key meanwhile? */
void BulkExecution::look(qsizetype position)
{
    whenDone(m_context.store.key(m_items.at(position).key), this,
             [this, position](const Outcome<KeyRow> &key) {
                 if (!key)
                     return settleWithout(position, BulkState::Failed, key.error().message);
                 if (hasEndedMeanwhile(*key, m_run.verb))
                     return settleWithout(position, BulkState::Skipped,
                                          tr("It had ended already."));
                 if (key->inUse && m_run.verb != KeyVerb::Enable)
                     return settleWithout(position, BulkState::Guarded,
                                          tr("It became the key with which its account works."));
                 send(position);
             });
}

void BulkExecution::send(qsizetype position)
{
    const BulkItem &item = m_items.at(position);
    whenDone(m_keys.apply(item.key, m_run.verb, false, item.operation), this,
             [this, position](const Outcome<KeyChange> &change) { sent(position, change); });
}

void BulkExecution::sent(qsizetype position, const Outcome<KeyChange> &change)
{
    if (change) {
        show(position, change->verified ? BulkState::Succeeded : BulkState::Accepted, change->note);
        return release(position);
    }
    const Error &error = change.error();
    if (concernsWholeAccount(error.kind)) {
        m_lanes[m_items.at(position).account].stands = true;
        if (m_trouble.isEmpty())
            m_trouble = error.message;
    }
    whenDone(m_context.store.operation(m_items.at(position).operation), this,
             [this, position, error](const Outcome<OperationRow> &operation) {
                 if (!operation)
                     return settleWithout(position, BulkState::Failed, error.message);
                 const bool failed = operation->state == OperationState::Failed;
                 show(position, failed ? BulkState::Failed : BulkState::InDoubt, error.message);
                 release(position);
             });
}

void BulkExecution::settleWithout(qsizetype position, BulkState state, const QString &message)
{
    BulkItem item = m_items.at(position);
    item.state = state;
    item.message = message;
    whenDone(m_context.store.putBulkItem(m_run.id, position, item), this,
             [this, position, item](const Outcome<Done> &) {
                 show(position, item.state, item.message);
                 release(position);
             });
}

void BulkExecution::show(qsizetype position, BulkState state, const QString &message)
{
    BulkItem &item = m_items[position];
    item.state = state;
    item.message = message;
    emit itemChanged(position, item);
}

void BulkExecution::release(qsizetype position)
{
    --m_lanes[m_items.at(position).account].underWay;
    --m_underWay;
    // From the event loop: an answer that is there at once would nest ever deeper.
    QMetaObject::invokeMethod(this, &BulkExecution::pump, Qt::QueuedConnection);
}

void BulkExecution::stopIfIdle()
{
    if (m_underWay > 0 || m_stopping)
        return;
    m_stopping = true;
    for (const AccountLane &lane : std::as_const(m_lanes)) {
        if (!m_cancelled && !lane.waiting.isEmpty())
            return emit stopped(m_trouble);
    }
    end();
}

void BulkExecution::end()
{
    BulkCounts counts;
    for (BulkItem &item : m_items) {
        if (item.state == BulkState::Waiting)
            item.state = BulkState::Left;
        ++counts[item.state];
    }
    const bool whole = !counts.contains(BulkState::Left);
    const JournalEvent event =
        bulkEvent(m_run, whole ? QStringLiteral("succeeded") : QStringLiteral("failed"), counts);
    whenDone(m_context.store.endBulk(m_run.id, event), this, [this](const Outcome<Done> &ended) {
        emit stopped(ended ? QString() : ended.error().message);
    });
}

} // namespace chatelaine
