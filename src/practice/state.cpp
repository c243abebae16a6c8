// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"

#include "practice/tokens.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto schema = R"(
CREATE TABLE IF NOT EXISTS containers(
    system TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL,
    role TEXT NOT NULL, description TEXT NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, PRIMARY KEY(system, id));
CREATE INDEX IF NOT EXISTS containers_by_parent ON containers(system, parent);
CREATE TABLE IF NOT EXISTS keys(
    row INTEGER PRIMARY KEY AUTOINCREMENT, system TEXT NOT NULL, container TEXT NOT NULL,
    kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
    hint TEXT NOT NULL, environment TEXT NOT NULL, created_by TEXT NOT NULL, scopes TEXT NOT NULL,
    allowed_ips TEXT NOT NULL, enabled INTEGER NOT NULL, created_at INTEGER NOT NULL,
    last_used_at INTEGER, expires_at INTEGER, revoked_at INTEGER, UNIQUE(system, container, id));
CREATE UNIQUE INDEX IF NOT EXISTS keys_by_digest ON keys(system, digest);
CREATE TABLE IF NOT EXISTS rotations(
    key_row INTEGER PRIMARY KEY, next_digest TEXT NOT NULL, next_hint TEXT NOT NULL,
    rotates_at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS rotations_by_digest ON rotations(next_digest);
CREATE TRIGGER IF NOT EXISTS keys_end AFTER DELETE ON keys
    BEGIN DELETE FROM rotations WHERE key_row = OLD.row; END;
CREATE TABLE IF NOT EXISTS documents(
    row INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, owner TEXT NOT NULL,
    id TEXT NOT NULL, content TEXT NOT NULL, UNIQUE(collection, owner, id));
CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS traffic(
    organization TEXT NOT NULL, hour INTEGER NOT NULL, project TEXT NOT NULL, key_id TEXT NOT NULL,
    environment TEXT NOT NULL, route TEXT NOT NULL, status INTEGER NOT NULL,
    requests INTEGER NOT NULL, duration_ms INTEGER NOT NULL,
    PRIMARY KEY(organization, hour, key_id, route, status)) WITHOUT ROWID;
)";

constexpr auto selectKeys =
    "SELECT row, system, container, kind, id, name, digest, hint, environment, created_by, scopes, "
    "allowed_ips, enabled, created_at, last_used_at, expires_at, revoked_at, next_digest, "
    "next_hint, rotates_at FROM keys LEFT JOIN rotations ON key_row = row";

constexpr auto keyCondition =
    " WHERE system = ?1 AND (?2 = '' OR container = ?2) AND (?3 = '' OR container IN (SELECT id "
    "FROM containers WHERE system = ?1 AND parent = ?3)) AND (?4 = '' OR kind = ?4) AND (?5 = '' "
    "OR environment = ?5)";

constexpr auto insertKey =
    "INSERT INTO keys(system, container, kind, id, name, digest, hint, environment, created_by, "
    "scopes, allowed_ips, enabled, created_at, last_used_at, expires_at, revoked_at) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

QString joined(const QStringList &list)
{
    return list.join(u'\n');
}

QStringList split(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

KeyRecord keyFrom(const Statement &row)
{
    KeyRecord key;
    key.row = row.number(0);
    key.system = row.text(1);
    key.container = row.text(2);
    key.kind = row.text(3);
    key.id = row.text(4);
    key.name = row.text(5);
    key.digest = row.text(6);
    key.hint = row.text(7);
    key.environment = row.text(8);
    key.createdBy = row.text(9);
    key.scopes = split(row.text(10));
    key.allowedIps = split(row.text(11));
    key.enabled = row.number(12) != 0;
    key.createdAt = row.number(13);
    key.lastUsedAt = row.optionalNumber(14);
    key.expiresAt = row.optionalNumber(15);
    key.revokedAt = row.optionalNumber(16);
    if (const auto at = row.optionalNumber(19))
        key.rotation = Rotation{row.text(17), row.text(18), *at};
    return key;
}

void bindKey(Statement &statement, const KeyRecord &key)
{
    statement.bind(key.system, key.container, key.kind, key.id, key.name, key.digest, key.hint,
                   key.environment, key.createdBy, joined(key.scopes), joined(key.allowedIps),
                   key.enabled, key.createdAt, key.lastUsedAt, key.expiresAt, key.revokedAt);
}

QString storedForm(const QJsonObject &content)
{
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

ContainerRecord containerFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2),   row.text(3),
            row.text(4), row.text(5), row.number(6), row.number(7)};
}

DocumentRecord documentFrom(const Statement &row)
{
    return {row.text(0), QJsonDocument::fromJson(row.text(1).toUtf8()).object()};
}

} // namespace

QByteArray httpDate(Millis time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QString isoTime(Millis time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Millis> parseIsoTime(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

State::State(const QString &databaseFile)
    : m_database(databaseFile)
{
    m_database.script(schema);
    Statement statement = m_database.query("SELECT 1 FROM keys LIMIT 1");
    m_new = !statement.next();
}

Millis State::now() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_clockOffset;
}

qint64 State::addKey(const KeyRecord &key)
{
    Statement statement = m_database.query(insertKey);
    bindKey(statement, key);
    statement.run();
    Statement row = m_database.query("SELECT last_insert_rowid()");
    row.next();
    return row.number(0);
}

void State::addKeys(const QList<KeyRecord> &keys)
{
    Statement statement = m_database.query(insertKey);
    for (const KeyRecord &key : keys) {
        bindKey(statement, key);
        statement.run();
    }
}

void State::updateKey(const KeyRecord &key)
{
    m_database
        .query("UPDATE keys SET name = ?, digest = ?, hint = ?, allowed_ips = ?, enabled = ?, "
               "last_used_at = ?, expires_at = ?, revoked_at = ? WHERE row = ?",
               key.name, key.digest, key.hint, joined(key.allowedIps), key.enabled, key.lastUsedAt,
               key.expiresAt, key.revokedAt, key.row)
        .run();
    m_database.query("DELETE FROM rotations WHERE key_row = ?", key.row).run();
    if (key.rotation) {
        m_database
            .query("INSERT INTO rotations VALUES(?, ?, ?, ?)", key.row, key.rotation->digest,
                   key.rotation->hint, key.rotation->at)
            .run();
    }
}

void State::removeKey(qint64 row)
{
    m_database.query("DELETE FROM keys WHERE row = ?", row).run();
}

void State::touchKey(qint64 row)
{
    m_database.query("UPDATE keys SET last_used_at = ? WHERE row = ?", now(), row).run();
}

std::optional<KeyRecord> State::keyBySecret(const QString &system, QByteArrayView secret)
{
    const QString digest = digestOf(secret);
    Statement present = m_database.query(
        QByteArray(selectKeys) + " WHERE system = ? AND digest = ?", system, digest);
    if (present.next())
        return keyFrom(present);
    Statement coming = m_database.query(
        QByteArray(selectKeys) + " WHERE system = ? AND next_digest = ?", system, digest);
    if (coming.next())
        return keyFrom(coming);
    return std::nullopt;
}

std::optional<KeyRecord> State::keyById(const KeyFilter &filter, const QString &id)
{
    Statement statement =
        m_database.query(QByteArray(selectKeys) + keyCondition + " AND id = ?6", filter.system,
                         filter.container, filter.parent, filter.kind, filter.environment, id);
    if (!statement.next())
        return std::nullopt;
    return keyFrom(statement);
}

QList<KeyRecord> State::keys(const KeyFilter &filter, qint64 limit, qint64 offset)
{
    Statement statement = m_database.query(QByteArray(selectKeys) + keyCondition +
                                               " ORDER BY row DESC LIMIT ?6 OFFSET ?7",
                                           filter.system, filter.container, filter.parent,
                                           filter.kind, filter.environment, limit, offset);
    QList<KeyRecord> found;
    while (statement.next())
        found.append(keyFrom(statement));
    return found;
}

qint64 State::countKeys(const KeyFilter &filter)
{
    Statement statement =
        m_database.query("SELECT count(*) FROM keys"_ba + keyCondition, filter.system,
                         filter.container, filter.parent, filter.kind, filter.environment);
    statement.next();
    return statement.number(0);
}

void State::addContainer(const ContainerRecord &container)
{
    m_database
        .query("INSERT INTO containers VALUES(?, ?, ?, ?, ?, ?, ?, ?)", container.system,
               container.id, container.parent, container.name, container.role,
               container.description, container.createdAt, container.updatedAt)
        .run();
}

void State::updateContainer(const ContainerRecord &container)
{
    m_database
        .query("UPDATE containers SET name = ?, role = ?, description = ?, updated_at = ? "
               "WHERE system = ? AND id = ?",
               container.name, container.role, container.description, container.updatedAt,
               container.system, container.id)
        .run();
}

void State::removeContainer(const QString &system, const QString &id)
{
    Transaction transaction(m_database);
    m_database
        .query("DELETE FROM keys WHERE system = ?1 AND (container = ?2 OR container IN (SELECT id "
               "FROM containers WHERE system = ?1 AND parent = ?2))",
               system, id)
        .run();
    m_database
        .query("DELETE FROM containers WHERE system = ?1 AND (id = ?2 OR parent = ?2)", system, id)
        .run();
    transaction.commit();
}

std::optional<ContainerRecord> State::container(const QString &system, const QString &id)
{
    Statement statement =
        m_database.query("SELECT * FROM containers WHERE system = ? AND id = ?", system, id);
    if (!statement.next())
        return std::nullopt;
    return containerFrom(statement);
}

QList<ContainerRecord> State::containers(const QString &system, const QString &parent)
{
    Statement statement =
        m_database.query("SELECT * FROM containers WHERE system = ? AND parent = ? "
                         "ORDER BY created_at DESC, rowid DESC",
                         system, parent);
    QList<ContainerRecord> found;
    while (statement.next())
        found.append(containerFrom(statement));
    return found;
}

void State::addDocument(const QString &collection, const QString &owner,
                        const DocumentRecord &document)
{
    m_database
        .query("INSERT INTO documents(collection, owner, id, content) VALUES(?, ?, ?, ?)",
               collection, owner, document.id, storedForm(document.content))
        .run();
}

bool State::updateDocument(const QString &collection, const QString &owner,
                           const DocumentRecord &document)
{
    Statement statement = m_database.query(
        "UPDATE documents SET content = ? WHERE collection = ? AND owner = ? AND id = ? "
        "RETURNING id",
        storedForm(document.content), collection, owner, document.id);
    const bool updated = statement.next();
    statement.run();
    return updated;
}

bool State::removeDocument(const QString &collection, const QString &owner, const QString &id)
{
    Statement statement = m_database.query(
        "DELETE FROM documents WHERE collection = ? AND owner = ? AND id = ? RETURNING id",
        collection, owner, id);
    const bool removed = statement.next();
    statement.run();
    return removed;
}

std::optional<DocumentRecord> State::document(const QString &collection, const QString &owner,
                                              const QString &id)
{
    Statement statement = m_database.query(
        "SELECT id, content FROM documents WHERE collection = ? AND owner = ? AND id = ?",
        collection, owner, id);
    if (!statement.next())
        return std::nullopt;
    return documentFrom(statement);
}

QList<DocumentRecord> State::documents(const QString &collection, const QString &owner)
{
    Statement statement = m_database.query(
        "SELECT id, content FROM documents WHERE collection = ? AND owner = ? ORDER BY row DESC",
        collection, owner);
    QList<DocumentRecord> found;
    while (statement.next())
        found.append(documentFrom(statement));
    return found;
}

qint64 State::counter(const QString &name)
{
    Statement statement = m_database.query("SELECT value FROM counters WHERE name = ?", name);
    return statement.next() ? statement.number(0) : 0;
}

void State::setCounter(const QString &name, qint64 value)
{
    m_database.query("INSERT OR REPLACE INTO counters VALUES(?, ?)", name, value).run();
}

qint64 State::increment(const QString &name)
{
    const qint64 value = counter(name) + 1;
    setCounter(name, value);
    return value;
}

void State::addTraffic(const TrafficRecord &traffic)
{
    m_database
        .query("INSERT INTO traffic VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, "
               "duration_ms = duration_ms + excluded.duration_ms",
               traffic.organization, traffic.hour, traffic.project, traffic.keyId,
               traffic.environment, traffic.route, traffic.status, traffic.requests,
               traffic.durationMs)
        .run();
}

QList<TrafficRecord> State::traffic(const QString &organization, Millis from, Millis to)
{
    Statement statement = m_database.query(
        "SELECT project, key_id, environment, route, status, hour, requests, duration_ms "
        "FROM traffic WHERE organization = ? AND hour >= ? AND hour < ? ORDER BY hour",
        organization, from, to);
    QList<TrafficRecord> found;
    while (statement.next()) {
        found.append({organization, statement.text(0), statement.text(1), statement.text(2),
                      statement.text(3), int(statement.number(4)), statement.number(5),
                      statement.number(6), statement.number(7)});
    }
    return found;
}

} // namespace chatelaine::practice
