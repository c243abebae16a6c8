// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/team/teamcolumns.h"

#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue readColumn(Rows &rows, TeamColumn::Type type)
{
    switch (type) {
    case TeamColumn::Text:
        return rows.text();
    case TeamColumn::Integer:
        return rows.integer();
    case TeamColumn::MaybeInteger: {
        const auto value = rows.maybeTime();
        return value ? QJsonValue(qint64(value->micros())) : QJsonValue();
    }
    case TeamColumn::Flag:
        return rows.flag();
    case TeamColumn::Real:
        return rows.number();
    case TeamColumn::MaybeReal: {
        const auto value = rows.maybeNumber();
        return value ? QJsonValue(*value) : QJsonValue();
    }
    }
    Q_UNREACHABLE();
}

QLatin1StringView typeName(TeamColumn::Type type)
{
    switch (type) {
    case TeamColumn::Text:
        return "text"_L1;
    case TeamColumn::Integer:
    case TeamColumn::MaybeInteger:
        return "bigint"_L1;
    case TeamColumn::Flag:
        return "boolean"_L1;
    case TeamColumn::Real:
    case TeamColumn::MaybeReal:
        return "double precision"_L1;
    }
    Q_UNREACHABLE();
}

template<typename F>
QString joined(const TeamColumns &columns, F part)
{
    QStringList parts;
    for (const TeamColumn &column : columns)
        parts.append(part(QLatin1StringView(column.name), column.type));
    return parts.join(", "_L1);
}

} // namespace

QJsonObject readColumns(Rows &rows, const TeamColumns &columns)
{
    QJsonObject object;
    for (const TeamColumn &column : columns)
        object.insert(QLatin1StringView(column.name), readColumn(rows, column.type));
    return object;
}

QString namesOf(const TeamColumns &columns)
{
    return joined(columns, [](QLatin1StringView name, TeamColumn::Type) { return QString(name); });
}

QString typesOf(const TeamColumns &columns)
{
    return joined(columns, [](QLatin1StringView name, TeamColumn::Type type) {
        return QString(name) + u' ' + typeName(type);
    });
}

QString laterWins(const QString &table, const TeamColumns &columns)
{
    return joined(columns,
                  [](QLatin1StringView name, TeamColumn::Type) {
                      return QString(name) + " = excluded."_L1 + name;
                  }) +
           u", writer = excluded.writer, revision = excluded.revision WHERE %1.stamp <="
           " excluded.stamp"_s.arg(table);
}

qint64 writeTeamRows(TeamWork &work, const QString &table, const TeamColumns &columns,
                     const QJsonArray &rows, const QString &key, const QString &update)
{
    if (rows.isEmpty())
        return 0;
    const QString names = namesOf(columns);
    const QString sql =
        u"INSERT INTO %1 (%2, writer, revision) SELECT %2, ?, nextval('inventory_revision')"
        " FROM json_to_recordset(CAST(? AS json)) AS rows (%3) ON CONFLICT (%4) DO %5"_s.arg(
            table, names, typesOf(columns), key,
            update.isEmpty() ? u"NOTHING"_s : u"UPDATE SET "_s + update);
    return work.team.run(sql, {work.installation, jsonText(rows)});
}

QString jsonText(const QJsonArray &rows)
{
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

} // namespace chatelaine
