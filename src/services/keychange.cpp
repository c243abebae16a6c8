// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychange.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

namespace chatelaine {

KeyChangeRun::KeyChangeRun(ServiceContext &context, OperationJournal &operations,
                           const OperationId &id, AccountRow account, KeyRow key, KeyVerb verb,
                           QMap<QString, QJsonValue> values, QObject *parent)
    : AnsweringRun(context, operations, std::move(account), id, parent)
    , m_key(std::move(key))
    , m_verb(verb)
    , m_values(std::move(values))
{
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

FutureOutcome<KeyChange> KeyChangeRun::start(const VerbInfo &verb)
{
    const auto future = m_answer.future();
    QJsonObject detail = describedValues(verb.fields, m_values);
    detail.insert(QStringLiteral("before"), keyStateName(m_key.record.state));
    begin(detail);
    return future;
}

void KeyChangeRun::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    const auto request = m_verb == KeyVerb::Update ? (*provider)->update(m_key.record, m_values)
                                                   : (*provider)->apply(m_verb, m_key.record);
    whenAnswered(request, [this](const VerbResult &result) { succeeded(result); });
}

void KeyChangeRun::succeeded(const VerbResult &result)
{
    const Timestamp now = m_context.clock.now();
    m_key.record = result.record;
    m_key.lastSeenAt = now;
    const bool ended =
        result.record.state == KeyState::Revoked || result.record.state == KeyState::Deleted;
    if (ended && result.verified)
        m_key.endedAt = now;
    KeyChange change;
    change.verified = result.verified;
    change.note = result.note;
    // The outcome before the inventory: a sync can bring the latter back, nothing the former.
    succeed(
        {{QStringLiteral("after"), keyStateName(m_key.record.state)},
         {QStringLiteral("verified"), result.verified}},
        [this, change](const Outcome<Done> &written) {
            if (!written)
                return giveUp(written.error());
            store(change);
        },
        result.verified ? QStringLiteral("succeeded") : QStringLiteral("accepted"));
}

void KeyChangeRun::store(const KeyChange &change)
{
    whenDone(m_context.store.putKey(m_key), this, [this, change](const Outcome<KeyRow> &put) {
        if (!put)
            return giveUp(put.error());
        KeyChange whole = change;
        whole.key = *put;
        answer(whole);
    });
}

} // namespace chatelaine
