// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ids.h"
#include "store/failure.h"
#include "store/migrations.h"
#include "store/team/teamconnection.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TeamVersion
{
    qint64 version = 0; ///< 0: there are no tables
    QString id;
};

TeamVersion readTeamVersion(TeamConnection &connection)
{
    if (connection.number(u"SELECT (to_regclass('chatelaine.team') IS NOT NULL)::integer"_s) == 0) {
        const bool others = connection.number(
            u"SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('chatelaine')"_s);
        if (others)
            throw Failure{TeamErrors::foreign()};
        return {};
    }
    TeamRows rows = connection.select(u"SELECT version, id FROM team"_s);
    if (!rows.next())
        throw Failure{TeamErrors::foreign()};
    const qint64 version = rows.integer();
    return {version, rows.text()};
}

} // namespace

QString findTeam(TeamConnection &connection)
{
    const TeamVersion team = readTeamVersion(connection);
    if (team.version > migrationFiles(u"team"_s).size())
        throw Failure{TeamErrors::newer()};
    return team.id;
}

QString prepareTeam(TeamConnection &connection)
{
    const QStringList files = migrationFiles(u"team"_s);
    TeamVersion team = readTeamVersion(connection);
    if (team.version > files.size())
        throw Failure{TeamErrors::newer()};
    if (team.version == files.size())
        return team.id;
    TeamTransaction transaction(connection, TeamTransaction::Kind::Write);
    try {
        connection.select(u"SELECT pg_advisory_xact_lock(hashtextextended('chatelaine', 0))"_s);
        // Asked again under the lock: another installation may have done it meanwhile.
        team = readTeamVersion(connection);
        if (team.version == 0)
            connection.execute(u"CREATE SCHEMA IF NOT EXISTS chatelaine"_s);
        for (qint64 next = team.version; next < files.size(); ++next) {
            for (const QString &statement : sqlStatements(files[next]))
                connection.execute(statement);
        }
        if (team.version == 0) {
            team.id = newUuid();
            connection.run(u"INSERT INTO team (id, version) VALUES (?, 0)"_s, {team.id});
        }
        connection.run(u"UPDATE team SET version = greatest(version, ?)"_s, {files.size()});
        transaction.commit();
    } catch (const Failure &failure) {
        if (failure.error.kind == ErrorKind::Forbidden)
            throw Failure{TeamErrors::olderButReadOnly()};
        throw;
    }
    return team.id;
}

} // namespace chatelaine
