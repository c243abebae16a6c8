// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/timestamp.h"

#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace chatelaine {

/** A value bound to a statement. A null QString is written as an empty text, never as NULL. */
class Value
{
public:
    Value(const QString &text) // NOLINT(google-explicit-constructor)
        : m_value(text.isNull() ? QStringLiteral("") : text)
    {}
    Value(qint64 number) // NOLINT(google-explicit-constructor)
        : m_value(number)
    {}
    Value(int number) // NOLINT(google-explicit-constructor)
        : m_value(number)
    {}
    Value(double number) // NOLINT(google-explicit-constructor)
        : m_value(number)
    {}
    Value(bool flag) // NOLINT(google-explicit-constructor)
        : m_value(flag ? 1 : 0)
    {}
    Value(Timestamp time) // NOLINT(google-explicit-constructor)
        : m_value(static_cast<qint64>(time.micros()))
    {}
    template<typename Tag>
    Value(const StrongId<Tag> &id) // NOLINT(google-explicit-constructor)
        : Value(id.toString())
    {}
    template<typename T>
    Value(const std::optional<T> &maybe) // NOLINT(google-explicit-constructor)
        : m_value(maybe ? Value(*maybe).m_value : QVariant())
    {}

    const QVariant &variant() const { return m_value; }

private:
    QVariant m_value;
};

using Values = std::initializer_list<Value>;

class Database;

/**
 * The rows of a running SELECT. Each getter reads the next column of the current row, so that the
 * reading code stands in the order of the statement. The statement ends with this object.
 */
class Rows
{
public:
    Rows(Database &database, const QString &sql, QSqlQuery query);
    ~Rows();
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    bool next();

    QString text() { return take().toString(); }
    QByteArray bytes() { return take().toByteArray(); }
    qint64 integer() { return take().toLongLong(); }
    bool flag() { return integer() != 0; }
    Timestamp time() { return Timestamp::fromMicros(integer()); }
    std::optional<Timestamp> maybeTime();
    std::optional<double> maybeNumber();
    double number() { return take().toDouble(); }

private:
    QVariant take() { return m_query.value(m_column++); }

    Database &m_database;
    QString m_sql;
    QSqlQuery m_query;
    int m_column = 0;
};

/**
 * The rows of a running SELECT whose columns are read without a copy: for millions of them. Column
 * numbers count from 0. The statement ends with this object.
 */
class RawRows
{
public:
    RawRows(Database &database, const QString &sql, const QList<Value> &values);

    bool next();

    qint64 integer(int column) const;
    QByteArrayView bytes(int column) const; ///< until the next row

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    void bind(int position, const QVariant &value);
    void check(int code) const;

    Database &m_database;
    sqlite3 *const m_handle;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/** One connection to the database, used on the thread that made it. Every failed call throws
 * Failure. */
class Database
{
public:
    enum class Access { ReadOnly, ReadWrite };
    Database(const QString &file, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &file() const { return m_file; }

    /** Runs a statement, and gives the number of rows that it changed. */
    qint64 run(const QString &sql, Values values = {});
    [[nodiscard]] Rows select(const QString &sql, Values values = {});
    /** As select(), where how many values there are is known at run time only. */
    [[nodiscard]] Rows selectWith(const QString &sql, const QList<Value> &values);
    /** The first column of the first row, as a number; nothing when there is no row. */
    std::optional<qint64> number(const QString &sql, Values values = {});
    /** The row id of the last INSERT. */
    qint64 lastId() const { return m_lastId; }

private:
    friend class Rows;
    friend class RawRows;
    sqlite3 *handle() const;
    QSqlQuery prepared(const QString &sql);
    template<typename All>
    void execute(QSqlQuery &query, const All &values);

    QString m_file;
    QString m_connection;
    std::unordered_map<QString, QSqlQuery> m_idle; ///< prepared statements that are not running
    qint64 m_lastId = 0;
};

/** A transaction that is rolled back unless it was committed. */
class Transaction
{
public:
    enum class Kind {
        Read,
        Write ///< takes the write lock at once, so that what is read stays true until the commit
    };
    Transaction(Database &database, Kind kind);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace chatelaine
