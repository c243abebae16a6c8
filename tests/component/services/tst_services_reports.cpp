// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "services/findingservice.h"
#include "services/keynoteservice.h"
#include "services/reportservice.h"
#include "support/awaited.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/** The service over a real inventory. */
struct ReportBench
{
    ReportBench()
        : account(fixture.connectTo(u"tempered"_s))
    {
        fixture.sync(account.id);
        make();
    }

    void make()
    {
        service.reset();
        findings = std::make_unique<FindingService>(*fixture.context, *fixture.held);
        service = std::make_unique<ReportService>(
            ReportServices{*fixture.context, *fixture.accounts, *findings, *fixture.audit});
    }
    ExportOrder order(const QString &format) const
    {
        ExportOrder order;
        order.format = format;
        order.file = QDir(fixture.exports.path()).filePath(u"report"_s);
        if (AuditService::formats().contains(format))
            order.sheet = u"keys"_s;
        return order;
    }
    /** What lies where reports are written to. */
    QStringList left() const
    {
        return QDir(fixture.exports.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    ServiceFixture fixture;
    AccountRow account;
    std::unique_ptr<FindingService> findings;
    std::unique_ptr<ReportService> service;
};

void addForms()
{
    QTest::addColumn<QString>("format");
    for (const QString &format : {u"csv"_s, u"jsonl"_s, u"xlsx"_s, u"pdf"_s, u"pack"_s})
        QTest::newRow(qPrintable(format)) << format;
}

} // namespace

/** Audit reports over a real store. */
class TestServicesReports : public QObject
{
    Q_OBJECT
private slots:
    void aReportIsThereWhenItIsComplete_data() { addForms(); }
    void aReportIsThereWhenItIsComplete()
    {
        QFETCH(QString, format);
        ReportBench bench;
        QList<qint64> told;
        const auto report = outcomeOf(bench.service->exportTo(
            bench.order(format), [&told](qint64 rows) { told.append(rows); }));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->keys, bench.fixture.keys(bench.account.id).size());
        QCOMPARE(bench.left(), QStringList{u"report"_s});
        QCOMPARE(bench.fixture.outcomes(u"report.export"_s), QStringList{u"succeeded"_s});
        QVERIFY(!told.isEmpty());
    }

    void aCancelledReportLeavesNothing_data() { addForms(); }
    void aCancelledReportLeavesNothing()
    {
        QFETCH(QString, format);
        ReportBench bench;
        const auto cancellation = std::make_shared<Cancellation>();
        auto future = bench.service->exportTo(bench.order(format), {}, cancellation);
        cancellation->request();
        const auto report = outcomeOf(future);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(bench.left().isEmpty());
        QCOMPARE(bench.fixture.outcomes(u"report.export"_s), QStringList{u"cancelled"_s});
    }

    void aServiceThatGoesAwayLeavesNothing_data() { addForms(); }
    void aServiceThatGoesAwayLeavesNothing()
    {
        QFETCH(QString, format);
        ReportBench bench;
        auto future = bench.service->exportTo(bench.order(format));
        bench.make();
        QTRY_VERIFY(future.isFinished());
        // Whoever still worked for it has let go when the next report is made.
        QTRY_VERIFY(bench.left().isEmpty());
        QVERIFY(outcomeOf(bench.service->exportTo(bench.order(format))));
    }

    void aKeyThatIsUsedAndInNoListIsNamed()
    {
        ReportBench bench;
        const QList<KeyRow> keys = bench.fixture.keys(bench.account.id);
        const Timestamp now = bench.fixture.clock.now();
        QList<UsageSample> samples;
        const auto use = [&](const QString &key, double value, qint64 secondsAgo) {
            UsageSample sample;
            sample.metric = u"requests"_s;
            sample.series = u"key"_s;
            sample.group = key;
            sample.start = now.plusSeconds(-secondsAgo);
            sample.seconds = 3600;
            sample.value = value;
            samples.append(sample);
        };
        use(keys.constFirst().record.id.toString(), 5, 7200);
        use(u"hidden-1"_s, 5, 7200);
        use(u"never-used"_s, 0, 7200);
        use(u"hidden-long-ago"_s, 5, 100 * 86'400);
        QVERIFY(outcomeOf(bench.fixture.store->putUsage(bench.account.id, {}, samples,
                                                        now.plusSeconds(-200 * 86'400), now)));
        ExportOrder order = bench.order(u"jsonl"_s);
        order.sheet = u"reconciliation"_s;
        order.from = now.plusSeconds(-86'400);
        QVERIFY(outcomeOf(bench.service->exportTo(order)));
        QFile file(order.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        QCOMPARE(row.value("used_unlisted"_L1).toInt(), 1);
        QCOMPARE(row.value("used_unlisted_ids"_L1).toString(), u"hidden-1"_s);
    }

    void whatIsInAPackSaysWhereItIsFrom()
    {
        ReportBench bench;
        QVERIFY(outcomeOf(bench.service->exportTo(bench.order(u"pack"_s))));
        const QDir pack(bench.order(u"pack"_s).file);
        QFile accounts(pack.filePath(u"records/accounts.jsonl"_s));
        QVERIFY(accounts.open(QIODevice::ReadOnly));
        const QJsonObject account = QJsonDocument::fromJson(accounts.readLine()).object();
        QCOMPARE(account.value("account"_L1).toString(), bench.account.name);
        QCOMPARE(account.value("status"_L1).toString(), u"COMPLETE"_s);
        QCOMPARE(account.value("definition_sha256"_L1).toString().size(), 64);
        QFile keys(pack.filePath(u"records/keys.jsonl"_s));
        QVERIFY(keys.open(QIODevice::ReadOnly));
        while (!keys.atEnd()) {
            const QJsonObject key = QJsonDocument::fromJson(keys.readLine()).object();
            QVERIFY(!key.value("source"_L1).toString().isEmpty());
            QVERIFY(!key.value("observed_at"_L1).toString().isEmpty());
        }
    }

    void whatPeopleSayIsInAPack()
    {
        ReportBench bench;
        KeyNoteService notes(*bench.fixture.context);
        const QList<KeyRow> keys = bench.fixture.keys(bench.account.id);
        QVERIFY(keys.size() > 3);
        const QList<KeyUid> one{keys.at(0).uid};
        const QString left = bench.fixture.clock.now().plusSeconds(-36'000).toIso();
        const auto hasToEnd = [&left](const QString &cause, const QString &reference) {
            return QMap<NoteTopic, QString>{{NoteTopic::EndCause, cause},
                                            {NoteTopic::EndReference, reference},
                                            {NoteTopic::EndTrigger, left}};
        };
        QVERIFY(outcomeOf(notes.note(one, {{NoteTopic::Owner, u"Noor"_s}})));
        QVERIFY(outcomeOf(notes.review(one, ReviewDecision::Keep, u"in use"_s)));
        QVERIFY(outcomeOf(notes.makeException(one, {FindingRule::AdminScope,
                                                    u"it makes the others"_s,
                                                    u"Noor"_s,
                                                    bench.fixture.clock.now().plusSeconds(86'400),
                                                    {},
                                                    {}})));
        QVERIFY(outcomeOf(notes.note({keys.at(1).uid}, hasToEnd(u"leaver"_s, u"Robin"_s))));
        QVERIFY(outcomeOf(notes.note({keys.at(2).uid}, hasToEnd(u"incident"_s, u"INC-9"_s))));
        QVERIFY(outcomeOf(bench.service->exportTo(bench.order(u"pack"_s))));
        const QDir pack(bench.order(u"pack"_s).file);
        const auto rowOf = [&pack](const QString &sheet, const KeyUid &key) {
            QFile file(pack.filePath(u"records/%1.jsonl"_s.arg(sheet)));
            if (!file.open(QIODevice::ReadOnly))
                return QJsonObject();
            while (!file.atEnd()) {
                const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
                if (row.value("row_id"_L1).toString() == key.toString())
                    return row;
            }
            return QJsonObject();
        };
        QCOMPARE(rowOf(u"keys"_s, one.first()).value("owner"_L1).toString(), u"Noor"_s);
        QCOMPARE(rowOf(u"review"_s, one.first()).value("decision"_L1).toString(), u"keep"_s);
        QCOMPARE(rowOf(u"exceptions"_s, one.first()).value("state"_L1).toString(), u"in force"_s);
        QCOMPARE(rowOf(u"leavers"_s, keys.at(1).uid).value("person"_L1).toString(), u"Robin"_s);
        QCOMPARE(rowOf(u"leavers"_s, keys.at(1).uid).value("gap_hours"_L1).toDouble(), 10.0);
        QCOMPARE(rowOf(u"incidents"_s, keys.at(2).uid).value("event"_L1).toString(), u"key.note"_s);
    }
};

QTEST_MAIN(TestServicesReports)
#include "tst_services_reports.moc"
