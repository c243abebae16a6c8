// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usagebench.h"

#include "gui/common/colours.h"
#include "gui/usage/chartview.h"
#include "gui/usage/quotahistory.h"
#include "gui/usage/quotatexts.h"
#include "gui/usage/usagepage.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace samples;

/** What the page of usage and quotas asks for, and what it says of the answers. */
class tst_GuiUsage : public QObject
{
    Q_OBJECT

    const FixedClock m_clock{};

private slots:
    void cleanup() { letThePoolEnd(); }

    void aGapIsNotZero()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        QCOMPARE(presenter.state(), UsagePresenter::State::NothingChosen);
        presenter.setScope(account, {});
        QCOMPARE(presenter.state(), UsagePresenter::State::Loading);
        meter.give({sample(u"2026-11-20T01:00:00Z"_s, 3), sample(u"2026-11-20T23:00:00Z"_s, 4),
                    sample(u"2026-11-21T00:00:00Z"_s, 0)});
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Ready);
        const ChartData &chart = presenter.chart();
        QCOMPARE(chart.starts.size(), presenter.usualSpan());
        const QList<UsageFigure> &figures = chart.curves.constFirst().figures;
        QCOMPARE(figures.at(29).value, std::optional(0.0));
        QCOMPARE(figures.at(28).value, std::optional(7.0));
        QCOMPARE(figures.at(27).value, std::nullopt);
        QVERIFY(
            presenter.totalSentence({0, 30}).contains(u"28"_s)); // days of which nothing is known
        QVERIFY(chart.slotTip(27) != chart.slotTip(29));
    }

    void whatTheVendorForgotStays()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        meter.give({sample(u"2026-01-05T01:00:00Z"_s, 3)});
        QTRY_VERIFY(!presenter.chart().starts.isEmpty());
        QCOMPARE(presenter.chart().starts.constFirst(), *Timestamp::fromIso(u"2026-01-05"));
        presenter.setBucket(UsageBucket::Month);
        QCOMPARE(meter.queries.constLast().from, Timestamp());
        meter.give({sample(u"2025-01-05T01:00:00Z"_s, 3)});
        QTRY_COMPARE(presenter.chart().starts.size(), 23);
    }

    void figuresAreGroupedByKeyWithItsName()
    {
        Meter meter;
        meter.info.metrics.append({u"duration"_s, u"Duration"_s, u"ms"_s, u"mean"_s});
        meter.info.metrics.last().series = QStringList{u"key"_s};
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        QList<UsageSample> samples{sample(u"2026-11-20T01:00:00Z"_s, 7)};
        samples.append(keySample(u"other"_s, 2));
        samples.append(keySample(u"0b8d0d0e"_s, 5));
        samples.append(keySample(u"0b8d0d0e"_s, 10));
        samples.last().metric = u"duration"_s;
        samples.last().weight = 3;
        samples.append(keySample(u"0b8d0d0e"_s, 30));
        samples.last().metric = u"duration"_s;
        meter.give(samples);
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Ready);
        QCOMPARE(presenter.groupings(), QStringList({QString(), u"key"_s}));
        presenter.setGroupingIndex(1);
        QTRY_COMPARE(presenter.chart().curves.size(), 2);
        QVERIFY(!presenter.chart().isByTime);
        QCOMPARE(presenter.chart().curves.constFirst().label, u"0b8d0d0e"_s);
        meter.keys.give(QList<KeyRow>{keyRow()});
        QCOMPARE(presenter.chart().curves.constFirst().label, u"CI pipeline"_s);
        presenter.setShown(u"other"_s, false);
        QCOMPARE(presenter.chart().slotCount(), 1);
        QCOMPARE(presenter.figures().size(), 2);
        QCOMPARE(presenter.figures().at(1).at(3), u"5"_s);
        presenter.setMetricIndex(1); // the vendor gives it by key only
        QCOMPARE(presenter.groupings(), QStringList(u"key"_s));
        QTRY_COMPARE(presenter.chart().curves.constFirst().total, 15.0);
    }

    void theSelectedKeyIsShownAlone()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        presenter.setKey(u"k19"_s, u"Deploy"_s);
        QCOMPARE(presenter.keyOffered(), u"Deploy"_s);
        QList<UsageSample> samples;
        for (int i = 0; i < 20; ++i)
            samples.append(keySample(u"k%1"_s.arg(i), 100 - i));
        meter.give(samples);
        presenter.showOnlyKey();
        QTRY_COMPARE(presenter.chart().curves.size(), UsagePresenter::mostCurves + 1);
        QTRY_COMPARE(presenter.chart().shown().size(), 1);
        QCOMPARE(presenter.chart().shown().constFirst().group, u"k19"_s);
        QCOMPARE(presenter.chart().curves.constLast().total,
                 1810 - (100 + 99 + 98 + 97 + 96 + 95 + 94 + 81.0)); // the others in one
    }

    void theTotalIsOfWhatIsInSight()
    {
        Meter meter;
        meter.info.metrics.append({u"errors"_s, u"Errors"_s, u"requests"_s, u"sum"_s});
        meter.info.metrics.last().series = QStringList{QString()};
        meter.info.metrics.last().overTime = QStringList{QString()};
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        meter.give({daySample(u"2026-05-05"_s, 100), daySample(u"2026-11-20"_s, 30),
                    daySample(u"2026-11-21"_s, 4), daySample(u"2026-11-21"_s, 2, u"errors"_s)});
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Ready);
        const qsizetype all = presenter.chart().slotCount();
        QVERIFY(all > 30);
        const QString month = presenter.totalSentence({all - 30, 30});
        QVERIFY2(month.contains(u"34 requests"_s), qPrintable(month));
        QVERIFY2(month.contains(u"23 Oct 2026"_s), qPrintable(month)); // the first one of them
        QVERIFY(presenter.totalSentence({0, all}).contains(u"134 requests"_s));
        QVERIFY(presenter.totalSentence({all - 1, 1}).contains(u"4 requests"_s));
        presenter.setMetricIndex(1);
        QTRY_COMPARE(presenter.chart().metric, u"Errors"_s); // counted in requests all the same
        const qsizetype last = presenter.chart().slotCount() - 1;
        QVERIFY(presenter.totalSentence({last, 1}).startsWith(u"Errors: 2 requests"_s));
    }

    void aGroupKeepsItsColour()
    {
        Meter meter;
        meter.info.metrics.append({u"duration"_s, u"Duration"_s, u"ms"_s, u"mean"_s});
        meter.info.metrics.last().series = QStringList{u"key"_s};
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        QList<UsageSample> samples{keySample(u"a"_s, 50), keySample(u"b"_s, 40),
                                   keySample(u"b"_s, 90), keySample(u"c"_s, 80),
                                   keySample(u"a"_s, 10)};
        for (qsizetype i = 2; i < samples.size(); ++i)
            samples[i].metric = u"duration"_s;
        meter.give(samples);
        presenter.setGroupingIndex(1);
        QTRY_COMPARE(presenter.chart().curves.size(), 2);
        const auto colours = [&presenter] {
            QMap<QString, int> found;
            for (const ChartCurve &curve : presenter.chart().curves)
                found.insert(curve.group, curve.colour);
            return found;
        };
        QCOMPARE(colours(), (QMap<QString, int>{{u"a"_s, 0}, {u"b"_s, 1}}));
        presenter.setMetricIndex(1);
        QTRY_COMPARE(presenter.chart().curves.size(), 3);
        QCOMPARE(presenter.chart().curves.constFirst().group, u"b"_s); // the largest one now
        QCOMPARE(colours(), (QMap<QString, int>{{u"a"_s, 0}, {u"b"_s, 1}, {u"c"_s, 2}}));
    }

    void theCaptionFollowsTheChart()
    {
        Meter meter;
        meter.info.metrics.append({u"errors"_s, u"Errors"_s, u"requests"_s, u"sum"_s});
        meter.info.metrics.last().series = QStringList{QString()};
        meter.info.metrics.last().overTime = QStringList{QString()};
        AnyFile prompts;
        UsagePage page(meter.port(), m_clock, prompts);
        page.setScope(account, {});
        QList<UsageSample> samples;
        for (int day = 0; day < 30; ++day) {
            const QString start =
                Timestamp::fromIso(u"2026-10-23")->plusSeconds(day * 86400).toIso();
            samples.append({daySample(start, 100 + day), daySample(start, 1, u"errors"_s)});
        }
        meter.give(samples);
        QTRY_COMPARE(page.presenter().state(), UsagePresenter::State::Ready);
        auto *chart = page.findChild<ChartView *>(u"chartView"_s);
        auto *caption = page.findChild<QLabel *>(u"currentLabel"_s);
        auto *table = page.findChild<QTableView *>(u"usageTable"_s);
        const auto choose = [&page](const QString &box, int index) {
            auto *combo = page.findChild<QComboBox *>(box);
            combo->setCurrentIndex(index);
            emit combo->activated(index);
        };
        QTest::keyClick(chart, Qt::Key_End);
        QVERIFY2(caption->text().contains(u"129 requests"_s), qPrintable(caption->text()));
        QCOMPARE(table->currentIndex().row(), 0);
        const auto exportAs = [&page](qsizetype form) {
            page.findChild<QPushButton *>(u"exportButton"_s)->menu()->actions().at(form)->trigger();
        };
        exportAs(0);
        QTRY_COMPARE(meter.written.file, u"/tmp/usage.png"_s);
        QCOMPARE(meter.written.format, u"png"_s);
        QCOMPARE(meter.written.account, account);
        QCOMPARE(meter.written.metric, u"requests"_s);
        QCOMPARE(meter.written.from, *Timestamp::fromIso(u"2026-10-23"));
        QCOMPARE(meter.written.to, *Timestamp::fromIso(u"2026-11-22"));
        exportAs(2);
        QTRY_COMPARE(meter.written.format, u"csv"_s);
        QVERIFY(meter.written.bytes.contains("129"));
        choose(u"metricComboBox"_s, 1);
        QTRY_VERIFY2(caption->text().contains(u"Errors · 1 requests"_s),
                     qPrintable(caption->text()));
        QVERIFY(caption->text().contains(u"21 Nov 2026"_s));
        choose(u"bucketComboBox"_s, 2);
        meter.give(samples);
        QTRY_COMPARE(page.presenter().state(), UsagePresenter::State::Ready);
        QVERIFY(caption->isHidden()); // no week is that day
        QVERIFY(!table->selectionModel()->hasSelection());
        QVERIFY(chart->current() < 0);
    }

    void partsAreAskedFor()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        QCOMPARE(presenter.groupings().size(), 2);
        const ContainerStep acme{u"organization"_s, ContainerId(u"o1"_s), u"Acme"_s};
        const ContainerStep shop{u"project"_s, ContainerId(u"p1"_s), u"Shop"_s};
        const QList<ContainerPath> below{{acme}, {acme, shop}};
        meter.parts.give(below);
        QCOMPARE(presenter.groupings(), (QStringList{QString(), u"part"_s, u"part2"_s, u"key"_s}));
        meter.give({});
        presenter.setGroupingIndex(1);
        QCOMPARE(meter.queries.constLast().grain, UsageQuery::Grain::Parts);
        QCOMPARE(meter.queries.constLast().depth, 1);
        QCOMPARE(meter.depths, QList<int>{1});
        UsageSample one = sample(u"2026-11-20T01:00:00Z"_s, 7);
        one.series = u"part"_s;
        one.group = u"o1"_s;
        meter.parts.give(below);
        meter.give({one});
        QTRY_COMPARE(presenter.chart().curves.size(), 1);
        QCOMPARE(presenter.chart().curves.constFirst().label, u"Acme"_s);
        QVERIFY(presenter.chart().isByTime);
        presenter.setGroupingIndex(2); // by project, of an account
        QCOMPARE(meter.queries.constLast().depth, 2);
        QCOMPARE(meter.depths, (QList<int>{1, 2}));
        one.group = u"o1/p1"_s;
        meter.parts.give(below);
        meter.give({one});
        QTRY_COMPARE(presenter.chart().curves.size(), 1);
        QCOMPARE(presenter.chart().curves.constFirst().label, u"Acme / Shop"_s);
        QVERIFY(presenter.isOverTime());
    }

    void nobodyIsAskedAboutWhatTheTeamHas()
    {
        Meter meter;
        UsagePort port = meter.port();
        port.account = [](const AccountId &) {
            AccountRow row = accountRow();
            row.shared = true;
            row.credentials.clear();
            return std::optional(row);
        };
        UsagePresenter presenter(port, m_clock);
        presenter.setScope(account, {});
        QVERIFY(!presenter.isRefreshing());
        QVERIFY(!presenter.canRefresh());
        meter.give({daySample(u"2026-11-20"_s, 3)});
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Ready);
        QVERIFY2(presenter.asOf().contains(u"team"_s), qPrintable(presenter.asOf()));
        QVERIFY2(presenter.asOf().contains(u"20 Nov 2026"_s), qPrintable(presenter.asOf()));
        QVERIFY(presenter.problem().isEmpty());
    }

    void theHistoryOfAQuotaIsAChart()
    {
        Quota quota;
        quota.id = u"evaluations"_s;
        quota.name = u"Evaluations"_s;
        quota.unit = u"evaluations"_s;
        quota.used = 40;
        quota.limit = 1000;
        const auto reading = [&quota](const QString &time, double used) {
            Quota one = quota;
            one.used = used;
            one.observedAt = *Timestamp::fromIso(time);
            return one;
        };
        Quota other = reading(u"2026-11-18T09:00:00Z"_s, 5);
        other.id = u"other"_s;
        const QList<Quota> readings{other, reading(u"2026-11-19T09:00:00Z"_s, 10),
                                    reading(u"2026-11-19T17:00:00Z"_s, 20),
                                    reading(u"2026-11-21T08:00:00Z"_s, 40)};
        const ChartData chart = quotaHistoryChart(quota, readings);
        QCOMPARE(chart.slotCount(), 3);
        QCOMPARE(chart.starts.constFirst(), *Timestamp::fromIso(u"2026-11-19"));
        QCOMPARE(chart.curves.at(0).figures.at(0).value, std::optional(20.0)); // the day's last
        QCOMPARE(chart.curves.at(0).figures.at(1).value, std::nullopt);        // nobody looked
        QCOMPARE(chart.curves.at(0).figures.at(2).value, std::optional(40.0));
        QCOMPARE(chart.curves.at(1).figures.at(2).value, std::optional(1000.0));
        QCOMPARE(quotaHistoryChart(quota, readings.first(3)).slotCount(), 0);

        Meter meter;
        AnyFile prompts;
        UsagePage page(meter.port(), m_clock, prompts);
        page.setScope(account, {});
        QuotaOutlook outlook;
        outlook.quota = readings.constLast();
        meter.storedQuotas.give(QList<QuotaOutlook>{outlook});
        QVERIFY(!page.findChild<QuotaHistory *>());
        meter.quotaHistory.give(readings);
        auto *history = page.findChild<QuotaHistory *>();
        QVERIFY(history);
        QVERIFY(history->isHidden());
        QPushButton *button = nullptr;
        for (auto *candidate : page.findChildren<QPushButton *>()) {
            if (candidate->isCheckable())
                button = candidate;
        }
        QVERIFY(button);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!history->isHidden());
        QCOMPARE(history->findChild<QTableView *>()->model()->rowCount(), 3);
    }

    void withoutTimeTheRangeIsChosen()
    {
        Meter meter;
        AnyFile prompts;
        UsagePage page(meter.port(), m_clock, prompts);
        page.setScope(account, {});
        meter.give({keySample(u"a"_s, 5)});
        auto *box = page.findChild<QComboBox *>(u"bucketComboBox"_s);
        QCOMPARE(box->currentText(), u"Day"_s);
        page.presenter().setGroupingIndex(1); // the vendor tells no times of keys
        QCOMPARE(box->currentText(), u"Last 30 days"_s);
    }

    void showsTheStoreUntilTheVendorAnswers()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        meter.give({sample(u"2026-11-20T01:00:00Z"_s, 3)});
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Ready);
        QVERIFY(presenter.isRefreshing());
        meter.usage.give(error(ErrorKind::Network, u"Offline."_s));
        meter.quotas.give(QList<Quota>());
        QVERIFY(!presenter.isRefreshing());
        QCOMPARE(presenter.state(), UsagePresenter::State::Ready); // what was known stands
        QCOMPARE(presenter.problem(), u"Offline."_s);
    }

    void dropsAnswersAboutAnotherScope()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, project(u"p1"_s, u"Billing"_s));
        const auto asked = meter.queries.size();
        presenter.setScope(account, project(u"p2"_s, u"Shop"_s));
        QCOMPARE(meter.queries.size(), asked + 1);
        QCOMPARE(presenter.state(), UsagePresenter::State::Loading);
        QVERIFY(presenter.chart().curves.isEmpty());
    }

    void tellsNotOfferedFromNone()
    {
        Meter meter;
        meter.info.metrics.clear();
        meter.info.hasQuotas = false;
        UsagePresenter without(meter.port(), m_clock);
        without.setScope(account, {});
        QCOMPARE(without.state(), UsagePresenter::State::NotOffered);
        QVERIFY(!without.canRefresh());

        Meter idle;
        UsagePresenter presenter(idle.port(), m_clock);
        presenter.setScope(account, {});
        idle.give({});
        idle.usage.give(UsageReading());
        idle.quotas.give(QList<Quota>());
        idle.give({});
        QTRY_COMPARE(presenter.state(), UsagePresenter::State::Empty);
        QVERIFY(presenter.stateSentence() != without.stateSentence());
    }

    void wordsAQuota()
    {
        const Timestamp now = m_clock.now();
        Quota quota;
        quota.unit = u"evaluations"_s;
        quota.used = 3214;
        quota.limit = 10000;
        quota.resetAt = Timestamp::fromIso(u"2026-12-01T00:00:00Z");
        const QString both = quotaSentence(quota, now);
        QVERIFY(both.contains(u"3,214 of 10,000 evaluations used"_s) ||
                both.contains(u"3214 of 10000 evaluations used"_s));
        QVERIFY(both.contains(u"2026"_s));
        quota.used.reset();
        QVERIFY(quotaSentence(quota, now).contains(u"does not say"_s));
    }

    void wordsAForecast()
    {
        QuotaOutlook own;
        own.quota.id = u"key"_s;
        own.forecast.binding = u"key"_s;
        own.forecast.verdict = QuotaForecast::Verdict::RunsOut;
        own.forecast.days = 9;
        own.forecast.earliest = Timestamp::fromIso(u"2026-12-03");
        own.forecast.latest = Timestamp::fromIso(u"2026-12-09");
        const QString range = forecastSentence(own, {own});
        QVERIFY(range.contains(u"3 December 2026"_s) || range.contains(u"3 Dec"_s));
        QVERIFY(range.contains(u"9"_s));
        QuotaOutlook wide = own;
        wide.quota.id = u"all"_s;
        wide.quota.name = u"Whole account"_s;
        wide.forecast.binding = u"all"_s;
        own.forecast.binding = u"all"_s;
        QVERIFY(forecastSentence(own, {own, wide}).contains(u"\"Whole account\""_s));
        own.forecast.binding = u"key"_s;
        QSet<QString> sentences;
        for (const auto verdict :
             {QuotaForecast::Verdict::TooFewDays, QuotaForecast::Verdict::NoUse,
              QuotaForecast::Verdict::ResetsBefore, QuotaForecast::Verdict::UsedUp}) {
            own.forecast.verdict = verdict;
            sentences.insert(forecastSentence(own, {own}));
        }
        QCOMPARE(sentences.size(), 4);
        own.level = QuotaLevel::Alarm;
        QVERIFY(thresholdSentence(own).contains(u"95"_s));
    }
};

QTEST_MAIN(tst_GuiUsage)
#include "tst_gui_usage.moc"
