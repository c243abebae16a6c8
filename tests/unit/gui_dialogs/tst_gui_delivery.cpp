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

template<typename T = QPushButton>
T *child(const QWidget *of, const char *name)
{
    return of->findChild<T *>(QString::fromLatin1(name));
}

void choose(QWidget *dialog, const QString &name)
{
    auto *combo = child<QComboBox>(dialog, "destinationComboBox");
    combo->setCurrentIndex(combo->findText(name));
    emit combo->activated(combo->currentIndex());
}

/** The dialog of a held secret, with the team's store chosen. */
struct DialogFixture
{
    DialogFixture()
    {
        dialog->show();
        choose(dialog, u"Team store"_s);
    }
    ~DialogFixture() { delete dialog; }

    void type(const QString &text)
    {
        auto *line = child<QWidget>(dialog, "deliveryForm")->findChild<QLineEdit *>();
        QVERIFY(line);
        line->setText(text);
        emit line->textEdited(text);
    }
    void deliver() { child(dialog, "deliverButton")->click(); }

    Stores stores;
    QPointer<DeliveryDialog> dialog = new DeliveryDialog(stores.port(), heldOne());
    QSignalSpy delivered{dialog, &DeliveryDialog::delivered};
};

/** The presenter of a held secret's destination. */
struct DestinationFixture
{
    Stores stores;
    DeliveryPresenter presenter{stores.port(), DeliveryPresenter::Offer::Held};
};

struct NewKeyDialogFixture
{
    NewKeyDialogFixture() { dialog.show(); }

    Maker maker;
    NewKeyDialog dialog{maker.port(), account, {}};
};

/** Where the secret of something new can go, as the forms offer it. */
enum class Goes {
    ToTheKeychain = 1,
    ToTheTeamStore = 3,
};

/** A new key's form, filled in. */
struct NewKeyFixture
{
    explicit NewKeyFixture(Goes where)
    {
        presenter.start(account, {});
        maker.holding.give(HoldingCondition());
        presenter.form().setValue(u"name"_s, u"CI pipeline"_s);
        presenter.form().setValue(u"scope"_s, u"eval"_s);
        delivery.setIndex(qsizetype(where));
        if (where == Goes::ToTheTeamStore)
            delivery.form().setValue(u"entry"_s, u"team/ci"_s);
    }

    Maker maker;
    NewKeyPresenter presenter{maker.port()};
    DeliveryPresenter &delivery = presenter.route().delivery();
    QSignalSpy created{&presenter, &NewKeyPresenter::created};
    QSignalSpy delivered{&presenter, &NewKeyPresenter::delivered};
};

/** A form of something else that brings a secret. */
struct FormFixture
{
    explicit FormFixture(Goes where)
    {
        form.start();
        maker.holding.give(HoldingCondition());
        delivery.setIndex(qsizetype(where));
    }
    void enter() { delivery.form().setValue(u"entry"_s, u"team/ci"_s); }

    Maker maker;
    FormPresenter form{maker.form(), maker.route()};
    DeliveryPresenter &delivery = form.route()->delivery();
    QSignalSpy finished{&form, &FormPresenter::finished};
};

} // namespace

/** Where a secret goes: chosen, checked, delivered, and what is said when it does not work. */
class tst_GuiDelivery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void theDialogChecksThenDelivers()
    {
        DialogFixture f;
        QVERIFY(f.dialog->windowTitle().contains(u"CI pipeline"_s));
        QCOMPARE(child<QComboBox>(f.dialog, "destinationComboBox")->findText(u"Keychain"_s), -1);
        f.deliver();
        QVERIFY(f.stores.asked.isEmpty()); // the entry is missing
        f.type(u"team/ci"_s);
        f.deliver();
        QCOMPARE(f.stores.asked.size(), 1);
        QVERIFY(f.stores.brought.isEmpty());
        QCOMPARE(f.stores.asked.constFirst().values.value(u"entry"_s), u"team/ci"_s);
        QVERIFY(!child(f.dialog, "deliverButton")->isEnabled());
        f.stores.checks.give(Stores::ready());
        QCOMPARE(f.stores.brought, QList<HeldSecretId>{heldId});
        QCOMPARE(child<QLabel>(f.dialog, "commandLabel")->text(), u"store put team/ci"_s);
        QVERIFY(!f.dialog->close()); // not while it is on its way
        QVERIFY(f.stores.cancellation->requested());
        f.stores.deliveries.give(Stores::receipt());
        QCOMPARE(f.delivered.size(), 1);
        QVERIFY(f.delivered.constFirst().constFirst().toString().contains(u"read back"_s));
        QTRY_VERIFY(!f.dialog);
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        DialogFixture f;
        f.type(u"team/ci"_s);
        f.deliver();
        f.stores.checks.give(Stores::ready());
        f.stores.deliveries.give(Stores::failure());
        QVERIFY(f.dialog->isVisible());
        QCOMPARE(child<QPlainTextEdit>(f.dialog, "wordsEdit")->toPlainText(),
                 u"no right to write"_s);
        QVERIFY(child(f.dialog, "deliverButton")->isEnabled());
        f.deliver();
        QVERIFY(!child<QPlainTextEdit>(f.dialog, "wordsEdit")->isVisible());
        f.stores.checks.give(Stores::failure());
        QCOMPARE(f.stores.brought.size(), 1); // what does not take it gets nothing
        f.dialog->close();
        QTRY_VERIFY(!f.dialog);
    }

    void anAnswerAboutAnEarlierChoiceIsDropped()
    {
        DestinationFixture f;
        f.presenter.setIndex(1);
        f.presenter.form().setValue(u"entry"_s, u"a"_s);
        bool ready = false;
        f.presenter.check([&ready] { ready = true; });
        const CancellationPtr first = f.stores.cancellation;
        f.presenter.form().setValue(u"entry"_s, u"b"_s);
        QVERIFY(first->requested());
        f.stores.checks.give(Stores::ready());
        QVERIFY(!ready);
        QCOMPARE(f.presenter.step(), DeliveryPresenter::Step::Idle);
    }

    void aFileCanReplace()
    {
        DestinationFixture f;
        QVERIFY(f.presenter.isFile());
        f.presenter.setFile(u"/tmp/token"_s);
        f.presenter.setReplaces(true);
        QCOMPARE(f.presenter.destination(),
                 (Destination{destinationId::file, {{u"path"_s, u"/tmp/token"_s}}, true}));
        f.presenter.setIndex(1);
        QVERIFY(!f.presenter.canReplace());
        QVERIFY(!f.presenter.destination().replace);
    }

    void aNewKeyIsShownOnceUnlessTold()
    {
        NewKeyDialogFixture f;
        QCOMPARE(child<QComboBox>(&f.dialog, "destinationComboBox")->currentText(),
                 u"Show it once"_s);
        QVERIFY(!child(&f.dialog, "checkButton")->isVisible());
    }

    // From the keyboard: down the form, and only then the buttons.
    void theTabKeyGoesDownTheForm()
    {
        NewKeyDialogFixture f;
        QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
        choose(&f.dialog, u"Team store"_s);
        QWidget *entry = child<QWidget>(&f.dialog, "deliveryForm")->findChild<QLineEdit *>();
        QWidget *name = child<QWidget>(&f.dialog, "nameInput");
        QVERIFY(entry && name);
        QTRY_VERIFY(entry->isVisible());
        QList<QWidget *> order;
        child<QWidget>(&f.dialog, "destinationComboBox")->setFocus();
        for (int i = 0; i < 12; ++i) {
            order.append(f.dialog.focusWidget());
            QTest::keyClick(f.dialog.focusWidget(), Qt::Key_Tab);
        }
        const QList<QWidget *> wanted{child<QWidget>(&f.dialog, "destinationComboBox"),
                                      entry,
                                      child<QWidget>(&f.dialog, "checkButton"),
                                      child<QWidget>(&f.dialog, "accountComboBox"),
                                      name,
                                      child<QWidget>(&f.dialog, "createButton")};
        qsizetype last = -1;
        for (QWidget *widget : wanted) {
            QVERIFY2(order.indexOf(widget) > last, qPrintable(widget->objectName()));
            last = order.indexOf(widget);
        }
    }

    void nothingIsMadeForADestinationThatDoesNotWork()
    {
        NewKeyFixture f(Goes::ToTheTeamStore);
        f.presenter.send();
        QVERIFY(f.maker.creations.asked.isEmpty());
        QVERIFY(!f.presenter.canSend());
        f.maker.stores.checks.give(Stores::failure());
        QVERIFY(f.maker.creations.asked.isEmpty());
        QVERIFY(f.presenter.canSend());
        QVERIFY(f.delivery.notice().text.contains(u"status 3"_s));
    }

    void aNewSecretGoesStraightToItsPlace()
    {
        NewKeyFixture f(Goes::ToTheTeamStore);
        f.presenter.send();
        f.maker.stores.checks.give(Stores::ready());
        QVERIFY(f.presenter.isSending());
        f.maker.creations.give(Maker::made());
        QCOMPARE(f.maker.stores.brought, QList<HeldSecretId>{heldId});
        QVERIFY(!f.presenter.mayClose());
        f.maker.stores.deliveries.give(Stores::receipt());
        QCOMPARE(f.maker.forgotten, QStringList{u"delivered"_s});
        QCOMPARE(f.delivered.size(), 0);
        f.maker.forgets.give(Done{});
        QCOMPARE(f.delivered.size(), 1);
        QCOMPARE(f.created.size(), 0);
        QVERIFY(f.presenter.mayClose());
    }

    void whatCannotBeDeliveredIsShownOnce()
    {
        NewKeyFixture f(Goes::ToTheTeamStore);
        f.presenter.send();
        f.maker.stores.checks.give(Stores::ready());
        f.maker.creations.give(Maker::made());
        f.maker.stores.deliveries.give(Stores::failure());
        QCOMPARE(f.created.size(), 1);
        const auto result = f.created.constFirst().constFirst().value<NewKeyResult>();
        const QString why = f.created.constFirst().constLast().toString();
        QCOMPARE(result.secret.id, heldId);
        QVERIFY(why.contains(u"status 3"_s));
        QVERIFY(why.contains(u"no right to write"_s));
        QVERIFY(f.maker.forgotten.isEmpty());
    }

    void theKeychainKeepsItWithoutAHeldCopy()
    {
        NewKeyFixture f(Goes::ToTheKeychain);
        f.presenter.send();
        f.maker.stores.checks.give(DestinationCheck());
        f.maker.creations.give(Maker::made());
        DeliveryReceipt kept = Stores::receipt();
        kept.kept = true;
        f.maker.stores.deliveries.give(kept);
        QCOMPARE(f.delivered.size(), 1);
        QVERIFY(f.maker.forgotten.isEmpty());
    }

    void aFormMakesNothingForADestinationThatDoesNotWork()
    {
        FormFixture f(Goes::ToTheTeamStore);
        f.form.send(); // its entry is missing
        QVERIFY(f.maker.stores.asked.isEmpty());
        QVERIFY(f.maker.forms.asked.isEmpty());
        f.enter();
        f.form.send();
        QVERIFY(f.maker.forms.asked.isEmpty());
        QVERIFY(!f.form.canSend());
        f.maker.stores.checks.give(Stores::failure());
        QVERIFY(f.maker.forms.asked.isEmpty());
        QVERIFY(f.form.canSend());
    }

    void theSecretOfAFormGoesStraightToItsPlace()
    {
        FormFixture f(Goes::ToTheTeamStore);
        f.enter();
        f.form.send();
        f.maker.stores.checks.give(Stores::ready());
        QVERIFY(f.form.isSending());
        FormResult made = Maker::formResult();
        made.deliveredText = u"It is made."_s;
        f.maker.forms.give(made);
        QCOMPARE(f.maker.stores.brought, QList<HeldSecretId>{heldId});
        QVERIFY(!f.form.mayClose());
        f.maker.stores.deliveries.give(Stores::receipt());
        QCOMPARE(f.maker.forgotten, QStringList{u"delivered"_s});
        QCOMPARE(f.finished.size(), 0);
        f.maker.forgets.give(Done{});
        QCOMPARE(f.finished.size(), 1);
        const auto result = f.finished.constFirst().constFirst().value<FormResult>();
        QVERIFY(!result.secret); // there is nothing to show any more
        QVERIFY(result.notice.text.startsWith(u"It is made."_s));
        QVERIFY(result.notice.text.contains(u"team/ci"_s));
        QCOMPARE(result.notice.next, u"It has no filter."_s);
        QVERIFY(f.form.mayClose());
    }

    void whatAFormCannotDeliverIsShownOnce()
    {
        FormFixture f(Goes::ToTheTeamStore);
        f.enter();
        f.form.send();
        f.maker.stores.checks.give(Stores::ready());
        f.maker.forms.give(Maker::formResult());
        f.maker.stores.deliveries.give(Stores::failure());
        QCOMPARE(f.finished.size(), 1);
        const auto result = f.finished.constFirst().constFirst().value<FormResult>();
        QCOMPARE(result.secret->id, heldId);
        QVERIFY(result.undelivered.contains(u"status 3"_s));
        QVERIFY(f.maker.forgotten.isEmpty());
    }

    void whatComesWithoutASecretNeedsNoDelivery()
    {
        FormFixture f(Goes::ToTheKeychain);
        f.form.send();
        f.maker.stores.checks.give(DestinationCheck());
        FormResult made = Maker::formResult();
        made.secret.reset();
        f.maker.forms.give(made);
        QCOMPARE(f.finished.size(), 1);
        QVERIFY(f.maker.stores.brought.isEmpty());
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
