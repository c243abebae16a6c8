// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString program = QStringLiteral(CHATELAINE_BINARY_DIR) + u"/bin/chatelaine-practice"_s;

} // namespace

/** The program itself: its ready line and how it ends. */
class TestPracticeProgram : public QObject
{
    Q_OBJECT
private slots:
    void endsWithItsStandardInput();
    void staysWithoutUntilEof();
    void endsOnSigterm();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();

private:
    static QJsonObject readyLine(QProcess &process)
    {
        while (!process.canReadLine() && process.waitForReadyRead(20'000)) {
        }
        return QJsonDocument::fromJson(process.readLine()).object();
    }
};

void TestPracticeProgram::endsWithItsStandardInput()
{
    QProcess process;
    process.start(program, {u"--until-eof"_s});
    QCOMPARE(readyLine(process).size(), 5);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestPracticeProgram::staysWithoutUntilEof()
{
    QProcess process;
    process.start(program, {});
    QCOMPARE(readyLine(process).size(), 5);
    process.closeWriteChannel();
    QVERIFY(!process.waitForFinished(1000));
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
}

void TestPracticeProgram::endsOnSigterm()
{
    QProcess process;
    process.start(program, {});
    QCOMPARE(readyLine(process).size(), 5);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestPracticeProgram::wrongUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("stray argument") << QStringList{u"now"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s};
    QTest::newRow("latency") << QStringList{u"--latency"_s, u"soon"_s};
    QTest::newRow("population") << QStringList{u"--populate"_s, u"keys=many"_s};
    QTest::newRow("population name") << QStringList{u"--populate"_s, u"users=3"_s};
}

void TestPracticeProgram::wrongUsageIsRefused()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(!process.readAllStandardError().isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeProgram)
#include "tst_practice_program.moc"
