// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/delivery/deliverydialog.h"
#include "gui/dialogs/newkeydialog.h"
#include "gui/forms/formdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace samples;

namespace {

QList<DestinationInfo> destinations()
{
    DestinationInfo keychain;
    keychain.id = destinationId::keychain;
    keychain.name = u"Keychain"_s;
    DestinationInfo file;
    file.id = destinationId::file;
    file.name = u"File"_s;
    file.fields = {field(destinationId::pathField, u"Path"_s, FieldInfo::Type::Text, true)};
    file.canReplace = true;
    DestinationInfo store;
    store.id = u"command:store"_s;
    store.name = u"Team store"_s;
    store.help = u"The store of the team."_s;
    store.fields = {field(u"entry"_s, u"Entry"_s, FieldInfo::Type::Text, true)};
    return {keychain, file, store};
}

/** Answers when the test says so; remembers what it was asked. */
struct Stores
{
    Pending<DestinationCheck> checks;
    Pending<DeliveryReceipt> deliveries;
    QList<Destination> asked;
    QList<HeldSecretId> brought;
    CancellationPtr cancellation;

    DeliveryPort port()
    {
        return {
            [] { return destinations(); },
            [this](const Destination &destination, const CancellationPtr &given) {
                asked.append(destination);
                cancellation = given;
                return checks.ask();
            },
            [this](const HeldSecretId &id, const Destination &destination,
                   const CancellationPtr &given) {
                asked.append(destination);
                brought.append(id);
                cancellation = given;
                return deliveries.ask();
            },
        };
    }

    static DestinationCheck ready() { return {u"team/ci"_s, u"store put team/ci"_s, {}}; }
    static DeliveryReceipt receipt()
    {
        DeliveryReceipt receipt;
        receipt.store = u"command:store"_s;
        receipt.name = u"Team store"_s;
        receipt.place = u"team/ci"_s;
        receipt.readBack = true;
        return receipt;
    }
    static Error failure()
    {
        Error failure = error(ErrorKind::Protocol, u"\"store\" ended with status 3."_s);
        failure.next = u"Sign in first."_s;
        failure.vendorMessage = u"no right to write"_s;
        return failure;
    }
};

struct Maker
{
    Stores stores;
    Pending<HoldingCondition> holding;
    Pending<NewKeyResult> creations;
    Pending<Done> forgets;
    Pending<FormResult> forms;
    QStringList forgotten;

    NewKeyPort port()
    {
        return {
            [] { return QList<AccountRow>{accountRow()}; },
            [](const AccountId &) { return std::optional(provider()); },
            [](const AccountId &) {
                return readyOutcome<QList<ContainerRow>>(QList<ContainerRow>());
            },
            [](const AccountId &, const QString &, const QString &, const ContainerPath &) {
                return readyOutcome<QList<FieldOption>>(QList<FieldOption>());
            },
            [this](const NewKey &) { return creations.ask(); },
            route(),
        };
    }
    SecretRoutePort route()
    {
        return {
            [this] { return holding.ask(); },
            stores.port(),
            [this](const HeldSecretId &, const QString &how) {
                forgotten.append(how);
                return forgets.ask();
            },
        };
    }
    /** A form of anything that brings a secret. */
    FormRequest form()
    {
        FormRequest request;
        request.title = u"New webhook"_s;
        request.action = u"Create webhook"_s;
        request.makesSecret = true;
        request.send = [this](const FormAnswer &) {
            return forms.ask();
        };
        return request;
    }
    static FormResult formResult()
    {
        FormResult result;
        result.notice = {Severity::Good, u"The webhook is made."_s, {}};
        result.secret = HeldSecret();
        result.secret->id = heldId;
        result.warnings = {u"It has no filter."_s};
        return result;
    }
    static NewKeyResult made()
    {
        NewKeyResult result;
        result.key = keyRow();
        result.secret.id = heldId;
        return result;
    }
};

HeldSecret heldOne()
{
    HeldSecret held;
    held.id = heldId;
    held.keyName = u"CI pipeline"_s;
    return held;
}

} // namespace

/** Where a secret goes: chosen, checked, delivered, and what is said when it does not work. */
class tst_GuiDelivery : public QObject
{
    Q_OBJECT

    template<typename T = QPushButton>
    static T *child(const QWidget *of, const char *name)
    {
        return of->findChild<T *>(QString::fromLatin1(name));
    }

    static void choose(QWidget *dialog, const QString &name)
    {
        auto *combo = child<QComboBox>(dialog, "destinationComboBox");
        combo->setCurrentIndex(combo->findText(name));
        emit combo->activated(combo->currentIndex());
    }

    static void type(QWidget *dialog, const QString &text)
    {
        auto *line = child<QWidget>(dialog, "deliveryForm")->findChild<QLineEdit *>();
        QVERIFY(line);
        line->setText(text);
        emit line->textEdited(text);
    }

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void theDialogChecksThenDelivers()
    {
        Stores stores;
        QPointer<DeliveryDialog> dialog = new DeliveryDialog(stores.port(), heldOne());
        QSignalSpy delivered(dialog, &DeliveryDialog::delivered);
        dialog->show();
        QVERIFY(dialog->windowTitle().contains(u"CI pipeline"_s));
        QCOMPARE(child<QComboBox>(dialog, "destinationComboBox")->findText(u"Keychain"_s), -1);
        choose(dialog, u"Team store"_s);
        child(dialog, "deliverButton")->click();
        QVERIFY(stores.asked.isEmpty()); // the entry is missing
        type(dialog, u"team/ci"_s);
        child(dialog, "deliverButton")->click();
        QCOMPARE(stores.asked.size(), 1);
        QVERIFY(stores.brought.isEmpty());
        QCOMPARE(stores.asked.constFirst().values.value(u"entry"_s), u"team/ci"_s);
        QVERIFY(!child(dialog, "deliverButton")->isEnabled());
        stores.checks.give(Stores::ready());
        QCOMPARE(stores.brought, QList<HeldSecretId>{heldId});
        QCOMPARE(child<QLabel>(dialog, "commandLabel")->text(), u"store put team/ci"_s);
        QVERIFY(!dialog->close()); // not while it is on its way
        QVERIFY(stores.cancellation->requested());
        stores.deliveries.give(Stores::receipt());
        QCOMPARE(delivered.size(), 1);
        QVERIFY(delivered.constFirst().constFirst().toString().contains(u"read back"_s));
        QTRY_VERIFY(!dialog);
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        Stores stores;
        QPointer<DeliveryDialog> dialog = new DeliveryDialog(stores.port(), heldOne());
        dialog->show();
        choose(dialog, u"Team store"_s);
        type(dialog, u"team/ci"_s);
        child(dialog, "deliverButton")->click();
        stores.checks.give(Stores::ready());
        stores.deliveries.give(Stores::failure());
        QVERIFY(dialog->isVisible());
        QCOMPARE(child<QPlainTextEdit>(dialog, "wordsEdit")->toPlainText(), u"no right to write"_s);
        QVERIFY(child(dialog, "deliverButton")->isEnabled());
        child(dialog, "deliverButton")->click();
        QVERIFY(!child<QPlainTextEdit>(dialog, "wordsEdit")->isVisible());
        stores.checks.give(Stores::failure());
        QCOMPARE(stores.brought.size(), 1); // what does not take it gets nothing
        dialog->close();
        QTRY_VERIFY(!dialog);
    }

    void anAnswerAboutAnEarlierChoiceIsDropped()
    {
        Stores stores;
        DeliveryPresenter presenter(stores.port(), DeliveryPresenter::Offer::Held);
        presenter.setIndex(1);
        presenter.form().setValue(u"entry"_s, u"a"_s);
        bool ready = false;
        presenter.check([&ready] { ready = true; });
        const CancellationPtr first = stores.cancellation;
        presenter.form().setValue(u"entry"_s, u"b"_s);
        QVERIFY(first->requested());
        stores.checks.give(Stores::ready());
        QVERIFY(!ready);
        QCOMPARE(presenter.step(), DeliveryPresenter::Step::Idle);
    }

    void aFileCanReplace()
    {
        Stores stores;
        DeliveryPresenter presenter(stores.port(), DeliveryPresenter::Offer::Held);
        QVERIFY(presenter.isFile());
        presenter.setFile(u"/tmp/token"_s);
        presenter.setReplaces(true);
        QCOMPARE(presenter.destination(),
                 (Destination{destinationId::file, {{u"path"_s, u"/tmp/token"_s}}, true}));
        presenter.setIndex(1);
        QVERIFY(!presenter.canReplace());
        QVERIFY(!presenter.destination().replace);
    }

    void aNewKeyIsShownOnceUnlessTold()
    {
        Maker maker;
        auto *dialog = new NewKeyDialog(maker.port(), account, {});
        dialog->show();
        QCOMPARE(child<QComboBox>(dialog, "destinationComboBox")->currentText(), u"Show it once"_s);
        QVERIFY(!child(dialog, "checkButton")->isVisible());
        delete dialog;
    }

    // From the keyboard: down the form, and only then the buttons.
    void theTabKeyGoesDownTheForm()
    {
        Maker maker;
        auto *dialog = new NewKeyDialog(maker.port(), account, {});
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        choose(dialog, u"Team store"_s);
        QWidget *entry = child<QWidget>(dialog, "deliveryForm")->findChild<QLineEdit *>();
        QWidget *name = child<QWidget>(dialog, "nameInput");
        QVERIFY(entry && name);
        QTRY_VERIFY(entry->isVisible());
        QList<QWidget *> order;
        child<QWidget>(dialog, "destinationComboBox")->setFocus();
        for (int i = 0; i < 12; ++i) {
            order.append(dialog->focusWidget());
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        }
        const QList<QWidget *> wanted{child<QWidget>(dialog, "destinationComboBox"),
                                      entry,
                                      child<QWidget>(dialog, "checkButton"),
                                      child<QWidget>(dialog, "accountComboBox"),
                                      name,
                                      child<QWidget>(dialog, "createButton")};
        qsizetype last = -1;
        for (QWidget *widget : wanted) {
            QVERIFY2(order.indexOf(widget) > last, qPrintable(widget->objectName()));
            last = order.indexOf(widget);
        }
        delete dialog;
    }

    void nothingIsMadeForADestinationThatDoesNotWork()
    {
        Maker maker;
        NewKeyPresenter presenter(maker.port());
        presenter.start(account, {});
        maker.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        presenter.route().delivery().setIndex(3);
        presenter.route().delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        presenter.send();
        QVERIFY(maker.creations.asked.isEmpty());
        QVERIFY(!presenter.canSend());
        maker.stores.checks.give(Stores::failure());
        QVERIFY(maker.creations.asked.isEmpty());
        QVERIFY(presenter.canSend());
        QVERIFY(presenter.route().delivery().notice().text.contains(u"status 3"_s));
    }

    void aNewSecretGoesStraightToItsPlace()
    {
        Maker maker;
        NewKeyPresenter presenter(maker.port());
        presenter.start(account, {});
        maker.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        presenter.route().delivery().setIndex(3);
        presenter.route().delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        QSignalSpy created(&presenter, &NewKeyPresenter::created);
        QSignalSpy delivered(&presenter, &NewKeyPresenter::delivered);
        presenter.send();
        maker.stores.checks.give(Stores::ready());
        QVERIFY(presenter.isSending());
        maker.creations.give(Maker::made());
        QCOMPARE(maker.stores.brought, QList<HeldSecretId>{heldId});
        QVERIFY(!presenter.mayClose());
        maker.stores.deliveries.give(Stores::receipt());
        QCOMPARE(maker.forgotten, QStringList{u"delivered"_s});
        QCOMPARE(delivered.size(), 0);
        maker.forgets.give(Done{});
        QCOMPARE(delivered.size(), 1);
        QCOMPARE(created.size(), 0);
        QVERIFY(presenter.mayClose());
    }

    void whatCannotBeDeliveredIsShownOnce()
    {
        Maker maker;
        NewKeyPresenter presenter(maker.port());
        presenter.start(account, {});
        maker.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        presenter.route().delivery().setIndex(3);
        presenter.route().delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        QSignalSpy created(&presenter, &NewKeyPresenter::created);
        presenter.send();
        maker.stores.checks.give(Stores::ready());
        maker.creations.give(Maker::made());
        maker.stores.deliveries.give(Stores::failure());
        QCOMPARE(created.size(), 1);
        const auto result = created.constFirst().constFirst().value<NewKeyResult>();
        const QString why = created.constFirst().constLast().toString();
        QCOMPARE(result.secret.id, heldId);
        QVERIFY(why.contains(u"status 3"_s));
        QVERIFY(why.contains(u"no right to write"_s));
        QVERIFY(maker.forgotten.isEmpty());
    }

    void theKeychainKeepsItWithoutAHeldCopy()
    {
        Maker maker;
        NewKeyPresenter presenter(maker.port());
        presenter.start(account, {});
        maker.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        presenter.route().delivery().setIndex(1);
        QSignalSpy delivered(&presenter, &NewKeyPresenter::delivered);
        presenter.send();
        maker.stores.checks.give(DestinationCheck());
        maker.creations.give(Maker::made());
        DeliveryReceipt kept = Stores::receipt();
        kept.kept = true;
        maker.stores.deliveries.give(kept);
        QCOMPARE(delivered.size(), 1);
        QVERIFY(maker.forgotten.isEmpty());
    }

    void aFormMakesNothingForADestinationThatDoesNotWork()
    {
        Maker maker;
        FormPresenter form(maker.form(), maker.route());
        form.start();
        maker.holding.give(HoldingCondition());
        form.route()->delivery().setIndex(3);
        form.send(); // its entry is missing
        QVERIFY(maker.stores.asked.isEmpty());
        QVERIFY(maker.forms.asked.isEmpty());
        form.route()->delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        form.send();
        QVERIFY(maker.forms.asked.isEmpty());
        QVERIFY(!form.canSend());
        maker.stores.checks.give(Stores::failure());
        QVERIFY(maker.forms.asked.isEmpty());
        QVERIFY(form.canSend());
    }

    void theSecretOfAFormGoesStraightToItsPlace()
    {
        Maker maker;
        FormPresenter form(maker.form(), maker.route());
        form.start();
        maker.holding.give(HoldingCondition());
        form.route()->delivery().setIndex(3);
        form.route()->delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        QSignalSpy finished(&form, &FormPresenter::finished);
        form.send();
        maker.stores.checks.give(Stores::ready());
        QVERIFY(form.isSending());
        FormResult made = Maker::formResult();
        made.deliveredText = u"It is made."_s;
        maker.forms.give(made);
        QCOMPARE(maker.stores.brought, QList<HeldSecretId>{heldId});
        QVERIFY(!form.mayClose());
        maker.stores.deliveries.give(Stores::receipt());
        QCOMPARE(maker.forgotten, QStringList{u"delivered"_s});
        QCOMPARE(finished.size(), 0);
        maker.forgets.give(Done{});
        QCOMPARE(finished.size(), 1);
        const auto result = finished.constFirst().constFirst().value<FormResult>();
        QVERIFY(!result.secret); // there is nothing to show any more
        QVERIFY(result.notice.text.startsWith(u"It is made."_s));
        QVERIFY(result.notice.text.contains(u"team/ci"_s));
        QCOMPARE(result.notice.next, u"It has no filter."_s);
        QVERIFY(form.mayClose());
    }

    void whatAFormCannotDeliverIsShownOnce()
    {
        Maker maker;
        FormPresenter form(maker.form(), maker.route());
        form.start();
        maker.holding.give(HoldingCondition());
        form.route()->delivery().setIndex(3);
        form.route()->delivery().form().setValue(u"entry"_s, u"team/ci"_s);
        QSignalSpy finished(&form, &FormPresenter::finished);
        form.send();
        maker.stores.checks.give(Stores::ready());
        maker.forms.give(Maker::formResult());
        maker.stores.deliveries.give(Stores::failure());
        QCOMPARE(finished.size(), 1);
        const auto result = finished.constFirst().constFirst().value<FormResult>();
        QCOMPARE(result.secret->id, heldId);
        QVERIFY(result.undelivered.contains(u"status 3"_s));
        QVERIFY(maker.forgotten.isEmpty());
    }

    void whatComesWithoutASecretNeedsNoDelivery()
    {
        Maker maker;
        FormPresenter form(maker.form(), maker.route());
        form.start();
        maker.holding.give(HoldingCondition());
        form.route()->delivery().setIndex(1);
        QSignalSpy finished(&form, &FormPresenter::finished);
        form.send();
        maker.stores.checks.give(DestinationCheck());
        FormResult made = Maker::formResult();
        made.secret.reset();
        maker.forms.give(made);
        QCOMPARE(finished.size(), 1);
        QVERIFY(maker.stores.brought.isEmpty());
    }

    void aFormAsksWhereItsSecretGoes()
    {
        Maker maker;
        QPointer dialog = new FormDialog(maker.form(), maker.route());
        dialog->show();
        auto *choice = dialog->findChild<QComboBox *>(u"destinationComboBox"_s);
        QVERIFY(choice->isVisible());
        choice->setCurrentIndex(3);
        emit choice->activated(3);
        auto *action = dialog->findChild<QPushButton *>(u"actionButton"_s);
        action->click();
        QVERIFY(maker.forms.asked.isEmpty());
        auto *entry = dialog->findChild<QLineEdit *>(u"entryInput"_s);
        QTRY_VERIFY(entry->isVisible());
        entry->setText(u"team/ci"_s);
        emit entry->textEdited(entry->text());
        action->click();
        QCOMPARE(maker.stores.checks.asked.size(), 1);
        auto *cancel = dialog->findChild<QPushButton *>(u"cancelButton"_s);
        QCOMPARE(cancel->text(), u"Stop"_s);
        cancel->click();
        QVERIFY(maker.stores.cancellation->requested());
        QVERIFY(dialog); // it is still asking
        maker.stores.checks.give(Stores::failure());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(maker.forms.asked.isEmpty());
    }

    void aFormWithoutASecretDoesNotAsk()
    {
        Maker maker;
        FormRequest request = maker.form();
        request.makesSecret = false;
        FormDialog dialog(request, maker.route());
        dialog.show();
        QVERIFY(!dialog.findChild<QComboBox *>(u"destinationComboBox"_s)->isVisible());
        dialog.findChild<QPushButton *>(u"actionButton"_s)->click();
        QCOMPARE(maker.forms.asked.size(), 1);
        QVERIFY(maker.holding.asked.isEmpty());
    }
};

QTEST_MAIN(tst_GuiDelivery)
#include "tst_gui_delivery.moc"
