// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/heldsecrets.h"

#include "core/async.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

namespace chatelaine {

namespace {

struct Held
{
    HeldSecret facts;
    SharedSecret
        value; ///< in the locked heap while this run has it; null for one of an earlier run
};

Error unknownSecret()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = HeldSecrets::tr("This secret is not held any more.");
    error.next = HeldSecrets::tr("It was kept, stored elsewhere or given up before.");
    return error;
}

} // namespace

class HeldSecrets::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets *owner)
        : context(serviceContext)
        , q(owner)
    {}

    JournalEvent eventOf(const Held &held, const QString &kind, const QString &outcome) const
    {
        JournalEvent event;
        event.kind = kind;
        event.outcome = outcome;
        event.account = held.facts.account;
        event.object = held.facts.keyName;
        event.mask = held.facts.mask;
        event.operation = held.facts.operation;
        return event;
    }

    void record(const JournalEvent &event,
                const std::function<void(const Outcome<JournalLine> &)> &then)
    {
        whenDone(context.store.append(event), q, then);
    }

    /** Removes the held entry from keychain, index and memory, in this order, then answers. */
    void release(const HeldSecretId &id, const Answer<Done> &answer)
    {
        const QString user = keychainUser::held(OperationId(id.toString()));
        const bool inKeychain = secrets.value(id).facts.inKeychain;
        auto forgetIt = [this, id, user, answer](const Outcome<Done> &removed) {
            if (!removed && removed.error().kind != ErrorKind::NotFound)
                return answer.give(removed.error());
            whenDone(context.store.removeKeychainEntry(user), q,
                     [this, id, answer](const Outcome<Done> &gone) {
                         secrets.remove(id);
                         emit q->pendingChanged();
                         answer.give(gone);
                     });
        };
        if (!inKeychain)
            return forgetIt(Done{});
        whenDone(context.keychain.remove(user), q, forgetIt);
    }

    void markKept(const KeyUid &uid, bool kept, const Answer<Done> &answer)
    {
        whenDone(context.store.key(uid), q, [this, kept, answer](const Outcome<KeyRow> &found) {
            if (!found)
                return answer.give(found.error());
            KeyRow row = *found;
            row.kept = kept;
            whenDone(context.store.putKey(row), q, [answer](const Outcome<KeyRow> &put) {
                answer.give(put ? Outcome<Done>(Done{}) : Outcome<Done>(put.error()));
            });
        });
    }

    /** Writes `kept/<key>`, its index entry first so that no value is ever without a name. */
    void store(const KeyUid &key, const AccountId &account, const SharedSecret &value,
               const Answer<Done> &answer)
    {
        KeychainEntry entry;
        entry.user = keychainUser::kept(key);
        entry.purpose = KeychainEntry::Purpose::Kept;
        entry.account = account;
        entry.key = key;
        entry.createdAt = context.clock.now();
        whenDone(context.store.putKeychainEntry(entry), q,
                 [this, key, value, answer, user = entry.user](const Outcome<Done> &indexed) {
                     if (!indexed)
                         return answer.give(indexed.error());
                     whenDone(context.keychain.write(user, value), q,
                              [this, key, answer](const Outcome<Done> &written) {
                                  if (!written)
                                      return answer.give(written.error());
                                  markKept(key, true, answer);
                              });
                 });
    }

    ServiceContext &context;
    HeldSecrets *q;
    QHash<HeldSecretId, Held> secrets;
};

HeldSecrets::HeldSecrets(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, this))
{}

HeldSecrets::~HeldSecrets() = default;

FutureOutcome<HoldingCondition> HeldSecrets::condition()
{
    return d->context.keychain.health().then(
        [](const KeychainHealth &health) -> Outcome<HoldingCondition> {
            HoldingCondition condition;
            condition.usable = health.usable();
            if (!condition.usable)
                condition.trouble = keychainTroubleName(health.trouble);
            condition.sentence = health.sentence;
            condition.next = health.next;
            return condition;
        });
}

FutureOutcome<HeldSecret> HeldSecrets::hold(const OperationRow &operation, const KeyRow &key,
                                            SharedSecret secret)
{
    Held held;
    held.facts.id = HeldSecretId(operation.id.toString());
    held.facts.operation = operation.id;
    held.facts.account = operation.account;
    held.facts.key = key.uid;
    held.facts.keyName = operation.sentName;
    held.facts.mask = key.record.mask;
    held.facts.length = secret->size();
    held.facts.since = d->context.clock.now();
    held.value = secret;
    d->secrets.insert(held.facts.id, held);

    Answer<HeldSecret> answer;
    auto finish = [this, answer, id = held.facts.id](bool inKeychain) {
        HeldSecret facts;
        if (const auto known = d->secrets.find(id); known != d->secrets.end()) {
            known->facts.inKeychain = inKeychain;
            facts = known->facts;
        }
        emit pendingChanged();
        answer.give(facts);
    };

    KeychainEntry entry;
    entry.user = keychainUser::held(operation.id);
    entry.purpose = KeychainEntry::Purpose::Held;
    entry.account = operation.account;
    entry.operation = operation.id;
    entry.key = key.uid;
    entry.createdAt = held.facts.since;
    // The value first: losing it is worse than an entry that the index does not name, and the name
    // follows from the operation.
    whenDone(d->context.keychain.write(entry.user, secret), this,
             [this, entry, finish](const Outcome<Done> &written) {
                 if (!written)
                     return finish(false);
                 whenDone(d->context.store.putKeychainEntry(entry), this,
                          [finish](const Outcome<Done> &) { finish(true); });
             });
    return answer.future();
}

void HeldSecrets::setKey(const HeldSecretId &id, const KeyRow &key)
{
    const auto known = d->secrets.find(id);
    if (known == d->secrets.end())
        return;
    known->facts.key = key.uid;
    known->facts.mask = key.record.mask;
}

std::optional<HeldSecret> HeldSecrets::held(const HeldSecretId &id) const
{
    const auto known = d->secrets.constFind(id);
    if (known == d->secrets.cend())
        return std::nullopt;
    return known->facts;
}

FutureOutcome<QList<HeldSecret>> HeldSecrets::pending()
{
    Answer<QList<HeldSecret>> answer;
    whenDone(d->context.store.keychainEntries(), this,
             [this, answer](const Outcome<QList<KeychainEntry>> &entries) {
                 if (!entries)
                     return answer.give(entries.error());
                 for (const KeychainEntry &entry : *entries) {
                     const HeldSecretId id(entry.operation.toString());
                     if (entry.purpose != KeychainEntry::Purpose::Held || d->secrets.contains(id))
                         continue;
                     Held held;
                     held.facts.id = id;
                     held.facts.operation = entry.operation;
                     held.facts.account = entry.account;
                     held.facts.key = entry.key;
                     held.facts.inKeychain = true;
                     held.facts.since = entry.createdAt;
                     d->secrets.insert(id, held);
                 }
                 whenDone(d->context.store.operations(std::nullopt), this,
                          [this, answer](const Outcome<QList<OperationRow>> &operations) {
                              if (!operations)
                                  return answer.give(operations.error());
                              for (const OperationRow &operation : *operations) {
                                  const auto known =
                                      d->secrets.find(HeldSecretId(operation.id.toString()));
                                  if (known == d->secrets.end())
                                      continue;
                                  known->facts.keyName = operation.sentName;
                                  if (known->facts.key.isEmpty())
                                      known->facts.key = operation.key;
                              }
                              QList<HeldSecret> all;
                              for (const Held &held : std::as_const(d->secrets))
                                  all.append(held.facts);
                              std::sort(all.begin(), all.end(),
                                        [](const HeldSecret &a, const HeldSecret &b) {
                                            return a.since < b.since;
                                        });
                              answer.give(all);
                          });
             });
    return answer.future();
}

FutureOutcome<SharedSecret> HeldSecrets::value(const HeldSecretId &id, const QString &use)
{
    Answer<SharedSecret> answer;
    const auto known = d->secrets.constFind(id);
    if (known == d->secrets.cend()) {
        answer.give(unknownSecret());
        return answer.future();
    }
    const Held &held = *known;
    // The entry first: what was revealed or copied without one could not be told from what was not.
    d->record(d->eventOf(held, QStringLiteral("secret.") + use, QStringLiteral("succeeded")),
              [this, id, held, answer](const Outcome<JournalLine> &line) {
                  if (!line)
                      return answer.give(line.error());
                  if (held.value)
                      return answer.give(held.value);
                  whenDone(d->context.keychain.read(keychainUser::held(held.facts.operation)), this,
                           [this, id, answer](const Outcome<SharedSecret> &value) {
                               if (const auto entry = d->secrets.find(id);
                                   value && entry != d->secrets.end()) {
                                   entry->value = *value;
                                   entry->facts.length = (*value)->size();
                               }
                               answer.give(value);
                           });
              });
    return answer.future();
}

FutureOutcome<Done> HeldSecrets::keep(const HeldSecretId &id)
{
    Answer<Done> answer;
    const auto known = d->secrets.constFind(id);
    if (known == d->secrets.cend()) {
        answer.give(unknownSecret());
        return answer.future();
    }
    const Held &held = *known;
    if (held.facts.key.isEmpty()) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = tr("The vendor has not shown the new key yet, so its secret stays held.");
        error.next = tr("Sync the account, then keep the secret.");
        answer.give(error);
        return answer.future();
    }
    auto storeIt = [this, id, held, answer](const Outcome<SharedSecret> &value) {
        if (!value)
            return answer.give(value.error());
        Answer<Done> stored;
        whenDone(stored.future(), this, [this, id, held, answer](const Outcome<Done> &done) {
            if (!done)
                return answer.give(done.error());
            d->record(d->eventOf(held, QStringLiteral("secret.keep"), QStringLiteral("succeeded")),
                      [this, id, answer](const Outcome<JournalLine> &line) {
                          if (!line)
                              return answer.give(line.error());
                          d->release(id, answer);
                      });
        });
        d->store(held.facts.key, held.facts.account, *value, stored);
    };
    if (held.value)
        storeIt(held.value);
    else
        whenDone(d->context.keychain.read(keychainUser::held(held.facts.operation)), this, storeIt);
    return answer.future();
}

FutureOutcome<Done> HeldSecrets::forget(const HeldSecretId &id, const QString &how)
{
    Answer<Done> answer;
    const auto known = d->secrets.constFind(id);
    if (known == d->secrets.cend()) {
        answer.give(unknownSecret());
        return answer.future();
    }
    JournalEvent event =
        d->eventOf(*known, QStringLiteral("secret.release"), QStringLiteral("succeeded"));
    event.detail.insert(QStringLiteral("how"), how);
    d->record(event, [this, id, answer](const Outcome<JournalLine> &line) {
        if (!line)
            return answer.give(line.error());
        d->release(id, answer);
    });
    return answer.future();
}

FutureOutcome<SharedSecret> HeldSecrets::kept(const KeyUid &key)
{
    return d->context.keychain.read(keychainUser::kept(key));
}

FutureOutcome<Done> HeldSecrets::keepGiven(const KeyRow &key, SharedSecret secret)
{
    Answer<Done> answer;
    d->store(key.uid, key.account, secret, answer);
    return answer.future();
}

FutureOutcome<Done> HeldSecrets::dropKept(const KeyUid &key)
{
    Answer<Done> answer;
    const QString user = keychainUser::kept(key);
    whenDone(d->context.keychain.remove(user), this,
             [this, key, user, answer](const Outcome<Done> &removed) {
                 if (!removed && removed.error().kind != ErrorKind::NotFound)
                     return answer.give(removed.error());
                 whenDone(d->context.store.removeKeychainEntry(user), this,
                          [this, key, answer](const Outcome<Done> &gone) {
                              if (!gone)
                                  return answer.give(gone.error());
                              d->markKept(key, false, answer);
                          });
             });
    return answer.future();
}

} // namespace chatelaine
