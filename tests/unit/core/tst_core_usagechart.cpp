// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usagechart.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

Timestamp at(QStringView iso)
{
    return *Timestamp::fromIso(iso);
}

UsageSample sample(QStringView start, qint64 seconds, double value, const QString &group = {},
                   double weight = 1)
{
    return {u"requests"_s, group.isEmpty() ? QString() : u"key"_s, group, at(start), seconds, value,
            weight};
}

UsageChartOrder order(UsageBucket bucket, QStringView from, QStringView to)
{
    return {u"requests"_s, false, {}, bucket, at(from), at(to)};
}

QList<std::optional<double>> values(const UsageChart &chart, qsizetype curve = 0)
{
    QList<std::optional<double>> all;
    for (const UsageFigure &figure : chart.curves.value(curve).figures)
        all.append(figure.value);
    return all;
}

using Values = QList<std::optional<double>>;

} // namespace

class TestUsageChart : public QObject
{
    Q_OBJECT

private slots:
    void bucketsBeginWhereTheCalendarSays_data()
    {
        QTest::addColumn<int>("bucket");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("next");
        QTest::newRow("hour") << int(UsageBucket::Hour) << u"2026-11-22T13:00:00Z"_s
                              << u"2026-11-22T14:00:00Z"_s;
        QTest::newRow("day") << int(UsageBucket::Day) << u"2026-11-22"_s << u"2026-11-23"_s;
        QTest::newRow("week") << int(UsageBucket::Week) << u"2026-11-16"_s << u"2026-11-23"_s;
        QTest::newRow("month") << int(UsageBucket::Month) << u"2026-11-01"_s << u"2026-12-01"_s;
    }
    void bucketsBeginWhereTheCalendarSays()
    {
        QFETCH(int, bucket);
        QFETCH(QString, start);
        QFETCH(QString, next);
        const auto width = static_cast<UsageBucket>(bucket);
        const Timestamp begin = bucketStart(width, at(u"2026-11-22T13:59:59Z")); // a Sunday
        QCOMPARE(begin.toIso(), at(start).toIso());
        QCOMPARE(bucketStart(width, begin), begin);
        QCOMPARE(nextBucket(width, begin).toIso(), at(next).toIso());
    }

    void aGapIsNoZero()
    {
        const UsageChart chart =
            usageChart({sample(u"2026-11-20T01:00:00Z", hour, 3),
                        sample(u"2026-11-20T23:00:00Z", hour, 4), sample(u"2026-11-22", day, 0)},
                       order(UsageBucket::Day, u"2026-11-20", u"2026-11-23"));
        QCOMPARE(chart.starts.size(), 3);
        QCOMPARE(chart.end, at(u"2026-11-23"));
        QVERIFY(chart.isByTime);
        QCOMPARE(values(chart), (Values{7.0, std::nullopt, 0.0}));
        QVERIFY(chart.curves.constFirst().figures.at(0).isPartial); // 2 of 24 hours
        QVERIFY(!chart.curves.constFirst().figures.at(2).isPartial);
        QCOMPARE(chart.curves.constFirst().total, 7.0);
    }

    void aDayThatIsNotOverIsKnownInPart()
    {
        const QList<UsageSample> samples{sample(u"2026-11-21", day, 5),
                                         sample(u"2026-11-22", day, 2)};
        const UsageChart chart =
            usageChart(samples, order(UsageBucket::Day, u"2026-11-21", u"2026-11-22T13:00:00Z"));
        QCOMPARE(values(chart), (Values{5.0, 2.0}));
        QVERIFY(!chart.curves.constFirst().figures.at(0).isPartial);
        QVERIFY(chart.curves.constFirst().figures.at(1).isPartial);
    }

    void daysMakeWeeksAndMonths()
    {
        QList<UsageSample> samples;
        for (int i = 0; i < 61; ++i)
            samples.append(sample(at(u"2026-10-01").plusSeconds(i * day).toIso(), day, 1));
        const UsageChart months =
            usageChart(samples, order(UsageBucket::Month, u"2026-10-15", u"2026-12-01"));
        // The range begins with the whole month; the samples before it were not asked for.
        QCOMPARE(months.starts.constFirst(), at(u"2026-10-01"));
        QCOMPARE(values(months), (Values{17.0, 30.0}));
        const UsageChart weeks =
            usageChart(samples, order(UsageBucket::Week, u"2026-11-02", u"2026-11-16"));
        QCOMPARE(values(weeks), (Values{7.0, 7.0}));
    }

    void theSameTimeInTwoWidthsCountsOnce()
    {
        QList<UsageSample> samples{sample(u"2026-11-20", day, 10)};
        for (int i = 0; i < 24; ++i)
            samples.append(sample(at(u"2026-11-20").plusSeconds(i * hour).toIso(), hour, 0.5));
        auto wanted = order(UsageBucket::Day, u"2026-11-20", u"2026-11-21");
        QCOMPARE(values(usageChart(samples, wanted)), Values{12.0});
        samples.resize(11); // the first ten hours only: the day knows more
        QCOMPARE(values(usageChart(samples, wanted)), Values{10.0});
        wanted.bucket = UsageBucket::Hour;
        const UsageChart hours = usageChart(samples, wanted);
        QCOMPARE(hours.curves.constFirst().figures.at(0).value, std::optional(0.5));
        QCOMPARE(hours.curves.constFirst().figures.at(10).value, std::nullopt);
    }

    void containersAreAdded()
    {
        const UsageChart chart =
            usageChart({sample(u"2026-11-20", day, 10), sample(u"2026-11-20", day, 5)},
                       order(UsageBucket::Day, u"2026-11-20", u"2026-11-21"));
        QCOMPARE(values(chart), Values{15.0});
    }

    void meansAreWeighted()
    {
        auto wanted = order(UsageBucket::Day, u"2026-11-20", u"2026-11-21");
        wanted.isMean = true;
        const UsageChart chart = usageChart({sample(u"2026-11-20T01:00:00Z", hour, 10, {}, 90),
                                             sample(u"2026-11-20T02:00:00Z", hour, 110, {}, 10)},
                                            wanted);
        QCOMPARE(values(chart), Values{20.0});
        QCOMPARE(chart.curves.constFirst().total, 20.0);
    }

    void groupsAreOrderedByTheirTotal()
    {
        auto wanted = order(UsageBucket::Day, u"2026-11-20", u"2026-11-22");
        wanted.series = u"key"_s;
        const UsageChart chart = usageChart(
            {sample(u"2026-11-20", day, 1, u"a"_s), sample(u"2026-11-20", day, 5, u"b"_s),
             sample(u"2026-11-21", day, 2, u"a"_s), sample(u"2026-11-21", day, 9)},
            wanted);
        QCOMPARE(chart.curves.size(), 2);
        QCOMPARE(chart.curves.at(0).group, u"b"_s);
        QCOMPARE(values(chart, 0), (Values{5.0, std::nullopt}));
        QCOMPARE(values(chart, 1), (Values{1.0, 2.0}));
    }

    void totalsOverTheRangeTakeTheLatestReading()
    {
        auto wanted = order(UsageBucket::Day, u"2026-11-01", u"2026-11-22");
        wanted.series = u"key"_s;
        const UsageChart chart = usageChart({sample(u"2026-10-20", 30 * day, 70, u"a"_s),
                                             sample(u"2026-10-22", 30 * day, 80, u"a"_s),
                                             sample(u"2026-10-22", 30 * day, 90, u"b"_s)},
                                            wanted);
        QVERIFY(!chart.isByTime);
        QCOMPARE(chart.curves.at(0).total, 90.0);
        QCOMPARE(chart.curves.at(1).total, 80.0);
        QVERIFY(chart.curves.at(0).figures.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUsageChart)
#include "tst_core_usagechart.moc"
