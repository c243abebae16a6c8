// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/heldsecrets.h"

#include "core/async.h"
#include "core/whenready.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "services/events.h"
#include "services/heldledger.h"
#include "services/keptsecrets.h"
#include "services/lookup.h"
#include "store/store.h"

namespace chatelaine {

namespace {

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
        , ledger(serviceContext, owner)
        , keptSecrets(serviceContext, owner)
    {}

    JournalEvent eventOf(const HeldSecret &held, const QString &kind, const QString &outcome) const
    {
        JournalEvent event;
        event.kind = kind;
        event.outcome = outcome;
        event.account = held.account;
        event.object = held.keyName;
        event.mask = held.mask;
        event.operation = held.operation;
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

    void release(const HeldSecretId &id, const Answer<Done> &answer)
    {
        whenDone(ledger.release(id), q, [answer](const Outcome<Done> &gone) { answer.give(gone); });
    }

    /** What puts it before somebody's eyes; a delivery that began before the lock goes on. */
    bool refuses(const JournalEvent &use) const
    {
        return locked && (use.kind == QLatin1StringView("secret.reveal") ||
                          use.kind == QLatin1StringView("secret.copy"));
    }

    ServiceContext &context;
    HeldSecrets *q;
    HeldLedger ledger;
    KeptSecrets keptSecrets;
    bool locked = false;
};

HeldSecrets::HeldSecrets(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, this))
{
    connect(&d->ledger, &HeldLedger::changed, this, &HeldSecrets::pendingChanged);
}

HeldSecrets::~HeldSecrets() = default;

FutureOutcome<HoldingCondition> HeldSecrets::condition()
{
    const Answer<HoldingCondition> answer;
    whenReady(d->context.keychain.health(), this, [answer](const KeychainHealth &health) {
        HoldingCondition condition;
        condition.usable = health.usable();
        if (!condition.usable)
            condition.trouble = keychainTroubleName(health.trouble);
        condition.sentence = health.sentence;
        condition.next = health.next;
        answer.give(condition);
    });
    return answer.future();
}

FutureOutcome<HeldSecret> HeldSecrets::hold(const OperationRow &operation, const KeyRow &key,
                                            SharedSecret secret)
{
    HeldEntry held;
    held.facts.id = HeldSecretId(operation.id.toString());
    held.facts.operation = operation.id;
    held.facts.account = operation.account;
    held.facts.key = key.uid;
    held.facts.keyName = key.record.name.isEmpty() ? operation.sentName : key.record.name;
    held.facts.mask = key.record.mask;
    held.facts.length = secret->size();
    held.facts.since = d->context.clock.now();
    held.value = secret;
    d->ledger.add(held);

    Answer<HeldSecret> answer;
    auto finish = [this, answer, id = held.facts.id](bool inKeychain) {
        d->ledger.setInKeychain(id, inKeychain);
        const HeldEntry *known = d->ledger.find(id);
        const HeldSecret facts = known ? known->facts : HeldSecret();
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
    d->ledger.setKey(id, key);
}

void HeldSecrets::setWebhook(const HeldSecretId &id, const WebhookRow &webhook)
{
    d->ledger.setWebhook(id, webhook);
}

std::optional<HeldSecret> HeldSecrets::held(const HeldSecretId &id) const
{
    const HeldEntry *known = d->ledger.find(id);
    return known ? std::optional(known->facts) : std::nullopt;
}

FutureOutcome<QList<HeldSecret>> HeldSecrets::pending()
{
    return d->ledger.read();
}

JournalEvent HeldSecrets::journalEvent(const HeldSecretId &id, const QString &kind,
                                       const QString &outcome) const
{
    return d->eventOf(held(id).value_or(HeldSecret()), kind, outcome);
}

FutureOutcome<std::optional<HeldSecret>> HeldSecrets::heldBy(const OperationRow &operation)
{
    return d->ledger.seek(operation);
}

FutureOutcome<SharedSecret> HeldSecrets::value(const HeldSecretId &id, const QString &use)
{
    return value(id,
                 journalEvent(id, QStringLiteral("secret.") + use, QStringLiteral("succeeded")));
}

FutureOutcome<SharedSecret> HeldSecrets::value(const HeldSecretId &id, const JournalEvent &use)
{
    const HeldEntry *known = d->ledger.find(id);
    if (!known)
        return readyOutcome<SharedSecret>(unknownSecret());
    if (d->refuses(use))
        return readyOutcome<SharedSecret>(lockedSecret());
    Answer<SharedSecret> answer;
    const HeldEntry held = *known;
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
                     if (value && !d->locked)
                         d->ledger.setValue(id, *value);
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
    d->ledger.dropValues();
}

FutureOutcome<Done> HeldSecrets::keep(const HeldSecretId &id)
{
    const HeldEntry *known = d->ledger.find(id);
    if (!known)
        return readyOutcome<Done>(unknownSecret());
    const HeldEntry held = *known;
    if (held.facts.key.isEmpty() && held.facts.webhook.isEmpty()) {
        return readyOutcome<Done>(
            Error::of(ErrorKind::NotFound,
                      tr("The vendor has not shown the new key yet, so its secret stays held."),
                      tr("Sync the account, then keep the secret.")));
    }
    Answer<Done> answer;
    auto storeIt = [this, id, held, answer](const Outcome<SharedSecret> &value) {
        if (!value)
            return answer.give(value.error());
        const KeptOwner owner{held.facts.account, held.facts.key, held.facts.webhook};
        whenDone(d->keptSecrets.store(owner, *value), this,
                 [this, id, held, answer](const Outcome<Done> &done) {
                     if (!done)
                         return answer.give(done.error());
                     d->record(d->eventOf(held.facts, QStringLiteral("secret.keep"),
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
    const HeldEntry *known = d->ledger.find(id);
    if (!known)
        return readyOutcome<Done>(unknownSecret());
    Answer<Done> answer;
    JournalEvent event =
        d->eventOf(known->facts, QStringLiteral("secret.release"), QStringLiteral("succeeded"));
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
