// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/canonicaljson.h"
#include "reports/auditreport.h"

namespace chatelaine::test {

inline const Timestamp reportNoon = Timestamp::fromSeconds(1'790'000'000);

inline Timestamp daysAgo(std::int64_t days)
{
    return reportNoon.plusSeconds(-days * 86'400);
}

/** Keeps the rows of all sheets by their columns, and the header. */
class RowSink : public ReportSink
{
public:
    using Row = QMap<QString, QString>;

    bool open(const ReportHeader &, const QList<Sheet> &given) override
    {
        m_sheets = given;
        return true;
    }
    bool add(qsizetype sheet, const Cells &cells) override
    {
        const Sheet &about = m_sheets.at(sheet);
        Row row;
        for (qsizetype i = 0; i < std::min(cells.size(), about.columns.size()); ++i)
            row.insert(about.columns.at(i).id, cellText(cells.at(i)));
        m_rows[about.id].append(row);
        return cells.size() == about.columns.size();
    }
    bool close(const ReportHeader &given) override
    {
        header = given;
        return true;
    }
    QString problem() const override { return {}; }

    QList<Row> rows(const QString &sheet) const { return m_rows.value(sheet); }
    /** Of a sheet's first row about a key. */
    Row rowOf(const QString &sheet, const QString &key) const
    {
        for (const Row &row : m_rows.value(sheet)) {
            if (row.value(QStringLiteral("row_id")) == QStringLiteral("uid-") + key)
                return row;
        }
        return {};
    }
    QStringList column(const QString &sheet, const QString &id) const
    {
        QStringList cells;
        for (const Row &row : m_rows.value(sheet)) {
            if (!row.contains(id))
                qFatal("no column %s", qPrintable(id));
            cells.append(row.value(id));
        }
        return cells;
    }
    QString fact(const QString &id) const
    {
        for (const ReportFact &fact : header.facts) {
            if (fact.id == id)
                return fact.text;
        }
        return {};
    }
    /** "name=count" of a part of the summary. */
    QStringList counts(const QString &title) const
    {
        QStringList all;
        for (const ReportCounts &counts : header.summary) {
            if (counts.title != title)
                continue;
            for (const auto &[name, count] : counts.counts)
                all.append(name + u'=' + QString::number(count));
        }
        return all;
    }

    ReportHeader header;

private:
    QList<Sheet> m_sheets;
    QMap<QString, QList<Row>> m_rows;
};

/** A report of one account, by what its journals say. */
class ReportCase
{
public:
    ReportCase()
    {
        ReportedAccount account;
        account.row.id = AccountId(QStringLiteral("a1"));
        account.row.name = QStringLiteral("main");
        facts.now = reportNoon;
        facts.accounts = {account};
        facts.limits.ageDays = 90;
    }

    /** An entry about a key, some days before the end; without a key, of the operation. */
    void entry(const QString &kind, const QString &key, double ago, const QJsonObject &detail = {},
               const QString &outcome = QStringLiteral("succeeded"))
    {
        const Timestamp at = reportNoon.plusSeconds(std::int64_t(-ago * 86'400));
        QJsonObject object{{QStringLiteral("kind"), kind},
                           {QStringLiteral("outcome"), outcome},
                           {QStringLiteral("vendorId"), key},
                           {QStringLiteral("account"), QStringLiteral("a1")},
                           {QStringLiteral("user"), user},
                           {QStringLiteral("host"), QStringLiteral("desk")},
                           {QStringLiteral("installation"), QStringLiteral("i1")},
                           {QStringLiteral("time"), qint64(at.micros())}};
        if (!operation.isEmpty())
            object.insert(QStringLiteral("operation"), operation);
        if (!detail.isEmpty())
            object.insert(QStringLiteral("detail"), detail);
        m_lines.append({m_lines.size() + 1, at, canonicalJson(object).value()});
    }

    /** The same of one that says something, with its stamp. */
    void say(const QString &kind, const QString &key, double ago, QJsonObject detail)
    {
        detail.insert(QStringLiteral("stamp"),
                      qint64(reportNoon.micros() - std::int64_t(ago * 86'400e6)));
        entry(kind, key, ago, detail);
    }
    void note(const QString &key, double ago, const QMap<NoteTopic, QString> &values)
    {
        say(NoteKinds::note, key, ago, noteDetail(values));
    }
    void review(const QString &key, double ago, ReviewDecision decision, const QString &reason)
    {
        say(NoteKinds::review, key, ago, reviewDetail(decision, reason));
    }
    /** Of a review that was made so many days ago. */
    void acknowledgement(const QString &key, double ago, double reviewed, const QString &who)
    {
        say(NoteKinds::acknowledgement, key, ago,
            acknowledgementDetail(who, reportNoon.micros() - std::int64_t(reviewed * 86'400e6)));
    }
    /** `until` days from noon. */
    void exception(const QString &key, double ago, FindingRule rule, std::int64_t until)
    {
        say(NoteKinds::exception, key, ago,
            exceptionDetail({rule,
                             QStringLiteral("replaced soon"),
                             QStringLiteral("Noor"),
                             daysAgo(-until),
                             {},
                             {}}));
    }
    void exceptionEnd(const QString &key, double ago, FindingRule rule)
    {
        say(NoteKinds::exceptionEnd, key, ago, {{QStringLiteral("rule"), findingRuleName(rule)}});
    }

    KeyRow &key(const QString &id, std::int64_t made = 100)
    {
        KeyRow key;
        key.uid = KeyUid(QStringLiteral("uid-") + id);
        key.account = AccountId(QStringLiteral("a1"));
        key.record.id = VendorKeyId(id);
        key.record.name = QStringLiteral("key ") + id;
        key.record.state = KeyState::Active;
        key.record.createdAt = daysAgo(made);
        m_keys.append(key);
        return m_keys.last();
    }

    std::shared_ptr<RowSink> made() const
    {
        auto sink = std::make_shared<RowSink>();
        AuditReport report(facts, sink);
        bool good = report.begin();
        for (const JournalLine &line : m_lines)
            good = good && report.takeEntry(line);
        for (const KeyRow &key : m_keys)
            good = good && report.takeKey(key);
        if (!good || !report.end({}))
            qFatal("no report");
        return sink;
    }

    AuditFacts facts;
    QString user = QStringLiteral("alex");
    QString operation; ///< of the next entries

private:
    QList<JournalLine> m_lines;
    QList<KeyRow> m_keys;
};

} // namespace chatelaine::test
