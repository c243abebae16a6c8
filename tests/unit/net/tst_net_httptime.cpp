// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptime.h"

#include <QTest>

using namespace chatelaine;

class TestHttpTime : public QObject
{
    Q_OBJECT
private slots:
    void dates_data();
    void dates();
    void twoDigitYearIsAtMostFiftyYearsAhead();
    void retryAfter_data();
    void retryAfter();
};

namespace {

const Timestamp thatNovember = *Timestamp::fromIso(u"1994-11-06T08:49:37Z");

} // namespace

void TestHttpTime::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("iso"); // empty: not a date

    const QString same = QStringLiteral("1994-11-06T08:49:37Z");
    QTest::newRow("preferred") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << same;
    QTest::newRow("rfc 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << same;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << same;
    QTest::newRow("spaces around") << QByteArray(" Sun, 06 Nov 1994 08:49:37 GMT ") << same;
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT")
                                 << QStringLiteral("2017-01-01T00:00:00Z");
    QTest::newRow("leap day") << QByteArray("Thu, 29 Feb 2024 00:00:00 GMT")
                              << QStringLiteral("2024-02-29T00:00:00Z");
    QTest::newRow("no such day") << QByteArray("Wed, 29 Feb 2023 00:00:00 GMT") << QString();
    QTest::newRow("no such month") << QByteArray("Sun, 06 Now 1994 08:49:37 GMT") << QString();
    QTest::newRow("no such hour") << QByteArray("Sun, 06 Nov 1994 24:00:00 GMT") << QString();
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QString();
    QTest::newRow("more behind") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT x") << QString();
    QTest::newRow("iso") << QByteArray("1994-11-06T08:49:37Z") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("long") << QByteArray(100'000, 'S') << QString();
}

void TestHttpTime::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, iso);
    const auto date = parseHttpDate(text, thatNovember);
    QCOMPARE(date ? date->toIso() : QString(), iso);
}

void TestHttpTime::twoDigitYearIsAtMostFiftyYearsAhead()
{
    const Timestamp now = *Timestamp::fromIso(u"2026-08-01");
    QCOMPARE(parseHttpDate("Friday, 01-Jan-76 00:00:00 GMT", now)->toIso(),
             QStringLiteral("2076-01-01T00:00:00Z"));
    QCOMPARE(parseHttpDate("Friday, 01-Jan-77 00:00:00 GMT", now)->toIso(),
             QStringLiteral("1977-01-01T00:00:00Z"));
}

void TestHttpTime::retryAfter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: cannot be read

    constexpr qint64 year = 366LL * 86'400'000;
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("spaces") << QByteArray(" 7 ") << qint64(7'000);
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT") << qint64(30'000);
    QTest::newRow("date that is over") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64(0);
    QTest::newRow("absurd") << QByteArray("99999999999999999999999999") << year;
    QTest::newRow("very far") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << year;
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("word") << QByteArray("soon") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void TestHttpTime::retryAfter()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto wait = parseRetryAfter(text, thatNovember);
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
}

QTEST_GUILESS_MAIN(TestHttpTime)
#include "tst_net_httptime.moc"
