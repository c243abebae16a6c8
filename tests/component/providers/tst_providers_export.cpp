// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file of a vendor's audit log: all of it, or none.

#include "providerbench.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// "a,b\n1,2\n", packed by gzip.
const QByteArray packedTable =
    QByteArray::fromHex("1f8b08000000000002ff4bd449e232d431e202007b07970a08000000");
const QByteArray table = "a,b\n1,2\n";

ServerStep fileStep(const QByteArray &body)
{
    ServerStep step;
    step.headers = {{"Content-Type", "application/gzip"}};
    step.body = body;
    return step;
}

VendorAuditOrder order()
{
    VendorAuditOrder wanted;
    wanted.container = {{u"organization"_s, ContainerId(u"o"_s), u"Acme"_s}};
    return wanted;
}

} // namespace

class ProvidersExport : public QObject
{
    Q_OBJECT

private:
    Outcome<Done> download(const ServerStep &step, const QString &path,
                           CancellationPtr cancellation = {})
    {
        ScriptedServer server;
        server.play({step});
        const Bench at(Catalog(QString()).find(ProviderId(u"confident-ai"_s)),
                       server.url().toString(), "confident_us_org_x", {{u"variant"_s, u"v2"_s}});
        auto outcome = outcomeOf(
            at.client->downloadAuditExport(order(), u"7"_s, path, std::move(cancellation)));
        m_requests = server.requests();
        return outcome;
    }

    QStringList leftIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

    QList<SeenRequest> m_requests;

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void theFileIsUnpackedAndPrivate()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.csv"_s);
        QVERIFY(download(fileStep(packedTable), path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), table);
        QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        QCOMPARE(leftIn(folder), QStringList{u"audit.csv"_s});
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.first().headers.value("accept-encoding"), QByteArray("identity"));
    }

    void whatIsNotPackedIsKeptAsItIs()
    {
        QTemporaryDir folder;
        QVERIFY(download(fileStep(table), folder.filePath(u"audit.csv"_s)).ok());
    }

    void halfAnAnswerLeavesNoFile_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("body");
        using Fault = ServerStep::Fault;
        QTest::newRow("cut on the way") << int(Fault::CutBody) << packedTable;
        QTest::newRow("closed without an answer") << int(Fault::CloseBeforeAnswer) << packedTable;
        QTest::newRow("reset") << int(Fault::Reset) << packedTable;
        QTest::newRow("cut before it was sent") << int(Fault::None) << packedTable.chopped(9);
        QTest::newRow("damaged") << int(Fault::None)
                                 << QByteArray(packedTable).replace(12, 1, "\x7f");
    }
    void halfAnAnswerLeavesNoFile()
    {
        QFETCH(int, fault);
        QFETCH(QByteArray, body);
        QTemporaryDir folder;
        ServerStep step = fileStep(body);
        step.fault = ServerStep::Fault(fault);
        QVERIFY(!download(step, folder.filePath(u"audit.csv"_s)).ok());
        QCOMPARE(leftIn(folder), QStringList());
    }

    void anExportThatIsGoneLeavesWhatWasThere()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.csv"_s);
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("mine") == 4);
        before.close();
        ServerStep step;
        step.status = 404;
        step.body = R"({"success":false,"error":"Export not found"})";
        const auto refused = download(step, path);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::NotFound);
        QCOMPARE(refused.error().vendorMessage, u"Export not found"_s);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("mine"));
        QCOMPARE(leftIn(folder), QStringList{u"audit.csv"_s});
    }

    void aFolderThatIsNotThereIsSaid()
    {
        QTemporaryDir folder;
        const auto refused = download(fileStep(packedTable), folder.filePath(u"none/audit.csv"_s));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(m_requests.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProvidersExport)
#include "tst_providers_export.moc"
