// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/heldledger.h"

#include "core/whenready.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "store/store.h"

#include <algorithm>

namespace chatelaine {

HeldLedger::HeldLedger(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

const HeldEntry *HeldLedger::find(const HeldSecretId &id) const
{
    const auto known = m_entries.constFind(id);
    return known == m_entries.cend() ? nullptr : &known.value();
}

void HeldLedger::add(const HeldEntry &entry)
{
    m_entries.insert(entry.facts.id, entry);
}

void HeldLedger::setInKeychain(const HeldSecretId &id, bool inKeychain)
{
    if (const auto known = m_entries.find(id); known != m_entries.end())
        known->facts.inKeychain = inKeychain;
}

void HeldLedger::setKey(const HeldSecretId &id, const KeyRow &key)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    known->facts.key = key.uid;
    known->facts.mask = key.record.mask;
}

void HeldLedger::setWebhook(const HeldSecretId &id, const WebhookRow &webhook)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    known->facts.webhook = webhook.uid;
    known->facts.keyName = webhook.record.url;
}

void HeldLedger::setValue(const HeldSecretId &id, const SharedSecret &value)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    known->value = value;
    known->facts.length = value->size();
}

void HeldLedger::dropValues()
{
    for (HeldEntry &entry : m_entries) {
        if (entry.facts.inKeychain)
            entry.value.reset();
    }
}

QList<HeldSecret> HeldLedger::all() const
{
    QList<HeldSecret> list;
    for (const HeldEntry &entry : m_entries)
        list.append(entry.facts);
    std::sort(list.begin(), list.end(),
              [](const HeldSecret &a, const HeldSecret &b) { return a.since < b.since; });
    return list;
}

FutureOutcome<QList<HeldSecret>> HeldLedger::read()
{
    Answer<QList<HeldSecret>> answer;
    whenDone(m_context.store.keychainEntries(), this,
             [this, answer](const Outcome<QList<KeychainEntry>> &entries) {
                 if (!entries)
                     return answer.give(entries.error());
                 for (const KeychainEntry &entry : *entries)
                     addIndexed(entry);
                 if (m_entries.isEmpty())
                     return answer.give(QList<HeldSecret>());
                 whenDone(m_context.store.operations(std::nullopt), this,
                          [this, answer](const Outcome<QList<OperationRow>> &operations) {
                              if (!operations)
                                  return answer.give(operations.error());
                              for (const OperationRow &operation : *operations)
                                  nameKey(operation);
                              nameWebhooks(answer);
                          });
             });
    return answer.future();
}

void HeldLedger::addIndexed(const KeychainEntry &entry)
{
    const HeldSecretId id(entry.operation.toString());
    if (entry.purpose != KeychainEntry::Purpose::Held || m_entries.contains(id))
        return;
    HeldEntry held;
    held.facts.id = id;
    held.facts.operation = entry.operation;
    held.facts.account = entry.account;
    held.facts.key = entry.key;
    held.facts.inKeychain = true;
    held.facts.since = entry.createdAt;
    m_entries.insert(id, held);
}

void HeldLedger::nameKey(const OperationRow &operation)
{
    const auto known = m_entries.find(HeldSecretId(operation.id.toString()));
    if (known == m_entries.end())
        return;
    if (known->facts.keyName.isEmpty())
        known->facts.keyName = operation.sentName;
    // What an operation in doubt brought may be another key's.
    if (known->facts.key.isEmpty() && operation.state != OperationState::InDoubt)
        known->facts.key = operation.key;
}

/** The last step of read(): which of them are webhooks' is known by what made these. */
void HeldLedger::nameWebhooks(const Answer<QList<HeldSecret>> &answer)
{
    whenDone(m_context.store.webhooks({}), this,
             [this, answer](const Outcome<QList<WebhookRow>> &webhooks) {
                 if (!webhooks)
                     return answer.give(webhooks.error());
                 for (const WebhookRow &webhook : *webhooks)
                     setWebhook(HeldSecretId(webhook.madeBy.toString()), webhook);
                 answer.give(all());
             });
}

FutureOutcome<std::optional<HeldSecret>> HeldLedger::seek(const OperationRow &operation)
{
    using Found = std::optional<HeldSecret>;
    const HeldSecretId id(operation.id.toString());
    if (const HeldEntry *known = find(id))
        return readyOutcome<Found>(Found(known->facts));
    if (m_looked.contains(id))
        return readyOutcome<Found>(Found());
    m_looked.insert(id);
    Answer<Found> answer;
    const auto look = [this, operation, answer] {
        whenDone(m_context.keychain.read(keychainUser::held(operation.id)), this,
                 [this, operation, answer](const Outcome<SharedSecret> &value) {
                     if (!value)
                         return answer.give(Found());
                     addUnindexed(operation, *value, answer);
                 });
    };
    whenReady(m_context.keychain.health(), this, [look, answer](const KeychainHealth &health) {
        if (!health.usable())
            return answer.give(Found());
        look();
    });
    return answer.future();
}

/** One that the keychain has and no list names: the disk was full when it came. */
void HeldLedger::addUnindexed(const OperationRow &operation, const SharedSecret &value,
                              const Answer<std::optional<HeldSecret>> &answer)
{
    HeldEntry found;
    found.facts.id = HeldSecretId(operation.id.toString());
    found.facts.operation = operation.id;
    found.facts.account = operation.account;
    found.facts.keyName = operation.sentName;
    found.facts.length = value->size();
    found.facts.inKeychain = true;
    found.facts.since = operation.sentAt.value_or(operation.intendedAt);
    m_entries.insert(found.facts.id, found);
    KeychainEntry entry;
    entry.user = keychainUser::held(operation.id);
    entry.purpose = KeychainEntry::Purpose::Held;
    entry.account = operation.account;
    entry.operation = operation.id;
    entry.createdAt = found.facts.since;
    whenDone(m_context.store.putKeychainEntry(entry), this,
             [this, facts = found.facts, answer](const Outcome<Done> &) {
                 emit changed();
                 answer.give(std::optional(facts));
             });
}

FutureOutcome<Done> HeldLedger::release(const HeldSecretId &id)
{
    Answer<Done> answer;
    const QString user = keychainUser::held(OperationId(id.toString()));
    auto forgetIt = [this, id, user, answer](const Outcome<Done> &removed) {
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            return answer.give(removed.error());
        whenDone(m_context.store.removeKeychainEntry(user), this,
                 [this, id, answer](const Outcome<Done> &gone) {
                     m_entries.remove(id);
                     emit changed();
                     answer.give(gone);
                 });
    };
    if (m_entries.value(id).facts.inKeychain)
        whenDone(m_context.keychain.remove(user), this, forgetIt);
    else
        forgetIt(Done{});
    return answer.future();
}

} // namespace chatelaine
