// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "reports/auditreport.h"
#include "reports/clauses.h"
#include "reports/xlsxbook.h"

#include <QTest>
#include <QTranslator>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = Timestamp::fromSeconds(1'790'000'000);
constexpr std::int64_t day = 86'400;

/** Keeps what it is given. */
class KeptReport : public ReportSink
{
public:
    bool open(const ReportHeader &, const QList<Sheet> &given) override
    {
        sheets = given;
        rows.resize(given.size());
        return true;
    }
    bool add(qsizetype sheet, const Cells &cells) override
    {
        rows[sheet].append(cells);
        return sheet != refused;
    }
    bool close(const ReportHeader &given) override
    {
        header = given;
        return true;
    }
    QString problem() const override { return u"full"_s; }

    /** A cell by its column's id, as text. */
    QString cell(AuditTable table, qsizetype row, const QString &column) const
    {
        const Sheet &sheet = sheets.at(qsizetype(table));
        for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
            if (sheet.columns.at(i).id == column)
                return cellText(rows.at(qsizetype(table)).at(row).at(i));
        }
        qFatal("no column %s", qPrintable(column));
    }
    QString fact(const QString &id) const
    {
        for (const ReportFact &fact : header.facts) {
            if (fact.id == id)
                return fact.text;
        }
        qFatal("no fact %s", qPrintable(id));
    }
    qsizetype count(AuditTable table) const { return rows.at(qsizetype(table)).size(); }

    QList<Sheet> sheets;
    QList<QList<Cells>> rows;
    ReportHeader header;
    qsizetype refused = -1;
};

ReportedAccount account(AccountStatus::Condition condition = AccountStatus::Condition::Fresh)
{
    ReportedAccount account;
    account.row.id = AccountId(u"a1"_s);
    account.row.name = u"main"_s;
    account.row.status.condition = condition;
    account.row.status.asOf = noon;
    account.row.status.completeAt = noon;
    account.provider.name = u"Acme"_s;
    KindInfo kind;
    kind.id = u"project"_s;
    kind.admin.scopes = {u"admin:*"_s};
    account.provider.kinds = {kind};
    account.quotas = {{u"calls"_s, u"Calls"_s, u"calls"_s, 5.0, 10.0, {}, noon}};
    account.forecasts = {QuotaForecast()};
    return account;
}

AuditFacts facts(const ReportedAccount &one = account())
{
    AuditFacts facts;
    facts.now = noon;
    facts.accounts = {one};
    facts.clauses = readClauses(builtInClauses()).value();
    return facts;
}

KeyRow key(const QString &id)
{
    KeyRow key;
    key.uid = KeyUid(u"uid-"_s + id);
    key.account = AccountId(u"a1"_s);
    key.record.id = VendorKeyId(id);
    key.record.kind = u"project"_s;
    key.record.name = u"key "_s + id;
    key.record.state = KeyState::Active;
    key.record.createdAt = noon.plusSeconds(-100 * day);
    key.firstSeenAt = noon.plusSeconds(-2 * day);
    key.lastSeenAt = noon;
    return key;
}

JournalLine entry(qint64 number, const QString &kind, const QString &vendorId,
                  const QJsonObject &detail = {}, const QString &outcome = u"succeeded"_s)
{
    QJsonObject object{{u"seq"_s, number},      {u"kind"_s, kind},
                       {u"outcome"_s, outcome}, {u"vendorId"_s, vendorId},
                       {u"account"_s, u"a1"_s}, {u"user"_s, u"alex"_s},
                       {u"host"_s, u"desk"_s},  {u"time"_s, qint64(noon.micros())}};
    if (!detail.isEmpty())
        object.insert(u"detail"_s, detail);
    return {number, noon.plusSeconds(-day), canonicalJson(object).value()};
}

} // namespace

/** What an audit report says, and what it does not. */
class TestAudit : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsReportedWithItsHistory()
    {
        const auto sink = std::make_shared<KeptReport>();
        AuditFacts about = facts();
        Finding finding;
        finding.rule = FindingRule::OlderThan;
        finding.key = KeyUid(u"uid-1"_s);
        finding.account = AccountId(u"a1"_s);
        about.findings = {finding};
        AuditReport report(about, sink);
        QVERIFY(report.begin());
        QVERIFY(report.takeEntry(entry(1, u"key.create"_s, u"1"_s)));
        QVERIFY(report.takeEntry(entry(2, u"key.rotate"_s, u"1"_s, {}, u"failed"_s)));
        QVERIFY(report.takeEntry(entry(3, u"key.deliver"_s, u"1"_s,
                                       {{u"store"_s, u"file"_s}, {u"place"_s, u"/etc/key"_s}})));
        QVERIFY(report.takeEntry(entry(4, u"key.rotate"_s, u"2"_s)));
        KeyRow one = key(u"1"_s);
        one.record.scopes = {u"admin:keys"_s};
        QVERIFY(report.takeKey(one));
        QVERIFY(report.takeKey(key(u"2"_s)));
        QVERIFY(report.end({}));

        QCOMPARE(sink->count(AuditTable::Keys), 2);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"made_by"_s), u"alex@desk"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"rotated_at"_s), QString());
        QVERIFY(sink->cell(AuditTable::Keys, 0, u"secret_places"_s).startsWith(u"file /etc/key"_s));
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"age_days"_s), u"100"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"admin"_s), u"yes"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"findings"_s), u"older-than"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 1, u"made_by"_s), QString());
        QCOMPARE(sink->cell(AuditTable::Keys, 1, u"admin"_s), u"no"_s);
        QVERIFY(!sink->cell(AuditTable::Keys, 1, u"rotated_at"_s).isEmpty());
        QCOMPARE(sink->count(AuditTable::Events), 4);
        QCOMPARE(sink->cell(AuditTable::Reconciliation, 0, u"made_here"_s), u"1"_s);
        QCOMPARE(sink->cell(AuditTable::Reconciliation, 0, u"elsewhere"_s), u"1"_s);
        QVERIFY(sink->cell(AuditTable::Findings, 0, u"clauses"_s).contains(u"8.6.3"_s));
        QCOMPARE(sink->cell(AuditTable::Accounts, 0, u"status"_s), u"COMPLETE"_s);
        QCOMPARE(sink->cell(AuditTable::Accounts, 0, u"keys"_s), u"2"_s);
        QVERIFY(sink->header.isComplete);
    }

    void everyRowHasEveryColumn()
    {
        const auto sink = std::make_shared<KeptReport>();
        ReportedAccount one = account();
        one.sources = {ListingSource()};
        AuditFacts about = facts(one);
        about.findings = {Finding()};
        AuditReport report(about, sink);
        QVERIFY(report.begin());
        QVERIFY(report.takeEntry(entry(1, u"key.create"_s, u"1"_s)));
        QVERIFY(report.takeEntry(
            entry(2, NoteKinds::exception, u"1"_s,
                  {{u"rule"_s, u"older-than"_s}, {u"until"_s, noon.toIso()}, {u"stamp"_s, 1}})));
        for (const auto &[id, cause] : {std::pair{u"1"_s, u"leaver"_s}, {u"2"_s, u"incident"_s}})
            QVERIFY(report.takeEntry(
                entry(3, NoteKinds::note, id, {{u"set.end-cause"_s, cause}, {u"stamp"_s, 2}})));
        QVERIFY(report.takeKey(key(u"1"_s)));
        QVERIFY(report.takeKey(key(u"2"_s)));
        QVERIFY(report.end({}));
        for (qsizetype i = 0; i < sink->sheets.size(); ++i) {
            QVERIFY2(!sink->rows.at(i).isEmpty(), qPrintable(sink->sheets.at(i).id));
            for (const Cells &cells : sink->rows.at(i))
                QCOMPARE(cells.size(), sink->sheets.at(i).columns.size());
        }
    }

    void clocksThatAreNotTogetherAreNamed()
    {
        const auto sink = std::make_shared<KeptReport>();
        ReportedAccount one = account();
        ListingSource source;
        source.clockAhead = 5; // as far as a Date can be told
        one.sources = {source};
        const auto limits = [&] {
            AuditReport report(facts(one), sink);
            report.begin();
            report.end({});
            return sink->fact(u"limits"_s);
        };
        QVERIFY(!limits().contains(u"clock of this computer"_s));
        source.clockAhead = -90;
        one.sources.append(source);
        QVERIFY2(limits().contains(u"90 seconds behind the vendor's"_s), qPrintable(limits()));
        QCOMPARE(sink->cell(AuditTable::Sources, 2, u"clock_ahead_seconds"_s), u"-90"_s);
        constexpr qsizetype printed = 600; // characters of a line of the PDF's first page
        const QStringList lines = limits().split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(line.size() < printed, qPrintable(line));
    }

    void clausesNameColumnsThatThereAre()
    {
        QSet<QString> columns;
        const QList<Sheet> sheets = auditSheets();
        for (const Sheet &sheet : sheets) {
            for (const SheetColumn &column : sheet.columns)
                columns.insert(sheet.id + u'.' + column.id);
        }
        const ClauseSet set = readClauses(builtInClauses()).value();
        QSet<QString> named;
        for (const Clause &clause : set.clauses) {
            for (const QString &field : clause.fields) {
                QVERIFY2(columns.contains(field), qPrintable(field));
                named.insert(field.section(u'.', 0, 0));
            }
            for (const QString &rule : clause.rules)
                QVERIFY2(findingRuleFromName(rule), qPrintable(rule));
        }
        for (const QString &sheet : {u"keys"_s, u"rotation"_s, u"review"_s, u"changes"_s, u"tool"_s,
                                     u"exceptions"_s, u"leavers"_s, u"incidents"_s})
            QVERIFY2(named.contains(sheet), qPrintable(sheet));
    }

    void onlyKeysOfThePeriodAreRows()
    {
        JournalSelection scope;
        scope.from = noon.plusSeconds(-10 * day);
        scope.to = noon;
        KeyRow old = key(u"1"_s);
        QVERIFY(wasThere(old, scope));
        old.endedAt = noon.plusSeconds(-11 * day);
        QVERIFY(!wasThere(old, scope));
        old.endedAt = noon.plusSeconds(-9 * day);
        QVERIFY(wasThere(old, scope));
        KeyRow young = key(u"2"_s);
        young.record.createdAt = noon;
        QVERIFY(!wasThere(young, scope));
    }

    void incompletenessIsSaid()
    {
        using Condition = AccountStatus::Condition;
        QVERIFY(whyIncomplete(account(), facts()).isEmpty());
        ReportedAccount never = account(Condition::NeverSynced);
        never.row.status.asOf.reset();
        QVERIFY(!whyIncomplete(never, facts(never)).isEmpty());
        ReportedAccount part = account(Condition::Incomplete);
        part.row.status.reasons = {u"Page 2 failed."_s};
        QCOMPARE(whyIncomplete(part, facts(part)), QStringList{u"Page 2 failed."_s});
        ReportedAccount offline = account(Condition::Offline);
        QVERIFY(!whyIncomplete(offline, facts(offline)).isEmpty());
        ReportedAccount stale = account();
        stale.row.status.asOf = noon.plusSeconds(-3 * day);
        AuditFacts now = facts(stale);
        QVERIFY(!whyIncomplete(stale, now).isEmpty());
        now.scope.to = noon.plusSeconds(-3 * day);
        QVERIFY(whyIncomplete(stale, now).isEmpty()); // it was read at the end of the period

        const auto sink = std::make_shared<KeptReport>();
        AuditReport report(facts(part), sink);
        QVERIFY(report.begin() && report.end({}));
        QVERIFY(!sink->header.isComplete);
        QCOMPARE(sink->header.missing, QStringList{u"main: Page 2 failed."_s});
        QCOMPARE(sink->cell(AuditTable::Accounts, 0, u"status"_s), u"INCOMPLETE"_s);
    }

    void whatNoListShowsIsNotComplete()
    {
        ReportedAccount account = ::account();
        account.provider.kinds[0].canList = false;
        QCOMPARE(whyIncomplete(account, facts(account)).size(), 1);
    }

    void aPeriodThatIsNotKnownWholeIsNotComplete()
    {
        ReportedAccount young = account();
        young.row.createdAt = noon.plusSeconds(-5 * day);
        AuditFacts about = facts(young);
        about.scope.from = noon.plusSeconds(-5 * day);
        QVERIFY(whyIncomplete(young, about).isEmpty());
        about.scope.from = noon.plusSeconds(-6 * day);
        QCOMPARE(whyIncomplete(young, about).size(), 1);
        QVERIFY(whyIncomplete(about).isEmpty());
        about.scope.to = noon.plusSeconds(day);
        QCOMPARE(whyIncomplete(about).size(), 1); // it is not over
        about.accounts.clear();
        about.teamProblems = {u"Entry 3 is missing."_s};
        QCOMPARE(whyIncomplete(about).size(), 3);
    }

    void aRemovedAccountIsNamed()
    {
        AuditFacts about = facts();
        about.scope.from = noon.plusSeconds(-2 * day);
        const auto missing = [&about](Timestamp at, const QString &outcome) {
            const auto sink = std::make_shared<KeptReport>();
            AuditReport report(about, sink);
            JournalLine line = entry(1, u"account.remove"_s, {}, {}, outcome);
            line.line.replace("\"a1\"", "\"gone\",\"accountName\":\"Old\"");
            line.time = at;
            if (!report.begin() || !report.takeEntry(line) || !report.end({}))
                qFatal("no report");
            return sink->header.missing.join(u'\n');
        };
        QVERIFY(missing(noon, u"succeeded"_s).startsWith(u"Old: "_s));
        QVERIFY(missing(noon, u"failed"_s).isEmpty());
        QVERIFY(missing(noon.plusSeconds(-3 * day), u"succeeded"_s).isEmpty());
        about.scope.accounts = {AccountId(u"a1"_s)};
        QVERIFY(missing(noon, u"succeeded"_s).isEmpty()); // nobody asked for that one
    }

    void aBrokenJournalIsNotComplete()
    {
        const auto sink = std::make_shared<KeptReport>();
        AuditFacts about = facts();
        about.signer = u"e76c"_s;
        AuditReport report(about, sink);
        QVERIFY(report.begin() && report.end({}, {u"It is broken at entry 5."_s}));
        QVERIFY(!sink->header.isComplete);
        QCOMPARE(sink->header.missing, QStringList{u"It is broken at entry 5."_s});
        for (const ReportFact &fact : std::as_const(sink->header.facts))
            QVERIFY(!fact.text.contains(u"e76c"_s)); // nobody signed it
    }

    void findingsAreThoseOfThePeriod()
    {
        AuditFacts about = facts();
        about.scope.to = noon.plusSeconds(-50 * day);
        Finding ofRow;
        ofRow.key = KeyUid(u"uid-1"_s);
        ofRow.account = AccountId(u"a1"_s);
        ofRow.since = noon.plusSeconds(-60 * day);
        Finding later = ofRow;
        later.since = noon.plusSeconds(-50 * day);
        Finding ofAnother = ofRow;
        ofAnother.key = KeyUid(u"uid-2"_s);
        about.findings = {ofRow, later, ofAnother};
        const auto sink = std::make_shared<KeptReport>();
        AuditReport report(about, sink);
        KeyRow young = key(u"2"_s);
        young.record.createdAt = noon.plusSeconds(-day);
        QVERIFY(report.begin() && report.takeKey(key(u"1"_s)) && report.takeKey(young));
        QVERIFY(report.end({}));
        QCOMPARE(sink->rows.value(qsizetype(AuditTable::Findings)).size(), 1);
        QCOMPARE(sink->cell(AuditTable::Findings, 0, u"key_row_id"_s), u"uid-1"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"age_days"_s), u"50"_s);
    }

    void wordsForMachinesAreNotTranslated()
    {
        struct Upper : QTranslator
        {
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *text, const char *, int) const override
            {
                return QString::fromUtf8(text).toUpper();
            }
        } upper;
        QVERIFY(QCoreApplication::installTranslator(&upper));
        const auto sink = std::make_shared<KeptReport>();
        AuditReport report(facts(), sink);
        QVERIFY(report.begin() && report.takeKey(key(u"1"_s)) && report.end({}));
        QCoreApplication::removeTranslator(&upper);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"admin"_s), u"no"_s);
        QCOMPARE(sink->cell(AuditTable::Keys, 0, u"source"_s), u"list of the vendor"_s);
        const Cells row = sink->rows.value(qsizetype(AuditTable::Keys)).constFirst();
        QVERIFY(std::any_of(row.begin(), row.end(), [](const Cell &cell) {
            const auto *term = std::get_if<Term>(&cell);
            return term && term->shown == u"LIST OF THE VENDOR"_s;
        }));
    }

    void aSinkThatRefusesEndsIt()
    {
        const auto sink = std::make_shared<KeptReport>();
        sink->refused = qsizetype(AuditTable::Keys);
        AuditReport report(facts(), sink);
        QVERIFY(report.begin());
        QVERIFY(!report.takeKey(key(u"1"_s)));
        QCOMPARE(report.problem(), u"full"_s);
    }

    void clausesThatAreWrongAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("other format") << QByteArray(R"({"format":2,"clauses":[]})");
        QTest::newRow("no list") << QByteArray(R"({"format":1,"clauses":{}})");
        QTest::newRow("no id") << QByteArray(
            R"({"format":1,"clauses":[{"framework":"A","asks":"x"}]})");
        QTest::newRow("a field that is no text") << QByteArray(
            R"({"format":1,"clauses":[{"framework":"A","clause":"1","asks":"x","fields":[1]}]})");
        QTest::newRow("a column that is not there") << QByteArray(
            R"({"format":1,"clauses":[{"framework":"A","clause":"1","asks":"x","fields":["keys.no"]}]})");
        QTest::newRow("a rule that is not there") << QByteArray(
            R"({"format":1,"clauses":[{"framework":"A","clause":"1","asks":"x","rules":["no"]}]})");
        QTest::newRow("a member that is not known") << QByteArray(
            R"({"format":1,"clauses":[{"framework":"A","clause":"1","asks":"x","rule":[]}]})");
        QTest::newRow("too large") << QByteArray(2 << 20, ' ');
    }
    void clausesThatAreWrongAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = readClauses(json);
        QVERIFY(!read);
        QVERIFY(!read.error().message.isEmpty());
    }

    void aWorkbookThatCannotBeWrittenSaysSo()
    {
        XlsxBook book(u"/nonexistent/report.xlsx"_s);
        const QList<Sheet> sheets = auditSheets();
        const bool good = book.open({}, sheets) && book.close({});
        QVERIFY(!good);
        QVERIFY(!book.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_reports_audit.moc"
