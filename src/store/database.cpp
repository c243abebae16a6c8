// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"

#include "core/log.h"
#include "store/failure.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

Rows::Rows(Database &database, const QString &sql, QSqlQuery query)
    : m_database(database)
    , m_sql(sql)
    , m_query(std::move(query))
{}

Rows::~Rows()
{
    // A statement that is not reset would keep its read transaction open.
    m_query.finish();
    m_database.m_idle.insert_or_assign(m_sql, std::move(m_query));
}

bool Rows::next()
{
    m_column = 0;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw Failure::of(m_query.lastError(), m_database.m_file);
    return false;
}

std::optional<Timestamp> Rows::maybeTime()
{
    const QVariant value = take();
    if (value.isNull())
        return std::nullopt;
    return Timestamp::fromMicros(value.toLongLong());
}

std::optional<double> Rows::maybeNumber()
{
    const QVariant value = take();
    if (value.isNull())
        return std::nullopt;
    return value.toDouble();
}

Database::Database(const QString &file, Access access)
    : m_file(file)
    , m_connection(newUuid())
{
    QString options = u"QSQLITE_BUSY_TIMEOUT=10000"_s;
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(file);
    database.setConnectOptions(options);
    if (!database.open()) {
        const Failure failure = Failure::of(database.lastError(), file);
        database = {};
        QSqlDatabase::removeDatabase(m_connection);
        throw failure;
    }
}

Database::~Database()
{
    m_idle.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery Database::prepared(const QString &sql)
{
    const auto idle = m_idle.find(sql);
    if (idle != m_idle.end()) {
        QSqlQuery query = std::move(idle->second);
        m_idle.erase(idle);
        return query;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        qCWarning(lcStore) << "prepare:" << query.lastError().text();
        throw Failure::of(query.lastError(), m_file);
    }
    return query;
}

template<typename All>
void Database::execute(QSqlQuery &query, const All &values)
{
    int position = 0;
    for (const Value &value : values)
        query.bindValue(position++, value.variant());
    if (!query.exec()) {
        qCWarning(lcStore) << "execute:" << query.lastError().text();
        throw Failure::of(query.lastError(), m_file);
    }
}

qint64 Database::run(const QString &sql, Values values)
{
    QSqlQuery query = prepared(sql);
    execute(query, values);
    m_lastId = query.lastInsertId().toLongLong();
    const qint64 changed = query.numRowsAffected();
    query.finish();
    m_idle.insert_or_assign(sql, std::move(query));
    return changed;
}

Rows Database::select(const QString &sql, Values values)
{
    QSqlQuery query = prepared(sql);
    execute(query, values);
    return Rows(*this, sql, std::move(query));
}

Rows Database::selectWith(const QString &sql, const QList<Value> &values)
{
    QSqlQuery query = prepared(sql);
    execute(query, values);
    return Rows(*this, sql, std::move(query));
}

std::optional<qint64> Database::number(const QString &sql, Values values)
{
    Rows rows = select(sql, values);
    if (!rows.next())
        return std::nullopt;
    return rows.integer();
}

Transaction::Transaction(Database &database, Kind kind)
    : m_database(database)
{
    m_database.run(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.run(u"ROLLBACK"_s);
    } catch (const Failure &) {
        // SQLite has rolled back by itself, as it does after a full disk or an I/O error.
    }
}

void Transaction::commit()
{
    m_database.run(u"COMMIT"_s);
    m_open = false;
}

} // namespace chatelaine
