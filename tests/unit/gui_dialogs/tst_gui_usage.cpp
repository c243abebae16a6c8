// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/common/colours.h"
#include "gui/journal/exportchoice.h"
#include "gui/journal/journalpresenter.h"
#include "gui/prompts/prompts.h"
#include "gui/usage/chartview.h"
#include "gui/usage/quotahistory.h"
#include "gui/usage/quotatexts.h"
#include "gui/usage/usagepage.h"
#include "gui/usage/usagepresenter.h"
#include "gui/usage/usagetablemodel.h"
#include "services/reportservice.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QThreadPool>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace samples;

namespace {

class FixedClock final : public Clock
{
public:
    Timestamp now() const override { return *Timestamp::fromIso(u"2026-11-21T14:00:00Z"); }
};

UsageSample sample(const QString &start, double value)
{
    UsageSample one;
    one.metric = u"requests"_s;
    one.start = *Timestamp::fromIso(start);
    one.seconds = 3600;
    one.value = value;
    return one;
}

struct Meter
{
    ProviderInfo info = withSeries(provider());
    Pending<QList<KeyRow>> keys;
    Pending<QList<ContainerPath>> parts;
    Pending<QList<Quota>> quotaHistory;
    QList<int> depths;
    Pending<UsageReading> stored;
    Pending<QList<QuotaOutlook>> storedQuotas;
    Pending<UsageReading> usage;
    Pending<UsageReading> partUsage;
    Pending<QList<Quota>> quotas;
    Pending<Done> thresholds;
    Pending<Done> saves;
    QList<UsageQuery> queries;
    QuotaThresholds set;
    UsageExport written;

    static ProviderInfo withSeries(ProviderInfo info)
    {
        for (MetricInfo &metric : info.metrics) {
            metric.series = {QString(), u"key"_s};
            metric.overTime = {QString()};
        }
        return info;
    }
    UsagePort port()
    {
        UsagePort port;
        port.account = [](const AccountId &) {
            return std::optional(accountRow());
        };
        port.provider = [this](const AccountId &) {
            return std::optional(info);
        };
        port.keys = [this](const AccountId &) {
            return keys.ask();
        };
        port.parts = [this](const AccountId &, const ContainerPath &) {
            return parts.ask();
        };
        port.storedUsage = [this](const UsageQuery &query) {
            queries.append(query);
            return stored.ask();
        };
        port.storedQuotas = [this](const AccountId &) {
            return storedQuotas.ask();
        };
        port.refreshUsage = [this](const AccountId &, const ContainerPath &, Timestamp, Timestamp,
                                   const CancellationPtr &) {
            return usage.ask();
        };
        port.refreshParts = [this](const AccountId &, const ContainerPath &, int depth, Timestamp,
                                   Timestamp, const CancellationPtr &) {
            depths.append(depth);
            return partUsage.ask();
        };
        port.refreshQuotas = [this](const AccountId &, const CancellationPtr &) {
            return quotas.ask();
        };
        port.quotaHistory = [this](const AccountId &) {
            return quotaHistory.ask();
        };
        port.setThresholds = [this](const AccountId &, const QString &,
                                    const QuotaThresholds &wanted) {
            set = wanted;
            return thresholds.ask();
        };
        port.save = [this](const UsageExport &order) {
            written = order;
            return saves.ask();
        };
        return port;
    }
    /** What the store has, also after the vendor answered. */
    void give(const QList<UsageSample> &samples)
    {
        UsageReading reading;
        reading.samples = samples;
        stored.give(reading);
    }
};

UsageSample keySample(const QString &group, double value)
{
    UsageSample one = sample(u"2026-10-23T00:00:00Z"_s, value);
    one.seconds = 30 * 86400;
    one.series = u"key"_s;
    one.group = group;
    return one;
}

/** Three days: 7, nothing known, 0; and the same of a second group. */
ChartData threeDays()
{
    ChartData data;
    data.title = u"Usage: Requests"_s;
    data.unit = u"requests"_s;
    data.groupTitle = u"Key"_s;
    const Timestamp first = *Timestamp::fromIso(u"2026-11-19");
    for (int day = 0; day < 3; ++day)
        data.starts.append(first.plusSeconds(day * 86400));
    data.end = first.plusSeconds(3 * 86400);
    const QList<UsageFigure> figures{{7.0, false}, {}, {0.0, true}};
    data.curves = {{u"a"_s, u"CI"_s, 0, true, figures, 7}, {u"b"_s, u"Web"_s, 1, true, figures, 7}};
    return data;
}

class AnyFile final : public Prompts
{
public:
    QFuture<QString> saveFile(QWidget *, const FileRequest &request) override
    {
        return QtFuture::makeReadyFuture(u"/tmp/"_s + request.suggestion);
    }
    QFuture<QString> openFile(QWidget *, const FileRequest &) override { return {}; }
};

UsageSample daySample(const QString &day, double value, const QString &metric = u"requests"_s)
{
    UsageSample one = sample(day, value);
    one.metric = metric;
    one.seconds = 86400;
    return one;
}

} // namespace

class tst_GuiUsage : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private slots:
    /** What the pool still has to tell is told before the application ends, as the composition
     * does. */
    void cleanup()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

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

    void theTableHasTheSameFigures()
    {
        UsageTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChartData data = threeDays();
        model.setChart(data);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(2, 1).data().toString(), u"7"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"not known"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"0 (in part)"_s);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Web (requests)"_s);
        QCOMPARE(model.slotOf(model.rowOf(1)), 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        data.curves.first().figures.first().value = 6;
        model.setChart(data);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.index(2, 1).data().toString(), u"6"_s);
        data.curves.last().isShown = false;
        model.setChart(data);
        QCOMPARE(model.columnCount(), 2);
        data.isByTime = false;
        model.setChart(data);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"CI"_s);
    }

    void aGapAndZeroLookDifferent_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << QColor(0xf0, 0xf0, 0xf0);
        QTest::newRow("dark") << QColor(0x20, 0x20, 0x24);
    }
    void aGapAndZeroLookDifferent()
    {
        QFETCH(QColor, ground);
        const QPalette palette(ground);
        const ChartData data = threeDays();
        const QSize size(400, 200);
        QImage image(size, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        QPainter target(&image);
        const ChartPainter chart(data, {0, 3}, QRectF(QPointF(), size), palette, QFont());
        chart.paint(target);
        target.end();
        const auto colours = [&image](const QRectF &area) {
            QSet<QRgb> found;
            for (int x = int(area.left()); x < int(area.right()); ++x) {
                for (int y = int(area.top()); y < int(area.bottom()); ++y)
                    found.insert(image.pixel(x, y));
            }
            return found;
        };
        const auto middle = [&](qsizetype slot) {
            const QRectF area = chart.slotArea(slot);
            return area.adjusted(area.width() / 4, 2, -area.width() / 4, -area.height() * 0.8);
        };
        // Hatched where nothing is known; nothing at all where nothing was used, but a line below.
        QVERIFY(colours(middle(1)).size() > colours(middle(2)).size());
        const QRectF zero = chart.slotArea(2);
        const QColor line = image.pixelColor(int(zero.center().x()), int(zero.bottom()) - 1);
        QVERIFY(std::abs(line.lightness() - palette.color(QPalette::Window).lightness()) > 40);
        // Known of a part of the day only: hatched in its colour, not filled with it.
        ChartData part = data;
        part.curves.first().figures.first().isPartial = true;
        part.curves.removeLast();
        QImage other(size, QImage::Format_RGB32);
        other.fill(palette.color(QPalette::Window));
        QPainter again(&other);
        ChartPainter(part, {0, 3}, QRectF(QPointF(), size), palette, QFont()).paint(again);
        again.end();
        std::swap(image, other);
        const QRectF whole = chart.slotArea(0);
        const QRectF inner = whole.adjusted(whole.width() / 4, whole.height() * 0.6,
                                            -whole.width() / 4, -whole.height() * 0.25);
        QVERIFY(colours(inner).size() > 1);
        QVERIFY(part.gapsSentence({0, 3}).contains(u"hatched"_s));
        std::swap(image, other);
        QCOMPARE(colours(inner).size(), 1);
        // The two groups tell themselves apart, and from the ground (WCAG 1.4.11).
        const QColor a = curveColour(data, data.curves.at(0), palette);
        const QColor b = curveColour(data, data.curves.at(1), palette);
        QVERIFY(a != b);
        QVERIFY(contrastRatio(a, palette.color(QPalette::Window)) >= 3);
        QVERIFY(contrastRatio(b, palette.color(QPalette::Window)) >= 3);
        QVERIFY(colours(chart.slotArea(0)).contains(a.rgb()));
        QVERIFY(colours(chart.slotArea(0)).contains(b.rgb()));
    }

    void theChartIsZoomedAndWalkedByKeys()
    {
        ChartData data = threeDays();
        data.starts.clear();
        const Timestamp first = *Timestamp::fromIso(u"2026-01-01");
        for (int day = 0; day < 100; ++day)
            data.starts.append(first.plusSeconds(day * 86400));
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{70, 30});
        QSignalSpy steps(&view, &ChartView::currentChanged);
        QTest::keyClick(&view, Qt::Key_Left); // begins at the last one
        QCOMPARE(view.current(), 99);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.current(), 0);
        QCOMPARE(view.span().first, 0);
        QCOMPARE(steps.size(), 2);
        QVERIFY(view.accessibleDescription().contains(u"2026"_s));
        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.span().count, 20);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.span().first, 1);
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.showsAll());
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.showsAll());
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.span().count, 3); // and no closer
    }

    void whatIsCurrentHasTheFiguresOfTheChart()
    {
        ChartData data = threeDays();
        data.metric = u"Requests"_s;
        data.curves.removeLast();
        data.groupTitle.clear();
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{0, 3});
        QSignalSpy currents(&view, &ChartView::currentChanged);
        QTest::keyClick(&view, Qt::Key_Home); // with nothing current before
        QCOMPARE(view.current(), 0);
        QVERIFY(view.currentText().contains(u"Requests"_s));
        QVERIFY(view.currentText().contains(u"7 requests"_s));
        data.metric = u"Errors"_s;
        data.curves.first().figures.first().value = 2;
        view.setData(data, ChartSpan{0, 3});
        QCOMPARE(view.current(), 0); // the same day
        QVERIFY(view.currentText().contains(u"Errors"_s));
        QVERIFY(view.currentText().contains(u"2 requests"_s));
        QCOMPARE(currents.size(), 2);
        QCOMPARE(currents.constLast().at(1).toString(), view.currentText());
        data.starts.prepend(data.starts.constFirst().plusSeconds(-86400));
        data.curves.first().figures.prepend({});
        view.setData(data);
        QCOMPARE(view.current(), 1); // with an older day before it
        data.bucket = UsageBucket::Week;
        view.setData(data, ChartSpan{0, 4});
        QCOMPARE(view.current(), -1); // no week is that day
        QVERIFY(view.currentText().isEmpty());
        QCOMPARE(view.accessibleDescription(), u"The table beside it has the same figures."_s);
    }

    void aGroupStaysCurrentWhereItIs()
    {
        ChartData data = threeDays();
        data.isByTime = false;
        ChartView view;
        view.setData(data, ChartSpan{0, 2});
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.currentText().startsWith(u"Web"_s));
        std::swap(data.curves[0], data.curves[1]);
        view.setData(data, ChartSpan{0, 2});
        QCOMPARE(view.current(), 0);
        QVERIFY(view.currentText().startsWith(u"Web"_s));
        data.groupTitle = u"Route"_s;
        view.setData(data, ChartSpan{0, 2});
        QCOMPARE(view.current(), -1);
    }

    void oneChartHasOneCountOfDecimals()
    {
        ChartData data = threeDays();
        data.unit = u"ms"_s;
        data.curves.first().figures.first().value = 13.2;
        data.lookForFractions();
        QCOMPARE(data.figureText({12.0}), u"12.00 ms"_s);
        QCOMPARE(data.figureText({13.2}), u"13.20 ms"_s);
        data.curves.first().figures.first().value = 13;
        data.lookForFractions();
        QCOMPARE(data.figureText({12.0}), u"12 ms"_s);
        QCOMPARE(data.withUnit(u"Duration"_s), u"Duration (ms)"_s);
    }

    void figuresAreJoinedAsTheMetricWants()
    {
        ChartData data = threeDays();
        data.curves.first().figures = {{10.0, false, 90}, {}, {110.0, false, 10}};
        const ChartCurve &curve = data.curves.constFirst();
        QCOMPARE(data.joined(curve, {0, 3}).value, std::optional(120.0));
        QCOMPARE(data.joined(curve, {1, 1}).value, std::nullopt);
        data.isMean = true;
        QCOMPARE(data.joined(curve, {0, 3}).value, std::optional(20.0));
    }

    void theChartIsZoomedAndMovedByTheMouse()
    {
        ChartData data = threeDays();
        data.starts.resize(40);
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{0, 40});
        const auto turn = [&view](int delta) {
            QWheelEvent wheel(QPointF(300, 100), view.mapToGlobal(QPointF(300, 100)), {},
                              {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
            return wheel.isAccepted();
        };
        QVERIFY(!turn(-120)); // all is in sight: the page scrolls
        QVERIFY(turn(120));
        QVERIFY(view.span().count < 40);
        const ChartSpan before = view.span();
        QVERIFY(before.first > 0); // around the pointer
        QTest::mousePress(&view, Qt::LeftButton, {}, {300, 100});
        QMouseEvent drag(QEvent::MouseMove, QPointF(360, 100), view.mapToGlobal(QPointF(360, 100)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &drag);
        QVERIFY(view.span().first < before.first);
        QCOMPARE(view.span().count, before.count);
        view.showAll();
        QVERIFY(view.showsAll());
    }

    void thePictureIsThatOfTheChart()
    {
        ChartView view;
        view.setData(threeDays(), ChartSpan{0, 3});
        const QImage image = QImage::fromData(view.png(), "PNG");
        QCOMPARE(image.size(), QSize(1920, 960));
        const QByteArray svg = view.svg();
        for (const QByteArray &word :
             {QByteArray("Usage: Requests"), QByteArray("CI"), QByteArray("Web")})
            QVERIFY2(svg.contains(word), word.constData());
        QVERIFY(QXmlStreamReader(svg).readNextStartElement());
    }

    void exportEndsInANotice()
    {
        Pending<ExportReport> exports;
        CancellationPtr cancellation;
        ExportOrder ordered;
        JournalPresenter presenter(
            {[&](const ExportOrder &order, const auto &progress, const CancellationPtr &wish) {
                 ordered = order;
                 cancellation = wish;
                 progress(7);
                 return exports.ask();
             },
             {},
             {}});
        presenter.exportTo({u"csv"_s, u"/tmp/journal.csv"_s});
        QCOMPARE(ordered.format, u"csv"_s);
        QVERIFY(presenter.progress().contains(u'7'));
        presenter.cancelExport();
        QVERIFY(cancellation->requested());
        exports.give(error(ErrorKind::Cancelled, u"Cancelled."_s));
        QCOMPARE(presenter.notice().severity, Severity::Information);
        presenter.exportTo({u"csv"_s, u"/tmp/journal.csv"_s});
        exports.give(ExportReport{12, {}, {}});
        QVERIFY(presenter.notice().text.contains(u"/tmp/journal.csv"_s));
        QCOMPARE(presenter.exportedFile(), u"/tmp/journal.csv"_s);
    }

    void whatAnExportLacksIsSaid()
    {
        Pending<ExportReport> exports;
        JournalPresenter presenter(
            {[&](const ExportOrder &, const auto &, const auto &) { return exports.ask(); },
             {},
             {}});
        presenter.exportTo({u"jsonl"_s, u"/tmp/journal.jsonl"_s});
        exports.give(ExportReport{3, "ab12", {}});
        QCOMPARE(presenter.notice().severity, Severity::Good);
        QVERIFY(presenter.notice().next.contains(u"ab12"_s));
        presenter.exportTo({u"jsonl"_s, u"/tmp/journal.jsonl"_s});
        exports.give(ExportReport{3, {}, u"No keychain."_s});
        QCOMPARE(presenter.notice().severity, Severity::Warning);
        QVERIFY(presenter.notice().next.contains(u"No keychain."_s));
        presenter.exportTo({u"pdf"_s, u"/tmp/audit.pdf"_s});
        exports.give(ExportReport{3, {}, {}, 42, {u"main: Page 2 failed."_s}});
        QCOMPARE(presenter.notice().severity, Severity::Warning);
        QVERIFY(presenter.notice().text.contains(u"42"_s));
        QVERIFY(presenter.notice().next.contains(u"Page 2 failed."_s));
    }

    void whatAnExportProvesIsSaid()
    {
        Pending<ExportVerdict> verdicts;
        VerifyOrder asked;
        JournalPresenter presenter({{}, {}, {}, [&](const VerifyOrder &order) {
                                        asked = order;
                                        return verdicts.ask();
                                    }});
        presenter.verifyExport({}); // the file picker was closed
        QCOMPARE(presenter.activity(), JournalPresenter::Activity::Idle);
        presenter.verifyExport(u"/tmp/pack/SHA256SUMS"_s);
        QCOMPARE(asked.path, u"/tmp/pack"_s);
        ExportVerdict verdict;
        verdict.entries = 7;
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Warning); // nobody signed it
        presenter.verifyExport(u"/tmp/journal.jsonl"_s);
        QCOMPARE(asked.path, u"/tmp/journal.jsonl"_s);
        verdict.isSigned = true;
        verdict.publicKey = QByteArray(signature::publicKeySize, 'k');
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Good);
        QVERIFY(presenter.notice().next.contains(
            QString::fromLatin1(signature::fingerprintOf(verdict.publicKey))));
        presenter.verifyExport(u"/tmp/journal.jsonl"_s);
        verdict.tampering = Tampering::Reordered;
        verdict.at = 5;
        verdicts.give(verdict);
        QCOMPARE(presenter.notice().severity, Severity::Error);
        QVERIFY(presenter.notice().text.contains(u'5'));
    }

    void anExportIsChosen()
    {
        AccountRow one;
        one.id = AccountId(u"a1"_s);
        AccountRow two;
        two.id = AccountId(u"a2"_s);
        ExportChoice choice({one, two});
        const QList<ExportForm> forms = ExportChoice::forms();
        for (const ExportForm &form : forms)
            QVERIFY2(ReportService::formats().contains(form.format), qPrintable(form.format));
        QCOMPARE(forms.size(), ReportService::formats().size());
        choice.setForm(u"pack"_s);
        QVERIFY(choice.form().isFolder);
        QVERIFY(!choice.suggestion(QDate(2026, 11, 22)).contains(u'.'));
        choice.setForm(u"xlsx"_s);
        QVERIFY(choice.suggestion(QDate(2026, 11, 22)).endsWith(u"2026-11-22.xlsx"_s));
        QVERIFY(choice.order(u"f"_s).accounts.isEmpty()); // all: also what is about none
        QVERIFY(!choice.order(u"f"_s).from && !choice.order(u"f"_s).to);
        choice.setAccounts({1});
        QCOMPARE(choice.order(u"f"_s).accounts, QList{two.id});
        choice.setRange(QDate(2026, 8, 1), QDate(2026, 8, 31));
        QCOMPARE(choice.order(u"f"_s).from, Timestamp::fromIso(u"2026-08-01"_s));
        QCOMPARE(choice.order(u"f"_s).to,
                 Timestamp::fromIso(u"2026-09-01"_s)); // the last day is in it
        QVERIFY(choice.problem().isEmpty());
        choice.setRange(QDate(2026, 8, 2), QDate(2026, 8, 1));
        QVERIFY(!choice.problem().isEmpty());
        choice.setRange({}, {});
        choice.setAccounts({});
        QVERIFY(!choice.problem().isEmpty());
    }

    void anEntryIsReadInParts()
    {
        const auto parts = JournalPresenter::parts({{u"seq"_s, 7},
                                                    {u"kind"_s, u"key.create"_s},
                                                    {u"object"_s, u"a\u202eb"_s},
                                                    {u"detail"_s, QJsonObject()},
                                                    {u"time"_s, qint64(1'800'000'000'000'000)}});
        QCOMPARE(parts.size(), 4); // the empty detail is nothing to read
        QVERIFY(!parts.at(1).second.contains(u'\u202e'));
        QVERIFY(parts.at(2).second.contains(u"2027-01-15T08:00:00Z"_s));
        QCOMPARE(parts.at(3).second, u"7"_s);
    }

    void aBrokenChainNamesTheEntry()
    {
        Pending<JournalVerdict> verdicts;
        JournalPresenter presenter({{}, [&] { return verdicts.ask(); }, {}});
        presenter.verify();
        QCOMPARE(presenter.activity(), JournalPresenter::Activity::Verifying);
        JournalVerdict broken;
        broken.intact = false;
        broken.firstBad = 41;
        verdicts.give(broken);
        QCOMPARE(presenter.notice().severity, Severity::Error);
        QVERIFY(presenter.notice().text.contains(u"41"_s));
    }
};

QTEST_MAIN(tst_GuiUsage)
#include "tst_gui_usage.moc"
