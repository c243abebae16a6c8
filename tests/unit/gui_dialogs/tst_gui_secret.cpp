// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/clipboard/clipboardservice.h"
#include "gui/common/messagebar.h"
#include "gui/dialogs/secretdialog.h"
#include "gui/dialogs/secretsettingsdialog.h"
#include "gui/howto/howtodialog.h"
#include "gui/secretview/secretinput.h"
#include "gui/secretview/secretview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace samples;
using namespace std::chrono_literals;

namespace {

struct Vault
{
    Pending<KeyRow> keys;
    Pending<SharedSecret> values;
    Pending<Done> keeps;
    Pending<Done> forgets;
    Pending<KeyChange> ends;
    QStringList uses;
    QStringList forgotten;
    QList<KeyVerb> verbs;
    std::function<void(const QString &where)> delivered; ///< of a delivery that was asked for

    SecretPort port()
    {
        return {
            [](const AccountId &) { return std::optional(accountRow()); },
            [](const AccountId &) { return std::optional(provider()); },
            [this](const KeyUid &) { return keys.ask(); },
            [this](const HeldSecretId &, const QString &use) {
                uses.append(use);
                return values.ask();
            },
            [this](const HeldSecretId &) { return keeps.ask(); },
            [this](const HeldSecretId &, const QString &how) {
                forgotten.append(how);
                return forgets.ask();
            },
            [this](const KeyUid &, KeyVerb verb) {
                verbs.append(verb);
                return ends.ask();
            },
            [this](QWidget *, const HeldSecret &,
                   const std::function<void(const QString &where)> &done) { delivered = done; },
        };
    }
};

HeldSecret held()
{
    HeldSecret held;
    held.id = heldId;
    held.account = account;
    held.key = keyUid;
    held.keyName = u"CI pipeline"_s;
    held.mask = u"prx_Zk3q…"_s;
    held.length = secretText.size();
    held.inKeychain = true;
    return held;
}

/** Everything that an assistive technology can read below an object. */
QString accessibleTexts(QAccessibleInterface *root)
{
    QString all;
    for (const auto kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        all += root->text(kind) + u'\n';
    if (auto *text = root->textInterface())
        all += text->text(0, text->characterCount()) + u'\n';
    for (int i = 0; i < root->childCount(); ++i)
        all += accessibleTexts(root->child(i));
    return all;
}

} // namespace

class tst_GuiSecret : public QObject
{
    Q_OBJECT

    Vault *m_vault = nullptr;
    ClipboardService *m_clipboard = nullptr;
    QPointer<SecretDialog> m_dialog;

    template<typename T = QPushButton>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void copy()
    {
        child("copyButton")->click();
        m_vault->values.give(secret());
    }

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void init()
    {
        m_vault = new Vault;
        m_clipboard = new ClipboardService(nullptr, {0ms, 60s});
        m_dialog = new SecretDialog(m_vault->port(), *m_clipboard, held(), {});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        m_vault->keys.give(keyRow());
    }

    void cleanup()
    {
        delete m_dialog;
        delete m_clipboard;
        delete m_vault;
    }

    // D1: nothing closes it while the secret is unsaved; each way asks the same question.
    void refusesToCloseUnsaved()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(child("backButton")->isVisible());
        child("backButton")->click();
        QVERIFY(!child("backButton")->isVisible());
        QVERIFY(!m_dialog->close());
        QVERIFY(child("revokeButton")->isVisible());
        QVERIFY(!m_dialog->mayClose());
        QCOMPARE(child("revokeButton")->text(), u"Revoke key \"CI pipeline\""_s);
        QVERIFY(!child("revokeButton")->isDefault());
    }

    // D3, D5: the way out opens with a copy, which needs no look at the secret.
    void closesOnceStored()
    {
        QSignalSpy finished(m_dialog, &SecretDialog::finishedWith);
        QVERIFY(!child("storedButton")->isEnabled());
        copy();
        QCOMPARE(m_vault->uses, QStringList{u"copy"_s});
        QVERIFY(!child<SecretView>("secretView")->isRevealed());
        QVERIFY(child("storedButton")->isEnabled());
        child("storedButton")->click();
        QCOMPARE(m_vault->forgotten, QStringList{u"stored"_s});
        QVERIFY(m_dialog->isVisible()); // not before the held copy is really gone
        m_vault->forgets.give(Done{});
        QCOMPARE(finished.size(), 1);
        QTRY_VERIFY(!m_dialog);
    }

    // A delivery needs neither clipboard nor look, and opens the same way out.
    void closesOnceDelivered()
    {
        child("deliverButton")->click();
        QVERIFY(m_vault->delivered);
        QVERIFY(!child("storedButton")->isEnabled());
        QVERIFY(!m_dialog->close()); // still nowhere: asks
        child("backButton")->click();
        m_vault->delivered(u"password store, team/ci"_s);
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"password store, team/ci"_s));
        QVERIFY(child("storedButton")->isEnabled());
        QVERIFY(m_vault->uses.isEmpty());
        QVERIFY(!m_dialog->close()); // asks nothing: goes once the held copy is gone
        QVERIFY(!child("backButton")->isVisible());
        QCOMPARE(m_vault->forgotten, QStringList{u"delivered"_s});
        m_vault->forgets.give(Done{});
        QTRY_VERIFY(!m_dialog);
    }

    // What went wrong before is said until it is made good.
    void aFailedDeliveryIsForgottenAfterALaterOne()
    {
        m_dialog->tellProblem(u"The secret could not be delivered: no room."_s);
        auto *bar = child<MessageBar>("problemBar");
        QVERIFY(bar->isVisible());
        child("deliverButton")->click();
        QVERIFY(bar->isVisible());
        m_vault->delivered(u"password store, team/ci"_s);
        QVERIFY(!bar->isVisible());
    }

    // D9: whose login made it, as far as the vendor has told.
    void saysWhoIsSignedIn()
    {
        const auto facts = [](const QString &identity) {
            Vault vault;
            ClipboardService clipboard;
            SecretPort port = vault.port();
            port.account = [identity](const AccountId &) {
                AccountRow row = accountRow();
                row.facts.insert(identityFact, identity);
                return std::optional(row);
            };
            SecretPresenter presenter(port, clipboard, held(), {});
            QStringList lines;
            for (const auto &fact : presenter.facts())
                lines.append(fact.label + u": "_s + fact.text);
            return lines;
        };
        QVERIFY(facts(u"Acme\u202e Ltd"_s).filter(u"Signed in as: Acme"_s).size() == 1);
        QVERIFY(!facts(u"Acme\u202e Ltd"_s).join(u'\n').contains(QChar(0x202e)));
        QVERIFY(facts({}).filter(u"Signed in"_s).isEmpty());
    }

    // D4, C1: for how long is the user's choice.
    void theTimesAreTheUsers()
    {
        m_dialog->setTimes({1, 200});
        copy();
        QVERIFY(m_clipboard->remainingSeconds() > 190);
        child("revealButton")->setFocus();
        QTest::keyClick(child("revealButton"), Qt::Key_Space);
        m_vault->values.give(secret());
        QVERIFY(child<SecretView>("secretView")->isRevealed());
        QTRY_VERIFY(!child<SecretView>("secretView")->isRevealed());
    }

    void theTimesAreRemembered()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        QCOMPARE(SecretTimes::read(file), SecretTimes());
        QCOMPARE(SecretTimes().reveal, 60);
        QCOMPARE(SecretTimes().clipboard, 30);
        SecretSettingsDialog dialog(SecretTimes::read(file));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        connect(&dialog, &SecretSettingsDialog::timesChosen, &dialog,
                [&file](const SecretTimes &times) { times.write(file); });
        dialog.findChild<QSpinBox *>(u"revealBox"_s)->setValue(15);
        dialog.findChild<QSpinBox *>(u"clipboardBox"_s)->setValue(1000);
        QCOMPARE(SecretTimes::read(file), (SecretTimes{15, 300}));
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"secrets/revealSeconds"_s, -3);
        settings.setValue(u"secrets/clipboardSeconds"_s, u"for ever"_s);
        settings.sync();
        QCOMPARE(SecretTimes::read(file), (SecretTimes{5, 30}));
    }

    void aDeliveryThatEndsAfterTheDialogIsHarmless()
    {
        child("deliverButton")->click();
        delete m_dialog;
        m_vault->delivered(u"somewhere"_s);
    }

    void staysWhenForgettingFails()
    {
        copy();
        child("storedButton")->click();
        m_vault->forgets.give(error(ErrorKind::Keychain, u"The keychain is locked."_s));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_dialog->mayClose());
        QVERIFY(child("storedButton")->isEnabled());
    }

    void copiesOnce()
    {
        copy();
        QVERIFY(!child("copyButton")->isEnabled());
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"for one paste"_s));
        QVERIFY(child("moreTimeButton")->isVisible());
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"text/plain"_s), secretText);
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"Pasted at"_s));
        QVERIFY(!child("moreTimeButton")->isVisible());
        m_clipboard->withdraw();
        QVERIFY(child("copyButton")->isEnabled());
        child("copyButton")->click(); // it was pasted: asks
        QVERIFY(m_vault->values.asked.isEmpty());
        child("copyAgainButton")->click();
        QCOMPARE(m_vault->values.asked.size(), 1);
    }

    // C1: the countdown can be extended.
    void extendsTheCountdown()
    {
        copy();
        m_clipboard->extend(5);
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"another 5 second"_s));
        child("moreTimeButton")->click();
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"another 30 second"_s));
    }

    void warnsOfAClipboardManager()
    {
        delete m_dialog;
        delete m_clipboard;
        m_clipboard = new ClipboardService(nullptr, {60s, 60s});
        m_dialog = new SecretDialog(m_vault->port(), *m_clipboard, held(), {});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        m_vault->keys.give(keyRow());
        copy();
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"text/plain"_s), secretText);
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"clipboard manager"_s));
        QVERIFY(child<QLabel>("statusLabel")->text().contains(u"for one paste"_s));
    }

    // D3: a secret that was only looked at is let go of after its key's name was typed.
    void takesATypedWordForASecretThatWasWrittenDown()
    {
        QTest::mousePress(child("revealButton"), Qt::LeftButton);
        m_vault->values.give(secret());
        QTest::mouseRelease(child("revealButton"), Qt::LeftButton);
        child("storedButton")->click();
        QVERIFY(m_vault->forgotten.isEmpty());
        QVERIFY(child<QLineEdit>("typedEdit")->hasFocus());
        QVERIFY(!child("writtenDownButton")->isEnabled());
        child<QLineEdit>("typedEdit")->setText(u"CI pipelin"_s);
        QVERIFY(!child("writtenDownButton")->isEnabled());
        child<QLineEdit>("typedEdit")->setText(u"CI pipeline"_s);
        child("writtenDownButton")->click();
        QCOMPARE(m_vault->forgotten, QStringList{u"written down"_s});
        m_vault->forgets.give(Done{});
        QTRY_VERIFY(!m_dialog);
    }

    // D16: where it cannot be kept out of screenshots, the dialog says so.
    void saysThatScreenshotsCannotBePrevented()
    {
        QVERIFY(child<QLabel>("captureLabel")->isVisible());
        QVERIFY(!child<QCheckBox>("captureBox")->isVisible());
    }

    void showsHowToUseIt()
    {
        child("howToButton")->click();
        QVERIFY(m_dialog->findChild<HowToDialog *>());
        QVERIFY(!m_dialog->close()); // the secret still asks
    }

    void anOfferThatNobodyTookIsNotStored()
    {
        copy();
        m_clipboard->withdraw();
        QVERIFY(!child("storedButton")->isEnabled());
        QVERIFY(!m_dialog->close());
    }

    // D4: hidden at first, shown while held, or toggled and hidden again when the focus goes.
    void revealsWhileHeld()
    {
        auto *view = child<SecretView>("secretView");
        auto *button = child("revealButton");
        QVERIFY(!view->isRevealed());
        QTest::mousePress(button, Qt::LeftButton);
        m_vault->values.give(secret());
        QVERIFY(view->isRevealed());
        QTest::mouseRelease(button, Qt::LeftButton);
        QVERIFY(!view->isRevealed());
        QVERIFY(m_vault->values.asked.isEmpty());
    }

    void hidesWhenTheFocusGoes()
    {
        auto *view = child<SecretView>("secretView");
        child("revealButton")->setFocus();
        QTest::keyClick(child("revealButton"), Qt::Key_Space);
        m_vault->values.give(secret());
        QVERIFY(view->isRevealed());
        child("keepButton")->setFocus();
        QVERIFY(!view->isRevealed());
    }

    void aLateAnswerDoesNotReveal()
    {
        QTest::mousePress(child("revealButton"), Qt::LeftButton);
        QTest::mouseRelease(child("revealButton"), Qt::LeftButton);
        m_vault->values.give(secret());
        QVERIFY(!child<SecretView>("secretView")->isRevealed());
    }

    // D13, D15: what others can read of the window never has the value.
    void keepsTheValueOutOfTheAccessibilityTree()
    {
        QString texts = accessibleTexts(QAccessible::queryAccessibleInterface(m_dialog));
        QVERIFY(texts.contains(u"Secret, hidden, %1 character"_s.arg(secretText.size())));
        QVERIFY(!texts.contains(QString::fromUtf8(secretText)));
        copy();
        QTest::mousePress(child("revealButton"), Qt::LeftButton);
        m_vault->values.give(secret());
        texts = accessibleTexts(QAccessible::queryAccessibleInterface(m_dialog));
        QVERIFY(texts.contains(QString::fromUtf8(secretText))); // revealed: now it may
        QTest::mouseRelease(child("revealButton"), Qt::LeftButton);
        texts = accessibleTexts(QAccessible::queryAccessibleInterface(m_dialog));
        QVERIFY(!texts.contains(QString::fromUtf8(secretText)));
        QVERIFY(!m_dialog->windowTitle().contains(QString::fromUtf8(secretText)));
    }

    // D9, D14
    void showsWhatToFindTheKeyBy()
    {
        const QString texts = accessibleTexts(QAccessible::queryAccessibleInterface(m_dialog));
        for (const auto &text : {u"Sample"_s, u"Acme"_s, u"CI pipeline"_s, u"prx_Zk3q…"_s,
                                 u"eval"_s, u"production"_s, u"No expiry is set"_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
        QCOMPARE(m_dialog->focusWidget(), child("copyButton"));
    }

    void keepsAndCloses()
    {
        QSignalSpy finished(m_dialog, &SecretDialog::finishedWith);
        m_dialog->close();
        child("keepInsteadButton")->click();
        m_vault->keeps.give(error(ErrorKind::Keychain, u"Denied."_s));
        QVERIFY(m_dialog->isVisible());
        child("keepInsteadButton")->click();
        m_vault->keeps.give(Done{});
        QCOMPARE(finished.size(), 1);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_vault->forgotten.isEmpty());
    }

    void keptSecretsAreGoneFromView()
    {
        QSignalSpy finished(m_dialog, &SecretDialog::finishedWith);
        child("keepButton")->click();
        m_vault->keeps.give(Done{});
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!child("revealButton")->isEnabled());
        QVERIFY(!child("copyButton")->isEnabled());
        QVERIFY(m_dialog->close());
        QCOMPARE(finished.size(), 1);
    }

    void revokesInTheVendorsVerb()
    {
        m_dialog->close();
        child("revokeButton")->click();
        QCOMPARE(m_vault->verbs, QList<KeyVerb>{KeyVerb::Revoke});
        m_vault->ends.give(error(ErrorKind::Network, u"No answer."_s));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_vault->forgotten.isEmpty()); // the key may live: its secret is not thrown away
        child("revokeButton")->click();
        m_vault->ends.give(KeyChange());
        QCOMPARE(m_vault->forgotten, QStringList{u"revoked"_s});
        m_vault->forgets.give(Done{});
        QTRY_VERIFY(!m_dialog);
    }

    void theViewShowsTheWholeValue()
    {
        SecretView view;
        view.setLength(400);
        QVERIFY(view.heightForWidth(200) > view.heightForWidth(800));
        view.resize(300, view.heightForWidth(300));
        const QImage hidden = view.grab().toImage();
        view.setLength(secretText.size());
        view.reveal(secret());
        QVERIFY(view.grab().toImage() != hidden);
        QCOMPARE(view.revealedText(), QString::fromUtf8(secretText));
        view.hideValue();
        QVERIFY(view.revealedText().isEmpty());
    }

    void theInputHandsOutASecretOnly()
    {
        SecretInput input;
        QVERIFY(!input.secret());
        input.setText(u"  ts_abc \n"_s);
        QCOMPARE(input.secret().value()->borrowed().toByteArray(), QByteArrayLiteral("ts_abc"));
        QVERIFY(input.inputMethodHints().testFlags(Qt::ImhSensitiveData | Qt::ImhHiddenText));
        QCOMPARE(input.echoMode(), QLineEdit::Password);
        input.wipe();
        QVERIFY(input.isBlank());
        QVERIFY(!input.isUndoAvailable());
    }
};

QTEST_MAIN(tst_GuiSecret)
#include "tst_gui_secret.moc"
