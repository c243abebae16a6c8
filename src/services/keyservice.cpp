// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keyservice.h"

#include "core/async.h"
#include "services/context.h"
#include "services/doubts.h"
#include "services/events.h"
#include "services/keychange.h"
#include "services/keycreation.h"
#include "services/keyrotation.h"
#include "services/manualkeys.h"
#include "services/operationjournal.h"
#include "services/withclient.h"
#include "store/store.h"

namespace chatelaine {

namespace {

QString verbList(const KindInfo &kind)
{
    QStringList names;
    for (const VerbInfo &verb : kind.verbs)
        names.append(keyVerbName(verb.verb));
    if (kind.canCheck)
        names.append(QStringLiteral("check"));
    return names.join(QStringLiteral(", "));
}

Error unsupported(const QString &provider, const KindInfo &kind, KeyVerb verb)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = KeyService::tr("%1 has no \"%2\" for this kind of key (%3).")
                        .arg(provider, keyVerbName(verb), kind.label);
    error.next = KeyService::tr("What there is: %1.").arg(verbList(kind));
    for (const ExternalVerb &external : kind.external) {
        if (external.verb == verb)
            error.next = external.url.isEmpty() ? external.why
                                                : external.why + QLatin1Char(' ') + external.url;
    }
    return error;
}

Error needsForm(KeyVerb verb)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message =
        KeyService::tr("\"%1\" needs more than the name of a key.").arg(keyVerbName(verb));
    return error;
}

Error keyInUse(const KeyRow &key)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message =
        KeyService::tr("\"%1\" looks like the key with which this account itself works.")
            .arg(key.record.name);
    error.next = KeyService::tr("Give the account another credential first, or confirm that you "
                                "mean this key.");
    return error;
}

Error ambiguous(const QString &text, const QStringList &refs)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message =
        KeyService::tr("\"%1\" can mean %n key(s): %2.", nullptr, static_cast<int>(refs.size()))
            .arg(text, refs.join(QStringLiteral(", ")));
    error.next = KeyService::tr("Name one of them by its full reference.");
    return error;
}

} // namespace

class KeyService::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets &heldSecrets, KeyService *owner)
        : context(serviceContext)
        , held(heldSecrets)
        , q(owner)
        , operations(serviceContext, owner)
        , manual(serviceContext, heldSecrets, owner)
        , doubts(serviceContext, heldSecrets, owner)
    {}

    /** `next` with the key and the verb that the vendor has for it; else the answer is an Error. */
    template<typename T, typename F>
    void whenOffered(const KeyUid &key, KeyVerb verb, const Answer<T> &answer, F next)
    {
        withKey(context, key, q, answer,
                [verb, answer, next](const KeyAndAccount &found, ProviderClient &client) {
                    const ProviderInfo &info = client.info();
                    const KindInfo *kind = info.kind(found.key.record.kind);
                    const VerbInfo *wanted = kind ? kind->verb(verb) : nullptr;
                    if (!wanted)
                        return answer.give(unsupported(info.name, kind ? *kind : KindInfo{}, verb));
                    next(found, *wanted);
                });
    }

    void change(const KeyAndAccount &found, const VerbInfo &verb,
                const QMap<QString, QJsonValue> &values, const OperationId &operation,
                const Answer<KeyChange> &answer)
    {
        auto *run = new KeyChangeRun(context, operations, operation, found.account, found.key,
                                     verb.verb, values, q);
        whenDone(run->start(verb), q,
                 [answer](const Outcome<KeyChange> &changed) { answer.give(changed); });
    }

    ServiceContext &context;
    HeldSecrets &held;
    KeyService *q;
    OperationJournal operations;
    ManualKeys manual;
    Doubts doubts;
};

KeyService::KeyService(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, held, this))
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything || changes.operations || changes.keys)
            emit doubtsChanged();
    });
}

KeyService::~KeyService() = default;

FutureOutcome<KeyRow> KeyService::key(const KeyUid &uid)
{
    return d->context.store.key(uid);
}

FutureOutcome<QList<KeyRow>> KeyService::list(const KeyQuery &query)
{
    Answer<QList<KeyRow>> answer;
    whenDone(d->context.store.freshSnapshot(), this,
             [this, query, answer](const Outcome<InventorySnapshot> &snapshot) {
                 if (!snapshot)
                     return answer.give(snapshot.error());
                 whenDone(
                     d->context.store.keysOf(query.account, {}), this,
                     [snapshot = *snapshot, query, answer](const Outcome<QList<KeyRow>> &rows) {
                         if (!rows)
                             return answer.give(rows.error());
                         QHash<KeyUid, qsizetype> places;
                         places.reserve(rows->size());
                         for (qsizetype i = 0; i < rows->size(); ++i)
                             places.insert(rows->at(i).uid, i);
                         QList<KeyRow> selected;
                         for (const std::uint32_t row : snapshot->select(query)) {
                             const auto place = places.constFind(snapshot->uid(row));
                             if (place != places.cend())
                                 selected.append(rows->at(*place));
                         }
                         answer.give(selected);
                     });
             });
    return answer.future();
}

FutureOutcome<KeyRow> KeyService::find(const QString &text)
{
    Answer<KeyRow> answer;
    whenDone(d->context.store.findKeys(text), this,
             [this, text, answer](const Outcome<QList<KeyRow>> &found) {
                 if (!found)
                     return answer.give(found.error());
                 QList<KeyRow> candidates;
                 for (const KeyRow &row : *found) {
                     if (row.record.state != KeyState::Deleted)
                         candidates.append(row);
                 }
                 if (candidates.isEmpty())
                     candidates = *found;
                 if (candidates.size() == 1)
                     return answer.give(candidates.first());
                 if (candidates.isEmpty()) {
                     Error error;
                     error.kind = ErrorKind::NotFound;
                     error.message = tr("No key is known as \"%1\".").arg(text);
                     error.next = tr("Sync the account, or look at the list of keys.");
                     return answer.give(error);
                 }
                 whenDone(d->context.store.accounts(), this,
                          [text, candidates, answer](const Outcome<QList<AccountRow>> &accounts) {
                              if (!accounts)
                                  return answer.give(accounts.error());
                              QHash<AccountId, QString> names;
                              for (const AccountRow &account : *accounts)
                                  names.insert(account.id, account.name);
                              QStringList refs;
                              for (const KeyRow &row : candidates)
                                  refs.append(keyRef(names.value(row.account), row.record.container,
                                                     row.record.id));
                              answer.give(ambiguous(text, refs));
                          });
             });
    return answer.future();
}

FutureOutcome<QList<ContainerRow>> KeyService::containers(const AccountId &account)
{
    return d->context.store.containers(account);
}

FutureOutcome<QList<FieldOption>>
KeyService::fieldOptions(const AccountId &account, const QString &kind, const QString &field,
                         const ContainerPath &container, KeyVerb verb)
{
    Answer<QList<FieldOption>> answer;
    withAccount(
        d->context, account, this, answer,
        [this, kind, field, container, verb, answer](const AccountRow &, ProviderClient &client) {
            whenDone(
                client.fieldOptions(kind, verb, field, container), this,
                [answer](const Outcome<QList<FieldOption>> &options) { answer.give(options); });
        });
    return answer.future();
}

FutureOutcome<NewKeyResult> KeyService::create(const NewKey &order)
{
    Answer<NewKeyResult> answer;
    withAccount(d->context, order.account, this, answer,
                [this, order, answer](const AccountRow &account, ProviderClient &client) {
                    const ProviderInfo &info = client.info();
                    const KindInfo *kind = info.kind(order.kind);
                    if (kind && !kind->verb(KeyVerb::Create))
                        return answer.give(unsupported(info.name, *kind, KeyVerb::Create));
                    auto *creation =
                        new KeyCreation(d->context, d->operations, d->held, order, account, this);
                    whenDone(
                        creation->start(), this,
                        [answer](const Outcome<NewKeyResult> &result) { answer.give(result); });
                });
    return answer.future();
}

FutureOutcome<KeyChange> KeyService::apply(const KeyUid &key, KeyVerb verb, bool inUseConfirmed,
                                           const OperationId &operation)
{
    Answer<KeyChange> answer;
    if (verb == KeyVerb::Create || verb == KeyVerb::Rotate || verb == KeyVerb::Update) {
        answer.give(needsForm(verb));
        return answer.future();
    }
    d->whenOffered<KeyChange>(key, verb, answer,
                              [this, verb, inUseConfirmed, operation,
                               answer](const KeyAndAccount &found, const VerbInfo &wanted) {
                                  const bool cutsOff =
                                      wanted.isDestructive || verb == KeyVerb::Disable;
                                  if (found.key.inUse && cutsOff && !inUseConfirmed)
                                      return answer.give(keyInUse(found.key));
                                  d->change(found, wanted, {}, operation, answer);
                              });
    return answer.future();
}

FutureOutcome<KeyChange> KeyService::update(const KeyUid &key,
                                            const QMap<QString, QJsonValue> &values)
{
    Answer<KeyChange> answer;
    d->whenOffered<KeyChange>(
        key, KeyVerb::Update, answer,
        [this, values, answer](const KeyAndAccount &found, const VerbInfo &wanted) {
            d->change(found, wanted, values, {}, answer);
        });
    return answer.future();
}

FutureOutcome<NewKeyResult> KeyService::rotate(const KeyRotation &order)
{
    Answer<NewKeyResult> answer;
    d->whenOffered<NewKeyResult>(
        order.key, KeyVerb::Rotate, answer,
        [this, order, answer](const KeyAndAccount &found, const VerbInfo &wanted) {
            // The account's own credential becomes another one, at once or after a while.
            if (found.key.inUse && !order.inUseConfirmed)
                return answer.give(keyInUse(found.key));
            auto *run = new KeyRotationRun(d->context, d->operations, d->held, found.account,
                                           found.key, order, this);
            whenDone(run->start(wanted), this,
                     [this, key = order.key, answer](const Outcome<NewKeyResult> &result) {
                         if (!result)
                             return answer.give(result.error());
                         // What the earlier ones did does not matter any more.
                         whenDone(d->doubts.overcome(key, KeyVerb::Rotate), this,
                                  [result = *result, answer](const Outcome<Done> &) {
                                      answer.give(result);
                                  });
                     });
        });
    return answer.future();
}

FutureOutcome<KeyCheck> KeyService::addExisting(const AccountId &account, const QString &kind,
                                                const QString &name, SharedSecret secret)
{
    return d->manual.add(account, kind, name, std::move(secret));
}

FutureOutcome<KeyCheck> KeyService::check(const KeyUid &key, SharedSecret secret)
{
    return d->manual.check(key, std::move(secret));
}

FutureOutcome<QList<OperationRow>> KeyService::operations(std::optional<OperationState> state)
{
    return d->context.store.operations(state);
}

FutureOutcome<int> KeyService::recover()
{
    return d->operations.recover();
}

FutureOutcome<QList<Doubt>> KeyService::doubts()
{
    return d->doubts.all();
}

FutureOutcome<Done> KeyService::settle(const OperationId &operation, const KeyUid &key)
{
    return d->doubts.settle(operation, key);
}

FutureOutcome<Done> KeyService::settleAs(const OperationId &operation, bool tookEffect)
{
    return d->doubts.settleAs(operation, tookEffect);
}

} // namespace chatelaine
