// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/timestamp.h"

#include <QDateTime>
#include <QTest>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestTimestamp : public QObject
{
    Q_OBJECT
private slots:
    void aTextIsRead_data();
    void aTextIsRead();
    void anotherTextIsRefused_data();
    void anotherTextIsRefused();
    void aTimeIsWritten_data();
    void aTimeIsWritten();
    void everyTimeComesBack();
    void offsetsAreTakenOff();
    void datesAndTimesOfQtAgree();
    void timesAreOrdered();
    void theSystemClockRuns();
};

void TestTimestamp::aTextIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("seconds") << u"2026-08-01T10:00:00Z"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("millis") << u"2026-08-01T10:00:00.250Z"_s << qint64(1'785'578'400'250'000);
    QTest::newRow("micros") << u"2026-08-01T10:00:00.000001Z"_s << qint64(1'785'578'400'000'001);
    QTest::newRow("nanos are cut")
        << u"2026-08-01T10:00:00.000001999Z"_s << qint64(1'785'578'400'000'001);
    QTest::newRow("one decimal") << u"2026-08-01T10:00:00.5Z"_s << qint64(1'785'578'400'500'000);
    QTest::newRow("lower case") << u"2026-08-01t10:00:00z"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("a space") << u"2026-08-01 10:00:00Z"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("east") << u"2026-08-01T12:00:00+02:00"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("west") << u"2026-08-01T04:30:00-05:30"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("an offset without a colon")
        << u"2026-08-01T12:00:00+0200"_s << qint64(1'785'578'400'000'000);
    QTest::newRow("a date") << u"2026-08-01"_s << qint64(1'785'542'400'000'000);
    QTest::newRow("the beginning") << u"1970-01-01T00:00:00Z"_s << qint64(0);
    QTest::newRow("before it") << u"1969-12-31T23:59:59.999999Z"_s << qint64(-1);
    QTest::newRow("a leap day") << u"2024-02-29T00:00:00Z"_s << qint64(1'709'164'800'000'000);
    QTest::newRow("a leap second") << u"2016-12-31T23:59:60Z"_s << qint64(1'483'228'800'000'000);
}

void TestTimestamp::aTextIsRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, micros);
    const auto time = Timestamp::fromIso(text);
    QVERIFY(time);
    QCOMPARE(time->micros(), micros);
}

void TestTimestamp::anotherTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "now",
                             "2026",
                             "2026-13-01",
                             "2026-02-30",
                             "2026-1-1",
                             "2026-08-01T",
                             "2026-08-01T10",
                             "2026-08-01T10:00Z",
                             "2026-08-01T10:00:00",
                             "2026-08-01T24:00:00Z",
                             "2026-08-01T10:60:00Z",
                             "2026-08-01T10:00:61Z",
                             "2026-08-01T10:00:00.Z",
                             "2026-08-01T10:00:00.1234567890Z",
                             "2026-08-01T10:00:00+2:00",
                             "2026-08-01T10:00:00+24:00",
                             "2026-08-01T10:00:00Zx",
                             " 2026-08-01",
                             "2026-08-01 ",
                             "20260801T100000Z",
                             "-026-08-01",
                             "1785578400"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("other digits") << u"２０２６-08-01"_s;
}

void TestTimestamp::anotherTextIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!Timestamp::fromIso(text));
}

void TestTimestamp::aTimeIsWritten_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << qint64(1'785'578'400'000'000) << u"2026-08-01T10:00:00Z"_s;
    QTest::newRow("millis") << qint64(1'785'578'400'007'000) << u"2026-08-01T10:00:00.007Z"_s;
    QTest::newRow("micros") << qint64(1'785'578'400'000'070) << u"2026-08-01T10:00:00.000070Z"_s;
    QTest::newRow("before 1970") << qint64(-1) << u"1969-12-31T23:59:59.999999Z"_s;
}

void TestTimestamp::aTimeIsWritten()
{
    QFETCH(const qint64, micros);
    QFETCH(const QString, text);
    QCOMPARE(Timestamp::fromMicros(micros).toIso(), text);
}

void TestTimestamp::everyTimeComesBack()
{
    QVERIFY(rc::check("what is written is read back", [] {
        // The years 0001 to 9999, which have four digits.
        const auto micros =
            *rc::gen::inRange<std::int64_t>(-62'135'596'800'000'000, 253'402'300'800'000'000);
        const Timestamp time = Timestamp::fromMicros(micros);
        RC_ASSERT(Timestamp::fromIso(time.toIso()) == time);
    }));
}

void TestTimestamp::offsetsAreTakenOff()
{
    QVERIFY(rc::check("a time with an offset is the same time in UTC", [] {
        const auto seconds = *rc::gen::inRange<qint64>(0, 4'000'000'000);
        const auto minutes = *rc::gen::inRange(-14 * 60, 14 * 60 + 1);
        const QDateTime there =
            QDateTime::fromSecsSinceEpoch(seconds, Qt::OffsetFromUTC, minutes * 60);
        RC_ASSERT(Timestamp::fromIso(there.toString(Qt::ISODate)) ==
                  Timestamp::fromSeconds(seconds));
    }));
}

void TestTimestamp::datesAndTimesOfQtAgree()
{
    const Timestamp time = Timestamp::fromMillis(1'785'578'400'250);
    QCOMPARE(time.toDateTime(), QDateTime(QDate(2026, 8, 1), QTime(10, 0, 0, 250), Qt::UTC));
    QCOMPARE(Timestamp::fromDateTime(time.toDateTime()), time);
}

void TestTimestamp::timesAreOrdered()
{
    const Timestamp time = Timestamp::fromSeconds(100);
    QVERIFY(time < time.plusSeconds(1));
    QVERIFY(time > time.plusSeconds(-1));
    QCOMPARE(time.seconds(), 100);
    QCOMPARE(time.millis(), 100'000);
    QCOMPARE(Timestamp(), Timestamp::fromMicros(0));
}

void TestTimestamp::theSystemClockRuns()
{
    const SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const Timestamp now = clock.now();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(now.millis() >= before && now.millis() <= after);
    SystemRandom random;
    for (int i = 0; i < 1000; ++i) {
        const double fraction = random.fraction();
        QVERIFY(fraction >= 0 && fraction < 1);
    }
}

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_core_timestamp.moc"
