// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"
#include "unit/store/storefixture.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

/** A second process that writes to the fixture's database. */
class OtherProcess
{
public:
    OtherProcess(const QString &file, int entries, const QString &name)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(STORE_WRITER), {file, QString::number(entries), name});
    }
    ~OtherProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QList<qint64> written()
    {
        m_output += m_process.readAllStandardOutput();
        QList<qint64> numbers;
        for (const QByteArray &line : m_output.split('\n')) {
            if (m_output.endsWith('\n') || !m_output.endsWith(line))
                numbers.append(line.toLongLong());
        }
        numbers.removeAll(0);
        return numbers;
    }
    bool finished() { return m_process.waitForFinished(90'000) && m_process.exitCode() == 0; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

class TestProcesses : public QObject
{
    Q_OBJECT
private slots:
    void twoProcessesAppendToOneChain();
    void twoProcessesMakeOneDatabase();
    void aKilledProcessLosesNothingThatItReported();
    void anotherProcessIsNoticed();
    void anotherStoresKeysArrive();
};

void TestProcesses::twoProcessesAppendToOneChain()
{
    StoreFixture fixture;
    constexpr int each = 60;
    OtherProcess first(fixture.file(), each, u"first"_s);
    OtherProcess second(fixture.file(), each, u"second"_s);
    JournalEvent event;
    event.kind = u"key.create"_s;
    for (int i = 0; i < each; ++i) {
        fixture.clock.set(SystemClock().now()); // which the others have
        valueOf(fixture.store->append(event));
    }
    QVERIFY2(first.finished(), first.errors().constData());
    QVERIFY2(second.finished(), second.errors().constData());
    QSet<qint64> all;
    for (const qint64 number : first.written() + second.written())
        all.insert(number);
    QCOMPARE(all.size(), 2 * each); // no number was given twice
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY2(verdict.intact, qPrintable(verdict.reason));
    QCOMPARE(verdict.entries, 3 * each);
    QMap<QString, int> counts;
    for (const JournalLine &line : valueOf(fixture.store->journal({})))
        ++counts[QJsonDocument::fromJson(line.line)[u"program"].toString()];
    QCOMPARE(counts, (QMap<QString, int>{
                         {u"chatelaine"_s, each}, {u"first"_s, each}, {u"second"_s, each}}));
}

void TestProcesses::twoProcessesMakeOneDatabase()
{
    // Each round meets at another moment of the making.
    for (int round = 0; round < 8; ++round) {
        StoreFixture fixture(false);
        OtherProcess first(fixture.file(), 5, u"first"_s);
        OtherProcess second(fixture.file(), 5, u"second"_s);
        fixture.open();
        QVERIFY2(first.finished(), first.errors().constData());
        QVERIFY2(second.finished(), second.errors().constData());
        const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
        QVERIFY2(verdict.intact, qPrintable(verdict.reason));
        QCOMPARE(verdict.entries, 10);
    }
}

void TestProcesses::aKilledProcessLosesNothingThatItReported()
{
    StoreFixture fixture;
    QList<qint64> reported;
    for (int round = 0; round < 5; ++round) {
        OtherProcess other(fixture.file(), 1'000'000, u"killed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(other.written().size() > 3 + round, 60'000);
        other.kill();
        reported += other.written();
    }
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY2(verdict.intact, qPrintable(verdict.reason));
    QVERIFY(verdict.entries >= reported.size());
    for (qsizetype i = 0; i < reported.size(); ++i)
        QVERIFY(reported[i] >= i + 1 && reported[i] <= verdict.entries);
    // The killed processes hold no lock: writing goes on.
    JournalEvent event;
    event.kind = u"key.create"_s;
    fixture.clock.set(SystemClock().now()); // which they had
    QCOMPARE(valueOf(fixture.store->append(event)).sequence, verdict.entries + 1);
}

void TestProcesses::anotherProcessIsNoticed()
{
    StoreFixture fixture;
    QSignalSpy spy(fixture.store.get(), &Store::changed);
    OtherProcess other(fixture.file(), 1, u"other"_s);
    QVERIFY(other.finished());
    QTRY_VERIFY_WITH_TIMEOUT(!spy.isEmpty(), 10'000);
    QVERIFY(spy.first().first().value<ChangeSet>().everything);
    // What this process itself writes is no news of others.
    spy.clear();
    valueOf(fixture.store->append({}));
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(!spy.first().first().value<ChangeSet>().everything);
}

void TestProcesses::anotherStoresKeysArrive()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    // The index as it is first made knows nothing of the key yet.
    QTRY_VERIFY(fixture.store->snapshot() == valueOf(fixture.store->freshSnapshot()));
    QCoreApplication::processEvents();
    valueOf(fixture.store->accounts());
    auto other = Store::open(fixture.options()).value();
    KeyRow key;
    key.account = account.id;
    key.record = makeKey(u"1"_s, u"CI"_s);
    key = valueOf(other->putKey(key));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.store->snapshot()->rowOf(key.uid), 10'000);
    QCOMPARE(fixture.store->snapshot()->size(), 1U);
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_store_processes.moc"
