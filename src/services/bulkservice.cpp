// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/bulkservice.h"

#include "core/async.h"
#include "core/whenready.h"
#include "services/bulkexecution.h"
#include "services/context.h"
#include "store/store.h"

#include <QDir>
#include <QtConcurrent/QtConcurrentRun>

namespace chatelaine {

namespace {

QString whyNot(const ProviderInfo &info, const KindInfo &kind, KeyVerb verb)
{
    for (const ExternalVerb &external : kind.external) {
        if (external.verb == verb)
            return external.why;
    }
    return BulkService::tr("%1 does not offer this for such keys.").arg(info.name);
}

Error nothingToDo()
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = BulkService::tr("There is nothing to be done with any of these keys.");
    error.next = BulkService::tr("Each says why. Nothing was sent.");
    return error;
}

Error hasEnded()
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = BulkService::tr("This bulk change has ended.");
    return error;
}

} // namespace

class BulkService::Private
{
public:
    Private(ServiceContext &serviceContext, KeyService &keyService, BulkService *owner)
        : context(serviceContext)
        , keys(keyService)
        , q(owner)
    {}

    QString lockFile(const BulkRunId &run) const
    {
        const QString folder = context.profile + QStringLiteral("/locks");
        QDir().mkpath(folder); // when it fails, so does the lock
        return folder + QLatin1Char('/') + run.toString();
    }

    BulkOffers offers(const QList<AccountRow> &accounts, KeyVerb verb) const
    {
        BulkOffers all;
        for (const AccountRow &account : accounts) {
            const auto client = context.clients.client(account);
            if (!client)
                continue;
            const ProviderInfo &info = (*client)->info();
            for (const KindInfo &kind : info.kinds) {
                BulkOffer offer;
                if (const VerbInfo *wanted = kind.verb(verb))
                    offer.verb = *wanted;
                else
                    offer.otherwise = whyNot(info, kind, verb);
                all.insert({account.id, kind.id}, offer);
            }
        }
        return all;
    }

    void execute(const BulkRun &run, const QList<BulkItem> &items, OperationLock lock)
    {
        auto *execution = new BulkExecution(context, keys, run, items, std::move(lock), q);
        executions.insert(run.id, execution);
        QObject::connect(execution, &BulkExecution::itemChanged, q,
                         [this, id = run.id](qsizetype position, const BulkItem &item) {
                             emit q->itemChanged(id, position, item);
                         });
        QObject::connect(
            execution, &BulkExecution::stopped, q,
            [this, id = run.id, execution](const QString &why) {
                executions.remove(id);
                delete execution; // and with it the lock, before anybody is told
                emit q->stopped(id, why);
                emit q->changed();
            },
            Qt::QueuedConnection);
        execution->start();
        emit q->changed();
    }

    /** `next` with the open run and its keys, locked, what a dead process left judged. */
    template<typename F>
    void locked(const BulkRunId &id, const Answer<Done> &answer, F next)
    {
        auto taken = OperationLock::tryAcquire(lockFile(id));
        if (!taken)
            return answer.give(taken.error());
        auto lock = std::make_shared<OperationLock>(std::move(taken).value());
        whenDone(keys.recover(), q, [this, id, lock, answer, next](const Outcome<int> &recovered) {
            if (!recovered)
                return answer.give(recovered.error());
            whenDone(context.store.bulkItems(id), q,
                     [this, id, lock, answer, next](const Outcome<QList<BulkItem>> &items) {
                         if (!items)
                             return answer.give(items.error());
                         whenOpen(id, answer, [=](const BulkRun &run) { next(run, *items, lock); });
                     });
        });
    }

    template<typename F>
    void whenOpen(const BulkRunId &id, const Answer<Done> &answer, F next)
    {
        whenDone(context.store.bulkRuns(true), q,
                 [id, answer, next](const Outcome<QList<BulkRun>> &open) {
                     if (!open)
                         return answer.give(open.error());
                     for (const BulkRun &run : *open) {
                         if (run.id == id)
                             return next(run);
                     }
                     answer.give(hasEnded());
                 });
    }

    ServiceContext &context;
    KeyService &keys;
    BulkService *q;
    QHash<BulkRunId, BulkExecution *> executions;
};

BulkService::BulkService(ServiceContext &context, KeyService &keys, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, keys, this))
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything)
            emit changed();
    });
}

BulkService::~BulkService() = default;

FutureOutcome<BulkPlan> BulkService::plan(KeyVerb verb, const BulkTargets &targets)
{
    Answer<BulkPlan> answer;
    whenDone(d->context.store.accounts(), this,
             [this, verb, targets, answer](const Outcome<QList<AccountRow>> &accounts) {
                 if (!accounts)
                     return answer.give(accounts.error());
                 const BulkOffers offers = d->offers(*accounts, verb);
                 whenDone(d->context.store.freshSnapshot(), this,
                          [=, this](const Outcome<InventorySnapshot> &snapshot) {
                              if (!snapshot)
                                  return answer.give(snapshot.error());
                              whenReady(
                                  QtConcurrent::run(planBulk, *snapshot, targets, verb, offers),
                                  this, [answer](const BulkPlan &plan) { answer.give(plan); });
                          });
             });
    return answer.future();
}

FutureOutcome<BulkRunId> BulkService::start(const BulkPlan &plan)
{
    Answer<BulkRunId> answer;
    if (plan.waiting() == 0) {
        answer.give(nothingToDo());
        return answer.future();
    }
    BulkRun run;
    run.id = BulkRunId(newUuid());
    run.verb = plan.verb;
    run.startedAt = d->context.clock.now();
    auto taken = OperationLock::tryAcquire(d->lockFile(run.id));
    if (!taken) {
        answer.give(taken.error());
        return answer.future();
    }
    const auto lock = std::make_shared<OperationLock>(std::move(taken).value());
    whenDone(d->context.store.beginBulk(run, plan.items,
                                        bulkEvent(run, QStringLiteral("intended"), plan.counts)),
             this, [this, run, items = plan.items, lock, answer](const Outcome<Done> &written) {
                 if (!written)
                     return answer.give(written.error());
                 d->execute(run, items, std::move(*lock));
                 answer.give(run.id);
             });
    return answer.future();
}

FutureOutcome<Done> BulkService::resume(const BulkRunId &run)
{
    Answer<Done> answer;
    d->locked(run, answer,
              [this, answer](const BulkRun &open, const QList<BulkItem> &items,
                             const std::shared_ptr<OperationLock> &lock) {
                  d->execute(open, items, std::move(*lock));
                  answer.give(Done{});
              });
    return answer.future();
}

void BulkService::cancel(const BulkRunId &run)
{
    if (BulkExecution *execution = d->executions.value(run))
        execution->cancel();
}

FutureOutcome<Done> BulkService::drop(const BulkRunId &run)
{
    Answer<Done> answer;
    d->locked(run, answer,
              [this, answer](const BulkRun &open, const QList<BulkItem> &,
                             const std::shared_ptr<OperationLock> &lock) {
                  BulkCounts counts = open.counts;
                  if (const qint64 waiting = counts.take(BulkState::Waiting))
                      counts[BulkState::Left] += waiting;
                  whenDone(d->context.store.endBulk(
                               open.id, bulkEvent(open, QStringLiteral("failed"), counts)),
                           this, [this, lock, answer](const Outcome<Done> &ended) {
                               emit changed();
                               answer.give(ended);
                           });
              });
    return answer.future();
}

FutureOutcome<QList<BulkRun>> BulkService::runs(bool openOnly)
{
    Answer<QList<BulkRun>> answer;
    whenDone(d->context.store.bulkRuns(openOnly), this,
             [this, answer](const Outcome<QList<BulkRun>> &read) {
                 if (!read)
                     return answer.give(read.error());
                 QList<BulkRun> runs = *read;
                 for (BulkRun &run : runs) {
                     if (run.endedAt)
                         continue;
                     const auto held = OperationLock::isHeld(d->lockFile(run.id));
                     // When it cannot be told: not ours to touch.
                     run.isBeingDone = d->executions.contains(run.id) || !held || *held;
                 }
                 answer.give(runs);
             });
    return answer.future();
}

FutureOutcome<QList<BulkItem>> BulkService::items(const BulkRunId &run)
{
    return d->context.store.bulkItems(run);
}

const QList<BulkItem> *BulkService::live(const BulkRunId &run) const
{
    const BulkExecution *execution = d->executions.value(run);
    return execution ? &execution->items() : nullptr;
}

} // namespace chatelaine
