// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/doubts.h"

#include "services/context.h"
#include "services/events.h"
#include "services/lookup.h"
#include "store/store.h"

namespace chatelaine {

namespace {

constexpr qint64 clockDifferenceSeconds = 300;

bool madeInside(const OperationRow &operation, const KeyRow &key)
{
    if (!key.record.createdAt)
        return false;
    const Timestamp end = operation.endedAt.value_or(operation.intendedAt);
    return *key.record.createdAt >= operation.intendedAt.plusSeconds(-clockDifferenceSeconds) &&
           *key.record.createdAt <= end.plusSeconds(clockDifferenceSeconds);
}

} // namespace

Doubt judge(const OperationRow &operation, const QList<KeyRow> &keys)
{
    Doubt doubt;
    doubt.operation = operation;
    for (const KeyRow &key : keys) {
        if (operation.verb != keyVerbName(KeyVerb::Create)) {
            if (key.uid == operation.key)
                doubt.candidates.append(key);
            continue;
        }
        const bool isNew = !operation.idsBefore.contains(key.record.id.toString());
        const bool alive = key.record.state != KeyState::Deleted && !key.manual;
        if (isNew && alive && key.record.kind == operation.kind &&
            key.record.name == operation.sentName)
            doubt.candidates.append(key);
    }
    doubt.certain =
        doubt.candidates.size() == 1 &&
        (operation.verb != keyVerbName(KeyVerb::Create) ||
         (operation.idsBeforeComplete && madeInside(operation, doubt.candidates.first())));
    return doubt;
}

Doubts::Doubts(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

FutureOutcome<QList<Doubt>> Doubts::all()
{
    Answer<QList<Doubt>> answer;
    whenDone(m_context.store.operations(OperationState::InDoubt), this,
             [this, answer](const Outcome<QList<OperationRow>> &operations) {
                 if (!operations)
                     return answer.give(operations.error());
                 next(*operations, {}, answer);
             });
    return answer.future();
}

void Doubts::next(QList<OperationRow> rest, QList<Doubt> found, const Answer<QList<Doubt>> &answer)
{
    if (rest.isEmpty())
        return answer.give(found);
    const OperationRow operation = rest.takeFirst();
    whenDone(m_context.store.keysOf(operation.account, operation.container), this,
             [this, operation, rest, found, answer](const Outcome<QList<KeyRow>> &keys) {
                 if (!keys)
                     return answer.give(keys.error());
                 QList<Doubt> more = found;
                 more.append(judge(operation, *keys));
                 next(rest, more, answer);
             });
}

FutureOutcome<Done> Doubts::settle(const OperationId &operation, const KeyUid &key)
{
    Answer<Done> answer;
    whenDone(m_context.store.operation(operation), this,
             [this, key, answer](const Outcome<OperationRow> &row) {
                 if (!row)
                     return answer.give(row.error());
                 OperationRow settled = *row;
                 settled.state = OperationState::Settled;
                 settled.endedAt = m_context.clock.now();
                 settled.key = key.isEmpty() ? settled.key : key;
                 settled.message = key.isEmpty() ? tr("It had no effect.")
                                                 : tr("It took effect; its answer was lost.");
                 whenDone(findAccount(m_context.store, settled.account, this), this,
                          [this, settled, key, answer](const Outcome<AccountRow> &account) {
                              JournalEvent event =
                                  accountEvent(settled.object + QLatin1Char('.') + settled.verb,
                                               operationStateName(OperationState::Settled),
                                               account ? *account : AccountRow{});
                              event.account = settled.account;
                              event.object = settled.sentName;
                              event.operation = settled.id;
                              event.container = settled.container;
                              event.detail.insert(QStringLiteral("effect"), !key.isEmpty());
                              event.detail.insert(QStringLiteral("key"), key.toString());
                              whenDone(
                                  m_context.store.endOperation(settled, event), this,
                                  [answer](const Outcome<Done> &ended) { answer.give(ended); });
                          });
             });
    return answer.future();
}

} // namespace chatelaine
