// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/replacementservice.h"

#include "core/log.h"
#include "platform/filelock.h"
#include "services/context.h"
#include "services/events.h"
#include "services/replacementstate.h"
#include "services/withclient.h"
#include "store/store.h"

#include <QDir>

namespace chatelaine {

namespace {

/** One call that works on a replacement; the lock lives as long as somebody may go on with it. */
struct ReplacementWork
{
    Replacement at;
    AccountRow account;
    bool inUseConfirmed = false;
    std::shared_ptr<OperationLock> lock;
    Answer<Replacement> answer;
};

Error notNow(const Replacement &at)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = at.sentence;
    error.next = ReplacementService::tr("Nothing was sent.");
    return error;
}

Error cannotReplace(const ProviderInfo &info, const KindInfo *kind)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    const bool makes = kind && kind->verb(KeyVerb::Create);
    error.message = makes ? ReplacementService::tr("%1 cannot end keys of this kind through its "
                                                   "API, so they are not replaced in one go.")
                                .arg(info.name)
                          : ReplacementService::tr("%1 cannot make keys of this kind through its "
                                                   "API, so they are not replaced in one go.")
                                .arg(info.name);
    return error;
}

QMap<QString, QJsonValue> withoutSecrets(const VerbInfo &create, QMap<QString, QJsonValue> values)
{
    for (const FieldInfo &field : create.fields) {
        if (field.type == FieldInfo::Type::Secret)
            values.remove(field.id);
    }
    return values;
}

bool hasEnded(const KeyRow &key)
{
    return key.vanishedAt || key.record.state == KeyState::Revoked ||
           key.record.state == KeyState::Deleted;
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

    JournalEvent event(const ReplacementWork &work, const QString &outcome) const
    {
        JournalEvent made =
            keyEvent(QStringLiteral("key.replace"), outcome, work.account, work.at.oldKey);
        made.operation = OperationId(work.at.row.id.toString());
        made.detail.insert(QStringLiteral("creation"), work.at.row.creation.toString());
        if (work.at.newKey) {
            made.detail.insert(QStringLiteral("newKey"), work.at.newKey->record.id.toString());
            made.detail.insert(QStringLiteral("newMask"), work.at.newKey->record.mask);
        }
        return made;
    }

    void begin(ReplacementWork work, const NewKey &order, const Answer<Replacement> &answer)
    {
        auto taken = lock(work.at.row.id);
        if (!taken)
            return answer.give(taken.error());
        work.lock = *taken;
        work.answer = answer;
        whenDone(context.store.putReplacement(work.at.row, event(work, QStringLiteral("intended"))),
                 q, [this, work, order](const Outcome<Done> &written) {
                     if (!written)
                         return work.answer.give(written.error());
                     make(work, order, true);
                 });
    }

    /** The step is in the store; the operation of the create has a journal of its own. */
    void make(const ReplacementWork &work, const NewKey &order, bool isFirst)
    {
        whenDone(keys.create(order), q, [this, work, isFirst](const Outcome<NewKeyResult> &made) {
            if (!made)
                return unmade(work, made.error(), isFirst);
            ReplacementWork next = work;
            next.at.row.step = ReplacementStep::Delivering;
            next.at.row.newKey = made->key.uid;
            next.at.row.message.clear();
            next.at.warnings = made->warnings;
            whenDone(context.store.putReplacement(next.at.row), q,
                     [this, next](const Outcome<Done> &) { tell(next); });
        });
    }

    /** Nothing was made by a first attempt: there is nothing to go on with. */
    void unmade(const ReplacementWork &work, const Error &error, bool isFirst)
    {
        ReplacementWork next = work;
        next.at.row.message = error.message;
        std::optional<JournalEvent> last;
        if (isFirst && !error.outcomeUnknown) {
            next.at.row.step = ReplacementStep::Abandoned;
            next.at.row.endedAt = context.clock.now();
            last = event(next, QStringLiteral("failed"));
            addError(*last, error);
        }
        whenDone(context.store.putReplacement(next.at.row, last), q,
                 [next, error](const Outcome<Done> &) { next.answer.give(error); });
    }

    /** How it stands now is read again: by what is in the store, not by what was hoped. */
    void tell(const ReplacementWork &work)
    {
        whenDone(state.of(work.at.row), q, [work](const Outcome<Replacement> &now) {
            if (!now)
                return work.answer.give(now.error());
            Replacement told = *now;
            told.warnings = work.at.warnings;
            work.answer.give(told);
        });
    }

    void goOn(const ReplacementWork &work)
    {
        if (!work.at.canGoOn)
            return work.answer.give(notNow(work.at));
        ReplacementWork next = work;
        if (work.at.row.step == ReplacementStep::Making) {
            next.at.row.creation = OperationId(newUuid());
            next.at.row.newKey = {};
            return whenDone(context.store.putReplacement(next.at.row), q,
                            [this, next](const Outcome<Done> &written) {
                                if (!written)
                                    return next.answer.give(written.error());
                                make(next, orderFor(next), false);
                            });
        }
        next.at.row.step = ReplacementStep::Retiring;
        whenDone(context.store.putReplacement(next.at.row), q,
                 [this, next](const Outcome<Done> &written) {
                     if (!written)
                         return next.answer.give(written.error());
                     retire(next);
                 });
    }

    static NewKey orderFor(const ReplacementWork &work)
    {
        NewKey order;
        order.operation = work.at.row.creation;
        order.account = work.at.row.account;
        order.container = work.at.oldKey.record.container;
        order.kind = work.at.oldKey.record.kind;
        order.values = work.at.row.values;
        return order;
    }

    /** The next verb that ends the old key; none when it has ended. */
    void retire(const ReplacementWork &work)
    {
        const KeyRow &old = work.at.oldKey;
        if (hasEnded(old))
            return finish(work);
        const auto client = context.clients.client(work.account);
        if (!client)
            return work.answer.give(client.error());
        const KindInfo *kind = (*client)->info().kind(old.record.kind);
        QList<KeyVerb> verbs = kind ? endingVerbs(*kind) : QList<KeyVerb>();
        if (verbs.size() > 1 && old.record.state == KeyState::Disabled)
            verbs.removeFirst();
        if (verbs.isEmpty())
            return work.answer.give(cannotReplace((*client)->info(), kind));
        whenDone(keys.apply(old.uid, verbs.first(), work.inUseConfirmed), q,
                 [this, work, last = verbs.size() == 1](const Outcome<KeyChange> &change) {
                     if (!change)
                         return unfinished(work, change.error());
                     ReplacementWork next = work;
                     next.at.oldKey = change->key;
                     if (!change->note.isEmpty() && !next.at.warnings.contains(change->note))
                         next.at.warnings.append(change->note);
                     if (!change->verified)
                         return unfinished(next, notProven(*change));
                     if (last)
                         return finish(next);
                     retire(next);
                 });
    }

    /** The vendor said yes, and the proof is missing: nothing more is sent before it is there. */
    static Error notProven(const KeyChange &change)
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message =
            tr("The old key \"%1\" has not ended yet: %2").arg(change.key.record.name, change.note);
        error.next = tr("Synchronize in a moment, then go on with the replacement.");
        return error;
    }

    void unfinished(const ReplacementWork &work, const Error &error)
    {
        ReplacementRow row = work.at.row;
        row.message = error.message;
        whenDone(context.store.putReplacement(row), q,
                 [work, error](const Outcome<Done> &) { work.answer.give(error); });
    }

    void finish(const ReplacementWork &work)
    {
        ReplacementWork next = work;
        next.at.row.step = ReplacementStep::Finished;
        next.at.row.endedAt = context.clock.now();
        next.at.row.message.clear();
        next.at.canGoOn = false;
        next.at.sentence =
            tr("\"%1\" was replaced, and the old key ended.").arg(next.at.oldKey.record.name);
        whenDone(
            context.store.putReplacement(next.at.row, event(next, QStringLiteral("succeeded"))), q,
            [next](const Outcome<Done> &written) {
                if (!written)
                    return next.answer.give(written.error());
                next.answer.give(next.at);
            });
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
                           ReplacementRow &row = work.at.row;
                           row.id = ReplacementId(newUuid());
                           row.account = found.account.id;
                           row.oldKey = found.key.uid;
                           row.creation = OperationId(newUuid());
                           row.values = withoutSecrets(*kind.verb(KeyVerb::Create), order.values);
                           row.startedAt = d->context.clock.now();
                           NewKey create = Private::orderFor(work);
                           create.values = order.values;
                           create.unheldAccepted = order.unheldAccepted;
                           d->begin(work, create, answer);
                       });
    return answer.future();
}

FutureOutcome<Replacement> ReplacementService::goOn(const ReplacementId &id, bool inUseConfirmed)
{
    Answer<Replacement> answer;
    d->locked(id, answer, [this, inUseConfirmed](const ReplacementWork &work) {
        ReplacementWork confirmed = work;
        confirmed.inUseConfirmed = inUseConfirmed;
        d->goOn(confirmed);
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
    d->locked(id, worked, [this](const ReplacementWork &work) {
        ReplacementWork last = work;
        last.at.row.step = ReplacementStep::Abandoned;
        last.at.row.endedAt = d->context.clock.now();
        JournalEvent event = d->event(last, QStringLiteral("failed"));
        event.detail.insert(QStringLiteral("message"), tr("Abandoned by the user."));
        whenDone(d->context.store.putReplacement(last.at.row, event), this,
                 [last](const Outcome<Done> &written) {
                     if (!written)
                         return last.answer.give(written.error());
                     last.answer.give(last.at);
                 });
    });
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
