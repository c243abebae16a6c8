// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/keys.h"

#include "store/accounts.h"
#include "store/containers.h"
#include "store/encoding.h"
#include "store/failure.h"
#include "store/keyrecord.h"

#include <QUrl>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString liveFirst =
    QStringLiteral("k.vanished_at IS NOT NULL OR k.state = 'deleted', a.name, c.key, k.name, k.no");

QString selectKeys(const QString &condition, const QString &order = liveFirst)
{
    return u"SELECT k.no, k.container, k.uid, a.id, c.path, c.seen_at, c.seen_since,"
           " k.id, k.kind, k.name, k.mask, k.scopes, k.environment, k.state, k.created_at,"
           " k.created_by, k.used_at, k.used_precision, k.used_source, k.used_since,"
           " k.used_observed, k.expires_at, k.details, k.manual, k.in_use, k.kept, k.first_seen,"
           " k.last_seen, k.vanished_at, k.ended_at"
           " FROM keys k JOIN containers c ON c.no = k.container JOIN accounts a ON a.no = "
           "c.account"
           " WHERE %1 ORDER BY %2"_s.arg(condition, order);
}

/** Reads rows of selectKeys(); the paths of containers are decoded once. */
class KeyReader
{
public:
    QList<StoredKey> readAll(Rows rows)
    {
        QList<StoredKey> keys;
        while (rows.next())
            keys.append(read(rows));
        return keys;
    }

private:
    StoredKey read(Rows &rows)
    {
        StoredKey key;
        key.no = rows.integer();
        key.container = rows.integer();
        key.row.uid = KeyUid(rows.text());
        key.row.account = AccountId(rows.text());
        key.row.record.container = path(key.container, rows.text());
        const auto seenAt = rows.maybeTime();
        const auto seenSince = rows.maybeTime();
        readKeyRecord(rows, key.row.record);
        key.row.manual = rows.flag();
        key.row.inUse = rows.flag();
        key.row.kept = rows.flag();
        key.row.firstSeenAt = rows.maybeTime();
        key.row.lastSeenAt = rows.maybeTime();
        key.row.vanishedAt = rows.maybeTime();
        key.row.endedAt = rows.maybeTime();
        applyContainerSeen(key.row, seenSince, seenAt);
        return key;
    }

    /** A complete listing saw every key of its container that was not found missing. */
    static void applyContainerSeen(KeyRow &row, std::optional<Timestamp> since,
                                   std::optional<Timestamp> at)
    {
        if (!at || row.manual || row.vanishedAt || !row.firstSeenAt || *row.firstSeenAt > *at)
            return;
        row.lastSeenAt = std::max(row.lastSeenAt.value_or(*at), *at);
        if (row.record.lastUsed.observedAt && since)
            row.record.lastUsed.observedAt = std::max(*row.record.lastUsed.observedAt, *since);
    }

    const ContainerPath &path(qint64 container, const QString &encoded)
    {
        auto it = m_paths.find(container);
        if (it == m_paths.end())
            it = m_paths.insert(container, decodePath(encoded));
        return *it;
    }

    QHash<qint64, ContainerPath> m_paths;
};

QList<StoredKey> readStored(Database &db, const QString &condition, Values values)
{
    return KeyReader().readAll(db.select(selectKeys(condition), values));
}

QList<KeyRow> readRows(Database &db, const QString &condition, Values values)
{
    QList<KeyRow> rows;
    for (StoredKey &key : readStored(db, condition, values))
        rows.append(std::move(key.row));
    return rows;
}

QString decoded(const QString &segment)
{
    return QUrl::fromPercentEncoding(segment.toUtf8());
}

QString encoded(const QString &segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

QList<KeyRow> findByRef(Database &db, const QStringList &segments)
{
    QStringList container;
    for (const QString &segment : segments.sliced(1, segments.size() - 2))
        container.append(encoded(decoded(segment)));
    return readRows(db, u"a.name = ? AND c.key = ? AND k.id = ?"_s,
                    {decoded(segments.first()), container.join(u'/'), decoded(segments.last())});
}

std::optional<StoredKey> existing(Writing &writing, const KeyRow &key, qint64 container)
{
    if (!key.uid.isEmpty()) {
        if (auto known = findStoredKey(writing.db, key.uid))
            return known;
    }
    return findStoredKey(writing.db, container, VendorKeyId(storedId(key.record.id.toString())));
}

} // namespace

QList<StoredKey> readKeysOfContainer(Database &db, qint64 container)
{
    return readStored(db, u"k.container = ?"_s, {container});
}

std::optional<StoredKey> findStoredKey(Database &db, qint64 container, const VendorKeyId &id)
{
    const QList<StoredKey> found =
        readStored(db, u"k.container = ? AND k.id = ?"_s, {container, id});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<StoredKey> findStoredKey(Database &db, const KeyUid &uid)
{
    const QList<StoredKey> found = readStored(db, u"k.uid = ?"_s, {uid});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

KeyRow readKey(Database &db, const KeyUid &uid)
{
    const QList<KeyRow> rows = readRows(db, u"k.uid = ?"_s, {uid});
    if (rows.isEmpty())
        throw Failure{StorageErrors::noSuchKey()};
    return rows.first();
}

QList<KeyRow> findKeys(Database &db, const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return readRows(db, u"k.name = ?"_s, {text});
    if (QList<KeyRow> exact = findByRef(db, text.split(u'/')); !exact.isEmpty())
        return exact;
    const QString account = text.left(slash);
    const QString rest = text.mid(slash + 1);
    // A name may itself have a slash in it.
    return readRows(db,
                    u"(a.name IN (?, ?) AND (k.id IN (?, ?) OR k.name IN (?, ?))) OR k.name = ?"_s,
                    {account, decoded(account), rest, decoded(rest), rest, decoded(rest), text});
}

QList<KeyRow> readKeysOf(Database &db, const AccountId &account, const ContainerPath &container)
{
    if (account.isEmpty())
        return readRows(db, u"TRUE"_s, {});
    const QString key = containerKey(container);
    if (key.isEmpty())
        return readRows(db, u"a.id = ?"_s, {account});
    // '0' is the character after '/': the range holds what begins with the key and a slash.
    return readRows(db, u"a.id = ? AND (c.key = ? OR (c.key > ? AND c.key < ?))"_s,
                    {account, key, QString(key + u'/'), QString(key + u'0')});
}

QList<StoredKey> readKeysAfter(Database &db, const AccountId &account, qint64 no, int limit)
{
    return KeyReader().readAll(
        db.select(selectKeys(u"a.id = ? AND k.no > ?"_s, u"k.no LIMIT ?"_s), {account, no, limit}));
}

KeyRow putKey(Writing &writing, const KeyRow &key)
{
    AccountContainers containers(writing, accountNumber(writing.db, key.account));
    StoredKey stored;
    stored.container = containers.ensure(key.record.container).no;
    stored.row = key;
    stored.row.record = storedRecord(key.record);
    if (const auto before = existing(writing, key, stored.container)) {
        stored.no = before->no;
        stored.row.uid = before->row.uid;
        if (!stored.row.firstSeenAt)
            stored.row.firstSeenAt = before->row.firstSeenAt;
    }
    if (stored.row.uid.isEmpty())
        stored.row.uid = KeyUid(newUuid());
    if (!stored.row.firstSeenAt)
        stored.row.firstSeenAt = writing.now;
    writeKey(writing, stored);
    return readKey(writing.db, stored.row.uid);
}

void writeKey(Writing &writing, const StoredKey &key)
{
    const KeyRow &row = key.row;
    const KeyRecord &record = row.record;
    const std::optional<qint64> no = key.no == 0 ? std::nullopt : std::optional(key.no);
    writing.db.run(
        u"INSERT INTO keys (no, uid, container, id, kind, name, mask, scopes, environment, state,"
        " created_at, created_by, used_at, used_precision, used_source, used_since, used_observed,"
        " expires_at, details, manual, in_use, kept, first_seen, last_seen, vanished_at, ended_at,"
        " revision, stamp, team_stamp)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?) ON CONFLICT (no) DO UPDATE SET"
        " container = excluded.container, id = excluded.id, kind = excluded.kind,"
        " name = excluded.name, mask = excluded.mask, scopes = excluded.scopes,"
        " environment = excluded.environment, state = excluded.state,"
        " created_at = excluded.created_at, created_by = excluded.created_by,"
        " used_at = excluded.used_at, used_precision = excluded.used_precision,"
        " used_source = excluded.used_source, used_since = excluded.used_since,"
        " used_observed = excluded.used_observed, expires_at = excluded.expires_at,"
        " details = excluded.details, manual = excluded.manual, in_use = excluded.in_use,"
        " kept = excluded.kept, first_seen = excluded.first_seen, last_seen = excluded.last_seen,"
        " vanished_at = excluded.vanished_at, ended_at = excluded.ended_at,"
        " revision = excluded.revision, stamp = excluded.stamp,"
        " team_stamp = excluded.team_stamp"_s,
        {no,
         row.uid,
         key.container,
         record.id,
         record.kind,
         record.name,
         record.mask,
         joinedLines(record.scopes),
         record.environment,
         keyStateName(record.state),
         record.createdAt,
         record.createdBy,
         record.lastUsed.at,
         record.lastUsed.precisionSeconds,
         lastUsedSourceName(record.lastUsed.source),
         record.lastUsed.trackedSince,
         record.lastUsed.observedAt,
         record.expiresAt,
         encodeDetails(record.details),
         row.manual,
         row.inUse,
         row.kept,
         row.firstSeenAt,
         row.lastSeenAt,
         row.vanishedAt,
         row.endedAt,
         writing.revision(),
         key.teamStamp.value_or(writing.now),
         key.teamStamp});
    writing.changes.keys = true;
    writing.changes.containers = true; // their counts
}

} // namespace chatelaine
