// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keyrotation.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

namespace chatelaine {

KeyRotationRun::KeyRotationRun(ServiceContext &context, OperationJournal &operations,
                               HeldSecrets &held, AccountRow account, KeyRow key, KeyRotation order,
                               QObject *parent)
    : AnsweringRun(context, operations, std::move(account), {}, parent)
    , m_held(held)
    , m_key(std::move(key))
    , m_order(std::move(order))
{
    m_operation.verb = keyVerbName(KeyVerb::Rotate);
    m_operation.object = QStringLiteral("key");
    m_operation.container = m_key.record.container;
    m_operation.kind = m_key.record.kind;
    m_operation.key = m_key.uid;
    m_operation.vendorKey = m_key.record.id;
    m_operation.sentName = m_key.record.name;
}

JournalEvent KeyRotationRun::journalEvent(const QString &outcome) const
{
    JournalEvent made = keyEvent(QStringLiteral("key.rotate"), outcome, m_account, m_key);
    made.operation = m_operation.id;
    made.requestId = m_operation.requestId;
    return made;
}

FutureOutcome<NewKeyResult> KeyRotationRun::start(const VerbInfo &verb)
{
    const auto future = m_answer.future();
    QJsonObject detail = describedValues(verb.fields, m_order.values);
    detail.insert(QStringLiteral("before"), keyStateName(m_key.record.state));
    whenHoldable(m_held, m_order.unheldAccepted, [this, detail] { begin(detail); });
    return future;
}

void KeyRotationRun::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    whenAnswered((*provider)->rotate({m_key.record, m_order.values}),
                 [this](const RotatedKey &rotated) { received(rotated); });
}

void KeyRotationRun::received(const RotatedKey &rotated)
{
    m_result.warnings = rotated.warnings;
    m_result.outgoingUntil = rotated.outgoingUntil;
    m_key.record = rotated.record;
    m_key.lastSeenAt = m_context.clock.now();
    KeyRow owner = m_key;
    if (!rotated.namedInstead.isEmpty())
        owner.uid = {};
    // The keychain first: from here on a crash loses nothing.
    whenDone(m_held.hold(m_operation, owner, rotated.secret), this,
             [this, rotated](const Outcome<HeldSecret> &secret) {
                 if (!secret)
                     return giveUp(secret.error()); // only when the program is ending
                 m_result.secret = *secret;
                 m_operation.secretHeld = secret->inKeychain;
                 if (!rotated.namedInstead.isEmpty())
                     return fail(namesAnother(rotated), OperationState::InDoubt);
                 finish(rotated);
             });
}

/** The secret may be that key's, or this one's: it is held, and given to neither. */
Error KeyRotationRun::namesAnother(const RotatedKey &rotated)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = tr("The vendor was asked to rotate a key and answered with another one (%1). "
                       "The secret that came is held, but belongs to no key yet.")
                        .arg(rotated.namedInstead);
    error.next = tr("The old secret may have stopped working. Check the key, and rotate it again "
                    "if the held secret is not its own.");
    error.requestId = rotated.requestId;
    error.outcomeUnknown = true;
    return error;
}

void KeyRotationRun::finish(const RotatedKey &rotated)
{
    QJsonObject detail{{QStringLiteral("after"), keyStateName(rotated.record.state)},
                       {QStringLiteral("held"), m_operation.secretHeld}};
    if (rotated.outgoingUntil)
        detail.insert(QStringLiteral("outgoingUntil"), rotated.outgoingUntil->toIso());
    succeed(detail, [this](const Outcome<Done> &ended) {
        if (!ended)
            m_result.warnings.append(
                tr("The outcome could not be written down: %1").arg(ended.error().message));
        putRecord();
    });
}

void KeyRotationRun::putRecord()
{
    whenDone(m_context.store.putKey(m_key), this, [this](const Outcome<KeyRow> &put) {
        m_result.key = put ? *put : m_key;
        if (!put)
            m_result.warnings.append(
                tr("The key has a new secret, but the inventory could not be changed: %1 Sync the "
                   "account.")
                    .arg(put.error().message));
        dropOldSecret();
    });
}

/** What is kept of the key is dead now, unless the vendor lets it go on for a while. */
void KeyRotationRun::dropOldSecret()
{
    if (!m_key.kept || m_result.outgoingUntil)
        return answer(m_result);
    whenDone(m_held.dropKept(m_key.uid), this, [this](const Outcome<Done> &dropped) {
        if (!dropped)
            m_result.warnings.append(tr("The old secret could not be removed from the keychain: %1")
                                         .arg(dropped.error().message));
        m_result.key.kept = !dropped;
        answer(m_result);
    });
}

} // namespace chatelaine
