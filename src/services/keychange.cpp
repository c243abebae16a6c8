// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychange.h"

#include "services/context.h"
#include "services/events.h"
#include "services/operationjournal.h"
#include "store/store.h"

namespace chatelaine {

KeyChangeRun::KeyChangeRun(ServiceContext &context, OperationJournal &operations,
                           AccountRow account, KeyRow key, KeyVerb verb, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_operations(operations)
    , m_account(std::move(account))
    , m_key(std::move(key))
    , m_verb(verb)
{
    m_operation.id = OperationId(newUuid());
    m_operation.account = m_account.id;
    m_operation.verb = keyVerbName(m_verb);
    m_operation.object = QStringLiteral("key");
    m_operation.container = m_key.record.container;
    m_operation.kind = m_key.record.kind;
    m_operation.key = m_key.uid;
    m_operation.vendorKey = m_key.record.id;
    m_operation.sentName = m_key.record.name;
}

JournalEvent KeyChangeRun::journalEvent(const QString &outcome) const
{
    JournalEvent made =
        keyEvent(QStringLiteral("key.") + keyVerbName(m_verb), outcome, m_account, m_key);
    made.operation = m_operation.id;
    made.requestId = m_operation.requestId;
    return made;
}

FutureOutcome<KeyChange> KeyChangeRun::start()
{
    const auto future = m_answer.future();
    m_operation.intendedAt = m_context.clock.now();
    JournalEvent intended = journalEvent(QStringLiteral("intended"));
    intended.detail.insert(QStringLiteral("before"), keyStateName(m_key.record.state));
    whenDone(m_operations.begin(m_operation, intended), this, [this](const Outcome<Done> &begun) {
        if (!begun)
            return giveUp(begun.error());
        whenDone(m_operations.sent(m_operation.id), this, [this](const Outcome<Done> &marked) {
            if (!marked)
                return fail(marked.error(), OperationState::Failed);
            m_operation.state = OperationState::Sent;
            m_operation.sentAt = m_context.clock.now();
            send();
        });
    });
    return future;
}

void KeyChangeRun::send()
{
    const auto client = m_context.clients.client(m_account);
    if (!client)
        return fail(client.error(), OperationState::Failed);
    whenDone((*client)->apply(m_verb, m_key.record), this,
             [this](const Outcome<VerbResult> &result) {
                 if (result)
                     return succeeded(*result);
                 m_operation.requestId = result.error().requestId;
                 fail(result.error(), stateAfter(result.error()));
             });
}

void KeyChangeRun::succeeded(const VerbResult &result)
{
    m_operation.requestId = result.requestId;
    const Timestamp now = m_context.clock.now();
    m_key.record = result.record;
    m_key.lastSeenAt = now;
    const bool ended =
        result.record.state == KeyState::Revoked || result.record.state == KeyState::Deleted;
    if (ended)
        m_key.endedAt = now;
    m_operation.state = OperationState::Succeeded;
    m_operation.endedAt = now;
    JournalEvent done = journalEvent(QStringLiteral("succeeded"));
    done.detail.insert(QStringLiteral("after"), keyStateName(m_key.record.state));
    done.detail.insert(QStringLiteral("verified"), result.verified);

    KeyChange change;
    change.verified = result.verified;
    change.note = result.note;
    // The outcome before the inventory: a sync can bring the latter back, nothing the former.
    whenDone(m_operations.end(m_operation, done), this,
             [this, change](const Outcome<Done> &written) {
                 if (!written)
                     return giveUp(written.error());
                 whenDone(m_context.store.putKey(m_key), this,
                          [this, change](const Outcome<KeyRow> &put) {
                              if (!put)
                                  return giveUp(put.error());
                              KeyChange whole = change;
                              whole.key = *put;
                              const auto answer = m_answer;
                              deleteLater();
                              answer.give(whole);
                          });
             });
}

void KeyChangeRun::fail(const Error &error, OperationState state)
{
    m_operation.state = state;
    m_operation.endedAt = m_context.clock.now();
    m_operation.message = error.message;
    JournalEvent failed = journalEvent(operationStateName(state));
    addError(failed, error);
    whenDone(m_operations.end(m_operation, failed), this,
             [this, error](const Outcome<Done> &) { giveUp(error); });
}

void KeyChangeRun::giveUp(const Error &error)
{
    const auto answer = m_answer;
    deleteLater();
    answer.give(error);
}

} // namespace chatelaine
