// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "unit/store/journalfiller.h"
#include "unit/store/storefixture.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT
private slots:
    void anEntryHasTheDocumentedBytes();
    void entriesAreChained();
    void theChainGoesOnAfterReopening();
    void aClockThatWasSetBackIsAnEntry();
    void hostileTextsMakeAnEntry();
    void aMemberInTheDetailIsNotTheEntrysOwn();
    void filtersHold();
    void theLatestComeFirst();
    void eachEntryIsGivenUntilTold();
    void theTableRefusesChanges();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void anEmptyJournalIsIntact();
    void aLongJournalIsWalkedInStretches();
};

namespace {

JournalEvent makeEvent(const QString &object)
{
    JournalEvent event;
    event.kind = u"key.create"_s;
    event.outcome = u"succeeded"_s;
    event.object = object;
    return event;
}

QByteArray hashOf(const QByteArray &line)
{
    return QCryptographicHash::hash(line, QCryptographicHash::Sha256);
}

void runAll(const QString &file, const QStringList &statements)
{
    Database database(file, Database::Access::ReadWrite);
    for (const QString &statement : statements)
        database.run(statement);
}

} // namespace

void TestJournal::anEntryHasTheDocumentedBytes()
{
    StoreFixture fixture;
    JournalEvent event = makeEvent(u"CI \"1\""_s);
    event.account = AccountId(u"a1"_s);
    event.accountName = u"Acme"_s;
    event.provider = ProviderId(u"vendor"_s);
    event.mask = u"sk…42"_s;
    event.vendorId = u"k/7"_s;
    event.container = makePath({u"acme"_s, u"we b"_s});
    event.operation = OperationId(u"o1"_s);
    event.requestId = u"req"_s;
    event.detail = {{u"to"_s, u"disabled"_s}, {u"count"_s, 3}};
    const JournalLine line = valueOf(fixture.store->append(event));
    QCOMPARE(line.sequence, 1);
    const QByteArray expected =
        R"({"account":"a1","accountName":"Acme","container":"acme/we%20b",)"
        R"("detail":{"count":3,"to":"disabled"},"host":"desk","installation":")" +
        fixture.store->installation().toUtf8() +
        R"(","kind":"key.create","mask":"sk)"
        "\xe2\x80\xa6"
        R"(42","object":"CI \"1\"",)"
        R"("operation":"o1","outcome":"succeeded","prev":")" +
        QByteArray(64, '0') +
        R"(","program":"chatelaine","provider":"vendor","requestId":"req","seq":1,)"
        R"("time":1790000000000000,"user":"alex","vendorId":"k/7"})";
    QCOMPARE(line.line, expected);
    QCOMPARE(canonicalJson(QJsonDocument::fromJson(line.line).object()).value(), expected);
    QCOMPARE(valueOf(fixture.store->journal({})).first().line, expected);
}

void TestJournal::entriesAreChained()
{
    StoreFixture fixture;
    const JournalLine first = valueOf(fixture.store->append(makeEvent(u"a"_s)));
    const JournalLine second = valueOf(fixture.store->append(makeEvent(u"b"_s)));
    QCOMPARE(QJsonDocument::fromJson(second.line)[u"prev"].toString().toLatin1(),
             hashOf(first.line).toHex());
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY(verdict.intact);
    QCOMPARE(verdict.entries, 2);
    QCOMPARE(verdict.head, hashOf(second.line));
}

void TestJournal::theChainGoesOnAfterReopening()
{
    StoreFixture fixture;
    const QString installation = fixture.store->installation();
    valueOf(fixture.store->append(makeEvent(u"a"_s)));
    fixture.reopen();
    QCOMPARE(fixture.store->installation(), installation);
    QCOMPARE(valueOf(fixture.store->append(makeEvent(u"b"_s))).sequence, 2);
    QVERIFY(valueOf(fixture.store->verifyJournal()).intact);
}

void TestJournal::aClockThatWasSetBackIsAnEntry()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"a"_s)));
    fixture.clock.advance(-5); // processes write with the time at which they began to
    QCOMPARE(valueOf(fixture.store->append(makeEvent(u"b"_s))).sequence, 2);
    fixture.reopen();
    fixture.clock.advance(-3600);
    QCOMPARE(valueOf(fixture.store->append(makeEvent(u"c"_s))).sequence, 4);
    QCOMPARE(valueOf(fixture.store->append(makeEvent(u"d"_s))).sequence, 5);
    const auto lines = valueOf(fixture.store->journal({}));
    const QJsonObject jump = QJsonDocument::fromJson(lines.at(2).line).object();
    QCOMPARE(jump.value("kind"_L1).toString(), u"clock.jump"_s);
    QCOMPARE(jump.value("detail"_L1)["back"_L1].toInteger(), 3600);
    QVERIFY(valueOf(fixture.store->verifyJournal()).intact);
}

void TestJournal::hostileTextsMakeAnEntry()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"half "_s + QChar(0xd83d))));
    valueOf(fixture.store->append(makeEvent(u"a\"b\\c\nd\u202ee"_s)));
    valueOf(fixture.store->append(makeEvent(QString(10'000, u'x'))));
    const QList<JournalLine> lines = valueOf(fixture.store->journal({}));
    QCOMPARE(QJsonDocument::fromJson(lines[0].line)[u"object"].toString(), u"half \ufffd"_s);
    QCOMPARE(QJsonDocument::fromJson(lines[1].line)[u"object"].toString(), u"a\"b\\c\nd\u202ee"_s);
    QCOMPARE(QJsonDocument::fromJson(lines[2].line)[u"object"].toString().size(), 1000);
    QVERIFY(valueOf(fixture.store->verifyJournal()).intact);
}

void TestJournal::aMemberInTheDetailIsNotTheEntrysOwn()
{
    StoreFixture fixture;
    JournalEvent event = makeEvent(u"\"prev\":\"x\",\"seq\":9"_s);
    event.detail = {{u"prev"_s, u"y"_s}, {u"seq"_s, 77}, {u"installation"_s, u"z"_s}};
    valueOf(fixture.store->append(event));
    valueOf(fixture.store->append(event));
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY2(verdict.intact, qPrintable(verdict.reason));
}

void TestJournal::filtersHold()
{
    StoreFixture fixture;
    JournalEvent mine = makeEvent(u"mine"_s);
    mine.account = AccountId(u"a1"_s);
    mine.operation = OperationId(u"o1"_s);
    valueOf(fixture.store->append(makeEvent(u"early"_s)));
    fixture.clock.advance(10);
    const Timestamp middle = fixture.clock.now();
    valueOf(fixture.store->append(mine));
    fixture.clock.advance(10);
    valueOf(fixture.store->append(makeEvent(u"late"_s)));
    const auto sequences = [&fixture](const JournalFilter &filter) {
        QList<qint64> numbers;
        for (const JournalLine &line : valueOf(fixture.store->journal(filter)))
            numbers.append(line.sequence);
        return numbers;
    };
    JournalFilter filter;
    QCOMPARE(sequences(filter), (QList<qint64>{1, 2, 3}));
    filter.from = middle;
    QCOMPARE(sequences(filter), (QList<qint64>{2, 3}));
    filter.to = fixture.clock.now();
    QCOMPARE(sequences(filter), (QList<qint64>{2}));
    filter = {};
    filter.account = AccountId(u"a1"_s);
    QCOMPARE(sequences(filter), (QList<qint64>{2}));
    filter = {};
    filter.operation = OperationId(u"o1"_s);
    QCOMPARE(sequences(filter), (QList<qint64>{2}));
    filter = {};
    filter.afterSequence = 1;
    filter.limit = 1;
    QCOMPARE(sequences(filter), (QList<qint64>{2}));
}

void TestJournal::theLatestComeFirst()
{
    StoreFixture fixture;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        valueOf(fixture.store->append(makeEvent(name)));
    const QList<JournalLine> lines =
        valueOf(fixture.store->searchJournals({}, std::nullopt, Qt::DescendingOrder, 2));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].sequence, 3);
    QCOMPARE(lines[1].sequence, 2);
    QCOMPARE(valueOf(fixture.store->journalLength()), 3);
}

void TestJournal::eachEntryIsGivenUntilTold()
{
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 12'000, fixture.clock.now());
    qint64 sum = 0;
    JournalFilter filter;
    filter.limit = 1; // counts for lists only
    const auto all = [&sum](const JournalLine &line) {
        sum += line.sequence;
        return true;
    };
    QCOMPARE(valueOf(fixture.store->eachJournalLine(filter, all)), 12'000);
    QCOMPARE(sum, 12'000LL * 12'001 / 2);
    const auto three = [](const JournalLine &line) {
        return line.sequence <= 3;
    };
    QCOMPARE(valueOf(fixture.store->eachJournalLine(filter, three)), 3);
}

void TestJournal::theTableRefusesChanges()
{
    StoreFixture fixture;
    valueOf(fixture.store->append(makeEvent(u"a"_s)));
    Database database(fixture.file(), Database::Access::ReadWrite);
    QVERIFY_THROWS_EXCEPTION(Failure, database.run(u"UPDATE journal SET line = '{}'"_s));
    QVERIFY_THROWS_EXCEPTION(Failure, database.run(u"DELETE FROM journal"_s));
    QCOMPARE(valueOf(fixture.store->journalLength()), 1);
}

void TestJournal::tamperingIsFound_data()
{
    const QString unlock = u"DROP TRIGGER journal_is_never_changed"_s;
    const QString unlockDelete = u"DROP TRIGGER journal_is_never_deleted"_s;
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBad");
    QTest::newRow("a changed name is found by the next entry")
        << QStringList{unlock, u"UPDATE journal SET line = replace(line, '\"key 4\"', '\"key x\"')"
                               " WHERE seq = 5"_s}
        << qint64(6);
    QTest::newRow("a removed entry")
        << QStringList{unlockDelete, u"DELETE FROM journal WHERE seq = 5"_s} << qint64(5);
    QTest::newRow("a removed entry, renumbered")
        << QStringList{unlockDelete, unlock, u"DELETE FROM journal WHERE seq = 5"_s,
                       u"UPDATE journal SET seq = seq - 1 WHERE seq > 5"_s}
        << qint64(5);
    QTest::newRow("a removed beginning")
        << QStringList{unlockDelete, u"DELETE FROM journal WHERE seq = 1"_s} << qint64(1);
    QTest::newRow("exchanged entries")
        << QStringList{unlock, u"UPDATE journal SET line ="
                               " (SELECT line FROM journal j WHERE j.seq = 17 - journal.seq)"
                               " WHERE seq IN (8, 9)"_s}
        << qint64(8);
    QTest::newRow("another number at the end")
        << QStringList{unlock,
                       u"UPDATE journal SET line = replace(line, '\"seq\":20', '\"seq\":21')"
                       " WHERE seq = 20"_s}
        << qint64(20);
    QTest::newRow("another installation at the end")
        << QStringList{unlock, u"UPDATE journal SET line = replace(line, '\"installation\":\"',"
                               " '\"installation\":\"x') WHERE seq = 20"_s}
        << qint64(20);
}

void TestJournal::tamperingIsFound()
{
    QFETCH(const QStringList, statements);
    QFETCH(const qint64, firstBad);
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 20, fixture.clock.now());
    QVERIFY(valueOf(fixture.store->verifyJournal()).intact);
    runAll(fixture.file(), statements);
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY(!verdict.intact);
    QCOMPARE(verdict.firstBad, firstBad);
    QVERIFY(!verdict.reason.isEmpty());
}

void TestJournal::anEmptyJournalIsIntact()
{
    StoreFixture fixture;
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY(verdict.intact);
    QCOMPARE(verdict.entries, 0);
    QVERIFY(verdict.head.isEmpty());
}

void TestJournal::aLongJournalIsWalkedInStretches()
{
    StoreFixture fixture;
    fillJournal(fixture.file(), fixture.store->installation(), 20'001, fixture.clock.now());
    const JournalVerdict verdict = valueOf(fixture.store->verifyJournal());
    QVERIFY(verdict.intact);
    QCOMPARE(verdict.entries, 20'001);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_store_journal.moc"
