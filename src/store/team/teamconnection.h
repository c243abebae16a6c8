// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/team.h"
#include "core/timestamp.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QVariant>

class QSqlError;

namespace chatelaine {

/** The errors of a team's database as the user meets them. */
class TeamErrors
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::TeamErrors)
public:
    static Error notReached(const QSqlError &error);
    static Error from(const QSqlError &error);
    static Error noDriver();
    static Error wrongEncoding();
    static Error newer();
    static Error olderButReadOnly();
    static Error foreign();
    static Error anotherTeam();
    static Error own(const QString &problem);
};

/** The rows of a SELECT, each column read in the order of the statement. */
class TeamRows
{
public:
    explicit TeamRows(QSqlQuery query)
        : m_query(std::move(query))
    {}
    bool next();
    QVariant value() { return m_query.value(m_column++); }
    QString text() { return value().toString(); }
    qint64 integer() { return value().toLongLong(); }
    bool flag() { return value().toBool(); }
    std::optional<Timestamp> maybeTime();
    std::optional<double> maybeNumber();

private:
    QSqlQuery m_query;
    int m_column = 0;
};

/**
 * One connection to a team's PostgreSQL database, used on the thread that made it and closed with
 * this object. Each statement is bounded: by the server, and by the network where that is silent.
 * Every failed call throws Failure.
 */
class TeamConnection
{
public:
    TeamConnection(const TeamAddress &address, const TeamPassword &password);
    ~TeamConnection();
    TeamConnection(const TeamConnection &) = delete;
    TeamConnection &operator=(const TeamConnection &) = delete;

    /** A statement without values, as it is. */
    void execute(const QString &sql);
    /** The number of rows that it changed. */
    qint64 run(const QString &sql, const QVariantList &values);
    TeamRows select(const QString &sql, const QVariantList &values = {});
    qint64 number(const QString &sql, const QVariantList &values = {});

private:
    QSqlQuery executed(const QString &sql, const QVariantList &values);

    QString m_name;
};

/** Rolled back unless it was committed. */
class TeamTransaction
{
public:
    enum class Kind {
        Read, ///< one moment of the database
        Write
    };
    TeamTransaction(TeamConnection &connection, Kind kind);
    ~TeamTransaction();
    TeamTransaction(const TeamTransaction &) = delete;
    TeamTransaction &operator=(const TeamTransaction &) = delete;

    void commit();

private:
    TeamConnection &m_connection;
    bool m_open = true;
};

/** The id of the team that is there; empty: none yet. Throws Failure for what is not a team's, or
 * is of a newer version. */
QString findTeam(TeamConnection &connection);

/**
 * Makes the tables, or brings them forward; gives the team's id. Nothing is touched in a database
 * of a newer version. Throws Failure.
 */
QString prepareTeam(TeamConnection &connection);

} // namespace chatelaine
