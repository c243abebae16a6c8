// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"

#include "core/canonicaljson.h"
#include "store/encoding.h"
#include "store/failure.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

// What is read at a time: enough to hand on, and little enough for a processor's cache.
constexpr int stretchLines = 1024;
constexpr qsizetype stretchBytes = 1 << 18;
// Several processes write, each with the time at which it began to.
constexpr qint64 clockTolerance = 5; ///< seconds

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, storedText(text));
}

QJsonObject entry(const Writing &writing, const JournalEvent &event)
{
    QJsonObject object;
    object.insert("installation"_L1, writing.installation);
    object.insert("time"_L1, static_cast<qint64>(writing.now.micros()));
    insertText(object, "user"_L1, writing.author.user);
    insertText(object, "host"_L1, writing.author.host);
    insertText(object, "program"_L1, writing.author.program);
    insertText(object, "kind"_L1, event.kind);
    insertText(object, "outcome"_L1, event.outcome);
    insertText(object, "account"_L1, event.account.toString());
    insertText(object, "accountName"_L1, event.accountName);
    insertText(object, "provider"_L1, event.provider.toString());
    insertText(object, "object"_L1, event.object);
    insertText(object, "mask"_L1, event.mask);
    insertText(object, "vendorId"_L1, event.vendorId);
    insertText(object, "container"_L1, containerKey(event.container));
    insertText(object, "operation"_L1, event.operation.toString());
    insertText(object, "requestId"_L1, event.requestId);
    if (!event.detail.isEmpty())
        object.insert("detail"_L1, event.detail);
    return object;
}

QByteArray headOf(Database &db, const QString &sql, Values values)
{
    Rows rows = db.select(sql, values);
    return rows.next() ? journalDigest(rows.bytes()) : QByteArray();
}

/** Where a chain goes on. */
struct JournalHead
{
    qint64 sequence = 0;
    QByteArray digest; ///< empty: there is no entry yet
    std::optional<Timestamp> time;
};

JournalHead lastEntry(Database &db)
{
    Rows last =
        db.select(u"SELECT seq, CAST(line AS BLOB), time FROM journal ORDER BY seq DESC LIMIT 1"_s);
    if (!last.next())
        return {};
    const qint64 sequence = last.integer();
    QByteArray digest = journalDigest(last.bytes());
    return {sequence, std::move(digest), last.maybeTime()};
}

JournalLine appendTo(const JournalHead &head, Writing &writing, const JournalEvent &event)
{
    JournalLine line;
    line.sequence = head.sequence + 1;
    line.time = writing.now;
    QJsonObject object = entry(writing, event);
    object.insert("seq"_L1, line.sequence);
    object.insert("prev"_L1, QString::fromLatin1(head.digest.isEmpty() ? noPreviousHash()
                                                                       : head.digest.toHex()));
    const Outcome<QByteArray> canonical = canonicalJson(object);
    if (!canonical)
        throw Failure{canonical.error()};
    line.line = *canonical;
    writing.db.run(u"INSERT INTO journal (seq, line) VALUES (?, ?)"_s,
                   {line.sequence, QString::fromUtf8(line.line)});
    writing.changes.journal = true;
    return line;
}

InstallationChain ownChain(Database &db)
{
    InstallationChain chain;
    chain.isOwn = true;
    {
        Rows rows = db.select(u"SELECT id FROM installation"_s);
        if (rows.next())
            chain.installation = rows.text();
    }
    chain.entries = db.number(u"SELECT max(seq) FROM journal"_s).value_or(0);
    Rows rows = db.select(u"SELECT json_extract(line, '$.user'), json_extract(line, '$.host'),"
                          " CAST(line AS BLOB) FROM journal WHERE seq = ?"_s,
                          {chain.entries});
    if (rows.next()) {
        chain.user = rows.text();
        chain.host = rows.text();
        chain.head = journalDigest(rows.bytes());
    }
    return chain;
}

/** Sequence number and line of each. Only what is asked for is compared: a journal is long. */
RawRows rowsOf(Database &db, const JournalFilter &filter, int limit)
{
    const bool own = filter.installation.isEmpty();
    QString sql = own ? u"SELECT seq, line FROM journal WHERE seq > ?"_s
                      : u"SELECT seq, line FROM team_journal WHERE seq > ?"_s;
    QList<Value> values{filter.afterSequence};
    const auto only = [&sql, &values](const QString &condition, const Value &value) {
        sql += u" AND "_s + condition;
        values.append(value);
    };
    if (!own)
        only(u"installation = ?"_s, filter.installation);
    if (filter.from)
        only(u"time >= ?"_s, *filter.from);
    if (filter.to)
        only(u"time < ?"_s, *filter.to);
    if (!filter.account.isEmpty())
        only(u"account = ?"_s, filter.account);
    if (!filter.operation.isEmpty())
        only(u"operation = ?"_s, filter.operation);
    values.append(limit);
    return RawRows(db, sql + u" ORDER BY seq LIMIT ?"_s, values);
}

} // namespace

QByteArray journalDigest(const QByteArray &line)
{
    return viewOf(sha256({line})).toByteArray();
}

JournalLine appendJournal(Writing &writing, const JournalEvent &event)
{
    const JournalHead head = lastEntry(writing.db);
    const qint64 back = head.time ? head.time->seconds() - writing.now.seconds() : 0;
    if (back <= clockTolerance)
        return appendTo(head, writing, event);
    // Entries no longer stand by time: whoever reads them has to know since when.
    JournalEvent jump;
    jump.kind = u"clock.jump"_s;
    jump.outcome = u"succeeded"_s;
    jump.detail = {{"back"_L1, back}};
    const JournalLine told = appendTo(head, writing, jump);
    return appendTo({told.sequence, journalDigest(told.line), told.time}, writing, event);
}

QList<JournalLine> readJournal(Database &db, const JournalFilter &filter)
{
    QList<JournalLine> lines;
    JournalReader entry;
    RawRows rows = rowsOf(db, filter, filter.limit);
    while (rows.next()) {
        JournalLine line;
        line.sequence = rows.integer(0);
        line.line = rows.bytes(1).toByteArray();
        entry.read(line.line);
        line.time = Timestamp::fromMicros(entry.time().value_or(0));
        lines.append(line);
    }
    return lines;
}

JournalStretch readJournalStretch(Database &db, const JournalFilter &filter)
{
    JournalStretch lines(stretchLines, stretchBytes);
    RawRows rows = rowsOf(db, filter, stretchLines);
    while (lines.bytes().size() < stretchBytes && rows.next())
        lines.append(rows.integer(0), rows.bytes(1));
    return lines;
}

qint64 journalLength(Database &db)
{
    return db.number(u"SELECT count(*) FROM journal"_s).value_or(0);
}

QList<InstallationChain> readInstallationChains(Database &db)
{
    QList<InstallationChain> chains{ownChain(db)};
    Rows rows = db.select(u"SELECT i.id, i.user, i.host, i.last_contact,"
                          " coalesce((SELECT max(seq) FROM team_journal WHERE installation = i.id),"
                          " 0) FROM team_installations i ORDER BY i.user, i.host, i.id"_s);
    while (rows.next()) {
        InstallationChain chain;
        chain.installation = rows.text();
        chain.user = rows.text();
        chain.host = rows.text();
        chain.lastContact = rows.maybeTime();
        chain.entries = rows.integer();
        chain.head = headOf(db,
                            u"SELECT CAST(line AS BLOB) FROM team_journal"
                            " WHERE installation = ? AND seq = ?"_s,
                            {chain.installation, chain.entries});
        chains.append(chain);
    }
    return chains;
}

JournalWalking::JournalWalking(const JournalWalk &walk)
    : m_each(walk.each)
    , m_next(walk.filter)
    , m_everyInstallation(walk.everyInstallation)
{}

bool JournalWalking::step(Database &db)
{
    if (std::exchange(m_everyInstallation, false)) {
        const QList<InstallationChain> chains = readInstallationChains(db);
        for (const InstallationChain &chain : chains) {
            if (!chain.isOwn)
                m_left.append(chain.installation);
        }
        m_next.installation.clear();
    }
    JournalStretch lines = readJournalStretch(db, m_next);
    if (lines.isEmpty())
        return nextInstallation();
    m_lines += qint64(lines.size());
    m_next.afterSequence = lines.sequence(lines.size() - 1);
    return m_each(std::move(lines));
}

bool JournalWalking::nextInstallation()
{
    if (m_left.isEmpty())
        return false;
    m_next.installation = m_left.takeFirst();
    m_next.afterSequence = 0;
    return true;
}

JournalVerification::JournalVerification(const QString &installation, const QString &filtered)
    : m_installation(installation)
    , m_chain(installation)
    , m_parts([this](const ChainPart &part) { return m_chain.take(part); })
{
    m_next.installation = filtered;
}

bool JournalVerification::step(Database &db)
{
    JournalStretch lines = readJournalStretch(db, m_next);
    if (lines.isEmpty()) {
        m_parts.finish();
        return true;
    }
    m_next.afterSequence = lines.sequence(lines.size() - 1);
    return !m_parts.add([lines = std::move(lines), installation = m_installation] {
        return ChainPart::of(lines, installation);
    });
}

} // namespace chatelaine
