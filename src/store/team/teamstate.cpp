// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamstate.h"

#include "store/team/teaminventory.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList linesOf(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TeamState readTeamState(Database &db, const QString &team)
{
    TeamState state;
    state.team = team;
    const qint64 own = db.number(u"SELECT max(seq) FROM journal"_s).value_or(0);
    state.waiting = own;
    Rows rows = db.select(u"SELECT sent, read_only, last_contact, offline_since, message, problems"
                          " FROM teams WHERE id = ?"_s,
                          {team});
    if (!rows.next())
        return state;
    state.waitingChanges = waitingInventory(db);
    state.waiting = std::max<qint64>(0, own - rows.integer());
    state.readOnly = rows.flag();
    state.lastContact = rows.maybeTime();
    state.offlineSince = rows.maybeTime();
    state.message = rows.text();
    state.problems = linesOf(rows.text());
    return state;
}

void noteTeamReached(Database &db, const QString &team, bool readOnly, Timestamp now)
{
    // Not at each contact: whatever is written here makes every window read anew.
    constexpr qint64 minute = 60'000'000;
    db.run(u"INSERT INTO teams (id, read_only, last_contact) VALUES (?, ?, ?)"
           " ON CONFLICT (id) DO UPDATE SET read_only = excluded.read_only,"
           " last_contact = excluded.last_contact, offline_since = NULL"
           " WHERE read_only <> excluded.read_only OR offline_since IS NOT NULL"
           " OR last_contact < excluded.last_contact - ?"_s,
           {team, readOnly, now, minute});
}

void noteTeamSent(Database &db, const QString &team, qint64 entries)
{
    db.run(u"UPDATE teams SET sent = ? WHERE id = ? AND sent <> ?"_s, {entries, team, entries});
}

void noteTeamMissed(Database &db, const QString &team, const QString &message, Timestamp now)
{
    db.run(u"UPDATE teams SET offline_since = coalesce(offline_since, ?), message = ?"
           " WHERE id = ?"_s,
           {now, message, team});
}

void noteTeamDone(Database &db, const QString &team, const QStringList &problems, bool isWhole)
{
    Rows rows = db.select(u"SELECT problems FROM teams WHERE id = ?"_s, {team});
    QStringList known = isWhole || !rows.next() ? QStringList() : linesOf(rows.text());
    for (const QString &problem : problems) {
        if (!known.contains(problem))
            known.append(problem);
    }
    const QString text = known.join(u'\n');
    db.run(u"UPDATE teams SET message = '', problems = ?"
           " WHERE id = ? AND (message <> '' OR problems <> ?)"_s,
           {text, team, text});
}

} // namespace chatelaine
