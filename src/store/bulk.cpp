// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bulk.h"

#include "store/encoding.h"
#include "store/failure.h"
#include "store/journal.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString unproven = u"accepted"_s; // the outcome in the journal

/** Of an operation `o`: its state, or that the vendor only accepted it; empty when there is none.
 */
const QString operationStanding =
    u"CASE WHEN o.state = 'succeeded' AND EXISTS (SELECT 1 FROM journal j"
    " WHERE j.operation = o.id AND json_extract(j.line, '$.outcome') = 'accepted')"
    " THEN 'accepted' ELSE coalesce(o.state, '') END"_s;

/** How a key stands, by its operation where there is one. One that failed before it was sent is
 * still to be done, as long as the run is open. */
BulkState stateOf(const QString &stored, const QString &operation, bool retry)
{
    if (operation.isEmpty())
        return bulkStateFromName(stored).value_or(BulkState::Failed);
    if (operation == unproven)
        return BulkState::Accepted;
    switch (operationStateFromName(operation).value_or(OperationState::InDoubt)) {
    case OperationState::Intended:
    case OperationState::Sent:
        return BulkState::Running;
    case OperationState::Succeeded:
        return BulkState::Succeeded;
    case OperationState::Failed:
        return retry ? BulkState::Waiting : BulkState::Failed;
    case OperationState::InDoubt:
        return BulkState::InDoubt;
    case OperationState::Settled:
        return BulkState::Settled;
    }
    Q_UNREACHABLE();
}

/** Of an operation `o` in a run `r`: it failed before it was sent, and may be tried again. */
const QString mayRetry = u"(o.state = 'failed' AND o.sent_at IS NULL AND r.ended_at IS NULL)"_s;

qint64 numberOf(Database &db, const BulkRunId &run)
{
    const auto number = db.number(u"SELECT no FROM bulk_runs WHERE id = ?"_s, {run});
    if (!number)
        throw Failure{StorageErrors::noSuchBulkRun()};
    return *number;
}

BulkCounts countsOf(Database &db, const BulkRunId &run)
{
    Rows rows = db.select(u"SELECT i.state, %2, %1, count(*)"
                          " FROM bulk_runs r JOIN bulk_items i ON i.run = r.no"
                          " LEFT JOIN operations o ON o.id = i.operation AND i.operation <> ''"
                          " WHERE r.id = ? GROUP BY 1, 2, 3"_s.arg(mayRetry, operationStanding),
                          {run});
    BulkCounts counts;
    while (rows.next()) {
        const QString stored = rows.text();
        const QString operation = rows.text();
        const bool retry = rows.flag();
        counts[stateOf(stored, operation, retry)] += rows.integer();
    }
    return counts;
}

} // namespace

void beginBulk(Writing &writing, const BulkRun &run, const QList<BulkItem> &items,
               const JournalEvent &event)
{
    writing.db.run(u"INSERT INTO bulk_runs (id, verb, started_at, ended_at) VALUES (?, ?, ?, ?)"_s,
                   {run.id, keyVerbName(run.verb), run.startedAt, run.endedAt});
    const qint64 number = writing.db.lastId();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const BulkItem &item = items.at(i);
        writing.db.run(u"INSERT INTO bulk_items (run, position, key_uid, account, name, mask,"
                       " operation, state, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {number, qint64(i), item.key, item.account, storedText(item.name),
                        storedText(item.mask), item.operation, bulkStateName(item.state),
                        storedText(item.message)});
    }
    appendJournal(writing, event);
}

void putBulkItem(Writing &writing, const BulkRunId &run, qsizetype position, const BulkItem &item)
{
    writing.db.run(u"UPDATE bulk_items SET operation = ?, state = ?, message = ?"
                   " WHERE run = ? AND position = ?"_s,
                   {item.operation, bulkStateName(item.state), storedText(item.message),
                    numberOf(writing.db, run), qint64(position)});
}

void endBulk(Writing &writing, const BulkRunId &run, Timestamp at, const JournalEvent &event)
{
    const qint64 number = numberOf(writing.db, run);
    writing.db.run(u"UPDATE bulk_items SET state = 'left' WHERE run = ? AND state = 'waiting'"_s,
                   {number});
    if (writing.db.run(u"UPDATE bulk_runs SET ended_at = ? WHERE no = ? AND ended_at IS NULL"_s,
                       {at, number}) == 1)
        appendJournal(writing, event);
}

QList<BulkRun> readBulkRuns(Database &db, bool openOnly)
{
    QList<BulkRun> runs;
    {
        Rows rows = db.select(u"SELECT id, verb, started_at, ended_at FROM bulk_runs WHERE %1"
                              " ORDER BY no DESC"_s.arg(openOnly ? u"ended_at IS NULL"_s : u"1"_s));
        while (rows.next()) {
            BulkRun run;
            run.id = BulkRunId(rows.text());
            run.verb = keyVerbFromName(rows.text()).value_or(KeyVerb::Revoke);
            run.startedAt = rows.time();
            run.endedAt = rows.maybeTime();
            runs.append(run);
        }
    }
    for (BulkRun &run : runs)
        run.counts = countsOf(db, run.id);
    return runs;
}

QList<BulkItem> readBulkItems(Database &db, const BulkRunId &run)
{
    numberOf(db, run);
    Rows rows =
        db.select(u"SELECT i.key_uid, i.account, i.name, i.mask, i.operation, i.state, i.message,"
                  " %2, %1, coalesce(o.message, '')"
                  " FROM bulk_runs r JOIN bulk_items i ON i.run = r.no"
                  " LEFT JOIN operations o ON o.id = i.operation AND i.operation <> ''"
                  " WHERE r.id = ? ORDER BY i.position"_s.arg(mayRetry, operationStanding),
                  {run});
    QList<BulkItem> items;
    while (rows.next()) {
        BulkItem item;
        item.key = KeyUid(rows.text());
        item.account = AccountId(rows.text());
        item.name = rows.text();
        item.mask = rows.text();
        item.operation = OperationId(rows.text());
        const QString stored = rows.text();
        item.message = rows.text();
        const QString operation = rows.text();
        const bool retry = rows.flag();
        item.state = stateOf(stored, operation, retry);
        if (!operation.isEmpty())
            item.message = item.state == BulkState::Waiting ? QString() : rows.text();
        if (retry)
            item.operation = {};
        items.append(item);
    }
    return items;
}

} // namespace chatelaine
