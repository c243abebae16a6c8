// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journalsearch.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 countedAtOnce = 20'000;

/** Conditions and what they are bound to, in one order. */
struct SearchCondition
{
    QString sql = u"1"_s;
    QList<Value> values;

    void add(const QString &condition, Values bound)
    {
        sql += u" AND "_s + condition;
        values.append(QList<Value>(bound));
    }
};

/** A text as it stands in JSON, without its quotes. */
QString inJson(const QString &text)
{
    const QString array =
        QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return array.sliced(2, array.size() - 4);
}

void addMember(SearchCondition &condition, const QString &name, const QString &value)
{
    // The first test is cheap and rules out most lines; the second is the true one.
    condition.add(u"instr(line, ?) > 0 AND json_extract(line, ?) = ?"_s,
                  {u"\"%1\":\"%2\""_s.arg(name, inJson(value)), u"$."_s + name, value});
}

void addKind(SearchCondition &condition, const QString &kind)
{
    if (kind.contains(u'.'))
        return addMember(condition, u"kind"_s, kind);
    const QString group = kind + u'.';
    condition.add(u"instr(line, ?) > 0 AND substr(json_extract(line, '$.kind'), 1, ?) = ?"_s,
                  {u"\"kind\":\""_s + inJson(group), qint64(group.size()), group});
}

void addWords(SearchCondition &condition, const QString &text)
{
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        condition.add(u"instr(lower(line), lower(?)) > 0 AND instr(lower(json_extract(line,"
                      " '$.object', '$.accountName', '$.mask', '$.vendorId', '$.user', '$.host',"
                      " '$.kind', '$.requestId', '$.detail')), lower(?)) > 0"_s,
                      {inJson(word), inJson(word)});
    }
}

/** An entry is about a key when its operation was, or when it names it. */
void addKey(Database &db, SearchCondition &condition, const KeyUid &key)
{
    Rows rows = db.select(u"SELECT accounts.id, keys.id, containers.key FROM keys"
                          " JOIN containers ON containers.no = keys.container"
                          " JOIN accounts ON accounts.no = containers.account WHERE keys.uid = ?"_s,
                          {key});
    if (!rows.next())
        return condition.add(u"0"_s, {});
    const QString account = rows.text();
    const QString id = rows.text();
    const QString container = rows.text();
    condition.add(u"account = ? AND (operation IN (SELECT id FROM operations WHERE key_uid = ?)"
                  " OR (json_extract(line, '$.vendorId') = ?"
                  " AND coalesce(json_extract(line, '$.container'), '') = ?))"_s,
                  {account, key, id, container});
}

SearchCondition conditionOf(Database &db, const JournalQuery &query)
{
    SearchCondition condition;
    if (query.from)
        condition.add(u"time >= ?"_s, {*query.from});
    if (query.to)
        condition.add(u"time < ?"_s, {*query.to});
    if (!query.account.isEmpty())
        condition.add(u"account = ?"_s, {query.account});
    if (!query.key.isEmpty())
        addKey(db, condition, query.key);
    if (!query.kind.isEmpty())
        addKind(condition, query.kind);
    if (!query.outcome.isEmpty())
        addMember(condition, u"outcome"_s, query.outcome);
    if (!query.writer.isEmpty())
        condition.add(u"json_extract(line, '$.user') || '@' || json_extract(line, '$.host') = ?"_s,
                      {query.writer});
    addWords(condition, query.text);
    return condition;
}

} // namespace

QList<JournalLine> searchJournals(Database &db, const JournalQuery &query,
                                  const std::optional<JournalPlace> &beyond, Qt::SortOrder order,
                                  int limit)
{
    const bool ascending = order == Qt::AscendingOrder;
    const QString way = ascending ? u"ASC"_s : u"DESC"_s;
    const SearchCondition condition = conditionOf(db, query);
    QList<Value> bound = condition.values;
    QString place = u"1"_s;
    if (beyond) {
        place = u"time %1= ? AND (time, %2, seq) %1 (?, ?, ?)"_s.arg(ascending ? u">"_s : u"<"_s);
        bound += QList<Value>{beyond->time, beyond->time, beyond->installation, beyond->sequence};
    }
    bound.append(Value(limit));
    // Each chain by its own index, so that a page costs no more than what is looked at for it.
    const QString part = u"SELECT * FROM (SELECT %1 AS installation, seq, time, line FROM %2"
                         " WHERE %3 AND %4 ORDER BY time %5%6, seq %5 LIMIT ?)"_s;
    const auto chain = [&](const QString &installation, const QString &table,
                           const QString &within) {
        return part.arg(installation, table, condition.sql,
                        beyond ? place.arg(installation) : place, way, within);
    };
    const QString sql =
        u"SELECT installation, seq, time, CAST(line AS BLOB) FROM (%1 UNION ALL %2)"
        " ORDER BY time %3, installation %3, seq %3 LIMIT ?"_s.arg(
            chain(u"(SELECT id FROM installation)"_s, u"journal"_s, QString()),
            chain(u"installation"_s, u"team_journal"_s, u", installation "_s + way), way);
    QList<JournalLine> lines;
    Rows rows = db.selectWith(sql, bound + bound + QList<Value>{Value(limit)});
    while (rows.next()) {
        JournalLine line;
        line.installation = rows.text();
        line.sequence = rows.integer();
        line.time = rows.time();
        line.line = rows.bytes();
        lines.append(line);
    }
    return lines;
}

JournalCounting::JournalCounting(JournalQuery query)
    : m_query(std::move(query))
{}

bool JournalCounting::step(Database &db)
{
    if (!m_ownDone) {
        if (countIn(db, u"journal"_s, u"seq"_s)) {
            m_ownDone = true;
            m_after = 0;
        }
        return false;
    }
    return countIn(db, u"team_journal"_s, u"number"_s);
}

/** The next stretch of a table; true when it was the last one. */
bool JournalCounting::countIn(Database &db, const QString &table, const QString &number)
{
    const qint64 to = m_after + countedAtOnce;
    const QString range = u"SELECT count(*) FROM %1 WHERE %2 > ? AND %2 <= ?"_s.arg(table, number);
    const qint64 all = db.number(range, {m_after, to}).value_or(0);
    m_count.total += all;
    if (m_query == JournalQuery()) {
        m_count.matching += all;
    } else {
        const SearchCondition condition = conditionOf(db, m_query);
        Rows rows = db.selectWith(range + u" AND "_s + condition.sql,
                                  QList<Value>{Value(m_after), Value(to)} + condition.values);
        if (rows.next())
            m_count.matching += rows.integer();
    }
    m_after = to;
    return db.number(u"SELECT coalesce(max(%1), 0) FROM %2"_s.arg(number, table)).value_or(0) <=
           m_after;
}

} // namespace chatelaine
