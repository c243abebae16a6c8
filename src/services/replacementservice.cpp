// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/replacementservice.h"

#include "platform/filelock.h"
#include "services/context.h"
#include "services/replacementrun.h"
#include "services/replacementstate.h"
#include "services/withclient.h"
#include "store/store.h"

#include <QDir>

namespace chatelaine {

namespace {

QMap<QString, QJsonValue> withoutSecrets(const VerbInfo &create, QMap<QString, QJsonValue> values)
{
    for (const FieldInfo &field : create.fields) {
        if (field.type == FieldInfo::Type::Secret)
            values.remove(field.id);
    }
    return values;
}

} // namespace

class ReplacementService::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets &heldSecrets, KeyService &keyService,
            ReplacementService *owner)
        : context(serviceContext)
        , keys(keyService)
        , q(owner)
        , state(serviceContext, heldSecrets, owner)
    {}

    Outcome<std::shared_ptr<OperationLock>> lock(const ReplacementId &id) const
    {
        const QString folder = context.profile + QStringLiteral("/locks");
        QDir().mkpath(folder); // when it fails, so does the lock
        auto taken = OperationLock::tryAcquire(folder + QLatin1Char('/') + id.toString());
        if (!taken)
            return taken.error();
        return std::make_shared<OperationLock>(std::move(taken).value());
    }

    /** Ends by itself. */
    ReplacementRun *runOf(const ReplacementWork &work)
    {
        return new ReplacementRun(context, keys, state, work, q);
    }

    /** `next` with the replacement as it stands, locked against other processes. */
    template<typename F>
    void locked(const ReplacementId &id, const Answer<Replacement> &answer, F next)
    {
        auto taken = lock(id);
        if (!taken)
            return answer.give(taken.error());
        ReplacementWork work;
        work.lock = *taken;
        work.answer = answer;
        whenDone(context.store.replacement(id), q,
                 [this, work, next](const Outcome<ReplacementRow> &row) {
                     if (!row)
                         return work.answer.give(row.error());
                     if (row->endedAt)
                         return work.answer.give(ended());
                     whenDone(state.of(*row), q,
                              [this, work, next](const Outcome<Replacement> &at) {
                                  if (!at)
                                      return work.answer.give(at.error());
                                  ReplacementWork ready = work;
                                  ready.at = *at;
                                  withPresentAccount(ready, next);
                              });
                 });
    }

    /** `next` with the key and its kind, when the vendor can make such a key and end it; else the
     * answer is an Error. */
    template<typename T, typename F>
    void whenReplaceable(const KeyUid &key, const Answer<T> &answer, F next)
    {
        withKey(context, key, q, answer,
                [answer, next](const KeyAndAccount &found, ProviderClient &client) {
                    const KindInfo *kind = client.info().kind(found.key.record.kind);
                    if (!kind || !kind->verb(KeyVerb::Create) || endingVerbs(*kind).isEmpty())
                        return answer.give(cannotReplace(client.info(), kind));
                    next(found, *kind);
                });
    }

    template<typename F>
    void withPresentAccount(const ReplacementWork &work, F next)
    {
        whenDone(findAccount(context.store, work.at.row.account, q), q,
                 [work, next](const Outcome<AccountRow> &account) {
                     ReplacementWork ready = work;
                     if (account)
                         ready.account = *account;
                     ready.account.id = work.at.row.account;
                     next(ready);
                 });
    }

    static Error ended()
    {
        Error error;
        error.kind = ErrorKind::Conflict;
        error.message = tr("This replacement has ended.");
        return error;
    }

    ServiceContext &context;
    KeyService &keys;
    ReplacementService *q;
    ReplacementState state;
};

ReplacementService::ReplacementService(ServiceContext &context, HeldSecrets &held, KeyService &keys,
                                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, held, keys, this))
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything || changes.replacements || changes.operations)
            emit changed();
    });
    connect(&held, &HeldSecrets::pendingChanged, this, &ReplacementService::changed);
}

ReplacementService::~ReplacementService() = default;

FutureOutcome<ReplacementForm> ReplacementService::formFor(const KeyUid &key)
{
    Answer<ReplacementForm> answer;
    d->whenReplaceable(key, answer, [answer](const KeyAndAccount &found, const KindInfo &kind) {
        answer.give(formFrom(kind, found.key.record));
    });
    return answer.future();
}

FutureOutcome<Replacement> ReplacementService::start(const ReplacementOrder &order)
{
    Answer<Replacement> answer;
    d->whenReplaceable(order.key, answer,
                       [this, order, answer](const KeyAndAccount &found, const KindInfo &kind) {
                           ReplacementWork work;
                           work.account = found.account;
                           work.at.oldKey = found.key;
                           work.answer = answer;
                           ReplacementRow &row = work.at.row;
                           row.id = ReplacementId(newUuid());
                           row.account = found.account.id;
                           row.oldKey = found.key.uid;
                           row.creation = OperationId(newUuid());
                           row.values = withoutSecrets(*kind.verb(KeyVerb::Create), order.values);
                           row.startedAt = d->context.clock.now();
                           auto taken = d->lock(row.id);
                           if (!taken)
                               return answer.give(taken.error());
                           work.lock = *taken;
                           d->runOf(work)->begin(order.values, order.unheldAccepted);
                       });
    return answer.future();
}

FutureOutcome<Replacement> ReplacementService::goOn(const ReplacementId &id, bool inUseConfirmed)
{
    Answer<Replacement> answer;
    d->locked(id, answer, [this, inUseConfirmed](const ReplacementWork &work) {
        d->runOf(work)->goOn(inUseConfirmed);
    });
    return answer.future();
}

FutureOutcome<Done> ReplacementService::abandon(const ReplacementId &id)
{
    Answer<Replacement> worked;
    Answer<Done> answer;
    whenDone(worked.future(), this, [answer](const Outcome<Replacement> &at) {
        answer.give(at ? Outcome<Done>(Done{}) : Outcome<Done>(at.error()));
    });
    d->locked(id, worked, [this](const ReplacementWork &work) { d->runOf(work)->abandon(); });
    return answer.future();
}

FutureOutcome<Replacement> ReplacementService::replacement(const ReplacementId &id)
{
    Answer<Replacement> answer;
    whenDone(d->context.store.replacement(id), this,
             [this, answer](const Outcome<ReplacementRow> &row) {
                 if (!row)
                     return answer.give(row.error());
                 whenDone(d->state.of(*row), this,
                          [answer](const Outcome<Replacement> &at) { answer.give(at); });
             });
    return answer.future();
}

FutureOutcome<QList<Replacement>> ReplacementService::open()
{
    Answer<QList<Replacement>> answer;
    whenDone(d->context.store.openReplacements(), this,
             [this, answer](const Outcome<QList<ReplacementRow>> &rows) {
                 if (!rows)
                     return answer.give(rows.error());
                 whenDone(d->state.ofAll(*rows), this,
                          [answer](const Outcome<QList<Replacement>> &all) { answer.give(all); });
             });
    return answer.future();
}

} // namespace chatelaine
