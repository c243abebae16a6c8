// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/forecast.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;
using Verdict = QuotaForecast::Verdict;

namespace {

constexpr qint64 daySeconds = 86'400;

Timestamp dayAt(qint64 day, qint64 hour = 0)
{
    return Timestamp::fromSeconds((20'000 + day) * daySeconds + hour * 3600);
}

Quota reading(qint64 day, double used, double limit = 1000, qint64 hour = 0)
{
    Quota quota;
    quota.id = u"calls"_s;
    quota.used = used;
    quota.limit = limit;
    quota.observedAt = dayAt(day, hour);
    return quota;
}

/** One reading at each midnight, of these daily uses. */
QList<Quota> midnights(const QList<double> &use, double limit = 1000)
{
    QList<Quota> history{reading(0, 0, limit)};
    for (qsizetype day = 0; day < use.size(); ++day)
        history.append(reading(day + 1, *history.constLast().used + use.at(day), limit));
    return history;
}

QuotaForecast forecastAfter(const QList<Quota> &history)
{
    return forecastOf(history.constLast(), history, history.constLast().observedAt);
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void evenUseRunsOutOnOneDay()
    {
        const QuotaForecast forecast = forecastAfter(midnights(QList<double>(10, 50)));
        QCOMPARE(forecast.verdict, Verdict::RunsOut);
        QCOMPARE(forecast.days, 10);
        QCOMPARE(forecast.earliest, std::optional(dayAt(20))); // 500 left at 50 a day
        QCOMPARE(forecast.latest, std::optional(dayAt(20)));
        QCOMPARE(forecast.binding, u"calls"_s);
    }

    void unevenUseMakesARange()
    {
        const QuotaForecast forecast =
            forecastAfter(midnights({20, 80, 30, 70, 40, 60, 50, 20, 80, 50}));
        QCOMPARE(forecast.verdict, Verdict::RunsOut);
        QVERIFY(*forecast.earliest < dayAt(20));
        QVERIFY(*forecast.latest > dayAt(20));
        QVERIFY(*forecast.latest < dayAt(30));
    }

    void sixFullDaysAreTooFew()
    {
        QCOMPARE(forecastAfter(midnights(QList<double>(6, 50))).verdict, Verdict::TooFewDays);
        QCOMPARE(forecastAfter(midnights(QList<double>(7, 50))).verdict, Verdict::RunsOut);
        // A week of readings at noon has six full days.
        QList<Quota> noons;
        for (int day = 0; day < 8; ++day)
            noons.append(reading(day, day * 50, 1000, 12));
        QCOMPARE(forecastOf(noons.constLast(), noons, dayAt(7, 13)).days, 6);
        noons.append(reading(8, 400, 1000, 12));
        QCOMPARE(forecastOf(noons.constLast(), noons, dayAt(8, 13)).verdict, Verdict::RunsOut);
    }

    void aDayBetweenDistantReadingsIsNotKnown()
    {
        QList<Quota> history = midnights(QList<double>(20, 10));
        QCOMPARE(dailyUse(history, dayAt(20)).size(), 20);
        history.remove(9, 1); // two days apart: still told
        QCOMPARE(dailyUse(history, dayAt(20)).size(), 20);
        history.remove(9, 1);
        QCOMPARE(dailyUse(history, dayAt(20)).size(), 17);
    }

    void onlyTheLastFourWeeksCount()
    {
        QList<double> use(40, 900);
        std::fill(use.begin() + 12, use.end(), 1.0);
        QCOMPARE(dailyUse(midnights(use), dayAt(40)), QList<double>(28, 1.0));
    }

    void aResetIsNoUse()
    {
        QList<Quota> history = midnights(QList<double>(10, 50));
        for (int day = 11; day < 16; ++day)
            history.append(reading(day, (day - 11) * 50)); // began again, as nobody had said
        const QList<double> use = dailyUse(history, dayAt(15));
        QCOMPARE(use, QList<double>(14, 50.0));
        // The vendor's word counts also where the use rose again meanwhile.
        QList<Quota> told = midnights(QList<double>(10, 50));
        told[4].resetAt = dayAt(4, 12);
        QCOMPARE(dailyUse(told, dayAt(10)).size(), 9);
    }

    void noForecastAcrossTheReset()
    {
        QList<Quota> history = midnights(QList<double>(10, 50));
        history.last().resetAt = dayAt(19);
        QCOMPARE(forecastAfter(history).verdict, Verdict::ResetsBefore);
        QVERIFY(!forecastAfter(history).earliest);
        history.last().resetAt = dayAt(25);
        QCOMPARE(forecastAfter(history).verdict, Verdict::RunsOut);
        // A reading of a period that is over says nothing.
        history.last().resetAt = dayAt(12);
        QCOMPARE(forecastOf(history.constLast(), history, dayAt(13)).verdict, Verdict::NoFigures);
    }

    void theLateEndMayLieBehindTheReset()
    {
        QList<Quota> history = midnights({20, 80, 30, 70, 40, 60, 50, 20, 80, 50});
        history.last().resetAt = dayAt(20);
        const QuotaForecast forecast = forecastAfter(history);
        QCOMPARE(forecast.verdict, Verdict::RunsOut);
        QVERIFY(forecast.earliest);
        QVERIFY(!forecast.latest);
    }

    void saysWhyThereIsNone()
    {
        QCOMPARE(forecastAfter(midnights(QList<double>(10, 0))).verdict, Verdict::NoUse);
        QCOMPARE(forecastAfter(midnights(QList<double>(20, 50))).verdict, Verdict::UsedUp);
        QList<Quota> unlimited = midnights(QList<double>(10, 50));
        unlimited.last().limit.reset();
        QCOMPARE(forecastAfter(unlimited).verdict, Verdict::NoFigures);
        // A use so small that the upper bound is beyond ten years.
        QCOMPARE(forecastAfter(midnights(QList<double>(10, 0.001))).verdict, Verdict::ResetsBefore);
    }

    void theLimitThatBindsIsNamed()
    {
        QList<Quota> key = midnights(QList<double>(10, 10), 1000);
        QList<Quota> project = midnights(QList<double>(10, 50), 800);
        QList<Quota> account = midnights(QList<double>(10, 60), 5000);
        for (Quota &quota : key)
            quota.within = u"project"_s;
        for (Quota &quota : project) {
            quota.id = u"project"_s;
            quota.within = u"account"_s;
        }
        for (Quota &quota : account) {
            quota.id = u"account"_s;
            quota.within = u"calls"_s; // a circle ends the search
        }
        const QList<Quota> now{key.constLast(), project.constLast(), account.constLast()};
        const QList<QuotaForecast> all = forecasts(now, key + project + account, dayAt(10));
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0).binding, u"project"_s);
        QCOMPARE(all.at(0).earliest, std::optional(dayAt(100)));
        QCOMPARE(all.at(1).binding, u"project"_s);
        QCOMPARE(all.at(1).earliest, std::optional(dayAt(16)));
        QCOMPARE(all.at(2).earliest, std::optional(dayAt(83)));
    }

    /** Held-out days: where random use really ran out, about eight times out of ten inside. */
    void theRangeHoldsWhatItPromises()
    {
        std::mt19937 random(20260801);
        std::gamma_distribution<double> use(4, 25); // 100 a day, 50 up or down
        int inside = 0;
        constexpr int runs = 2000;
        for (int run = 0; run < runs; ++run) {
            QList<double> days;
            for (int day = 0; day < 14; ++day)
                days.append(use(random));
            const double spent = std::accumulate(days.begin(), days.end(), 0.0);
            const double limit = spent + 2000;
            const QuotaForecast forecast = forecastAfter(midnights(days, limit));
            QCOMPARE(forecast.verdict, Verdict::RunsOut);
            double left = 2000;
            int end = 14;
            while ((left -= use(random)) > 0)
                ++end;
            if (dayAt(end) >= *forecast.earliest &&
                (!forecast.latest || dayAt(end) <= *forecast.latest))
                ++inside;
        }
        const double share = double(inside) / runs;
        QVERIFY2(share > 0.75 && share < 0.88, qPrintable(QString::number(share)));
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_core_forecast.moc"
