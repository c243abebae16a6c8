// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamconnection.h"

#include "core/ids.h"
#include "core/log.h"
#include "core/redaction.h"
#include "store/failure.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestReason = 500;

/** The server's own words belong to what happened. */
Error withReason(Error error, const QSqlError &reason)
{
    const QString words = displaySafe(redacted(reason.databaseText().simplified()), longestReason);
    if (!words.isEmpty())
        error.message = TeamErrors::tr("%1 It says: %2").arg(error.message, words);
    return error;
}

QString connectOptions(const TeamAddress &address)
{
    // libpq's own bounds: of the connecting, and of a network that has fallen silent.
    QStringList options{u"connect_timeout=5"_s,         u"keepalives_idle=10"_s,
                        u"keepalives_interval=5"_s,     u"keepalives_count=3"_s,
                        u"tcp_user_timeout=20000"_s,    u"application_name=chatelaine"_s,
                        u"sslmode="_s + address.sslMode};
    if (!address.caFile.isEmpty())
        options.append(u"sslrootcert='"_s + address.caFile + u'\'');
    return options.join(u';');
}

} // namespace

Error TeamErrors::notReached(const QSqlError &error)
{
    return withReason(
        Error::of(
            ErrorKind::Network, tr("The team's database does not answer, or does not let you in."),
            tr("What you do is kept here and copied when it answers again. Check the address, "
               "your password there, and the network.")),
        error);
}

Error TeamErrors::from(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code.isEmpty() || code.startsWith("08"_L1) || code.startsWith("57P"_L1))
        return notReached(error);
    if (code == "57014"_L1 || code == "55P03"_L1)
        return withReason(Error::of(ErrorKind::Timeout, tr("The team's database took too long."),
                                    tr("It is tried again by itself.")),
                          error);
    if (code == "42501"_L1)
        return withReason(
            Error::of(ErrorKind::Forbidden,
                      tr("The team's database does not allow your user what is needed."),
                      tr("Ask whoever runs it for the rights of a writer or a viewer.")),
            error);
    if (code == "CH001"_L1)
        return withReason(
            Error::of(ErrorKind::Forbidden,
                      tr("The team's database knows this installation under another user."),
                      tr("Connect as the user that joined first.")),
            error);
    if (code == "CH002"_L1 || code == "CH003"_L1)
        return own(tr("The team's database refuses the next entry, since it does not follow from "
                      "the one that it has."));
    return withReason(Error::of(ErrorKind::Storage, tr("The team's database refused.")), error);
}

Error TeamErrors::noDriver()
{
    return Error::of(ErrorKind::Unsupported, tr("Qt's driver for PostgreSQL is not installed."),
                     tr("Install it (Debian: libqt6sql6-psql), then try again."));
}

Error TeamErrors::wrongEncoding()
{
    return Error::of(ErrorKind::Storage, tr("The team's database does not store UTF-8."),
                     tr("Make one with ENCODING 'UTF8'."));
}

Error TeamErrors::newer()
{
    return Error::of(
        ErrorKind::Storage, tr("The team's database was made by a newer version of Chatelaine."),
        tr("Install the newer version. Nothing was touched there, and what you do is kept here."));
}

Error TeamErrors::olderButReadOnly()
{
    return Error::of(
        ErrorKind::Forbidden,
        tr("The team's database has no tables for this version, and your user may not make them."),
        tr("Ask whoever owns it to join, or to sync, with this version first."));
}

Error TeamErrors::foreign()
{
    return Error::of(ErrorKind::Storage,
                     tr("The database has a schema \"chatelaine\" that is not a team's."),
                     tr("Use a database of its own. Nothing was touched."));
}

Error TeamErrors::anotherTeam()
{
    return Error::of(ErrorKind::Conflict,
                     tr("At this address there is another team's database now."),
                     tr("Leave the team and join again, if that is meant to be so."));
}

Error TeamErrors::own(const QString &problem)
{
    return Error::of(ErrorKind::Conflict, problem,
                     tr("Nothing is copied any more. One of the two was changed or set back: keep "
                        "both, and compare them before you go on (docs/team.md)."));
}

bool TeamRows::next()
{
    m_column = 0;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw Failure{TeamErrors::from(m_query.lastError())};
    return false;
}

std::optional<Timestamp> TeamRows::maybeTime()
{
    const QVariant read = value();
    if (read.isNull())
        return std::nullopt;
    return Timestamp::fromMicros(read.toLongLong());
}

std::optional<double> TeamRows::maybeNumber()
{
    const QVariant read = value();
    if (read.isNull())
        return std::nullopt;
    return read.toDouble();
}

TeamConnection::TeamConnection(const TeamAddress &address, const TeamPassword &password)
    : m_name(newUuid())
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        throw Failure{TeamErrors::noDriver()};
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    database.setHostName(address.host);
    database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setConnectOptions(connectOptions(address));
    QByteArray bytes = password ? password() : QByteArray();
    QString words = QString::fromUtf8(bytes);
    const bool open = database.open(address.user, words);
    words.fill(QChar());
    bytes.fill('\0');
    const QSqlError error = database.lastError();
    database = {};
    try {
        if (!open)
            throw Failure{TeamErrors::notReached(error)};
        execute(u"SET statement_timeout = '20s'; SET lock_timeout = '10s';"
                " SET idle_in_transaction_session_timeout = '60s';"
                " SET search_path = chatelaine, pg_catalog"_s);
        if (number(u"SELECT (current_setting('server_encoding') = 'UTF8')::integer"_s) == 0)
            throw Failure{TeamErrors::wrongEncoding()};
    } catch (const Failure &) {
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

TeamConnection::~TeamConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

void TeamConnection::execute(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql)) {
        qCWarning(lcStore) << "team:" << query.lastError().databaseText();
        throw Failure{TeamErrors::from(query.lastError())};
    }
}

QSqlQuery TeamConnection::executed(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok) {
        qCWarning(lcStore) << "team:" << query.lastError().databaseText();
        throw Failure{TeamErrors::from(query.lastError())};
    }
    return query;
}

qint64 TeamConnection::run(const QString &sql, const QVariantList &values)
{
    return executed(sql, values).numRowsAffected();
}

TeamRows TeamConnection::select(const QString &sql, const QVariantList &values)
{
    return TeamRows(executed(sql, values));
}

qint64 TeamConnection::number(const QString &sql, const QVariantList &values)
{
    TeamRows rows = select(sql, values);
    return rows.next() ? rows.integer() : 0;
}

TeamTransaction::TeamTransaction(TeamConnection &connection, Kind kind)
    : m_connection(connection)
{
    m_connection.execute(kind == Kind::Read ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s
                                            : u"BEGIN"_s);
}

TeamTransaction::~TeamTransaction()
{
    if (!m_open)
        return;
    try {
        m_connection.execute(u"ROLLBACK"_s);
    } catch (const Failure &) {
        // The connection is gone, and the server has rolled back by itself.
    }
}

void TeamTransaction::commit()
{
    m_connection.execute(u"COMMIT"_s);
    m_open = false;
}

} // namespace chatelaine
