// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"

#include "core/log.h"
#include "store/failure.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

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

RawRows::RawRows(Database &database, const QString &sql, const QList<Value> &values)
    : m_database(database)
    , m_handle(database.handle())
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(m_handle, utf8.constData(), int(utf8.size()), &statement, nullptr));
    m_statement.reset(statement);
    int position = 0;
    for (const Value &value : values)
        bind(++position, value.variant());
}

void RawRows::bind(int position, const QVariant &value)
{
    if (value.isNull())
        return check(sqlite3_bind_null(m_statement.get(), position));
    if (value.typeId() == QMetaType::Double)
        return check(sqlite3_bind_double(m_statement.get(), position, value.toDouble()));
    if (value.typeId() != QMetaType::QString)
        return check(sqlite3_bind_int64(m_statement.get(), position, value.toLongLong()));
    const QByteArray text = value.toString().toUtf8();
    check(sqlite3_bind_text(m_statement.get(), position, text.constData(), int(text.size()),
                            SQLITE_TRANSIENT));
}

bool RawRows::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        check(code);
    return false;
}

qint64 RawRows::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArrayView RawRows::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column)};
}

void RawRows::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void RawRows::check(int code) const
{
    if (code == SQLITE_OK)
        return;
    const QSqlError error({}, QString::fromUtf8(sqlite3_errmsg(m_handle)),
                          QSqlError::StatementError,
                          QString::number(sqlite3_extended_errcode(m_handle)));
    qCWarning(lcStore) << "read:" << error.text();
    throw Failure::of(error, m_database.m_file);
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

sqlite3 *Database::handle() const
{
    // Debian's driver uses the library that this program is linked with.
    const QVariant handle = QSqlDatabase::database(m_connection, false).driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.data());
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
