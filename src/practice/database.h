// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <stdexcept>

struct sqlite3;
struct sqlite3_stmt;

namespace chatelaine::practice {

/** What the database refused. Stays inside this library: a listener answers it with 500. */
class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/** A prepared statement with its values bound. */
class Statement
{
public:
    Statement(sqlite3 *database, QByteArrayView sql);

    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    /** True while there is a row. */
    bool next();
    /** Runs a statement that gives no rows. */
    void run();

    QString text(int column) const;
    qint64 number(int column) const;
    std::optional<qint64> optionalNumber(int column) const;

private:
    void reset();
    void check(int result) const;
    void bindOne(int index, const QString &value);
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, bool value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const std::optional<qint64> &value);

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/** One SQLite connection. The library's state has one lock, so any thread may use it in turn. */
class Database
{
public:
    /** An empty file name keeps everything in memory. Throws DatabaseError. */
    explicit Database(const QString &file);

    template<typename... Values>
    Statement query(QByteArrayView sql, const Values &...values)
    {
        Statement statement(m_connection.get(), sql);
        statement.bind(values...);
        return statement;
    }
    void script(const QByteArray &sql);

private:
    struct Close
    {
        void operator()(sqlite3 *connection) const;
    };
    std::unique_ptr<sqlite3, Close> m_connection;
};

/** Everything that happens in its life, or nothing of it. */
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace chatelaine::practice
