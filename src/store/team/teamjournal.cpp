// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamjournal.h"

#include "store/failure.h"
#include "store/journal.h"
#include "store/team/teamstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int batchLines = 1000;
constexpr qsizetype batchBytes = 4 * 1024 * 1024;
constexpr int comparedAtOnce = 5000;
constexpr qint64 contactPrecision = 60'000'000; ///< how exact the times of contact are here

/** The last entry of a chain here: its number and digest. */
struct LocalHead
{
    qint64 entries = 0;
    QByteArray digest;
};

LocalHead localHead(TeamWork &work, const QString &installation)
{
    const bool own = installation == work.installation;
    const QString sql = u"SELECT seq, CAST(line AS BLOB) FROM %1 WHERE %2"
                        " ORDER BY seq DESC LIMIT 1"_s;
    Rows rows =
        own ? work.local.select(sql.arg(u"journal"_s, u"TRUE"_s))
            : work.local.select(sql.arg(u"team_journal"_s, u"installation = ?"_s), {installation});
    if (!rows.next())
        return {};
    const qint64 entries = rows.integer();
    return {entries, journalDigest(rows.bytes())};
}

QByteArray ownLine(TeamWork &work, qint64 sequence)
{
    Rows rows =
        work.local.select(u"SELECT CAST(line AS BLOB) FROM journal WHERE seq = ?"_s, {sequence});
    return rows.next() ? rows.bytes() : QByteArray();
}

/** How many own entries the team has, with the lock that only this installation's processes take;
 * throws when the last of them is not what stands here. */
qint64 lockedOwnEntries(TeamWork &work)
{
    work.team.select(u"SELECT pg_advisory_xact_lock(hashtextextended(?, 1))"_s,
                     {work.installation});
    TeamRows rows = work.team.select(u"SELECT seq, line FROM journal WHERE installation = ?"
                                     " ORDER BY seq DESC LIMIT 1"_s,
                                     {work.installation});
    if (!rows.next())
        return 0;
    const qint64 sequence = rows.integer();
    const QByteArray line = ownLine(work, sequence);
    if (line.isEmpty())
        throw Failure{TeamErrors::own(
            TeamErrors::tr("The team has %1 entries of this installation, more than there are "
                           "here: the local database was set back.")
                .arg(sequence))};
    if (line != rows.text().toUtf8())
        throw Failure{TeamErrors::own(
            TeamErrors::tr("Entry %1 of this installation is another one in the team's database.")
                .arg(sequence))};
    return sequence;
}

/** The team had more of them once. */
void noteLostEntries(TeamWork &work, qint64 entries)
{
    const qint64 before =
        work.local.number(u"SELECT sent FROM teams WHERE id = ?"_s, {work.round.team}).value_or(0);
    if (entries < before)
        work.round.problems.append(
            TeamErrors::tr(
                "The team's database had lost entries of this installation: those behind "
                "number %1. They are sent again.")
                .arg(entries));
}

QList<JournalLine> nextOwnLines(TeamWork &work, qint64 after)
{
    JournalFilter next;
    next.afterSequence = after;
    next.limit = batchLines;
    QList<JournalLine> lines = readJournal(work.local, next);
    qsizetype bytes = 0;
    qsizetype count = 0;
    while (count < lines.size() && (count == 0 || bytes < batchBytes))
        bytes += lines[count++].line.size();
    return lines.first(count);
}

void insertLines(TeamWork &work, const QList<JournalLine> &lines)
{
    QJsonArray rows;
    for (const JournalLine &line : lines)
        rows.append(
            QJsonObject{{"seq"_L1, line.sequence}, {"line"_L1, QString::fromUtf8(line.line)}});
    const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
    work.team.run(u"INSERT INTO journal (installation, seq, line)"
                  " SELECT ?, seq, line FROM json_to_recordset(CAST(? AS json))"
                  " AS rows (seq bigint, line text) ORDER BY seq"_s,
                  {work.installation, QString::fromUtf8(json)});
    work.team.run(u"UPDATE installations SET entries = ?, head = ?, last_contact = ?"
                  " WHERE id = ?"_s,
                  {lines.constLast().sequence,
                   QString::fromLatin1(journalDigest(lines.constLast().line).toHex()),
                   qint64(work.now.micros()), work.installation});
}

QString entriesAreGone(const TeamChain &chain, qint64 behind)
{
    return TeamErrors::tr("The team's database has lost entries of %1: those behind number %2.")
        .arg(chain.writer())
        .arg(behind);
}

/** Whether there is more of a chain; what cannot be is a problem of the round. */
bool goesOn(TeamWork &work, const TeamChain &chain, const LocalHead &here)
{
    if (chain.entries > here.entries)
        return true;
    if (chain.entries < here.entries)
        work.round.problems.append(
            TeamErrors::tr("The team has %1 entries of %2, fewer than the %3 that were copied here "
                           "before: its database was set back.")
                .arg(chain.entries)
                .arg(chain.writer())
                .arg(here.entries));
    else if (chain.head.toLatin1() != here.digest.toHex())
        work.round.problems.append(
            TeamErrors::tr("The last entry of %1 is another one than was copied here before.")
                .arg(chain.writer()));
    return false;
}

QList<JournalLine> fetchLines(TeamWork &work, const TeamChain &chain, qint64 after)
{
    const qint64 last = std::min(after + batchLines, chain.entries);
    QList<JournalLine> lines;
    TeamRows rows = work.team.select(u"SELECT seq, line FROM journal WHERE installation = ?"
                                     " AND seq > ? AND seq <= ? ORDER BY seq"_s,
                                     {chain.installation, after, last});
    while (rows.next()) {
        JournalLine line;
        line.sequence = rows.integer();
        line.line = rows.text().toUtf8();
        lines.append(line);
    }
    return lines;
}

/** How many of the lines are to be taken. */
struct JournalReceipt
{
    qsizetype lines = 0;
    QString problem; ///< of what comes behind them; empty: none
};

/**
 * A line is taken when the one behind it follows from it, or when it is the last one that the
 * chain's writer has told of: of two that do not fit, either may be the one that was changed.
 */
JournalReceipt receiptOf(const QList<JournalLine> &lines, const TeamChain &chain,
                         const LocalHead &here)
{
    JournalChain walk(chain.installation, here.entries, here.digest);
    for (const JournalLine &line : lines) {
        if (walk.take(line))
            continue;
        return {std::max<qint64>(0, walk.verdict().entries - here.entries - 1),
                TeamErrors::tr("Entry %1 of %2 in the team's database does not follow from the one "
                               "before it. One of them was changed, and neither is copied.")
                    .arg(walk.verdict().entries + 1)
                    .arg(chain.writer())};
    }
    if (walk.verdict().entries == chain.entries) {
        if (walk.verdict().head.toHex() == chain.head.toLatin1())
            return {lines.size(), {}};
        return {lines.size() - 1,
                TeamErrors::tr("The last entry of %1 in the team's database is not the one that "
                               "was written. It is not copied.")
                    .arg(chain.writer())};
    }
    if (lines.size() == batchLines)
        return {lines.size() - 1, {}};
    return {std::max<qsizetype>(0, lines.size() - 1),
            entriesAreGone(chain, walk.verdict().entries)};
}

} // namespace

void registerInstallation(TeamWork &work)
{
    work.team.run(u"INSERT INTO installations (id, user_name, host, program, last_contact, role)"
                  " VALUES (?, ?, ?, ?, ?, session_user) ON CONFLICT (id) DO UPDATE SET"
                  " user_name = excluded.user_name, host = excluded.host,"
                  " program = excluded.program, last_contact = excluded.last_contact"_s,
                  {work.installation, work.author.user, work.author.host, work.author.program,
                   qint64(work.now.micros())});
}

bool sendJournal(TeamWork &work)
{
    TeamTransaction transaction(work.team, TeamTransaction::Kind::Write);
    const qint64 sent = lockedOwnEntries(work);
    noteLostEntries(work, sent);
    const QList<JournalLine> lines = nextOwnLines(work, sent);
    if (lines.isEmpty()) {
        noteTeamSent(work.local, work.round.team, sent);
        return true;
    }
    insertLines(work, lines);
    transaction.commit();
    noteTeamSent(work.local, work.round.team, lines.constLast().sequence);
    work.round.entriesSent += lines.size();
    return false;
}

QList<TeamChain> readTeamChains(TeamWork &work)
{
    QList<TeamChain> chains;
    TeamRows rows = work.team.select(u"SELECT id, user_name, host, last_contact, entries, head"
                                     " FROM installations WHERE id <> ? ORDER BY id"_s,
                                     {work.installation});
    while (rows.next()) {
        TeamChain chain;
        chain.installation = rows.text();
        chain.user = rows.text();
        chain.host = rows.text();
        chain.lastContact = rows.maybeTime();
        chain.entries = rows.integer();
        chain.head = rows.text();
        chains.append(chain);
    }
    Transaction transaction(work.local, Transaction::Kind::Write);
    for (const TeamChain &chain : std::as_const(chains))
        work.local.run(
            u"INSERT INTO team_installations (id, user, host, last_contact)"
            " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET user = excluded.user,"
            " host = excluded.host, last_contact = excluded.last_contact"
            " WHERE user <> excluded.user OR host <> excluded.host"
            " OR coalesce(last_contact, 0) < excluded.last_contact - ?"_s,
            {chain.installation, chain.user, chain.host, chain.lastContact, contactPrecision});
    transaction.commit();
    return chains;
}

bool receiveJournal(TeamWork &work, const TeamChain &chain)
{
    const LocalHead here = localHead(work, chain.installation);
    if (!goesOn(work, chain, here))
        return true;
    const QList<JournalLine> lines = fetchLines(work, chain, here.entries);
    const JournalReceipt receipt = receiptOf(lines, chain, here);
    // Only now: nobody else can write here while a network is waited for.
    Transaction transaction(work.local, Transaction::Kind::Write);
    if (localHead(work, chain.installation).entries != here.entries)
        return false; // another process of this profile copied them meanwhile
    for (const JournalLine &line : lines.first(receipt.lines))
        work.local.run(u"INSERT INTO team_journal (installation, seq, line) VALUES (?, ?, ?)"_s,
                       {chain.installation, line.sequence, QString::fromUtf8(line.line)});
    transaction.commit();
    work.round.entriesReceived += receipt.lines;
    if (!receipt.problem.isEmpty())
        work.round.problems.append(receipt.problem);
    return !receipt.problem.isEmpty() || here.entries + receipt.lines >= chain.entries;
}

bool JournalComparison::step(TeamWork &work)
{
    JournalFilter next;
    next.installation =
        m_chain.installation == work.installation ? QString() : m_chain.installation;
    next.afterSequence = m_compared;
    next.limit = comparedAtOnce;
    TeamRows rows =
        work.team.select(u"SELECT seq, encode(sha256(convert_to(line, 'UTF8')), 'hex') FROM journal"
                         " WHERE installation = ? AND seq > ? ORDER BY seq LIMIT ?"_s,
                         {m_chain.installation, m_compared, comparedAtOnce});
    const QList<JournalLine> lines = readJournal(work.local, next);
    for (const JournalLine &line : lines) {
        if (!rows.next()) {
            // What the team does not have yet is on its way.
            if (line.sequence <= m_chain.entries)
                work.round.problems.append(entriesAreGone(m_chain, line.sequence - 1));
            return true;
        }
        const bool same = rows.integer() == line.sequence &&
                          rows.text().toLatin1() == journalDigest(line.line).toHex();
        if (!same) {
            work.round.problems.append(
                TeamErrors::tr("Entry %1 of %2 in the team's database is another one than here.")
                    .arg(line.sequence)
                    .arg(m_chain.writer()));
            return true;
        }
    }
    m_compared += lines.size();
    return lines.size() < comparedAtOnce;
}

} // namespace chatelaine
