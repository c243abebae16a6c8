// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/keynotes.h"

#include "store/encoding.h"
#include "store/journal.h"

#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int linesAtOnce = 1000;

/** Of keys that are in the inventory. */
const QString selectNotes =
    u"SELECT k.uid, n.topic, n.value, n.said_by, n.said_at, n.stamp FROM key_notes n"
    " JOIN accounts a ON a.id = n.account JOIN containers c ON c.account = a.no"
    " AND c.key = n.container JOIN keys k ON k.container = c.no AND k.id = n.key "_s;

/** `isOwn`: whoever says something here knows what he replaces; else the later one holds. */
void putSaid(Database &db, const QJsonObject &entry, Timestamp now, bool isOwn)
{
    const QString account = entry.value("account"_L1).toString();
    const QString container = entry.value("container"_L1).toString();
    const QString key = entry.value("vendorId"_L1).toString();
    if (account.isEmpty() || key.isEmpty())
        return;
    const QList<SaidOfKey> all = saidIn(entry, now);
    for (const SaidOfKey &said : all)
        db.run(u"INSERT INTO key_notes (account, container, key, topic, value, said_by, said_at,"
               " stamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT (account, container, key, topic) DO UPDATE SET"
               " value = excluded.value, said_by = excluded.said_by, said_at = excluded.said_at,"
               " stamp = excluded.stamp WHERE ? OR stamp > ?"
               " OR (excluded.stamp, excluded.said_at, excluded.said_by, excluded.value)"
               " > (stamp, said_at, said_by, value)"_s,
               {account, container, key, said.topic, storedId(said.value), storedText(said.by),
                said.at, said.stamp, isOwn, qint64(now.micros() + mostAhead)});
}

SaidOfKey readSaid(Rows &rows)
{
    SaidOfKey said;
    said.topic = rows.text();
    said.value = rows.text();
    said.by = rows.text();
    said.at = rows.time();
    said.stamp = rows.integer();
    return said;
}

qint64 takenNumber(Database &db)
{
    return db.number(u"SELECT number FROM key_notes_taken"_s).value_or(0);
}

qint64 latestStamp(Database &db, const JournalEvent &event, Timestamp now)
{
    return db
        .number(u"SELECT max(stamp) FROM key_notes WHERE account = ? AND container = ?"
                " AND key = ? AND stamp < ?"_s,
                {event.account, containerKey(event.container), event.vendorId,
                 qint64(now.micros() + mostAhead)})
        .value_or(0);
}

} // namespace

void sayOfKey(Writing &writing, const JournalEvent &event)
{
    // Later than all that is known of the key, also where another's clock, or ours before, was
    // ahead.
    const qint64 stamp =
        std::max<qint64>(writing.now.micros(), latestStamp(writing.db, event, writing.now) + 1);
    JournalEvent stamped = event;
    stamped.detail.insert("stamp"_L1, stamp);
    const JournalLine line = appendJournal(writing, stamped);
    putSaid(writing.db, QJsonDocument::fromJson(line.line).object(), writing.now, true);
    writing.changes.notes = true;
}

QHash<KeyUid, KeyNotes> readKeyNotes(Database &db, const AccountId &account)
{
    QHash<KeyUid, KeyNotes> notes;
    Rows rows = db.select(selectNotes + u"WHERE ? = '' OR n.account = ?"_s, {account, account});
    while (rows.next()) {
        const KeyUid key(rows.text());
        notes[key].take(readSaid(rows));
    }
    return notes;
}

KeyNotes readKeyNotes(Database &db, const KeyUid &key)
{
    KeyNotes notes;
    Rows rows = db.select(selectNotes + u"WHERE k.uid = ?"_s, {key});
    while (rows.next()) {
        rows.text();
        notes.take(readSaid(rows));
    }
    return notes;
}

QHash<KeyUid, KeyNotes> readKeyNotesBefore(Database &db, Timestamp end)
{
    QHash<QStringList, KeyNotes> places;
    for (const QString &table : {u"journal"_s, u"team_journal"_s}) {
        Rows rows = db.select(u"SELECT CAST(line AS BLOB) FROM %1 WHERE time < ?"
                              " AND line LIKE '%\"stamp\":%'"_s.arg(table),
                              {end});
        while (rows.next()) {
            const QJsonObject entry = QJsonDocument::fromJson(rows.bytes()).object();
            const QStringList place{entry.value("account"_L1).toString(),
                                    entry.value("container"_L1).toString(),
                                    entry.value("vendorId"_L1).toString()};
            const QList<SaidOfKey> all = saidIn(entry, end);
            for (const SaidOfKey &said : all)
                places[place].take(said);
        }
    }
    QHash<KeyUid, KeyNotes> notes;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        Rows rows = db.select(u"SELECT k.uid FROM accounts a JOIN containers c ON c.account = a.no"
                              " AND c.key = ? JOIN keys k ON k.container = c.no AND k.id = ?"
                              " WHERE a.id = ?"_s,
                              {it.key().at(1), it.key().at(2), it.key().at(0)});
        if (rows.next())
            notes.insert(KeyUid(rows.text()), *it);
    }
    return notes;
}

bool takeTeamNotes(Database &db, Timestamp now)
{
    const qint64 newest = db.number(u"SELECT max(number) FROM team_journal"_s).value_or(0);
    if (takenNumber(db) >= newest)
        return true; // without taking the lock
    Transaction transaction(db, Transaction::Kind::Write);
    const qint64 taken = takenNumber(db); // another process may have come first
    const qint64 last = std::min(newest, taken + linesAtOnce);
    {
        Rows rows = db.select(u"SELECT CAST(line AS BLOB) FROM team_journal WHERE number > ?"
                              " AND number <= ? AND line LIKE '%\"stamp\":%'"_s,
                              {taken, last});
        while (rows.next())
            putSaid(db, QJsonDocument::fromJson(rows.bytes()).object(), now, false);
    }
    db.run(u"UPDATE key_notes_taken SET number = max(number, ?)"_s, {last});
    transaction.commit();
    return last >= newest;
}

} // namespace chatelaine
