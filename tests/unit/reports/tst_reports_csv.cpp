// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/csvwriter.h"
#include "reports/journalcsv.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT
private slots:
    void aCellIsWritten_data();
    void aCellIsWritten();
    void aNumberIsNotGuarded();
    void aRefusingDeviceIsReported();
    void whyADiskTakesNoMoreIsSaid();
    void theJournalIsExportedWithItsHashes();
    void anExportHoldsMoreThanOneStretch();
    void aFilterHolds();
    void aFolderThatIsNotThereIsSaid();
    void aCancelledExportLeavesTheOldFile();
    void anExportEndsWithItsStore();
};

void TestCsv::aCellIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"CI pipeline"_s << "CI pipeline"_ba;
    QTest::newRow("empty") << QString() << ""_ba;
    QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
    QTest::newRow("quote") << u"a \"b\""_s << "\"a \"\"b\"\"\""_ba;
    QTest::newRow("line") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("umlaut") << u"Schlüssel"_s << "Schl\xc3\xbcssel"_ba;
    QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
    QTest::newRow("plus") << u"+49"_s << "'+49"_ba;
    QTest::newRow("minus") << u"-1"_s << "'-1"_ba;
    QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
    QTest::newRow("after a space") << u" =1"_s << " '=1"_ba;
    QTest::newRow("full width") << u"\uff1d1"_s
                                << "'\xef\xbc\x9d"
                                   "1"_ba;
    QTest::newRow("tab") << u"\t=1"_s << "'\t=1"_ba;
    QTest::newRow("return") << u"\r=1"_s << "\"'\r=1\""_ba;
    QTest::newRow("formula on a later line") << u"a\n=1"_s << "\"a\n'=1\""_ba;
    QTest::newRow("formula with a comma") << u"=A(1,2)"_s << "\"'=A(1,2)\""_ba;
    QTest::newRow("harmless inside") << u"a=b+c"_s << "a=b+c"_ba;
}

void TestCsv::aCellIsWritten()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, written);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer);
    QVERIFY(writer.write({text, u"x"_s}));
    QCOMPARE(buffer.data(), written + ",x\r\n");
}

void TestCsv::aNumberIsNotGuarded()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer);
    QVERIFY(writer.write({qint64(-5), qint64(7)}));
    QCOMPARE(buffer.data(), "-5,7\r\n"_ba);
}

void TestCsv::aRefusingDeviceIsReported()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvWriter writer(buffer);
    QVERIFY(!writer.write({u"x"_s}));
}

namespace {

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast(); // what follows the last line break
    return lines;
}

JournalEvent makeEvent(const QString &object)
{
    JournalEvent event;
    event.kind = u"key.create"_s;
    event.outcome = u"succeeded"_s;
    event.object = object;
    return event;
}

FutureOutcome<qint64> asCsv(const StoreFixture &fixture, const QString &file,
                            const JournalSelection &selection = {},
                            const std::shared_ptr<std::atomic_bool> &cancel = {})
{
    return JournalExporter::write(*fixture.store,
                                  {selection, file, std::make_shared<JournalCsv>(), {}, cancel});
}

} // namespace

void TestCsv::whyADiskTakesNoMoreIsSaid()
{
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 3000, fixture.clock.now());
    const QString file = fixture.path(u"journal.csv"_s);
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small{100'000, limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Outcome<qint64> written = asCsv(fixture, file).result();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, before);
    QVERIFY(!written.ok());
    const QString why = QString::fromLocal8Bit(std::strerror(EFBIG));
    QVERIFY2(written.error().message.contains(why), qPrintable(written.error().message));
    QVERIFY(!QFileInfo::exists(file));
}

void TestCsv::theJournalIsExportedWithItsHashes()
{
    StoreFixture fixture;
    const JournalLine first = valueOf(fixture.store->append(makeEvent(u"=cmd"_s)));
    const JournalLine second = valueOf(fixture.store->append(makeEvent(u"CI"_s)));
    const QString file = fixture.path(u"journal.csv"_s);
    qint64 told = 0;
    QCOMPARE(valueOf(JournalExporter::write(*fixture.store, {{},
                                                             file,
                                                             std::make_shared<JournalCsv>(),
                                                             [&told](qint64 count) {
                                                                 told = count;
                                                             }})),
             2);
    QCOMPARE(told, 2);
    const QList<QByteArray> lines = linesOf(file);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], JournalCsv::columns().join(u',').toUtf8() + '\r');
    const QList<QByteArray> cells = lines[1].trimmed().split(',');
    QCOMPARE(cells.size(), JournalCsv::columns().size());
    const auto cell = [&cells](const QString &column) {
        return cells.at(JournalCsv::columns().indexOf(column));
    };
    QCOMPARE(cell(u"sequence"_s), "1"_ba);
    QCOMPARE(cell(u"time"_s), first.time.toIso().toUtf8());
    QCOMPARE(cell(u"user"_s), "alex"_ba);
    QCOMPARE(cell(u"object"_s), "'=cmd"_ba);
    QCOMPARE(cell(u"previous_hash"_s), QByteArray(64, '0'));
    const QByteArray hash =
        QCryptographicHash::hash(first.line, QCryptographicHash::Sha256).toHex();
    QCOMPARE(cell(u"hash"_s), hash);
    QVERIFY(lines[2].contains(',' + hash + ','));
    QVERIFY(second.line.contains(hash));
}

void TestCsv::anExportHoldsMoreThanOneStretch()
{
    StoreFixture fixture;
    constexpr int entries = 5203; // more than the store gives at a time
    fillJournal(fixture.file(), fixture.store->installation(), entries, fixture.clock.now());
    const QString file = fixture.path(u"journal.csv"_s);
    QCOMPARE(valueOf(asCsv(fixture, file)), entries);
    QCOMPARE(linesOf(file).size(), entries + 1);
}

void TestCsv::aFilterHolds()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"early"_s)));
    fixture.clock.advance(60);
    JournalSelection selection;
    selection.from = fixture.clock.now();
    valueOf(fixture.store->append(makeEvent(u"late"_s)));
    const QString file = fixture.path(u"journal.csv"_s);
    QCOMPARE(valueOf(asCsv(fixture, file, selection)), 1);
    QVERIFY(linesOf(file).last().contains("late"));
}

void TestCsv::aFolderThatIsNotThereIsSaid()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"CI"_s)));
    const QString file = fixture.path(u"nowhere/journal.csv"_s);
    const auto outcome = outcomeOf(asCsv(fixture, file));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Storage);
    QVERIFY(outcome.error().message.contains(u"nowhere"_s));
    QVERIFY(!outcome.error().next.isEmpty());
}

void TestCsv::aCancelledExportLeavesTheOldFile()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"CI"_s)));
    const QString path = fixture.path(u"journal.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const auto cancel = std::make_shared<std::atomic_bool>(true);
    const auto outcome = outcomeOf(asCsv(fixture, path, {}, cancel));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old"_ba);
    QCOMPARE(QFileInfo(path).dir().entryList({u"journal*"_s}, QDir::Files),
             QStringList{u"journal.csv"_s});
}

void TestCsv::anExportEndsWithItsStore()
{
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 20'000, fixture.clock.now());
    const QString file = fixture.path(u"journal.csv"_s);
    const auto exported = asCsv(fixture, file);
    fixture.store.reset();
    // Whether it was done before the store closed is a matter of luck; that it ended is not.
    QVERIFY(exported.isFinished());
    const auto outcome = exported.result();
    QVERIFY(outcome.ok() || outcome.error().kind == ErrorKind::Cancelled);
    QCOMPARE(QFileInfo::exists(file), outcome.ok());
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_reports_csv.moc"
