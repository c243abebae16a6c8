// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async.h"
#include "gui/bulk/bulkactions.h"
#include "gui/bulk/bulkdialog.h"
#include "gui/bulk/bulktexts.h"
#include "gui/bulk/leakdialog.h"
#include "gui/dialogs/confirmdialog.h"
#include "samples.h"
#include "support/lastevents.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/** Answers at once, and remembers what it was asked. */
class QuickConfirmer final : public Confirmer
{
public:
    QFuture<bool> ask(QWidget *, const Confirmation &question) override
    {
        asked.append(question);
        QPromise<bool> promise;
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return promise.future();
    }
    QList<Confirmation> asked;
    bool answer = true;
};

BulkItem item(const QString &name, BulkState state, const QString &message = {})
{
    BulkItem made;
    made.key = KeyUid(name);
    made.name = name;
    made.state = state;
    made.message = message;
    return made;
}

BulkPlan planOf(int waiting)
{
    BulkPlan plan;
    for (int i = 0; i < waiting; ++i)
        plan.items.append(item(u"key %1"_s.arg(i), BulkState::Waiting));
    plan.items.append(item(u"gone"_s, BulkState::Skipped, u"It has ended already."_s));
    plan.counts = {{BulkState::Waiting, waiting}, {BulkState::Skipped, 1}};
    plan.accounts = {{u"acme"_s, waiting}};
    plan.latestUses = {{u"CI pipeline"_s, u"acme"_s, noon.plusSeconds(-3 * 3600)}};
    plan.unknownUses = 2;
    plan.consequences = {u"Whatever uses them is refused."_s};
    plan.isFinal = true;
    return plan;
}

/** The actions of a window over services that only remember. */
struct Actions
{
    Actions()
    {
        BulkPort port;
        port.plan = [this](KeyVerb verb, const BulkTargets &targets) {
            planned.append({verb, targets.keys});
            BulkPlan made = plan;
            made.verb = verb;
            return readyOutcome<BulkPlan>(made);
        };
        port.start = [this](const BulkPlan &started) {
            runs = {BulkRun{}};
            runs.first().id = BulkRunId(u"run"_s);
            runs.first().counts = started.counts;
            runs.first().isBeingDone = true;
            ++starts;
            return readyOutcome<BulkRunId>(runs.first().id);
        };
        port.resume = [this](const BulkRunId &) {
            calls.append(u"resume"_s);
            return readyOutcome<Done>(Done{});
        };
        port.drop = [this](const BulkRunId &) {
            calls.append(u"drop"_s);
            return readyOutcome<Done>(Done{});
        };
        port.cancel = [this](const BulkRunId &) {
            calls.append(u"cancel"_s);
        };
        port.runs = [this](bool) {
            return readyOutcome<QList<BulkRun>>(runs);
        };
        port.items = [this](const BulkRunId &) {
            return readyOutcome<QList<BulkItem>>(plan.items);
        };
        port.findLeaks = [this](const QList<SharedSecret> &values) {
            pasted = values.size();
            return readyOutcome<LeakReport>(leaks);
        };
        actions = new BulkActions(
            port, clock, confirmer,
            [] {
                return BulkTargets{std::nullopt, {KeyUid(u"a"_s)}, {}};
            },
            &window);
        actions->addTo(&menu);
    }

    StandingClock clock;
    QuickConfirmer confirmer;
    QWidget window;
    QMenu menu;
    BulkPlan plan = planOf(3);
    LeakReport leaks;
    QList<std::pair<KeyVerb, QList<KeyUid>>> planned;
    QList<BulkRun> runs;
    QStringList calls;
    qsizetype pasted = 0;
    int starts = 0;
    BulkActions *actions = nullptr;
};

} // namespace

/** Changes of many keys, as the window asks, shows and stops them. */
class TestGuiBulk : public QObject
{
    Q_OBJECT
private slots:
    void theQuestionNamesWhatMatters()
    {
        const Confirmation few = bulkConfirmation(planOf(3), noon);
        QVERIFY(few.text.contains(u"acme: 3"_s));
        QVERIFY(few.consequence.contains(u"CI pipeline"_s));
        QVERIFY(few.consequence.contains(u"refused"_s));
        QVERIFY(few.consequence.contains(u"has ended already"_s));
        QVERIFY(few.action.contains(u'3'));
        QVERIFY(few.destructive);
        QVERIFY(few.typeToConfirm.isEmpty());
        QCOMPARE(bulkConfirmation(planOf(11), noon).typeToConfirm, u"11"_s);
    }

    void theMenuIsForSeveral()
    {
        Actions at;
        const auto shown = [&at] {
            QStringList texts;
            for (const QAction *action : at.menu.actions()) {
                if (action->isVisible() && !action->isSeparator())
                    texts.append(action->text());
            }
            return texts;
        };
        QCOMPARE(shown().size(), 2);
        at.actions->setSelected(12);
        QCOMPARE(shown().size(), 5);
        QVERIFY(shown().constFirst().contains(u"12"_s));
    }

    void nothingIsDoneUnasked()
    {
        Actions at;
        at.confirmer.answer = false;
        at.actions->request(KeyVerb::Revoke, {std::nullopt, {KeyUid(u"a"_s)}, {}});
        QTRY_COMPARE(at.confirmer.asked.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(at.starts, 0);
        at.plan = planOf(0);
        at.actions->request(KeyVerb::Revoke, {});
        QCoreApplication::processEvents();
        QCOMPARE(at.confirmer.asked.size(), 1);
    }

    void aRunIsShownAndStopped()
    {
        Actions at;
        at.actions->request(KeyVerb::Disable, {});
        QTRY_COMPARE(at.starts, 1);
        auto *dialog = at.window.findChild<BulkDialog *>();
        QVERIFY(dialog);
        at.actions->readRuns();
        QTRY_COMPARE(dialog->chosen(), BulkRunId(u"run"_s));
        auto *table = dialog->findChild<QTableView *>(u"itemsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        auto *bar = dialog->findChild<QProgressBar *>(u"progressBar"_s);
        QCOMPARE(bar->value(), 1);
        dialog->setItem(0, item(u"key 0"_s, BulkState::Failed, u"It was refused."_s));
        QCOMPARE(bar->value(), 2);
        QCOMPARE(table->model()->index(0, 3).data().toString(), u"It was refused."_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"cancelButton"_s), Qt::LeftButton);
        QCOMPARE(at.calls, QStringList{u"cancel"_s});
        QVERIFY(!dialog->findChild<QPushButton *>(u"resumeButton"_s)->isVisible());

        at.runs.first().isBeingDone = false;
        at.actions->readRuns();
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"resumeButton"_s)->isVisible());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"resumeButton"_s), Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"dropButton"_s), Qt::LeftButton);
        QCOMPARE(at.calls, (QStringList{u"cancel"_s, u"resume"_s, u"drop"_s}));
    }

    void leakedValuesArePastedAndTheirKeysEnded()
    {
        Actions at;
        LeakMatch proven;
        proven.certainty = LeakMatch::Certainty::Proven;
        proven.shown = u"ab_…cdef"_s;
        proven.candidates = {key(u"ours"_s, KeyState::Active)};
        proven.candidates.first().uid = KeyUid(u"ours"_s);
        proven.count = 1;
        LeakMatch likely = proven;
        likely.certainty = LeakMatch::Certainty::Likely;
        likely.candidates.first().uid = KeyUid(u"perhaps"_s);
        at.leaks.matches = {proven, likely};
        at.actions->showLeaks();
        auto *dialog = at.window.findChild<LeakDialog *>();
        auto *revoke = dialog->findChild<QPushButton *>(u"revokeButton"_s);
        QVERIFY(!revoke->isEnabled());
        QGuiApplication::clipboard()->setText(u"one-value\ntwo-values\n"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"pasteButton"_s), Qt::LeftButton);
        QTRY_VERIFY(revoke->isEnabled());
        QCOMPARE(at.pasted, 2);
        QVERIFY(revoke->text().contains(u'1'));
        dialog->findChild<QCheckBox *>(u"likelyCheckBox"_s)->setChecked(true);
        QVERIFY(revoke->text().contains(u'2'));
        QTest::mouseClick(revoke, Qt::LeftButton);
        QTRY_COMPARE(at.planned.size(), 1);
        QCOMPARE(at.planned.constFirst().first, KeyVerb::Revoke);
        QCOMPARE(at.planned.constFirst().second, (QList{KeyUid(u"ours"_s), KeyUid(u"perhaps"_s)}));
    }
};

QTEST_MAIN(TestGuiBulk)
#include "tst_gui_main_bulk.moc"
