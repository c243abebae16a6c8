// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "store/accounts.h"
#include "store/bulk.h"
#include "store/containerending.h"
#include "store/containers.h"
#include "store/failure.h"
#include "store/journal.h"
#include "store/journalsearch.h"
#include "store/keychainindex.h"
#include "store/keynotes.h"
#include "store/keys.h"
#include "store/operations.h"
#include "store/replacements.h"
#include "store/storeprivate.h"
#include "store/sync.h"
#include "store/team/teamstate.h"
#include "store/usage.h"
#include "store/webhooks.h"

namespace chatelaine {

namespace {

constexpr int exportStretch = 5000;

} // namespace

Store::Store(std::unique_ptr<Private> p)
    : d(std::move(p))
{
    d->store = this;
}

Store::~Store() = default;

Outcome<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    auto d = std::make_unique<Private>(options);
    try {
        d->open();
    } catch (const Failure &failure) {
        return failure.error;
    }
    auto store = std::unique_ptr<Store>(new Store(std::move(d)));
    store->d->watchOtherProcesses();
    if (options.keepIndex) {
        // When the event loop runs: what a window asks for while it is made comes before it.
        QMetaObject::invokeMethod(
            store.get(), [d = store->d.get()] { d->requestRefresh(); }, Qt::QueuedConnection);
    }
    return store;
}

QString Store::installation() const
{
    return d->installation;
}

FutureOutcome<QList<AccountRow>> Store::accounts()
{
    return d->read<QList<AccountRow>>(readAccounts);
}

FutureOutcome<Done> Store::putAccount(const AccountRow &account)
{
    return d->change([account](Writing &writing) { chatelaine::putAccount(writing, account); });
}

FutureOutcome<Done> Store::removeAccount(const AccountId &account)
{
    return d->change([account](Writing &writing) { chatelaine::removeAccount(writing, account); });
}

FutureOutcome<Done> Store::setAccountStatus(const AccountId &account, const AccountStatus &status)
{
    return d->change([account, status](Writing &writing) {
        chatelaine::setAccountStatus(writing, account, status);
    });
}

FutureOutcome<Done> Store::setAccountFact(const AccountId &account, const QString &name,
                                          const QString &value)
{
    return d->change([account, name, value](Writing &writing) {
        chatelaine::setAccountFact(writing, account, name, value);
    });
}

FutureOutcome<SyncSummary> Store::applySync(const SyncResult &result)
{
    return d->write<SyncSummary>(
        [result](Writing &writing) { return chatelaine::applySync(writing, result); });
}

FutureOutcome<KeyRow> Store::putKey(const KeyRow &key)
{
    return d->write<KeyRow>([key](Writing &writing) { return chatelaine::putKey(writing, key); });
}

FutureOutcome<KeyRow> Store::key(const KeyUid &uid)
{
    return d->read<KeyRow>([uid](Database &db) { return readKey(db, uid); });
}

FutureOutcome<QList<KeyRow>> Store::findKeys(const QString &text)
{
    return d->read<QList<KeyRow>>([text](Database &db) { return chatelaine::findKeys(db, text); });
}

FutureOutcome<QList<KeyRow>> Store::keysOf(const AccountId &account, const ContainerPath &container)
{
    return d->read<QList<KeyRow>>(
        [account, container](Database &db) { return readKeysOf(db, account, container); });
}

FutureOutcome<QList<ContainerRow>> Store::containers(const AccountId &account)
{
    return d->read<QList<ContainerRow>>(
        [account](Database &db) { return readContainers(db, account); });
}

FutureOutcome<QList<ListingSource>> Store::lastListing(const AccountId &account)
{
    return d->read<QList<ListingSource>>(
        [account](Database &db) { return readLastListing(db, account); });
}

InventorySnapshot Store::snapshot() const
{
    const std::lock_guard lock(d->snapshotMutex);
    return d->snapshot;
}

FutureOutcome<InventorySnapshot> Store::freshSnapshot()
{
    return d->read<InventorySnapshot>([this](Database &) { return d->refresh(); });
}

FutureOutcome<Done> Store::putContainer(const AccountId &account, const ContainerPath &container)
{
    return d->change([account, container](Writing &writing) {
        chatelaine::putContainer(writing, account, container);
    });
}

FutureOutcome<Done> Store::sayOfKeys(const QList<JournalEvent> &events)
{
    return d->change([events](Writing &writing) {
        for (const JournalEvent &event : events)
            sayOfKey(writing, event);
    });
}

FutureOutcome<KeyNotes> Store::keyNotes(const KeyUid &key)
{
    return d->read<KeyNotes>([key](Database &db) { return readKeyNotes(db, key); });
}

FutureOutcome<QHash<KeyUid, KeyNotes>> Store::keyNotesOf(const AccountId &account)
{
    return d->read<QHash<KeyUid, KeyNotes>>(
        [account](Database &db) { return readKeyNotes(db, account); });
}

FutureOutcome<QList<WebhookRow>> Store::webhooks(const AccountId &account)
{
    return d->read<QList<WebhookRow>>(
        [account](Database &db) { return readWebhooks(db, account); });
}

FutureOutcome<WebhookRow> Store::webhook(const WebhookUid &uid)
{
    return d->read<WebhookRow>([uid](Database &db) { return readWebhook(db, uid); });
}

FutureOutcome<WebhookRow> Store::putWebhook(const WebhookRow &webhook)
{
    return d->write<WebhookRow>(
        [webhook](Writing &writing) { return chatelaine::putWebhook(writing, webhook); });
}

FutureOutcome<Done> Store::applyWebhooks(const WebhookListing &listing)
{
    return d->change([listing](Writing &writing) { chatelaine::applyWebhooks(writing, listing); });
}

FutureOutcome<Done> Store::putReplacement(const ReplacementRow &replacement,
                                          const std::optional<JournalEvent> &event)
{
    return d->change([replacement, event](Writing &writing) {
        chatelaine::putReplacement(writing, replacement, event);
    });
}

FutureOutcome<ReplacementRow> Store::replacement(const ReplacementId &id)
{
    return d->read<ReplacementRow>([id](Database &db) { return readReplacement(db, id); });
}

FutureOutcome<QList<ReplacementRow>> Store::openReplacements()
{
    return d->read<QList<ReplacementRow>>(readOpenReplacements);
}

FutureOutcome<Done> Store::beginBulk(const BulkRun &run, const QList<BulkItem> &items,
                                     const JournalEvent &event)
{
    return d->change([run, items, event](Writing &writing) {
        chatelaine::beginBulk(writing, run, items, event);
    });
}

FutureOutcome<Done> Store::putBulkItem(const BulkRunId &run, qsizetype position,
                                       const BulkItem &item)
{
    return d->change([run, position, item](Writing &writing) {
        chatelaine::putBulkItem(writing, run, position, item);
    });
}

FutureOutcome<Done> Store::endBulk(const BulkRunId &run, const JournalEvent &event)
{
    return d->change(
        [run, event](Writing &writing) { chatelaine::endBulk(writing, run, writing.now, event); });
}

FutureOutcome<QList<BulkRun>> Store::bulkRuns(bool openOnly)
{
    return d->read<QList<BulkRun>>([openOnly](Database &db) { return readBulkRuns(db, openOnly); });
}

FutureOutcome<QList<BulkItem>> Store::bulkItems(const BulkRunId &run)
{
    return d->read<QList<BulkItem>>([run](Database &db) { return readBulkItems(db, run); });
}

FutureOutcome<Done> Store::putUsage(const AccountId &account, const ContainerPath &container,
                                    const QList<UsageSample> &samples, Timestamp from, Timestamp to)
{
    return d->change([=](Writing &writing) {
        chatelaine::putUsage(writing, account, container, samples, from, to);
    });
}

FutureOutcome<QList<UsageSample>> Store::usage(const UsageQuery &query)
{
    return d->read<QList<UsageSample>>([query](Database &db) { return readUsage(db, query); });
}

FutureOutcome<Done> Store::putQuotas(const AccountId &account, const QList<Quota> &quotas)
{
    return d->change(
        [account, quotas](Writing &writing) { chatelaine::putQuotas(writing, account, quotas); });
}

FutureOutcome<QList<Quota>> Store::quotas(const AccountId &account)
{
    return d->read<QList<Quota>>([account](Database &db) { return readQuotas(db, account); });
}

FutureOutcome<QList<Quota>> Store::quotaHistory(const AccountId &account, Timestamp from)
{
    return d->read<QList<Quota>>(
        [account, from](Database &db) { return readQuotaHistory(db, account, from); });
}

FutureOutcome<Done> Store::putQuotaThresholds(const AccountId &account, const QString &quota,
                                              const QuotaThresholds &thresholds)
{
    return d->change([account, quota, thresholds](Writing &writing) {
        chatelaine::putQuotaThresholds(writing, account, quota, thresholds);
    });
}

FutureOutcome<QHash<QString, QuotaThresholds>> Store::quotaThresholds(const AccountId &account)
{
    return d->read<QHash<QString, QuotaThresholds>>(
        [account](Database &db) { return readQuotaThresholds(db, account); });
}

FutureOutcome<QHash<AccountId, QList<QuotaCrossing>>> Store::quotaMarks()
{
    return d->read<QHash<AccountId, QList<QuotaCrossing>>>(readQuotaMarks);
}

FutureOutcome<QList<QuotaCrossing>> Store::takeQuotaCrossings(const AccountId &account)
{
    return d->write<QList<QuotaCrossing>>(
        [account](Writing &writing) { return chatelaine::takeQuotaCrossings(writing, account); });
}

FutureOutcome<Done> Store::beginOperation(const OperationRow &operation, const JournalEvent &event)
{
    return d->change([operation, event](Writing &writing) {
        chatelaine::beginOperation(writing, operation, event);
    });
}

FutureOutcome<Done> Store::markSent(const OperationId &operation)
{
    return d->change([operation](Writing &writing) { chatelaine::markSent(writing, operation); });
}

FutureOutcome<Done> Store::endOperation(const OperationRow &operation, const JournalEvent &event)
{
    return d->change([operation, event](Writing &writing) {
        chatelaine::endOperation(writing, operation, event);
    });
}

FutureOutcome<QList<KeyRow>>
Store::endContainer(const OperationRow &operation, const JournalEvent &event,
                    const ContainerEnding &ending,
                    std::function<JournalEvent(const KeyRow &)> eventOfKey)
{
    return d->write<QList<KeyRow>>(
        [operation, event, ending, eventOfKey = std::move(eventOfKey)](Writing &writing) {
            return chatelaine::endContainer(writing, operation, event, ending, eventOfKey);
        });
}

FutureOutcome<OperationRow> Store::operation(const OperationId &operation)
{
    return d->read<OperationRow>(
        [operation](Database &db) { return readOperation(db, operation); });
}

FutureOutcome<QHash<KeyUid, Timestamp>> Store::rotations()
{
    return d->read<QHash<KeyUid, Timestamp>>(readRotations);
}

FutureOutcome<QList<OperationRow>> Store::operations(std::optional<OperationState> state)
{
    return d->read<QList<OperationRow>>(
        [state](Database &db) { return readOperations(db, state); });
}

FutureOutcome<JournalLine> Store::append(const JournalEvent &event)
{
    return d->write<JournalLine>(
        [event](Writing &writing) { return appendJournal(writing, event); });
}

FutureOutcome<QList<JournalLine>> Store::journal(const JournalFilter &filter)
{
    return d->read<QList<JournalLine>>([filter](Database &db) { return readJournal(db, filter); });
}

FutureOutcome<QList<JournalLine>> Store::searchJournals(const JournalQuery &query,
                                                        const std::optional<JournalPlace> &beyond,
                                                        Qt::SortOrder order, int limit)
{
    return d->read<QList<JournalLine>>([query, beyond, order, limit](Database &db) {
        return chatelaine::searchJournals(db, query, beyond, order, limit);
    });
}

FutureOutcome<JournalCount> Store::countJournals(const JournalQuery &query)
{
    return d->reader->runSteps<JournalCount>(
        [this, counting = JournalCounting(query)]() mutable -> std::optional<JournalCount> {
            if (!counting.step(*d->reader->database()))
                return std::nullopt;
            return counting.count();
        });
}

FutureOutcome<qint64> Store::journalLength()
{
    return d->read<qint64>(chatelaine::journalLength);
}

FutureOutcome<QList<InstallationChain>> Store::installationChains()
{
    return d->read<QList<InstallationChain>>(readInstallationChains);
}

FutureOutcome<JournalVerdict> Store::verifyJournal(const QString &installation)
{
    const bool own = installation.isEmpty() || installation == d->installation;
    auto walk = own ? std::make_shared<JournalVerification>(d->installation)
                    : std::make_shared<JournalVerification>(installation, installation);
    return d->reader->runSteps<JournalVerdict>([this, walk]() -> std::optional<JournalVerdict> {
        if (!walk->step(*d->reader->database()))
            return std::nullopt;
        return walk->verdict();
    });
}

FutureOutcome<qint64> Store::walkJournals(const JournalWalk &walk)
{
    return d->reader->runSteps<qint64>(
        [this, steps = JournalWalking(walk)]() mutable -> std::optional<qint64> {
            if (steps.step(*d->reader->database()))
                return std::nullopt;
            return steps.lines();
        },
        walk.end);
}

FutureOutcome<qint64> Store::eachJournalLine(const JournalFilter &filter,
                                             std::function<bool(const JournalLine &)> each)
{
    JournalFilter next = filter;
    next.limit = exportStretch;
    return d->reader->runSteps<qint64>(
        [this, next, each = std::move(each), count = qint64(0)]() mutable -> std::optional<qint64> {
            const QList<JournalLine> lines = readJournal(*d->reader->database(), next);
            for (const JournalLine &line : lines) {
                if (!each(line))
                    return count;
                ++count;
                next.afterSequence = line.sequence;
            }
            if (lines.size() < next.limit)
                return count;
            return std::nullopt;
        });
}

FutureOutcome<TeamState> Store::teamState(const QString &team)
{
    return d->read<TeamState>([team](Database &db) { return readTeamState(db, team); });
}

FutureOutcome<qint64> Store::eachKey(const AccountId &account,
                                     std::function<bool(const KeyRow &)> each)
{
    return d->reader->runSteps<qint64>([this, account, each = std::move(each), after = qint64(0),
                                        count = qint64(0)]() mutable -> std::optional<qint64> {
        const QList<StoredKey> keys =
            readKeysAfter(*d->reader->database(), account, after, exportStretch);
        for (const StoredKey &key : keys) {
            if (!each(key.row))
                return count;
            ++count;
            after = key.no;
        }
        if (keys.size() < exportStretch)
            return count;
        return std::nullopt;
    });
}

FutureOutcome<Done> Store::putKeychainEntry(const KeychainEntry &entry)
{
    return d->change([entry](Writing &writing) { chatelaine::putKeychainEntry(writing, entry); });
}

FutureOutcome<Done> Store::removeKeychainEntry(const QString &user)
{
    return d->change([user](Writing &writing) { chatelaine::removeKeychainEntry(writing, user); });
}

FutureOutcome<QList<KeychainEntry>> Store::keychainEntries()
{
    return d->read<QList<KeychainEntry>>(readKeychainEntries);
}

} // namespace chatelaine
