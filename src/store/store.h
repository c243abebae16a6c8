// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"
#include "core/clock.h"
#include "core/journalquery.h"
#include "core/keynotes.h"
#include "core/outcome.h"
#include "core/team.h"
#include "store/inventoryindex.h"
#include "store/journalstretch.h"
#include "store/rows.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace chatelaine {

/** Who writes: part of every journal entry. */
struct JournalAuthor
{
    QString user; ///< of the operating system
    QString host;
    QString program; ///< "chatelaine", "chatelainectl"
};

struct StoreOptions
{
    QString file;             ///< path of the SQLite database; its folder exists
    bool hadDatabase = false; ///< there was one before: an empty file there is a loss
    JournalAuthor author;
    const Clock *clock = nullptr; ///< outlives the store
    QThread *writer = nullptr;    ///< running threads owned by the caller, which outlive the store
    QThread *reader = nullptr;
    bool keepIndex = true; ///< false for a CLI command that needs no inventory
};

/**
 * The local database. Every call is asynchronous: SQL runs on the writer's or reader's thread, and
 * futures finish there (wait for them with whenDone()). Signals arrive on the thread that made the
 * store. A failed call changed nothing. Several processes may have the same file open: `changed`
 * also tells of their writes (polled data_version).
 */
class Store : public QObject
{
    Q_OBJECT
public:
    /**
     * Opens or makes the database and migrates it forward. Blocks; call before there is a window.
     * Errors (Storage): corrupt, from a newer version, not writable, disk full: the file is left
     * untouched.
     */
    static Outcome<std::unique_ptr<Store>> open(const StoreOptions &options);
    ~Store() override;

    /** This installation's id (a UUID), the same as in the journal. */
    QString installation() const;

    // Accounts
    [[nodiscard]] FutureOutcome<QList<AccountRow>> accounts();
    [[nodiscard]] FutureOutcome<Done>
    putAccount(const AccountRow &account); ///< insert or update; Conflict: name taken
    [[nodiscard]] FutureOutcome<Done>
    removeAccount(const AccountId &account); ///< and its inventory, usage, quotas
    [[nodiscard]] FutureOutcome<Done> setAccountStatus(const AccountId &account,
                                                       const AccountStatus &status);
    [[nodiscard]] FutureOutcome<Done> setAccountFact(const AccountId &account, const QString &name,
                                                     const QString &value);

    // Inventory
    [[nodiscard]] FutureOutcome<SyncSummary> applySync(const SyncResult &result);
    [[nodiscard]] FutureOutcome<KeyRow>
    putKey(const KeyRow &key); ///< by uid, else by account, container and id; gives the uid
    [[nodiscard]] FutureOutcome<KeyRow> key(const KeyUid &uid);
    /** These, in their order; NotFound when one of them is gone. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>> keys(const QList<KeyUid> &uids);
    /** Every row that KEY (a ref, ACCOUNT/ID, ACCOUNT/NAME, NAME) can mean; exact refs first and
     * alone. Not deleted ones before deleted ones. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>> findKeys(const QString &text);
    /** In the container and in those below it; an empty path is the whole account; an
     * empty account is all of them. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>> keysOf(const AccountId &account,
                                                      const ContainerPath &container);
    /** Calls `each` on the reader's thread for each key of the account, in the order in which they
     * became known, until it gives false, and gives how many it took; for reports. */
    [[nodiscard]] FutureOutcome<qint64> eachKey(const AccountId &account,
                                                std::function<bool(const KeyRow &)> each);
    [[nodiscard]] FutureOutcome<QList<ContainerRow>>
    containers(const AccountId &account); ///< empty id: of all accounts
    [[nodiscard]] FutureOutcome<QList<ListingSource>> lastListing(const AccountId &account);
    /** The current snapshot; never null. Made anew after changes; `snapshotChanged` follows. */
    InventorySnapshot snapshot() const;
    /** The first snapshot that holds everything committed before this call. */
    [[nodiscard]] FutureOutcome<InventorySnapshot> freshSnapshot();

    /** The container is there, under the name that its path says. */
    [[nodiscard]] FutureOutcome<Done> putContainer(const AccountId &account,
                                                   const ContainerPath &container);

    // Notes: what people say of keys, by the journals
    /** Entries of the kinds of NoteKinds, together; the store gives their stamps. */
    [[nodiscard]] FutureOutcome<Done> sayOfKeys(const QList<JournalEvent> &events);
    [[nodiscard]] FutureOutcome<KeyNotes> keyNotes(const KeyUid &key);
    /** Of the keys of which something is said; an empty account: of all of them. */
    [[nodiscard]] FutureOutcome<QHash<KeyUid, KeyNotes>> keyNotesOf(const AccountId &account);
    /** Of these keys, in their order. */
    [[nodiscard]] FutureOutcome<QList<KeyNotes>> keyNotesOf(const QList<KeyUid> &keys);
    /** What was said of each key before a moment, by all journals. */
    [[nodiscard]] FutureOutcome<QHash<KeyUid, KeyNotes>> keyNotesBefore(Timestamp end);

    // Webhooks
    [[nodiscard]] FutureOutcome<QList<WebhookRow>>
    webhooks(const AccountId &account); ///< an empty account: of all; those that are gone come last
    [[nodiscard]] FutureOutcome<WebhookRow> webhook(const WebhookUid &uid);
    [[nodiscard]] FutureOutcome<WebhookRow>
    putWebhook(const WebhookRow &webhook); ///< by uid, else by account, container and id
    [[nodiscard]] FutureOutcome<Done> applyWebhooks(const WebhookListing &listing);

    // Replacements of keys: a row and its journal entry, if there is one, are committed together
    [[nodiscard]] FutureOutcome<Done>
    putReplacement(const ReplacementRow &replacement,
                   const std::optional<JournalEvent> &event =
                       std::nullopt); ///< Conflict: the key is being replaced already
    [[nodiscard]] FutureOutcome<ReplacementRow> replacement(const ReplacementId &id);
    [[nodiscard]] FutureOutcome<QList<ReplacementRow>> openReplacements(); ///< oldest first

    // Bulk changes of keys: what becomes of each key is what becomes of its operation
    [[nodiscard]] FutureOutcome<Done> beginBulk(const BulkRun &run, const QList<BulkItem> &items,
                                                const JournalEvent &event);
    /** Operation, state and message of the item at this position. */
    [[nodiscard]] FutureOutcome<Done> putBulkItem(const BulkRunId &run, qsizetype position,
                                                  const BulkItem &item);
    /** What still waits is left. The entry only when the run had not ended. */
    [[nodiscard]] FutureOutcome<Done> endBulk(const BulkRunId &run, const JournalEvent &event);
    [[nodiscard]] FutureOutcome<QList<BulkRun>> bulkRuns(bool openOnly);          ///< newest first
    [[nodiscard]] FutureOutcome<QList<BulkItem>> bulkItems(const BulkRunId &run); ///< in order

    // Usage and quotas
    [[nodiscard]] FutureOutcome<Done>
    putUsage(const AccountId &account, const ContainerPath &container,
             const QList<UsageSample> &samples, Timestamp from,
             Timestamp to); ///< replaces each series in [from, to), from
                            ///< its first figure on; older ones stay
    [[nodiscard]] FutureOutcome<QList<UsageSample>> usage(const UsageQuery &query);
    /** The vendor's ids of the keys that its usage figures name in [from, to), where it gives them
     * by key. */
    [[nodiscard]] FutureOutcome<QSet<QString>> usedKeys(const AccountId &account, Timestamp from,
                                                        Timestamp to);
    [[nodiscard]] FutureOutcome<Done>
    putQuotas(const AccountId &account, const QList<Quota> &quotas); ///< current and history
    [[nodiscard]] FutureOutcome<QList<Quota>> quotas(const AccountId &account);
    /** Readings since then, by time: of each quota one for each value, and for each day. */
    [[nodiscard]] FutureOutcome<QList<Quota>> quotaHistory(const AccountId &account,
                                                           Timestamp from);
    [[nodiscard]] FutureOutcome<Done> putQuotaThresholds(const AccountId &account,
                                                         const QString &quota,
                                                         const QuotaThresholds &thresholds);
    /** By the quota's id, those that were set. */
    [[nodiscard]] FutureOutcome<QHash<QString, QuotaThresholds>>
    quotaThresholds(const AccountId &account);
    /** The current readings that have reached a threshold, of all accounts. */
    [[nodiscard]] FutureOutcome<QHash<AccountId, QList<QuotaCrossing>>> quotaMarks();
    /** Thresholds that the current readings reached and that nobody was told of in this period;
     * each is given once, whichever process asks. */
    [[nodiscard]] FutureOutcome<QList<QuotaCrossing>> takeQuotaCrossings(const AccountId &account);

    // Operations: the row and its journal entry are committed together, durably
    [[nodiscard]] FutureOutcome<Done> beginOperation(const OperationRow &operation,
                                                     const JournalEvent &event);
    [[nodiscard]] FutureOutcome<Done> markSent(const OperationId &operation);
    [[nodiscard]] FutureOutcome<Done>
    endOperation(const OperationRow &operation,
                 const JournalEvent &event); ///< state per canFollow()
    /** As endOperation(), for one that deleted a container; with it in one commit: what is known of
     * the container, and an entry for each key that went with it. Gives these keys as they are now.
     * `eventOfKey` is called on the writer's thread. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>>
    endContainer(const OperationRow &operation, const JournalEvent &event,
                 const ContainerEnding &ending,
                 std::function<JournalEvent(const KeyRow &)> eventOfKey);
    [[nodiscard]] FutureOutcome<OperationRow> operation(const OperationId &operation);
    [[nodiscard]] FutureOutcome<QList<OperationRow>>
    operations(std::optional<OperationState> state); ///< newest first
    /** When each key that was rotated from here last got a new secret. */
    [[nodiscard]] FutureOutcome<QHash<KeyUid, Timestamp>> rotations();

    // Journal
    [[nodiscard]] FutureOutcome<JournalLine> append(const JournalEvent &event);
    [[nodiscard]] FutureOutcome<QList<JournalLine>>
    journal(const JournalFilter &filter); ///< oldest first
    /** A page of the entries of all chains that a query means, by time, behind the place. */
    [[nodiscard]] FutureOutcome<QList<JournalLine>>
    searchJournals(const JournalQuery &query, const std::optional<JournalPlace> &beyond,
                   Qt::SortOrder order, int limit);
    [[nodiscard]] FutureOutcome<JournalCount> countJournals(const JournalQuery &query);
    [[nodiscard]] FutureOutcome<qint64> journalLength();
    /** The own chain, first, and those of the team's other installations, with length and head. */
    [[nodiscard]] FutureOutcome<QList<InstallationChain>> installationChains();
    /** Of an installation's chain; an empty id is the own one. */
    [[nodiscard]] FutureOutcome<JournalVerdict> verifyJournal(const QString &installation = {});
    [[nodiscard]] FutureOutcome<qint64> walkJournals(const JournalWalk &walk);
    /** Calls `each` on the reader's thread for each line of the filter's chain until it gives
     * false, and gives how many it took. The filter's limit does not count. */
    [[nodiscard]] FutureOutcome<qint64>
    eachJournalLine(const JournalFilter &filter, std::function<bool(const JournalLine &)> each);

    // The team: what is known of it here
    [[nodiscard]] FutureOutcome<TeamState> teamState(const QString &team);

    // Index of what is in the keychain
    [[nodiscard]] FutureOutcome<Done> putKeychainEntry(const KeychainEntry &entry);
    [[nodiscard]] FutureOutcome<Done> removeKeychainEntry(const QString &user);
    [[nodiscard]] FutureOutcome<QList<KeychainEntry>> keychainEntries();

signals:
    void changed(const chatelaine::ChangeSet &changes);
    void snapshotChanged(); ///< snapshot() is a new one

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
