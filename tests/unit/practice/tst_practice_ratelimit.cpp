// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/ratelimit.h"

#include <QTest>

using namespace chatelaine::practice;
using namespace Qt::Literals::StringLiterals;

class TestPracticeRateLimit : public QObject
{
    Q_OBJECT
private slots:
    void countsDownAndRefuses();
    void bucketsAreApart();
    void theNextMinuteIsFresh();
    void resetIsTheEndOfTheMinute();
};

void TestPracticeRateLimit::countsDownAndRefuses()
{
    RateLimiter limiter;
    QCOMPARE(limiter.take(u"a"_s, 2, 0).remaining, 1);
    const auto last = limiter.take(u"a"_s, 2, 1);
    QVERIFY(last.allowed);
    QCOMPARE(last.remaining, 0);
    const auto refused = limiter.take(u"a"_s, 2, 2);
    QVERIFY(!refused.allowed);
    QCOMPARE(refused.remaining, 0);
}

void TestPracticeRateLimit::bucketsAreApart()
{
    RateLimiter limiter;
    QVERIFY(limiter.take(u"a"_s, 1, 0).allowed);
    QVERIFY(!limiter.take(u"a"_s, 1, 0).allowed);
    QVERIFY(limiter.take(u"b"_s, 1, 0).allowed);
}

void TestPracticeRateLimit::theNextMinuteIsFresh()
{
    RateLimiter limiter;
    QVERIFY(limiter.take(u"a"_s, 1, minuteMs - 1).allowed);
    QVERIFY(!limiter.take(u"a"_s, 1, minuteMs - 1).allowed);
    QVERIFY(limiter.take(u"a"_s, 1, minuteMs).allowed);
}

void TestPracticeRateLimit::resetIsTheEndOfTheMinute()
{
    RateLimiter limiter;
    const auto verdict = limiter.take(u"a"_s, 1, minuteMs + 10'500);
    QCOMPARE(verdict.resetAt, 120);
    QCOMPARE(verdict.retryAfter, 50);
    QCOMPARE(limiter.take(u"a"_s, 1, 2 * minuteMs - 1).retryAfter, 1);
}

QTEST_GUILESS_MAIN(TestPracticeRateLimit)
#include "tst_practice_ratelimit.moc"
