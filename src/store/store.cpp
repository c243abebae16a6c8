// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "store/accounts.h"
#include "store/bulk.h"
#include "store/containerending.h"
#include "store/containers.h"
#include "store/failure.h"
#include "store/keychainindex.h"
#include "store/keynotes.h"
#include "store/keys.h"
#include "store/operations.h"
#include "store/replacements.h"
#include "store/storeprivate.h"
#include "store/sync.h"
#include "store/team/teamstate.h"
#include "store/webhooks.h"

namespace chatelaine {

namespace {

constexpr int keysOfAStretch = 5000;

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

FutureOutcome<QList<KeyRow>> Store::keys(const QList<KeyUid> &uids)
{
    return d->read<QList<KeyRow>>([uids](Database &db) {
        QList<KeyRow> rows;
        for (const KeyUid &uid : uids)
            rows.append(readKey(db, uid));
        return rows;
    });
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

FutureOutcome<QList<KeyNotes>> Store::keyNotesOf(const QList<KeyUid> &keys)
{
    return d->read<QList<KeyNotes>>([keys](Database &db) {
        QList<KeyNotes> notes;
        for (const KeyUid &key : keys)
            notes.append(readKeyNotes(db, key));
        return notes;
    });
}

FutureOutcome<QHash<KeyUid, KeyNotes>> Store::keyNotesBefore(Timestamp end)
{
    return d->read<QHash<KeyUid, KeyNotes>>(
        [end](Database &db) { return readKeyNotesBefore(db, end); });
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
            readKeysAfter(*d->reader->database(), account, after, keysOfAStretch);
        for (const StoredKey &key : keys) {
            if (!each(key.row))
                return count;
            ++count;
            after = key.no;
        }
        if (keys.size() < keysOfAStretch)
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
