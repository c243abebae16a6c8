// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/dialogs/fieldrules.h"
#include "gui/dialogs/newkeydialog.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace samples;

namespace {

struct Vendor
{
    Pending<QList<ContainerRow>> containers;
    Pending<QList<FieldOption>> options;
    Pending<HoldingCondition> holding;
    Pending<NewKeyResult> creations;
    QList<NewKey> orders;

    NewKeyPort port()
    {
        return {
            [] { return QList<AccountRow>{accountRow()}; },
            [](const AccountId &) { return std::optional(provider()); },
            [this](const AccountId &) { return containers.ask(); },
            [this](const AccountId &, const QString &, const QString &, const ContainerPath &) {
                return options.ask();
            },
            [this](const NewKey &order) {
                orders.append(order);
                return creations.ask();
            },
            {[this] {
                return holding.ask();
            }},
        };
    }
    void giveProjects()
    {
        containers.give(QList<ContainerRow>{{account, project(u"p1"_s, u"Billing"_s), 0, 0, {}},
                                            {account, project(u"p2"_s, u"Shop"_s), 0, 0, {}}});
    }
};

} // namespace

class tst_GuiNewKey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void sendsWhatTheFormHolds()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, {});
        vendor.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        QCOMPARE(presenter.actionText(), u"Create key \"CI pipeline\""_s);
        QSignalSpy created(&presenter, &NewKeyPresenter::created);
        presenter.send();
        QVERIFY(presenter.isSending());
        QVERIFY(!presenter.mayClose());
        presenter.send(); // a second press while the first runs
        QCOMPARE(vendor.orders.size(), 1);
        QCOMPARE(vendor.orders.constFirst().kind, u"organization"_s);
        QCOMPARE(vendor.orders.constFirst().values.keys(), QStringList({u"name"_s, u"scope"_s}));
        QVERIFY(!vendor.orders.constFirst().unheldAccepted);
        vendor.creations.give(NewKeyResult());
        QCOMPARE(created.size(), 1);
        QVERIFY(presenter.mayClose());
    }

    void saysWhatIsMissingAndSendsNothing()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, {});
        QVERIFY(presenter.form().problem(u"name"_s).isEmpty()); // untouched: no reproach yet
        presenter.send();
        QVERIFY(!presenter.form().problem(u"name"_s).isEmpty());
        QVERIFY(!presenter.form().problem(u"scope"_s).isEmpty());
        QVERIFY(vendor.orders.isEmpty());
        QVERIFY(presenter.mayClose());
    }

    void startsInThePlaceThatWasChosen()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, project(u"p2"_s, u"Shop"_s));
        vendor.giveProjects();
        QCOMPARE(presenter.levelLabel(), u"Project"_s);
        QCOMPARE(presenter.places().size(), 2);
        QCOMPARE(presenter.placeIndex(), 1);
        QCOMPARE(presenter.form().options(u"scopes"_s).loading, FieldSet::Loading::Loading);
        vendor.options.give(error(ErrorKind::Network, u"No answer."_s));
        QCOMPARE(presenter.form().options(u"scopes"_s).loading, FieldSet::Loading::Failed);
        presenter.form().reloadOptions(u"scopes"_s);
        vendor.options.give(QList<FieldOption>{{u"keys:read"_s, u"Read keys"_s, {}, true}});
        presenter.form().setValue(u"name"_s, u"n"_s);
        presenter.form().setValue(u"scopes"_s, QJsonArray{u"keys:read"_s});
        presenter.send();
        QCOMPARE(vendor.orders.constFirst().container, project(u"p2"_s, u"Shop"_s));
    }

    void dropsOptionsOfAPlaceLeftBehind()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, project(u"p1"_s, u"Billing"_s));
        vendor.giveProjects();
        presenter.setPlaceIndex(1);
        QCOMPARE(vendor.options.asked.size(), 2);
        vendor.options.give(QList<FieldOption>{{u"of-billing"_s, {}, {}, true}});
        QCOMPARE(presenter.form().options(u"scopes"_s).loading, FieldSet::Loading::Loading);
        vendor.options.give(QList<FieldOption>{{u"of-shop"_s, {}, {}, true}});
        QCOMPARE(presenter.form().options(u"scopes"_s).options.constFirst().value, u"of-shop"_s);
    }

    void asksBeforeASecretThatCannotBeHeld()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, {});
        vendor.holding.give(HoldingCondition{false, u"no_service"_s, u"No keychain."_s, {}});
        presenter.form().setValue(u"name"_s, u"n"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        QVERIFY(!presenter.canSend());
        presenter.send();
        QVERIFY(vendor.orders.isEmpty());
        presenter.route().setUnheldAccepted(true);
        presenter.send();
        QVERIFY(vendor.orders.constFirst().unheldAccepted);
    }

    void neverSendsAgainWhenTheOutcomeIsUnknown()
    {
        Vendor vendor;
        NewKeyPresenter presenter(vendor.port());
        presenter.start(account, {});
        presenter.form().setValue(u"name"_s, u"n"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        presenter.send();
        Error lost = error(ErrorKind::Timeout, u"No answer came."_s);
        lost.outcomeUnknown = true;
        vendor.creations.give(lost);
        QVERIFY(presenter.problem().startsWith(u"No answer came."_s));
        QVERIFY(!presenter.problemNext().isEmpty());
        QVERIFY(!presenter.canSend());
        presenter.send();
        QCOMPARE(vendor.orders.size(), 1);
        QVERIFY(presenter.mayClose());
    }

    void staysOpenWhileTheRequestRuns()
    {
        Vendor vendor;
        QPointer dialog = new NewKeyDialog(vendor.port(), account, {});
        dialog->show();
        auto *name = dialog->findChild<QLineEdit *>(u"nameInput"_s);
        QTest::keyClicks(name, u"CI"_s);
        auto *scope = dialog->findChild<QComboBox *>(u"scopeInput"_s);
        QTest::keyClick(scope, Qt::Key_Down);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(vendor.orders.size(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->close());
        QVERIFY(dialog->isVisible());
        vendor.creations.give(error(ErrorKind::Forbidden, u"Not allowed."_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    // The fields come after the window was set up: Tab takes them where they are all the same.
    void tabGoesDownTheForm()
    {
        Vendor vendor;
        NewKeyDialog dialog(vendor.port(), account, {});
        vendor.holding.give(HoldingCondition());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QList<int> heights;
        auto *button = dialog.findChild<QWidget *>(u"createButton"_s);
        QWidget *first = dialog.focusWidget();
        QVERIFY(first);
        for (QWidget *at = first; at != button; at = dialog.focusWidget()) {
            heights.append(at->mapTo(&dialog, QPoint()).y());
            QTest::keyClick(at, Qt::Key_Tab);
            QVERIFY2(heights.size() < 20, "Tab does not reach the button");
        }
        QVERIFY(heights.size() >= 2);
        QVERIFY(std::is_sorted(heights.begin(), heights.end()));
    }

    void whatAVendorNamesHasAMnemonicToo()
    {
        Vendor vendor;
        NewKeyDialog dialog(vendor.port(), account, {});
        vendor.holding.give(HoldingCondition());
        auto *kinds = dialog.findChild<QComboBox *>(u"kindComboBox"_s);
        kinds->setCurrentIndex(1);
        emit kinds->activated(1);
        const auto *place = dialog.findChild<QLabel *>(u"placeLabel"_s);
        QVERIFY(place->isVisibleTo(&dialog));
        QVERIFY2(!QKeySequence::mnemonic(place->text()).isEmpty(), qPrintable(place->text()));
    }

    void rules_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("fine");
        const auto row = [](const char *name, FieldInfo::Type type, const QJsonValue &value,
                            bool fine) {
            QTest::newRow(name) << static_cast<int>(type) << value << fine;
        };
        row("missing", FieldInfo::Type::Text, QJsonValue::Undefined, false);
        row("blank", FieldInfo::Type::Text, u"  "_s, false);
        row("too long", FieldInfo::Type::Text, QString(11, u'x'), false);
        row("as long as allowed", FieldInfo::Type::Text, QString(10, u'x'), true);
        row("no number", FieldInfo::Type::Integer, u"ten"_s, false);
        row("too small", FieldInfo::Type::Integer, 1, false);
        row("number", FieldInfo::Type::Integer, 5, true);
        row("too large", FieldInfo::Type::Integer, 11, false);
        row("short time", FieldInfo::Type::Duration, 1, false);
        row("time", FieldInfo::Type::Duration, 8, true);
        row("not offered", FieldInfo::Type::Choice, u"root"_s, false);
        row("offered", FieldInfo::Type::Choice, u"yes"_s, true);
        row("withheld", FieldInfo::Type::Choice, u"no"_s, false);
        row("none", FieldInfo::Type::Multi, QJsonArray(), false);
        row("one withheld", FieldInfo::Type::Multi, QJsonArray({u"yes"_s, u"no"_s}), false);
        row("line too short", FieldInfo::Type::Lines,
            QJsonArray({u"long enough"_s.left(9), u"x"_s}), false);
    }

    void rules()
    {
        QFETCH(int, type);
        QFETCH(QJsonValue, value);
        QFETCH(bool, fine);
        FieldInfo info = field(u"f"_s, u"F"_s, static_cast<FieldInfo::Type>(type), true);
        info.minimum = 2;
        info.maximum = 10;
        const QList<FieldOption> options = {{u"yes"_s, {}, {}, true},
                                            {u"no"_s, {}, u"Your plan has it not."_s, false}};
        QCOMPARE(fieldRules::problemOf(info, value, options).isEmpty(), fine);
    }
};

QTEST_MAIN(tst_GuiNewKey)
#include "tst_gui_newkey.moc"
