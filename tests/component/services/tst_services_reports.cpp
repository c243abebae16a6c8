// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "services/findingservice.h"
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
};

QTEST_MAIN(TestServicesReports)
#include "tst_services_reports.moc"
