// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/syncservice.h"

#include "core/async.h"
#include "services/context.h"
#include "services/lookup.h"
#include "store/store.h"

namespace chatelaine {

namespace {

AccountStatus::Condition conditionAfter(const Error &problem)
{
    switch (problem.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return AccountStatus::Condition::Unauthorized;
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Timeout:
        return AccountStatus::Condition::Offline;
    default:
        return AccountStatus::Condition::Failed;
    }
}

bool readNothing(const InventoryReading &reading)
{
    return reading.problem && reading.keys.items.isEmpty() && reading.containers.items.isEmpty() &&
           reading.completeContainers.isEmpty();
}

Error watched(const AccountRow &account)
{
    return Error::of(
        ErrorKind::Unauthorized,
        SyncService::tr("\"%1\" is seen through the team: there is no credential for it here.")
            .arg(account.name),
        SyncService::tr("What the others find arrives by itself. To act on it, give it a "
                        "credential of your own."));
}

/** A detail is a setting when an update has a field of the same label. */
QList<std::pair<QString, QString>> settingsOf(const ProviderInfo &provider)
{
    QList<std::pair<QString, QString>> settings;
    for (const KindInfo &kind : provider.kinds) {
        const VerbInfo *update = kind.verb(KeyVerb::Update);
        if (!update)
            continue;
        for (const FieldInfo &field : update->fields)
            settings.append({field.label, field.id});
    }
    return settings;
}

SyncResult resultOf(const AccountRow &account, const InventoryReading &reading)
{
    SyncResult result;
    result.account = account.id;
    result.containers = reading.containers;
    result.containerDetails = reading.containerDetails;
    result.keys = reading.keys;
    result.completeContainers = reading.completeContainers;
    result.containersComplete = reading.containersComplete;
    result.inUse = reading.inUse;
    return result;
}

} // namespace

class SyncService::Private
{
public:
    struct Run
    {
        Answer<SyncReport> answer;
        CancellationPtr cancellation = std::make_shared<Cancellation>();
        Timestamp startedAt;
        QString askedBy;
    };

    Private(ServiceContext &serviceContext, SyncService *owner)
        : context(serviceContext)
        , q(owner)
    {}

    void read(const AccountRow &account)
    {
        const auto client = context.clients.client(account);
        if (!client)
            return finish(account.id, client.error());
        const auto &run = runs[account.id];
        auto progress = [this, id = account.id](int done, int total, const QString &what) {
            emit q->progress(id, done, total, what);
        };
        whenDone((*client)->readInventory(run.cancellation, progress), q,
                 [this, account, settings = settingsOf((*client)->info())](
                     const Outcome<InventoryReading> &reading) {
                     if (!reading)
                         return failed(account, reading.error());
                     if (readNothing(*reading))
                         return failed(account, *reading->problem);
                     apply(account, *reading, settings);
                 });
    }

    /** Nothing arrived: what is known of the inventory, and since when, stays as it is. */
    void failed(const AccountRow &account, const Error &error)
    {
        if (error.kind == ErrorKind::Cancelled)
            return finish(account.id, error);
        AccountStatus status = account.status;
        status.condition = conditionAfter(error);
        status.message =
            error.next.isEmpty() ? error.message : error.message + QLatin1Char(' ') + error.next;
        whenDone(context.store.setAccountStatus(account.id, status), q,
                 [this, id = account.id, error](const Outcome<Done> &) { finish(id, error); });
    }

    void apply(const AccountRow &account, const InventoryReading &reading,
               const QList<std::pair<QString, QString>> &settings)
    {
        const Run &run = runs[account.id];
        SyncResult result = resultOf(account, reading);
        result.startedAt = run.startedAt;
        result.endedAt = context.clock.now();
        result.askedBy = run.askedBy;
        result.settings = settings;
        result.status = account.status;
        result.status.asOf = result.endedAt;
        result.status.reasons = reading.containers.reasons() + reading.keys.reasons();
        result.status.reasons.removeDuplicates();
        if (reading.problem && result.status.reasons.isEmpty())
            result.status.reasons.append(reading.problem->message);
        const bool complete = result.status.reasons.isEmpty();
        result.status.condition =
            complete ? AccountStatus::Condition::Fresh : AccountStatus::Condition::Incomplete;
        result.status.message =
            reading.problem ? reading.problem->message : reading.notes.join(QLatin1Char(' '));
        if (complete)
            result.status.completeAt = result.endedAt;

        for (auto fact = reading.facts.cbegin(); fact != reading.facts.cend(); ++fact) {
            // Found again by the next reading if this is lost.
            auto written = context.store.setAccountFact(account.id, fact.key(), fact.value());
            Q_UNUSED(written)
        }
        whenDone(context.store.applySync(result), q,
                 [this, id = account.id, status = result.status,
                  problem = reading.problem](const Outcome<SyncSummary> &summary) {
                     if (!summary)
                         return finish(id, summary.error());
                     finish(id, SyncReport{id, *summary, status, problem});
                 });
    }

    void finish(const AccountId &id, const Outcome<SyncReport> &report)
    {
        const Run run = runs.take(id);
        emit q->finished(id);
        run.answer.give(report);
    }

    ServiceContext &context;
    SyncService *q;
    QHash<AccountId, Run> runs;
};

SyncService::SyncService(ServiceContext &context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, this))
{
    connect(&context.clients, &ClientPool::throttled, this, &SyncService::throttled);
}

SyncService::~SyncService() = default;

FutureOutcome<SyncReport> SyncService::sync(const AccountId &account, const QString &askedBy)
{
    if (const auto running = d->runs.constFind(account); running != d->runs.cend())
        return running->answer.future();
    Private::Run run;
    run.startedAt = d->context.clock.now();
    run.askedBy = askedBy;
    d->runs.insert(account, run);
    const auto future = run.answer.future();
    emit started(account);
    whenDone(findAccount(d->context.store, account, this), this,
             [this, account](const Outcome<AccountRow> &row) {
                 if (!row)
                     return d->finish(account, row.error());
                 if (row->isWatched())
                     return d->finish(account, watched(*row));
                 d->read(*row);
             });
    return future;
}

void SyncService::cancel(const AccountId &account)
{
    if (const auto running = d->runs.constFind(account); running != d->runs.cend())
        running->cancellation->request();
}

bool SyncService::isRunning(const AccountId &account) const
{
    return d->runs.contains(account);
}

} // namespace chatelaine
