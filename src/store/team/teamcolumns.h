// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/team/teamjournal.h"

#include <QJsonArray>
#include <QJsonObject>

namespace chatelaine {

/** A column that both databases have. */
struct TeamColumn
{
    enum Type { Text, Integer, MaybeInteger, Flag, Real, MaybeReal };
    const char *name;
    Type type;
};

using TeamColumns = QList<TeamColumn>;

/** The next columns of a local row. */
QJsonObject readColumns(Rows &rows, const TeamColumns &columns);

QString namesOf(const TeamColumns &columns); ///< "id, name"
QString typesOf(const TeamColumns &columns); ///< "id text, name text": of a JSON recordset

/**
 * Writes rows into a table that has `writer` and `revision`, each with a new revision; where `key`
 * is there already, `update` says what becomes of it. Gives how many were written.
 */
qint64 writeTeamRows(TeamWork &work, const QString &table, const TeamColumns &columns,
                     const QJsonArray &rows, const QString &key, const QString &update);

/** The usual `update`: all columns, unless what is there is later by its stamp. */
QString laterWins(const QString &table, const TeamColumns &columns);

QString jsonText(const QJsonArray &rows);

} // namespace chatelaine
