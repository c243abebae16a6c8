// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keptsecrets.h"

#include "secrets/keychain.h"
#include "services/context.h"
#include "store/store.h"

namespace chatelaine {

namespace {

template<typename T>
Outcome<Done> doneWith(const Outcome<T> &outcome)
{
    if (!outcome)
        return outcome.error();
    return Done{};
}

} // namespace

QString KeptOwner::user() const
{
    return webhook.isEmpty() ? keychainUser::kept(key) : keychainUser::kept(webhook);
}

KeptSecrets::KeptSecrets(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

FutureOutcome<Done> KeptSecrets::store(const KeptOwner &owner, const SharedSecret &value)
{
    KeychainEntry entry;
    entry.user = owner.user();
    entry.purpose = KeychainEntry::Purpose::Kept;
    entry.account = owner.account;
    entry.key = owner.key;
    entry.createdAt = m_context.clock.now();
    Answer<Done> answer;
    whenDone(m_context.store.putKeychainEntry(entry), this,
             [this, owner, value, answer](const Outcome<Done> &indexed) {
                 if (!indexed)
                     return answer.give(indexed.error());
                 whenDone(m_context.keychain.write(owner.user(), value), this,
                          [this, owner, answer](const Outcome<Done> &written) {
                              if (!written)
                                  return answer.give(written.error());
                              mark(owner, true, answer);
                          });
             });
    return answer.future();
}

FutureOutcome<Done> KeptSecrets::drop(const KeptOwner &owner)
{
    Answer<Done> answer;
    whenDone(m_context.keychain.remove(owner.user()), this,
             [this, owner, answer](const Outcome<Done> &removed) {
                 if (!removed && removed.error().kind != ErrorKind::NotFound)
                     return answer.give(removed.error());
                 whenDone(m_context.store.removeKeychainEntry(owner.user()), this,
                          [this, owner, answer](const Outcome<Done> &gone) {
                              if (!gone)
                                  return answer.give(gone.error());
                              mark(owner, false, answer);
                          });
             });
    return answer.future();
}

void KeptSecrets::mark(const KeptOwner &owner, bool kept, const Answer<Done> &answer)
{
    if (!owner.webhook.isEmpty()) {
        return whenDone(
            m_context.store.webhook(owner.webhook), this,
            [this, kept, answer](const Outcome<WebhookRow> &found) {
                if (!found)
                    return answer.give(found.error());
                WebhookRow row = *found;
                row.kept = kept;
                whenDone(m_context.store.putWebhook(row), this,
                         [answer](const Outcome<WebhookRow> &put) { answer.give(doneWith(put)); });
            });
    }
    whenDone(m_context.store.key(owner.key), this,
             [this, kept, answer](const Outcome<KeyRow> &found) {
                 if (!found)
                     return answer.give(found.error());
                 KeyRow row = *found;
                 row.kept = kept;
                 whenDone(m_context.store.putKey(row), this,
                          [answer](const Outcome<KeyRow> &put) { answer.give(doneWith(put)); });
             });
}

} // namespace chatelaine
