// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teaminventory.h"

#include "store/encoding.h"
#include "store/team/teamcolumns.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int batchRows = 1000;
const QString keysRevision = u"keys-revision"_s;
const QString keysNumber = u"keys-number"_s;

const TeamColumns accountColumns{{"id", TeamColumn::Text},
                                 {"name", TeamColumn::Text},
                                 {"provider", TeamColumn::Text},
                                 {"base_url", TeamColumn::Text},
                                 {"created_at", TeamColumn::Integer},
                                 {"is_complete", TeamColumn::Flag},
                                 {"as_of", TeamColumn::MaybeInteger},
                                 {"complete_at", TeamColumn::MaybeInteger},
                                 {"reasons", TeamColumn::Text},
                                 {"stamp", TeamColumn::Integer}};

const TeamColumns containerColumns{{"account", TeamColumn::Text},
                                   {"key", TeamColumn::Text},
                                   {"path", TeamColumn::Text},
                                   {"details", TeamColumn::Text},
                                   {"listed", TeamColumn::Flag},
                                   {"seen_at", TeamColumn::MaybeInteger},
                                   {"seen_since", TeamColumn::MaybeInteger},
                                   {"stamp", TeamColumn::Integer}};

const TeamColumns keyColumns{{"account", TeamColumn::Text},
                             {"container", TeamColumn::Text},
                             {"id", TeamColumn::Text},
                             {"uid", TeamColumn::Text},
                             {"kind", TeamColumn::Text},
                             {"name", TeamColumn::Text},
                             {"mask", TeamColumn::Text},
                             {"scopes", TeamColumn::Text},
                             {"environment", TeamColumn::Text},
                             {"state", TeamColumn::Text},
                             {"created_at", TeamColumn::MaybeInteger},
                             {"created_by", TeamColumn::Text},
                             {"used_at", TeamColumn::MaybeInteger},
                             {"used_precision", TeamColumn::Integer},
                             {"used_source", TeamColumn::Text},
                             {"used_since", TeamColumn::MaybeInteger},
                             {"used_observed", TeamColumn::MaybeInteger},
                             {"expires_at", TeamColumn::MaybeInteger},
                             {"details", TeamColumn::Text},
                             {"manual", TeamColumn::Flag},
                             {"first_seen", TeamColumn::MaybeInteger},
                             {"last_seen", TeamColumn::MaybeInteger},
                             {"vanished_at", TeamColumn::MaybeInteger},
                             {"ended_at", TeamColumn::MaybeInteger},
                             {"stamp", TeamColumn::Integer}};

// What is connected to a practice server of this machine is nobody else's business.
// Nor does somebody who only watches an account know more of it than the team.
const QString unsentAccounts =
    u" FROM accounts a WHERE a.stamp > coalesce(a.team_stamp, -1) AND a.practice = 0"
    " AND NOT (a.shared = 1 AND a.credentials = '%1')"_s.arg(encodeCredentials({}));
const QString unsentContainers = u" FROM containers c JOIN accounts a ON a.no = c.account"
                                 " WHERE c.stamp > coalesce(c.team_stamp, -1) AND a.practice = 0"_s;
const QString unsentKeys = u" FROM keys k JOIN containers c ON c.no = k.container"
                           " JOIN accounts a ON a.no = c.account"
                           " WHERE k.stamp > coalesce(k.team_stamp, -1) AND a.practice = 0"_s;

QJsonArray readAll(Rows rows, const TeamColumns &columns)
{
    QJsonArray all;
    while (rows.next())
        all.append(readColumns(rows, columns));
    return all;
}

/** In statements of a bounded size. */
void writeInBatches(TeamWork &work, const QString &table, const TeamColumns &columns,
                    const QJsonArray &rows, const QString &key, const QString &update)
{
    QJsonArray batch;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        batch.append(rows.at(i));
        if (batch.size() == batchRows || i + 1 == rows.size()) {
            work.round.rowsSent += writeTeamRows(work, table, columns, batch, key, update);
            batch = {};
        }
    }
}

/** The stamps of `rows` are what the team has now; a row that changed meanwhile stays unsent. */
void noteSent(TeamWork &work, const QString &sql, const QJsonArray &rows, const QStringList &keys)
{
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const qint64 stamp = row.value("stamp"_L1).toInteger();
        if (keys.size() == 1)
            work.local.run(sql, {stamp, row.value(keys[0]).toString(), stamp});
        else
            work.local.run(
                sql, {stamp, row.value(keys[0]).toString(), row.value(keys[1]).toString(), stamp});
    }
}

struct KeyBatch
{
    qint64 revision = 0;
    qint64 number = 0; ///< of the last row in it
    QJsonArray rows;
};

/** The next rows of a revision, and what is known of them through their container. */
KeyBatch readKeyBatch(TeamWork &work, qint64 revision, qint64 after)
{
    KeyBatch batch{revision, after, {}};
    Rows rows = work.local.select(
        u"SELECT k.no, a.id, c.key, k.id, k.uid, k.kind, k.name, k.mask, k.scopes, k.environment,"
        " k.state, k.created_at, k.created_by, k.used_at, k.used_precision, k.used_source,"
        " k.used_since, k.used_observed, k.expires_at, k.details, k.manual, k.first_seen,"
        " k.last_seen, k.vanished_at, k.ended_at,"
        " max(k.stamp, CASE WHEN k.manual = 0 AND k.vanished_at IS NULL"
        "              AND k.first_seen <= c.seen_at THEN c.seen_at ELSE 0 END)"_s +
            unsentKeys + u" AND k.revision = ? AND k.no > ? ORDER BY k.no LIMIT ?"_s,
        {revision, after, batchRows});
    while (rows.next()) {
        batch.number = rows.integer();
        batch.rows.append(readColumns(rows, keyColumns));
    }
    return batch;
}

/** The next batch behind the position; one without rows at the end. */
KeyBatch nextKeyBatch(TeamWork &work)
{
    KeyBatch batch =
        readKeyBatch(work, teamPosition(work, keysRevision), teamPosition(work, keysNumber));
    while (batch.rows.isEmpty()) {
        const auto next = work.local.number(u"SELECT min(revision) FROM keys WHERE revision > ?"_s,
                                            {batch.revision});
        if (next.value_or(0) == 0)
            break;
        batch = readKeyBatch(work, *next, 0);
    }
    return batch;
}

void keepPosition(TeamWork &work, const KeyBatch &batch)
{
    Transaction transaction(work.local, Transaction::Kind::Write);
    setTeamPosition(work, keysRevision, batch.revision);
    setTeamPosition(work, keysNumber, batch.number);
    transaction.commit();
}

} // namespace

void placeTeam(TeamWork &work, bool anew)
{
    if (!anew) {
        Rows rows = work.local.select(u"SELECT team FROM team_place"_s);
        if (rows.next() && rows.text() == work.round.team)
            return;
    }
    Transaction transaction(work.local, Transaction::Kind::Write);
    work.local.run(u"DELETE FROM team_place"_s);
    work.local.run(u"INSERT INTO team_place (team) VALUES (?)"_s, {work.round.team});
    work.local.run(u"DELETE FROM team_positions"_s);
    work.local.run(u"DELETE FROM team_removals"_s);
    for (const QString &table : {u"accounts"_s, u"containers"_s, u"keys"_s})
        work.local.run(
            u"UPDATE %1 SET team_stamp = NULL WHERE team_stamp IS NOT NULL"_s.arg(table));
    work.local.run(u"INSERT OR REPLACE INTO team_usage_changes (container, metric, series, first,"
                   " last, stamp) SELECT container, metric, series, min(start), max(start), 0"
                   " FROM usage GROUP BY container, metric, series"_s);
    work.local.run(u"INSERT OR REPLACE INTO team_quota_changes (account, since, stamp)"
                   " SELECT account, min(observed_at), 0 FROM quotas GROUP BY account"_s);
    transaction.commit();
}

void lockTeamInventory(TeamWork &work)
{
    work.team.select(
        u"SELECT pg_advisory_xact_lock(hashtextextended('chatelaine inventory', 0))"_s);
}

qint64 teamInventoryRevision(TeamWork &work)
{
    return work.team.number(u"SELECT greatest((SELECT max(revision) FROM accounts),"
                            " (SELECT max(revision) FROM containers),"
                            " (SELECT max(revision) FROM keys),"
                            " (SELECT max(revision) FROM usage_changes),"
                            " (SELECT max(revision) FROM quotas))"_s);
}

qint64 teamPosition(TeamWork &work, const QString &name)
{
    return work.local.number(u"SELECT position FROM team_positions WHERE name = ?"_s, {name})
        .value_or(0);
}

bool takesOwnAgain(TeamWork &work)
{
    return teamPosition(work, teamAgainPosition) != 0;
}

void setTeamPosition(TeamWork &work, const QString &name, qint64 position)
{
    work.local.run(u"INSERT INTO team_positions (name, position) VALUES (?, ?)"
                   " ON CONFLICT (name) DO UPDATE SET position = excluded.position"
                   " WHERE position <> excluded.position"_s,
                   {name, position});
}

bool sendPlaces(TeamWork &work)
{
    const QJsonArray accounts = readAll(
        work.local.select(u"SELECT a.id, a.name, a.provider, a.base_url, a.created_at, 0, NULL,"
                          " NULL, '[]', 0"_s +
                          unsentAccounts),
        accountColumns);
    const QJsonArray containers = readAll(
        work.local.select(u"SELECT a.id, c.key, c.path, c.details, c.listed, NULL, NULL, 0"_s +
                          unsentContainers),
        containerColumns);
    if (accounts.isEmpty() && containers.isEmpty())
        return true;
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    lockTeamInventory(work);
    writeInBatches(work, u"accounts"_s, accountColumns, accounts, u"id"_s, {});
    writeInBatches(work, u"containers"_s, containerColumns, containers, u"account, key"_s, {});
    transaction.commit();
    return true;
}

bool sendKeys(TeamWork &work)
{
    const KeyBatch batch = nextKeyBatch(work);
    if (batch.rows.isEmpty()) {
        keepPosition(work, batch);
        return true;
    }
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    lockTeamInventory(work);
    // The uid stays that of whoever found the key first.
    const TeamColumns updated = [] {
        TeamColumns columns = keyColumns;
        columns.removeIf([](const TeamColumn &c) { return QByteArrayView(c.name) == "uid"; });
        return columns;
    }();
    work.round.rowsSent +=
        writeTeamRows(work, u"keys"_s, keyColumns, batch.rows, u"account, container, id"_s,
                      laterWins(u"keys"_s, updated));
    transaction.commit();
    keepPosition(work, batch);
    return false;
}

bool sendReadings(TeamWork &work)
{
    const QJsonArray accounts =
        readAll(work.local.select(u"SELECT a.id, a.name, a.provider, a.base_url, a.created_at,"
                                  " a.as_of IS NOT NULL AND a.as_of = a.complete_at, a.as_of,"
                                  " a.complete_at, a.reasons, a.stamp"_s +
                                  unsentAccounts),
                accountColumns);
    const QJsonArray containers =
        readAll(work.local.select(u"SELECT a.id, c.key, c.path, c.details, c.listed, c.seen_at,"
                                  " c.seen_since, c.stamp"_s +
                                  unsentContainers),
                containerColumns);
    if (accounts.isEmpty() && containers.isEmpty())
        return true;
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    lockTeamInventory(work);
    writeInBatches(work, u"accounts"_s, accountColumns, accounts, u"id"_s,
                   u"removed_at = NULL, "_s + laterWins(u"accounts"_s, accountColumns));
    writeInBatches(work, u"containers"_s, containerColumns, containers, u"account, key"_s,
                   u"path = excluded.path, details = excluded.details, listed = excluded.listed,"
                   " seen_at = greatest(containers.seen_at, excluded.seen_at),"
                   " seen_since = CASE WHEN coalesce(excluded.seen_at, 0) >="
                   " coalesce(containers.seen_at, 0) THEN excluded.seen_since"
                   " ELSE containers.seen_since END, stamp = excluded.stamp,"
                   " writer = excluded.writer, revision = excluded.revision"
                   " WHERE containers.stamp <= excluded.stamp"_s);
    transaction.commit();
    Transaction noted(work.local, Transaction::Kind::Write);
    noteSent(work, u"UPDATE accounts SET team_stamp = ? WHERE id = ? AND stamp = ?"_s, accounts,
             {u"id"_s});
    noteSent(work,
             u"UPDATE containers SET team_stamp = ? WHERE account ="
             " (SELECT no FROM accounts WHERE id = ?) AND key = ? AND stamp = ?"_s,
             containers, {u"account"_s, u"key"_s});
    noted.commit();
    return true;
}

bool sendRemovals(TeamWork &work)
{
    QList<std::pair<QString, qint64>> removals;
    {
        Rows rows = work.local.select(
            u"SELECT account, removed_at FROM team_removals WHERE reason = 'removed'"_s);
        while (rows.next()) {
            const QString account = rows.text();
            removals.append({account, rows.integer()});
        }
    }
    if (removals.isEmpty())
        return true;
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    lockTeamInventory(work);
    for (const auto &[account, at] : std::as_const(removals))
        work.round.rowsSent +=
            work.team.run(u"UPDATE accounts SET removed_at = ?, stamp = ?, writer = ?,"
                          " revision = nextval('inventory_revision') WHERE id = ? AND stamp <= ?"_s,
                          {at, at, work.installation, account, at});
    transaction.commit();
    for (const auto &[account, at] : std::as_const(removals))
        work.local.run(u"UPDATE team_removals SET reason = 'gone' WHERE account = ?"_s, {account});
    return true;
}

qint64 waitingInventory(Database &db)
{
    const auto position = [&db](const QString &name) {
        return db.number(u"SELECT position FROM team_positions WHERE name = ?"_s, {name})
            .value_or(0);
    };
    const qint64 revision = position(keysRevision);
    qint64 waiting = 0;
    for (const QString &sql : {unsentAccounts, unsentContainers})
        waiting +=
            db.number(u"SELECT count(*) FROM (SELECT 1"_s + sql + u" LIMIT 1000)"_s).value_or(0);
    waiting +=
        db.number(u"SELECT count(*) FROM (SELECT 1"_s + unsentKeys +
                      u" AND (k.revision > ? OR (k.revision = ? AND k.no > ?)) LIMIT 1000)"_s,
                  {revision, revision, position(keysNumber)})
            .value_or(0);
    waiting += db.number(u"SELECT count(*) FROM team_usage_changes u JOIN containers c"
                         " ON c.no = u.container JOIN accounts a ON a.no = c.account"
                         " WHERE a.practice = 0"_s)
                   .value_or(0);
    waiting += db.number(u"SELECT count(*) FROM team_quota_changes q JOIN accounts a"
                         " ON a.no = q.account WHERE a.practice = 0"_s)
                   .value_or(0);
    waiting +=
        db.number(u"SELECT count(*) FROM team_removals WHERE reason = 'removed'"_s).value_or(0);
    return waiting;
}

} // namespace chatelaine
