// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/heldsecrets.h"

#include "core/async.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "services/events.h"
#include "services/keptsecrets.h"
#include "services/lookup.h"
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

Error lockedSecret()
{
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.message = HeldSecrets::tr("Chatelaine is locked.");
    error.next = HeldSecrets::tr("Unlock it first.");
    return error;
}

} // namespace

class HeldSecrets::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets *owner)
        : context(serviceContext)
        , q(owner)
        , keptSecrets(serviceContext, owner)
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
        whenDone(findAccount(context.store, event.account, q), q,
                 [this, event, then](const Outcome<AccountRow> &account) {
                     JournalEvent named = event;
                     if (account)
                         named.accountName = account->name;
                     whenDone(context.store.append(named), q, then);
                 });
    }

    void nameKey(const OperationRow &operation)
    {
        const auto known = secrets.find(HeldSecretId(operation.id.toString()));
        if (known == secrets.end())
            return;
        if (known->facts.keyName.isEmpty())
            known->facts.keyName = operation.sentName;
        // What an operation in doubt brought may be another key's.
        if (known->facts.key.isEmpty() && operation.state != OperationState::InDoubt)
            known->facts.key = operation.key;
    }

    /** The last step of pending(): which of them are webhooks' is known by what made these. */
    void nameWebhooks(const Answer<QList<HeldSecret>> &answer)
    {
        whenDone(context.store.webhooks({}), q,
                 [this, answer](const Outcome<QList<WebhookRow>> &webhooks) {
                     if (!webhooks)
                         return answer.give(webhooks.error());
                     for (const WebhookRow &webhook : *webhooks)
                         q->setWebhook(HeldSecretId(webhook.madeBy.toString()), webhook);
                     answer.give(all());
                 });
    }

    /** One that the keychain has and no list names: the disk was full when it came. */
    void take(const OperationRow &operation, const SharedSecret &value,
              const Answer<std::optional<HeldSecret>> &answer)
    {
        Held found;
        found.facts.id = HeldSecretId(operation.id.toString());
        found.facts.operation = operation.id;
        found.facts.account = operation.account;
        found.facts.keyName = operation.sentName;
        found.facts.length = value->size();
        found.facts.inKeychain = true;
        found.facts.since = operation.sentAt.value_or(operation.intendedAt);
        secrets.insert(found.facts.id, found);
        KeychainEntry entry;
        entry.user = keychainUser::held(operation.id);
        entry.purpose = KeychainEntry::Purpose::Held;
        entry.account = operation.account;
        entry.operation = operation.id;
        entry.createdAt = found.facts.since;
        whenDone(context.store.putKeychainEntry(entry), q,
                 [this, facts = found.facts, answer](const Outcome<Done> &) {
                     emit q->pendingChanged();
                     answer.give(std::optional(facts));
                 });
    }

    QList<HeldSecret> all() const
    {
        QList<HeldSecret> list;
        for (const Held &held : secrets)
            list.append(held.facts);
        std::sort(list.begin(), list.end(),
                  [](const HeldSecret &a, const HeldSecret &b) { return a.since < b.since; });
        return list;
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

    /** What puts it before somebody's eyes; a delivery that began before the lock goes on. */
    bool refuses(const JournalEvent &use) const
    {
        return locked && (use.kind == QLatin1StringView("secret.reveal") ||
                          use.kind == QLatin1StringView("secret.copy"));
    }

    ServiceContext &context;
    HeldSecrets *q;
    KeptSecrets keptSecrets;
    QHash<HeldSecretId, Held> secrets;
    bool locked = false;
    QSet<HeldSecretId> looked; ///< asked for in the keychain, whether it was there or not
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
    held.facts.keyName = key.record.name.isEmpty() ? operation.sentName : key.record.name;
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

void HeldSecrets::setWebhook(const HeldSecretId &id, const WebhookRow &webhook)
{
    const auto known = d->secrets.find(id);
    if (known == d->secrets.end())
        return;
    known->facts.webhook = webhook.uid;
    known->facts.keyName = webhook.record.url;
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
                              for (const OperationRow &operation : *operations)
                                  d->nameKey(operation);
                              d->nameWebhooks(answer);
                          });
             });
    return answer.future();
}

JournalEvent HeldSecrets::journalEvent(const HeldSecretId &id, const QString &kind,
                                       const QString &outcome) const
{
    return d->eventOf(d->secrets.value(id), kind, outcome);
}

FutureOutcome<std::optional<HeldSecret>> HeldSecrets::heldBy(const OperationRow &operation)
{
    const HeldSecretId id(operation.id.toString());
    if (const auto known = held(id); known || d->looked.contains(id))
        return readyOutcome<std::optional<HeldSecret>>(known);
    d->looked.insert(id); // once in a run: a locked keychain asks a question each time
    Answer<std::optional<HeldSecret>> answer;
    whenDone(condition(), this,
             [this, operation, answer](const Outcome<HoldingCondition> &condition) {
                 if (!condition || !condition->usable)
                     return answer.give(std::optional<HeldSecret>());
                 whenDone(d->context.keychain.read(keychainUser::held(operation.id)), this,
                          [this, operation, answer](const Outcome<SharedSecret> &value) {
                              if (!value)
                                  return answer.give(std::optional<HeldSecret>());
                              d->take(operation, *value, answer);
                          });
             });
    return answer.future();
}

FutureOutcome<SharedSecret> HeldSecrets::value(const HeldSecretId &id, const QString &use)
{
    return value(id,
                 journalEvent(id, QStringLiteral("secret.") + use, QStringLiteral("succeeded")));
}

FutureOutcome<SharedSecret> HeldSecrets::value(const HeldSecretId &id, const JournalEvent &use)
{
    Answer<SharedSecret> answer;
    const auto known = d->secrets.constFind(id);
    if (known == d->secrets.cend()) {
        answer.give(unknownSecret());
        return answer.future();
    }
    if (d->refuses(use)) {
        answer.give(lockedSecret());
        return answer.future();
    }
    const Held &held = *known;
    // The entry first: what was revealed or copied without one could not be told from what was not.
    d->record(use, [this, id, held, use, answer](const Outcome<JournalLine> &line) {
        if (!line)
            return answer.give(line.error());
        if (held.value)
            return answer.give(d->refuses(use) ? Outcome<SharedSecret>(lockedSecret())
                                               : held.value);
        whenDone(d->context.keychain.read(keychainUser::held(held.facts.operation)), this,
                 [this, id, use, answer](const Outcome<SharedSecret> &value) {
                     if (d->refuses(use))
                         return answer.give(lockedSecret());
                     if (const auto entry = d->secrets.find(id);
                         value && !d->locked && entry != d->secrets.end()) {
                         entry->value = *value;
                         entry->facts.length = (*value)->size();
                     }
                     answer.give(value);
                 });
    });
    return answer.future();
}

void HeldSecrets::setLocked(bool locked)
{
    d->locked = locked;
    if (locked)
        seal();
}

void HeldSecrets::seal()
{
    for (Held &held : d->secrets) {
        if (held.facts.inKeychain)
            held.value.reset();
    }
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
    if (held.facts.key.isEmpty() && held.facts.webhook.isEmpty()) {
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
        const KeptOwner owner{held.facts.account, held.facts.key, held.facts.webhook};
        whenDone(d->keptSecrets.store(owner, *value), this,
                 [this, id, held, answer](const Outcome<Done> &done) {
                     if (!done)
                         return answer.give(done.error());
                     d->record(d->eventOf(held, QStringLiteral("secret.keep"),
                                          QStringLiteral("succeeded")),
                               [this, id, answer](const Outcome<JournalLine> &line) {
                                   if (!line)
                                       return answer.give(line.error());
                                   d->release(id, answer);
                               });
                 });
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

FutureOutcome<SharedSecret> HeldSecrets::kept(const WebhookRow &webhook, const QString &use)
{
    JournalEvent event;
    event.kind = QStringLiteral("secret.") + use;
    event.outcome = QStringLiteral("succeeded");
    event.account = webhook.account;
    event.object = webhook.record.url;
    event.vendorId = webhook.record.id;
    Answer<SharedSecret> answer;
    d->record(event, [this, uid = webhook.uid, answer](const Outcome<JournalLine> &line) {
        if (!line)
            return answer.give(line.error());
        whenDone(d->context.keychain.read(keychainUser::kept(uid)), this,
                 [answer](const Outcome<SharedSecret> &value) { answer.give(value); });
    });
    return answer.future();
}

FutureOutcome<Done> HeldSecrets::keepGiven(const KeyRow &key, SharedSecret secret)
{
    return d->keptSecrets.store({key.account, key.uid, {}}, secret);
}

FutureOutcome<Done> HeldSecrets::dropKept(const KeyUid &key)
{
    return d->keptSecrets.drop({{}, key, {}});
}

FutureOutcome<Done> HeldSecrets::dropKept(const WebhookUid &webhook)
{
    return d->keptSecrets.drop({{}, {}, webhook});
}

} // namespace chatelaine
