// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/database.h"

#include <sqlite3.h>

namespace chatelaine::practice {

Statement::Statement(sqlite3 *database, QByteArrayView sql)
    : m_database(database)
{
    sqlite3_stmt *statement = nullptr;
    const int result =
        sqlite3_prepare_v2(database, sql.data(), int(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    check(result);
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void Statement::check(int result) const
{
    if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
        throw DatabaseError(sqlite3_errmsg(m_database));
}

bool Statement::next()
{
    const int result = sqlite3_step(m_statement.get());
    check(result);
    return result == SQLITE_ROW;
}

void Statement::run()
{
    while (next()) {
    }
}

QString Statement::text(int column) const
{
    const auto *data =
        reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<qint64> Statement::optionalNumber(int column) const
{
    if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL)
        return std::nullopt;
    return number(column);
}

void Statement::bindOne(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    check(sqlite3_bind_text(m_statement.get(), index, utf8.constData(), int(utf8.size()),
                            SQLITE_TRANSIENT));
}

void Statement::bindOne(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement.get(), index, value));
}

void Statement::bindOne(int index, const std::optional<qint64> &value)
{
    if (value)
        bindOne(index, *value);
    else
        check(sqlite3_bind_null(m_statement.get(), index));
}

Database::Database(const QString &file)
{
    const QByteArray name = file.isEmpty() ? QByteArrayLiteral(":memory:") : file.toUtf8();
    sqlite3 *connection = nullptr;
    const int result = sqlite3_open_v2(
        name.constData(), &connection,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    m_connection.reset(connection);
    if (result != SQLITE_OK)
        throw DatabaseError(connection ? sqlite3_errmsg(connection) : "out of memory");
    // A lost practice transaction after a power cut costs nobody anything; a slow rehearsal does.
    script("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;");
}

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

void Database::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_connection.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw DatabaseError(sqlite3_errmsg(m_connection.get()));
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.script("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.script("ROLLBACK");
    } catch (const DatabaseError &) {
        // SQLite has rolled back by itself; the error that brought us here is the one that counts.
        m_open = false;
    }
}

void Transaction::commit()
{
    m_database.script("COMMIT");
    m_open = false;
}

} // namespace chatelaine::practice
