// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/journal/journalpresenter.h"
#include "gui/usage/usagepresenter.h"
#include "gui/usage/usagetablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

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
    ProviderInfo info = provider();
    Pending<QList<KeyRow>> keys;
    Pending<UsageReading> stored;
    Pending<QList<Quota>> storedQuotas;
    Pending<UsageReading> usage;
    Pending<QList<Quota>> quotas;

    UsagePort port()
    {
        return {[](const AccountId &) { return std::optional(accountRow()); },
                [this](const AccountId &) { return std::optional(info); },
                [this](const AccountId &) { return keys.ask(); },
                [this](const UsageQuery &) { return stored.ask(); },
                [this](const AccountId &) { return storedQuotas.ask(); },
                [this](const AccountId &, const ContainerPath &, Timestamp, Timestamp,
                       const CancellationPtr &) { return usage.ask(); },
                [this](const AccountId &, const CancellationPtr &) {
                    return quotas.ask();
                }};
    }
};

} // namespace

class tst_GuiUsage : public QObject
{
    Q_OBJECT

    FixedClock m_clock;

private slots:
    void aGapIsNotZero()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        QCOMPARE(presenter.state(), UsagePresenter::State::NothingChosen);
        presenter.setScope(account, {});
        QCOMPARE(presenter.state(), UsagePresenter::State::Loading);
        UsageReading reading;
        reading.samples = {sample(u"2026-11-20T01:00:00Z"_s, 3),
                           sample(u"2026-11-20T23:00:00Z"_s, 4),
                           sample(u"2026-11-21T00:00:00Z"_s, 0)};
        meter.usage.give(reading);
        QCOMPARE(presenter.state(), UsagePresenter::State::Ready);
        QCOMPARE(presenter.series().size(), UsagePresenter::days);
        QCOMPARE(presenter.series().at(29).value, std::optional(0.0));
        QCOMPARE(presenter.series().at(28).value, std::optional(7.0));
        QCOMPARE(presenter.series().at(27).value, std::nullopt);
        QVERIFY(presenter.totalSentence().contains(u"28"_s)); // days of which nothing is known
    }

    void figuresAreGroupedByKeyWithItsName()
    {
        Meter meter;
        meter.info.metrics.append({u"duration"_s, u"Duration"_s, u"ms"_s, u"mean"_s});
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        UsageReading reading;
        reading.samples = {sample(u"2026-11-20T01:00:00Z"_s, 7)};
        const auto add = [&reading](const QString &metric, const QString &group, double value) {
            UsageSample one = sample(u"2026-11-20T01:00:00Z"_s, value);
            one.metric = metric;
            one.series = u"key"_s;
            one.group = group;
            reading.samples.append(one);
        };
        add(u"requests"_s, u"other"_s, 2);
        add(u"requests"_s, u"0b8d0d0e"_s, 2);
        add(u"requests"_s, u"0b8d0d0e"_s, 3);
        add(u"duration"_s, u"0b8d0d0e"_s, 10);
        add(u"duration"_s, u"0b8d0d0e"_s, 30);
        meter.usage.give(reading);
        QCOMPARE(presenter.groupings(), QStringList({QString(), u"key"_s}));
        QVERIFY(presenter.isByDay());
        presenter.setGroupingIndex(1);
        QCOMPARE(presenter.groups().first().label, u"0b8d0d0e"_s);
        meter.keys.give(QList<KeyRow>{keyRow()});
        const QList<UsageGroup> named = {{u"CI pipeline"_s, 5}, {u"other"_s, 2}};
        QCOMPARE(presenter.groups(), named);
        presenter.setMetricIndex(1); // the vendor gives it by key only
        QCOMPARE(presenter.groupings(), QStringList(u"key"_s));
        QCOMPARE(presenter.state(), UsagePresenter::State::Ready);
        QCOMPARE(presenter.groups().first().value, 20.0);
        UsageTableModel table;
        QAbstractItemModelTester tester(&table);
        table.setGroups(named, u"By key"_s, u"Requests"_s);
        QCOMPARE(table.index(1, 1).data(UsageTableModel::ShareRole).toDouble(), 0.4);
        QCOMPARE(table.index(0, 0).data().toString(), u"CI pipeline"_s);
    }

    void showsTheStoreUntilTheVendorAnswers()
    {
        Meter meter;
        UsagePresenter presenter(meter.port(), m_clock);
        presenter.setScope(account, {});
        UsageReading old;
        old.samples = {sample(u"2026-11-20T01:00:00Z"_s, 3)};
        meter.stored.give(old);
        QCOMPARE(presenter.state(), UsagePresenter::State::Ready);
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
        presenter.setScope(account, project(u"p2"_s, u"Shop"_s));
        UsageReading billing;
        billing.samples = {sample(u"2026-11-20T01:00:00Z"_s, 3)};
        meter.usage.give(billing);
        QCOMPARE(presenter.state(), UsagePresenter::State::Loading);
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
        idle.usage.give(UsageReading());
        idle.quotas.give(QList<Quota>());
        QCOMPARE(presenter.state(), UsagePresenter::State::Empty);
        QVERIFY(presenter.stateSentence() != without.stateSentence());
    }

    void wordsAQuota()
    {
        Meter meter;
        const UsagePresenter presenter(meter.port(), m_clock);
        Quota quota;
        quota.unit = u"evaluations"_s;
        quota.used = 3214;
        quota.limit = 10000;
        quota.resetAt = Timestamp::fromIso(u"2026-12-01T00:00:00Z");
        const QString both = presenter.quotaSentence(quota);
        QVERIFY(both.contains(u"3,214 of 10,000 evaluations used"_s) ||
                both.contains(u"3214 of 10000 evaluations used"_s));
        QVERIFY(both.contains(u"2026"_s));
        quota.used.reset();
        QVERIFY(presenter.quotaSentence(quota).contains(u"does not say"_s));
    }

    void theTableHasTheSameFigures()
    {
        UsageTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Timestamp first = *Timestamp::fromIso(u"2026-11-20");
        model.setSeries({{first, 5.0}, {first.plusSeconds(86400), std::nullopt}}, u"Requests"_s);
        QCOMPARE(model.index(1, UsageTableModel::ValueColumn).data().toString(), u"5"_s);
        QCOMPARE(model.index(0, UsageTableModel::ValueColumn).data().toString(), u"not known"_s);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setSeries({{first, 6.0}, {first.plusSeconds(86400), 0.0}}, u"Requests"_s);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.index(0, UsageTableModel::ValueColumn).data().toString(), u"0"_s);
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
             {}});
        presenter.exportTo({}); // the file picker was closed
        QCOMPARE(presenter.activity(), JournalPresenter::Activity::Idle);
        presenter.exportTo(u"/tmp/journal.csv"_s);
        QCOMPARE(ordered.format, u"csv"_s);
        QVERIFY(presenter.progress().contains(u'7'));
        presenter.cancelExport();
        QVERIFY(cancellation->requested());
        exports.give(error(ErrorKind::Cancelled, u"Cancelled."_s));
        QCOMPARE(presenter.notice().severity, Severity::Information);
        presenter.exportTo(u"/tmp/journal.csv"_s);
        exports.give(ExportReport{12, {}, {}});
        QVERIFY(presenter.notice().text.contains(u"/tmp/journal.csv"_s));
        QCOMPARE(presenter.exportedFile(), u"/tmp/journal.csv"_s);
    }

    void theFormIsThatOfTheName()
    {
        Pending<ExportReport> exports;
        QString format;
        JournalPresenter presenter({[&](const ExportOrder &order, const auto &, const auto &) {
                                        format = order.format;
                                        return exports.ask();
                                    },
                                    {}});
        presenter.exportTo(u"/tmp/journal.jsonl"_s);
        QCOMPARE(format, u"jsonl"_s);
        exports.give(ExportReport{3, "ab12", {}});
        QVERIFY(presenter.notice().next.contains(u"ab12"_s));
        presenter.exportTo(u"/tmp/journal.CEF"_s);
        QCOMPARE(format, u"cef"_s);
        exports.give(ExportReport{3, {}, u"No keychain."_s});
        QCOMPARE(presenter.notice().severity, Severity::Warning);
        QVERIFY(presenter.notice().next.contains(u"No keychain."_s));
        presenter.exportTo(u"/tmp/journal"_s);
        QCOMPARE(format, u"csv"_s);
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
        JournalPresenter presenter({{}, [&] {
                                        return verdicts.ask();
                                    }});
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
