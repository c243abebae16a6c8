// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/messagebar.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/keys/keydetailspanel.h"
#include "gui/keys/keyspage.h"
#include "models/keytablemodel.h"
#include "models/modelfactory.h"
#include "samples.h"
#include "support/awaited.h"
#include "support/lastevents.h"
#include "unit/store/storefixture.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

/** Answers later, and remembers what it was asked. */
class FakeConfirmer final : public QObject, public Confirmer
{
public:
    QFuture<bool> ask(QWidget *, const Confirmation &question) override
    {
        asked.append(question);
        auto promise = std::make_shared<QPromise<bool>>();
        promise->start();
        QTimer::singleShot(0, this, [promise, this] {
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }
    QList<Confirmation> asked;
    bool answer = true;
};

/** A page over a real store with some keys, shown offscreen. */
struct Fixture : QObject
{
    LastEvents lastEvents;
    StoreFixture files;
    StandingClock clock;
    FakeConfirmer confirmer;
    ProviderInfo vendor = provider({kind(u"project"_s, {KeyVerb::Create, KeyVerb::Delete})});
    QList<AccountRow> accounts{account(u"account"_s, AccountStatus::Condition::Fresh)};
    QList<std::pair<KeyUid, KeyVerb>> applied;
    QList<Finding> findings;
    KeyNotes notes; ///< of whatever key
    KeyTableModel *model = nullptr;
    std::unique_ptr<KeysPage> page;

    explicit Fixture(int keys)
    {
        require(test::outcomeOf(files.store->putAccount(accounts.first())).ok());
        for (int number = 0; number < keys; ++number)
            put(key(u"key %1"_s.arg(number, 3, 10, QLatin1Char('0')), KeyState::Active));
        auto table = ModelFactory(*files.store).keyTable();
        model = table.get();
        page = std::make_unique<KeysPage>(port(), std::move(table), clock, confirmer);
        page->resize(900, 500);
        page->show();
        settle();
    }
    void put(KeyRow row)
    {
        row.uid = {};
        require(test::outcomeOf(files.store->putKey(row)).ok());
    }
    void settle()
    {
        const auto fresh = test::outcomeOf(files.store->freshSnapshot());
        require(fresh.ok());
        model->setSnapshot(*fresh);
        require(QTest::qWaitFor([this] { return model->isLoaded() && !model->isSelecting(); }));
    }
    template<typename W>
    W *find(const char *name) const
    {
        auto *widget = page->findChild<W *>(QString::fromLatin1(name));
        require(widget != nullptr);
        return widget;
    }
    QTableView *table() const { return find<QTableView>("keysTable"); }
    void search(const QString &text)
    {
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        find<QLineEdit>("searchLineEdit")->setText(text);
        require(reset.wait());
    }
    QString current() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }

private:
    static void require(bool held)
    {
        if (!held)
            qFatal("the fixture could not be set up");
    }
    KeysPort port()
    {
        KeysPort port;
        port.key = [this](const KeyUid &uid) {
            return files.store->key(uid);
        };
        port.apply = [this](const KeyUid &uid, KeyVerb verb, bool) {
            applied.append({uid, verb});
            return later<KeyChange>(this, KeyChange());
        };
        port.findings = [this](const KeyUid &uid) {
            return later<QList<Finding>>(this, uid.isEmpty() ? QList<Finding>() : findings);
        };
        port.notes = [this](const KeyUid &uid) {
            return later<KeyNotes>(this, uid.isEmpty() ? KeyNotes() : notes);
        };
        port.check = [this](const KeyUid &) {
            return later<KeyCheck>(this, KeyCheck());
        };
        port.accounts = [this] {
            return accounts;
        };
        port.provider = [this](const AccountId &) {
            return std::optional(vendor);
        };
        return port;
    }
};

} // namespace

class TestKeysPage : public QObject
{
    Q_OBJECT
private slots:
    void findingsStandAboveTheFacts()
    {
        Fixture fixture(2);
        Finding old;
        old.rule = FindingRule::OlderThan;
        old.days = 123;
        old.since = Timestamp::fromSeconds(1'700'000'000);
        fixture.findings = {old};
        auto *bar = fixture.find<MessageBar>("findingsBar");
        QVERIFY(!bar->isVisible());
        fixture.table()->selectRow(0);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"123"_s));
        QVERIFY(bar->toolTip().contains(u"2023"_s));
        fixture.findings.clear();
        fixture.table()->selectRow(1);
        QTRY_VERIFY(!bar->isVisible());
    }

    void whatIsAcceptedIsNoWarning()
    {
        Fixture fixture(1);
        Finding old;
        old.rule = FindingRule::OlderThan;
        old.exception = FindingException{FindingRule::OlderThan,
                                         u"moves in March"_s,
                                         u"R. Ito"_s,
                                         Timestamp::fromSeconds(2'000'000'000),
                                         u"kim@desk"_s,
                                         Timestamp::fromSeconds(1'790'000'000)};
        fixture.findings = {old};
        QSignalSpy wanted(fixture.page.get(), &KeysPage::notesRequested);
        auto *bar = fixture.find<MessageBar>("findingsBar");
        fixture.table()->selectRow(0);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(u"Accepted until"_s));
        QVERIFY(bar->toolTip().contains(u"R. Ito: moves in March"_s));
        auto *button = bar->findChild<QPushButton *>();
        QVERIFY(button);
        button->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.constFirst().constFirst().toBool());
    }

    void whatPeopleSayStandsAmongTheFacts()
    {
        Fixture fixture(1);
        fixture.notes.take({u"owner"_s, u"Noor Haddad"_s, u"kim@desk"_s,
                            Timestamp::fromSeconds(1'790'000'000), 1});
        fixture.table()->selectRow(0);
        const auto shown = [&fixture] {
            QStringList texts;
            const auto labels = fixture.page->details()->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                texts.append(label->text() + u'|' + label->toolTip());
            return texts.join(u'\n');
        };
        QTRY_VERIFY(shown().contains(u"Noor Haddad"_s));
        QVERIFY(shown().contains(u"by kim@desk"_s));
        QSignalSpy wanted(fixture.page.get(), &KeysPage::notesRequested);
        fixture.page->details()->findChild<QPushButton *>(u"notesButton"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!wanted.constFirst().constFirst().toBool());
    }

    void theKindsHaveRoomUnlessAPersonSaysOtherwise()
    {
        Fixture fixture(1);
        QHeaderView *header = fixture.table()->horizontalHeader();
        const int column = static_cast<int>(KeyColumn::Kind);
        const int before = header->sectionSize(column);
        const auto showKind = [&fixture](const QString &label) {
            fixture.vendor.kinds.first().label = label;
            fixture.page->refreshAccounts();
        };
        showKind(u"short"_s);
        QCOMPARE(header->sectionSize(column), before);
        const QString label = u"Organisationsschlüssel, groß"_s;
        showKind(label);
        QVERIFY(header->sectionSize(column) > before);
        QVERIFY(header->sectionSize(column) > header->fontMetrics().horizontalAdvance(label));
        header->resizeSection(column, before);
        showKind(label + u" und mehr"_s);
        QCOMPARE(header->sectionSize(column), before); // a person has set it
    }

    void aKindsNameDoesNotPushTheOthersOut()
    {
        Fixture fixture(1);
        fixture.vendor.kinds.first().label = QString(1000, u'm');
        fixture.page->refreshAccounts();
        QVERIFY(fixture.table()->columnWidth(static_cast<int>(KeyColumn::Kind)) <
                fixture.page->width());
    }

    void severalKeysAreNoneForWhatNeedsOne()
    {
        Fixture f(5);
        QSignalSpy counted(f.page.get(), &KeysPage::selectedCountChanged);
        f.table()->setCurrentIndex(f.model->index(1, 0));
        QTRY_VERIFY(f.page->presenter().offers().offer(KeyAction::Delete).enabled);
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          f.table()->visualRect(f.model->index(3, 0)).center());
        QCOMPARE(f.page->selectedCount(), 3);
        QCOMPARE(counted.constLast().constFirst().toLongLong(), 3);
        QVERIFY(!f.page->presenter().offers().offer(KeyAction::Delete).enabled);
        QVERIFY(f.page->details()->findChild<QLabel *>(u"nameLabel"_s)->text().contains(u'3'));
        const BulkTargets some = f.page->selectedTargets();
        QVERIFY(!some.query && some.pick);
        QCOMPARE(some.pick(), (QList{f.model->uidAt(1), f.model->uidAt(2), f.model->uidAt(3)}));

        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          f.table()->visualRect(f.model->index(0, 0)).center());
        QCOMPARE(f.page->selectedCount(), 4);
        f.table()->selectAll();
        QVERIFY(f.page->selectedTargets().query == f.page->presenter().query());
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          f.table()->visualRect(f.model->index(2, 0)).center());
        QCOMPARE(f.page->selectedCount(), 1);
        QTRY_VERIFY(f.page->presenter().offers().offer(KeyAction::Delete).enabled);
    }

    void selectionAndScrollSurviveAnotherOrder()
    {
        Fixture f(200);
        f.table()->setCurrentIndex(f.model->index(120, 0));
        QCOMPARE(f.current(), u"key 120"_s);
        f.table()->sortByColumn(0, Qt::DescendingOrder);
        QTRY_COMPARE(f.model->index(0, 0).data().toString(), u"key 199"_s);
        QCOMPARE(f.current(), u"key 120"_s);
        QVERIFY(f.table()->selectionModel()->isRowSelected(79, {}));
    }

    void selectionAndScrollSurviveASync()
    {
        Fixture f(200);
        f.table()->setCurrentIndex(f.model->index(120, 0));
        f.table()->scrollTo(f.model->index(110, 0), QAbstractItemView::PositionAtTop);
        f.put(key(u"key 000a"_s, KeyState::Active));
        f.settle();
        QCOMPARE(f.model->rowCount(), 201);
        QCOMPARE(f.current(), u"key 120"_s);
        QVERIFY(f.table()->visualRect(f.table()->currentIndex()).isValid());
        QVERIFY(f.table()->viewport()->rect().intersects(
            f.table()->visualRect(f.table()->currentIndex())));
    }

    void theSelectionComesBackAfterASearch()
    {
        Fixture f(50);
        f.table()->setCurrentIndex(f.model->index(30, 0));
        f.search(u"key 01"_s);
        QCOMPARE(f.model->rowCount(), 11); // 001 and 010 to 019
        f.search(QString());
        QTRY_COMPARE(f.current(), u"key 030"_s);
    }

    void aSearchWithoutAMatchSaysSoAndCanBeCleared()
    {
        Fixture f(5);
        f.search(u"nothing like it"_s);
        auto *clear = f.find<QPushButton>("emptyActionButton");
        QTRY_VERIFY(clear->isVisible());
        QVERIFY(!f.table()->isVisible());
        clear->click();
        QTRY_COMPARE(f.model->rowCount(), 5);
        QTRY_VERIFY(f.table()->isVisible());
        QCOMPARE(f.find<QLineEdit>("searchLineEdit")->text(), QString());
    }

    void theStateFilterFilters()
    {
        Fixture f(3);
        f.put(key(u"gone"_s, KeyState::Deleted));
        f.put(key(u"off"_s, KeyState::Disabled));
        f.settle();
        QCOMPARE(f.model->rowCount(), 4); // all but deleted
        auto *box = f.find<QComboBox>("stateFilterComboBox");
        box->setCurrentText(u"Deleted"_s);
        QTRY_COMPARE(f.model->rowCount(), 1);
        box->setCurrentText(u"All states"_s);
        QTRY_COMPARE(f.model->rowCount(), 5);
    }

    void aDestructiveActionAsksAndNoMeansNo()
    {
        Fixture f(3);
        f.table()->setCurrentIndex(f.model->index(1, 0));
        QTRY_VERIFY(f.page->presenter().key().has_value());
        f.confirmer.answer = false;
        auto *button = f.find<QPushButton>("deleteKeyButton");
        QCOMPARE(button->text(), u"Delete \"key 001\"…"_s);
        button->click();
        QCOMPARE(f.confirmer.asked.size(), 1);
        QTest::qWait(0);
        QVERIFY(f.applied.isEmpty());
        f.confirmer.answer = true;
        button->click();
        QTRY_COMPARE(f.applied.size(), 1);
        QCOMPARE(f.applied.first().first, f.model->uidAt(1));
        QCOMPARE(f.applied.first().second, KeyVerb::Delete);
    }

    void nothingIsSelectedOnceTheSelectedKeyIsGone()
    {
        Fixture f(3);
        f.table()->setCurrentIndex(f.model->index(1, 0));
        QTRY_VERIFY(f.page->presenter().key().has_value());
        KeyRow gone = *f.page->presenter().key();
        gone.record.state = KeyState::Deleted;
        gone.endedAt = f.clock.now();
        QVERIFY(test::outcomeOf(f.files.store->putKey(gone)).ok());
        f.settle();
        QCOMPARE(f.model->rowCount(), 2);
        QVERIFY(f.current().isEmpty());
        QVERIFY(!f.table()->selectionModel()->hasSelection());
        QVERIFY(f.page->presenter().current().isEmpty());
        QVERIFY(!f.find<QPushButton>("deleteKeyButton")->isVisible());
    }

    void whatTheVendorDoesNotHaveIsNotShown()
    {
        Fixture f(1);
        f.table()->setCurrentIndex(f.model->index(0, 0));
        QTRY_VERIFY(f.find<QPushButton>("deleteKeyButton")->isVisible());
        QVERIFY(!f.find<QPushButton>("revokeKeyButton")->isVisible());
        QVERIFY(!f.find<QPushButton>("disableKeyButton")->isVisible());
    }

    void aKeyIsSelectedAsSoonAsItAppears()
    {
        Fixture f(3);
        KeyRow row = key(u"later"_s, KeyState::Active);
        f.put(row);
        const auto found = test::outcomeOf(f.files.store->findKeys(u"later"_s));
        QVERIFY(found.ok());
        f.page->selectKey(found->first().uid);
        f.settle();
        QTRY_COMPARE(f.current(), u"later"_s);
    }

    void tabLeavesTheTable()
    {
        Fixture f(3);
        f.page->activateWindow();
        f.table()->setFocus();
        QTRY_VERIFY(f.table()->hasFocus());
        QTest::keyClick(f.table(), Qt::Key_Tab);
        QVERIFY(!f.table()->hasFocus());
    }

    void inputsHaveNamesAndValuesHaveNone()
    {
        Fixture f(1);
        QCOMPARE(f.find<QLineEdit>("searchLineEdit")->accessibleName(), u"Search keys"_s);
        QCOMPARE(f.table()->accessibleName(), u"Keys"_s);
        QCOMPARE(f.find<QLabel>("stateFilterLabel")->buddy(),
                 f.find<QComboBox>("stateFilterComboBox"));
        for (const QLabel *label : f.page->findChildren<QLabel *>())
            QVERIFY2(label->accessibleName().isEmpty(), qPrintable(label->objectName()));
    }
};

QTEST_MAIN(TestKeysPage)
#include "tst_gui_main_keyspage.moc"
