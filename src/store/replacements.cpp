// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/replacements.h"

#include "store/encoding.h"
#include "store/failure.h"
#include "store/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QString encodeForm(const QMap<QString, QJsonValue> &values)
{
    QJsonObject object;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        object.insert(value.key(), value.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, QJsonValue> decodeForm(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    QMap<QString, QJsonValue> values;
    for (auto value = object.constBegin(); value != object.constEnd(); ++value)
        values.insert(value.key(), value.value());
    return values;
}

QString selectReplacements(const QString &condition)
{
    return u"SELECT id, account, old_key, new_key, creation, form, step, started_at, ended_at,"
           " message FROM replacements WHERE %1 ORDER BY no"_s.arg(condition);
}

QList<ReplacementRow> readReplacementRows(Rows rows)
{
    QList<ReplacementRow> replacements;
    while (rows.next()) {
        ReplacementRow row;
        row.id = ReplacementId(rows.text());
        row.account = AccountId(rows.text());
        row.oldKey = KeyUid(rows.text());
        row.newKey = KeyUid(rows.text());
        row.creation = OperationId(rows.text());
        row.values = decodeForm(rows.text());
        row.step = replacementStepFromName(rows.text()).value_or(ReplacementStep::Abandoned);
        row.startedAt = rows.time();
        row.endedAt = rows.maybeTime();
        row.message = rows.text();
        replacements.append(row);
    }
    return replacements;
}

} // namespace

void putReplacement(Writing &writing, const ReplacementRow &replacement,
                    const std::optional<JournalEvent> &event)
{
    if (writing.db.number(u"SELECT 1 FROM replacements"
                          " WHERE old_key = ? AND id <> ? AND ended_at IS NULL"_s,
                          {replacement.oldKey, replacement.id}))
        throw Failure{StorageErrors::replacedAlready()};
    writing.db.run(
        u"INSERT INTO replacements (id, account, old_key, new_key, creation, form, step,"
        " started_at, ended_at, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET new_key = excluded.new_key,"
        " creation = excluded.creation, step = excluded.step, ended_at = excluded.ended_at,"
        " message = excluded.message"_s,
        {replacement.id, replacement.account, replacement.oldKey, replacement.newKey,
         replacement.creation, encodeForm(replacement.values),
         replacementStepName(replacement.step), replacement.startedAt, replacement.endedAt,
         storedText(replacement.message)});
    if (event)
        appendJournal(writing, *event);
    writing.changes.replacements = true;
}

ReplacementRow readReplacement(Database &db, const ReplacementId &id)
{
    const QList<ReplacementRow> found =
        readReplacementRows(db.select(selectReplacements(u"id = ?"_s), {id}));
    if (found.isEmpty())
        throw Failure{StorageErrors::noSuchReplacement()};
    return found.first();
}

QList<ReplacementRow> readOpenReplacements(Database &db)
{
    return readReplacementRows(db.select(selectReplacements(u"ended_at IS NULL"_s)));
}

} // namespace chatelaine
