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

Doubt judge(const OperationRow &operation, const QList<ContainerRow> &containers)
{
    Doubt doubt;
    doubt.operation = operation;
    const bool making = operation.verb == containerVerbName(ContainerVerb::Create);
    for (const ContainerRow &row : containers) {
        const ContainerStep &step = row.path.last();
        if (step.level != operation.object)
            continue;
        const bool itself = making ? row.path.first(row.path.size() - 1) == operation.container &&
                                         step.name == operation.sentName &&
                                         !operation.idsBefore.contains(step.id.toString())
                                   : containerKey(row.path) == containerKey(operation.container);
        if (itself)
            doubt.containers.append(row);
    }
    return doubt;
}

Doubt judge(const OperationRow &operation, const QList<WebhookRow> &webhooks)
{
    Doubt doubt;
    doubt.operation = operation;
    const bool making = operation.verb == webhookVerbName(WebhookVerb::Create);
    for (const WebhookRow &row : webhooks) {
        if (row.goneAt || containerKey(row.record.container) != containerKey(operation.container))
            continue;
        const bool itself = making ? row.record.url.startsWith(operation.sentName) &&
                                         !operation.idsBefore.contains(row.record.id)
                                   : row.record.id == operation.vendorKey.toString();
        if (itself)
            doubt.webhooks.append(row);
    }
    return doubt;
}

namespace {

/** The secret came before whatever went wrong. */
QString heldMeaning(const OperationRow &operation, bool inKeychain)
{
    const QString where =
        inKeychain ? Doubts::tr("The secret that came is held in the keychain and not lost: store "
                                "it where it is needed.")
                   : Doubts::tr("The secret that came is held in memory until Chatelaine ends: "
                                "store it where it is needed.");
    return (operation.verb == keyVerbName(KeyVerb::Rotate)
                ? Doubts::tr("The key may have been rotated.")
                : Doubts::tr("It may have been made.")) +
           QLatin1Char(' ') + where;
}

/** Whether a secret comes with the answer. */
bool bringsSecret(const OperationRow &operation)
{
    const bool making = operation.verb == keyVerbName(KeyVerb::Create);
    return operation.verb == keyVerbName(KeyVerb::Rotate) ||
           (making &&
            (!operation.kind.isEmpty() || operation.object == QLatin1StringView("webhook")));
}

/** What may be the case now, for the user. */
QString meaningOf(const Doubt &doubt)
{
    const OperationRow &operation = doubt.operation;
    const bool making = operation.verb == keyVerbName(KeyVerb::Create);
    if (doubt.held)
        return heldMeaning(operation, doubt.held->inKeychain);
    if (operation.object == QLatin1StringView("webhook"))
        return making ? Doubts::tr("The webhook may exist; its signing secret is lost then.")
                      : Doubts::tr("Nobody knows whether this took effect. List the webhooks to "
                                   "see how it stands.");
    if (operation.object != QLatin1StringView("key"))
        return making && !operation.kind.isEmpty()
                   ? Doubts::tr("It may exist, with a key whose secret is lost. Sync the account "
                                "to see it.")
                   : Doubts::tr("Nobody knows whether this took effect. Sync the account to see.");
    if (operation.verb == keyVerbName(KeyVerb::Rotate))
        return Doubts::tr("The old secret may be dead and the new one lost. Rotate the key again "
                          "to have a secret that works.");
    return making ? Doubts::tr("The key may exist; its secret is lost then.")
                  : Doubts::tr("Nobody knows whether this took effect. Sync the account to see.");
}

} // namespace

Doubts::Doubts(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_held(held)
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
    whenDone(consider(operation), this, [this, rest, found, answer](const Outcome<Doubt> &doubt) {
        if (!doubt)
            return answer.give(doubt.error());
        QList<Doubt> more = found;
        more.append(*doubt);
        more.last().meaning = meaningOf(*doubt);
        more.last().canRotateAgain =
            doubt->operation.verb == keyVerbName(KeyVerb::Rotate) && !doubt->candidates.isEmpty();
        next(rest, more, answer);
    });
}

FutureOutcome<Doubt> Doubts::consider(const OperationRow &operation)
{
    Answer<Doubt> answer;
    const auto judged = [this, operation, answer](const auto &rows) {
        if (rows)
            findSecret(judge(operation, *rows), answer);
        else
            answer.give(rows.error());
    };
    if (operation.object == QLatin1StringView("key"))
        whenDone(m_context.store.keysOf(operation.account, operation.container), this, judged);
    else if (operation.object == QLatin1StringView("webhook"))
        whenDone(m_context.store.webhooks(operation.account), this, judged);
    else
        whenDone(m_context.store.containers(operation.account), this, judged);
    return answer.future();
}

void Doubts::findSecret(const Doubt &doubt, const Answer<Doubt> &answer)
{
    if (!bringsSecret(doubt.operation))
        return answer.give(doubt);
    whenDone(m_held.heldBy(doubt.operation), this,
             [doubt, answer](const Outcome<std::optional<HeldSecret>> &held) {
                 Doubt whole = doubt;
                 if (held)
                     whole.held = *held;
                 answer.give(whole);
             });
}

void Doubts::whenInDoubt(const OperationId &operation, const Answer<Done> &answer,
                         const std::function<void(const OperationRow &)> &next)
{
    whenDone(m_context.store.operation(operation), this,
             [answer, next](const Outcome<OperationRow> &row) {
                 if (!row)
                     return answer.give(row.error());
                 if (row->state != OperationState::InDoubt) {
                     return answer.give(
                         Error::of(ErrorKind::Conflict, tr("This operation is not in doubt."),
                                   tr("Look at the list again: it may have been settled.")));
                 }
                 next(*row);
             });
}

FutureOutcome<Done> Doubts::settle(const OperationId &operation, const KeyUid &key)
{
    Answer<Done> answer;
    whenInDoubt(operation, answer, [this, key, answer](const OperationRow &row) {
        const bool tookEffect = !key.isEmpty();
        whenDone(
            end(row, tookEffect, key,
                tookEffect ? tr("It took effect; its answer was lost.") : tr("It had no effect.")),
            this, [answer](const Outcome<Done> &ended) { answer.give(ended); });
    });
    return answer.future();
}

FutureOutcome<Done> Doubts::settleAs(const OperationId &operation, bool tookEffect)
{
    Answer<Done> answer;
    whenInDoubt(operation, answer, [this, tookEffect, answer](const OperationRow &row) {
        whenDone(
            end(row, tookEffect, {},
                tookEffect ? tr("It took effect; its answer was lost.") : tr("It had no effect.")),
            this, [answer](const Outcome<Done> &ended) { answer.give(ended); });
    });
    return answer.future();
}

FutureOutcome<Done> Doubts::overcome(const KeyUid &key, KeyVerb verb)
{
    Answer<Done> answer;
    whenDone(m_context.store.operations(OperationState::InDoubt), this,
             [this, key, verb, answer](const Outcome<QList<OperationRow>> &doubtful) {
                 if (!doubtful)
                     return answer.give(doubtful.error());
                 QList<OperationRow> overcome;
                 for (const OperationRow &operation : *doubtful) {
                     if (operation.key == key && operation.verb == keyVerbName(verb))
                         overcome.append(operation);
                 }
                 overcomeNext(overcome, answer);
             });
    return answer.future();
}

void Doubts::overcomeNext(QList<OperationRow> rest, const Answer<Done> &answer)
{
    if (rest.isEmpty())
        return answer.give(Done{});
    const OperationRow operation = rest.takeFirst();
    whenDone(end(operation, false, {}, tr("A later one succeeded, whatever this one did.")), this,
             [this, rest, answer](const Outcome<Done> &ended) {
                 if (!ended)
                     return answer.give(ended);
                 overcomeNext(rest, answer);
             });
}

FutureOutcome<Done> Doubts::end(const OperationRow &operation, bool tookEffect, const KeyUid &key,
                                const QString &message)
{
    OperationRow settled = operation;
    settled.state = OperationState::Settled;
    settled.endedAt = m_context.clock.now();
    settled.key = key.isEmpty() ? settled.key : key;
    settled.message = message;
    Answer<Done> answer;
    whenDone(findAccount(m_context.store, settled.account, this), this,
             [this, settled, key, tookEffect, answer](const Outcome<AccountRow> &account) {
                 JournalEvent event = accountEvent(settled.object + QLatin1Char('.') + settled.verb,
                                                   operationStateName(OperationState::Settled),
                                                   account ? *account : AccountRow{});
                 event.account = settled.account;
                 event.object = settled.sentName;
                 event.operation = settled.id;
                 event.container = settled.container;
                 event.vendorId = settled.vendorKey.toString();
                 event.detail.insert(QStringLiteral("effect"), tookEffect);
                 event.detail.insert(QStringLiteral("key"), key.toString());
                 event.detail.insert(QStringLiteral("message"), settled.message);
                 whenDone(m_context.store.endOperation(settled, event), this,
                          [answer](const Outcome<Done> &ended) { answer.give(ended); });
             });
    return answer.future();
}

} // namespace chatelaine
