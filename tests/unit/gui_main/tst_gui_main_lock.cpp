// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/messagebar.h"
#include "gui/lock/lockconfirmer.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/locksettingsdialog.h"
#include "gui/lock/windowcover.h"
#include "gui/secretview/secretinput.h"
#include "support/awaited.h"
#include "support/lockbench.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

const QString right = QStringLiteral("correct horse battery");

/** Says yes to everything. */
class YesConfirmer final : public Confirmer
{
public:
    QFuture<bool> ask(QWidget *, const Confirmation &) override
    {
        ++asked;
        QPromise<bool> promise;
        promise.start();
        promise.addResult(true);
        promise.finish();
        return promise.future();
    }
    int asked = 0;
};

template<typename T>
T *shown()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

} // namespace

/** The lock as the window has it: what asks, what covers, what is said. */
class LockGuiTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void onlyWhatDestroysAsksAgain();
    void aCancelledAuthenticationIsANo();
    void thePageSaysWhyAndHowLongToWait();
    void settingsWarnOfLongIdleness();
    void settingsTakeThePassphraseTwice();
    void coverTakesEverythingAndPutsItBack();
    void whatOpensOverTheCoverWaits();
    void inputsOfSecretsAreWiped();

private:
    void setPassphrase();
    void type(QWidget *parent, const QString &name, const QString &text);

    std::unique_ptr<LockBench> m_bench;
    std::unique_ptr<LockService> m_lock;
};

void LockGuiTest::init()
{
    m_bench = std::make_unique<LockBench>();
    m_lock = std::make_unique<LockService>(*m_bench->context, *m_bench->held, &m_bench->session);
}

void LockGuiTest::cleanup()
{
    m_lock.reset();
    m_bench.reset();
}

void LockGuiTest::setPassphrase()
{
    QVERIFY(outcomeOf(m_lock->passphrase().set({}, lockSecret(right))).ok());
}

void LockGuiTest::type(QWidget *parent, const QString &name, const QString &text)
{
    auto *input = parent->findChild<SecretInput *>(name);
    QVERIFY(input);
    input->setText(text);
}

void LockGuiTest::onlyWhatDestroysAsksAgain()
{
    YesConfirmer inner;
    LockConfirmer confirmer(inner, *m_lock, m_bench->clock);
    QWidget window;
    Confirmation question;
    question.text = QStringLiteral("Revoke \"CI\"?");
    question.destructive = true;
    QCOMPARE(awaited(confirmer.ask(&window, question)), true); // no passphrase is set
    setPassphrase();
    QCOMPARE(awaited(confirmer.ask(&window, question)), true); // it was given just now
    m_bench->clock.advance(301);
    question.destructive = false;
    QCOMPARE(awaited(confirmer.ask(&window, question)), true);
    QCOMPARE(inner.asked, 3);

    question.destructive = true;
    auto answer = confirmer.ask(&window, question);
    QTRY_VERIFY(shown<AuthenticateDialog>());
    auto *dialog = shown<AuthenticateDialog>();
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("textLabel"))->text(), question.text);
    auto *action = dialog->findChild<QPushButton *>(QStringLiteral("actionButton"));
    type(dialog, QStringLiteral("passphraseEdit"), QStringLiteral("incorrect horse"));
    action->click();
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("problemLabel"));
    QTRY_VERIFY(problem->text().contains(u"not the passphrase"));
    QVERIFY(!answer.isFinished());
    m_bench->clock.advance(1);
    QTRY_VERIFY(action->isEnabled());
    type(dialog, QStringLiteral("passphraseEdit"), right);
    action->click();
    QCOMPARE(awaited(answer), true);
    QCOMPARE(awaited(confirmer.ask(&window, question)), true); // not again at once
}

void LockGuiTest::aCancelledAuthenticationIsANo()
{
    YesConfirmer inner;
    LockConfirmer confirmer(inner, *m_lock, m_bench->clock);
    QWidget window;
    setPassphrase();
    m_bench->clock.advance(301);
    Confirmation question;
    question.destructive = true;
    auto answer = confirmer.ask(&window, question);
    QTRY_VERIFY(shown<AuthenticateDialog>());
    shown<AuthenticateDialog>()->reject();
    QCOMPARE(awaited(answer), false);
}

void LockGuiTest::thePageSaysWhyAndHowLongToWait()
{
    setPassphrase();
    emit m_bench->session.happened(SessionEvent::ScreenLocked);
    QVERIFY(m_lock->isLocked());
    LockPage page(*m_lock, m_bench->clock);
    const QString reason = page.findChild<QLabel *>(QStringLiteral("reasonLabel"))->text();
    QVERIFY2(reason.endsWith(u"the screen was locked."), qPrintable(reason));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("unlockButton"));
    auto *problem = page.findChild<QLabel *>(QStringLiteral("problemLabel"));
    button->click();
    QVERIFY(!problem->text().isEmpty());
    type(&page, QStringLiteral("passphraseEdit"), QStringLiteral("incorrect horse"));
    button->click();
    QVERIFY(page.findChild<SecretInput *>()->isBlank());
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(problem->text().contains(u"Try again in 1"));
    QVERIFY(!button->isEnabled());
    m_bench->clock.advance(1);
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(!problem->text().contains(u"Try again"));
    type(&page, QStringLiteral("passphraseEdit"), right);
    button->click();
    QTRY_VERIFY(!m_lock->isLocked());
}

void LockGuiTest::settingsWarnOfLongIdleness()
{
    LockSettingsDialog dialog(*m_lock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *minutes = dialog.findChild<QSpinBox *>(QStringLiteral("minutesBox"));
    auto *warning = dialog.findChild<MessageBar *>(QStringLiteral("idleBar"));
    QCOMPARE(minutes->value(), 10);
    QVERIFY(warning->isHidden());
    minutes->setValue(15);
    QVERIFY(warning->isHidden());
    minutes->setValue(16);
    QVERIFY(!warning->isHidden());
    QVERIFY(warning->text().contains(u"8.2.8"));
    QCOMPARE(m_lock->idleMinutes(), 16);
    minutes->setValue(0);
    QVERIFY(!warning->isHidden());
}

void LockGuiTest::settingsTakeThePassphraseTwice()
{
    LockSettingsDialog dialog(*m_lock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *change = dialog.findChild<QPushButton *>(QStringLiteral("changeButton"));
    auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problemLabel"));
    type(&dialog, QStringLiteral("freshEdit"), right);
    type(&dialog, QStringLiteral("againEdit"), QStringLiteral("another horse"));
    change->click();
    QVERIFY(problem->text().contains(u"twice"));
    QVERIFY(!m_lock->passphrase().isSet());
    type(&dialog, QStringLiteral("againEdit"), right);
    change->click();
    QTRY_VERIFY(m_lock->passphrase().isSet());
    QTRY_VERIFY(change->isEnabled());
    QVERIFY(dialog.findChild<SecretInput *>(QStringLiteral("freshEdit"))->isBlank());
    QVERIFY(!dialog.findChild<SecretInput *>(QStringLiteral("currentEdit"))->isHidden());
}

void LockGuiTest::coverTakesEverythingAndPutsItBack()
{
    QMainWindow window;
    auto *content = new QLabel(QStringLiteral("keys"));
    window.setCentralWidget(content);
    window.menuBar()->addMenu(QStringLiteral("Delete project"));
    window.statusBar()->showMessage(QStringLiteral("1 key"));
    window.show();
    auto *outer = new QDialog(&window);
    outer->setWindowTitle(QStringLiteral("Secret of"));
    outer->show();
    outer->setGeometry(60, 70, 320, 240);
    auto *inner = new QDialog(outer);
    inner->open();
    auto *closed = new QDialog(&window);
    QMenu menu;
    menu.addAction(QStringLiteral("Copy"));
    menu.popup({});

    WindowCover cover(window);
    cover.cover(new QLabel(QStringLiteral("locked")));
    QVERIFY(cover.isCovered());
    QCOMPARE(cover.dialogs(), (QList<QDialog *>{outer, inner}));
    for (const QWidget *widget : QList<QWidget *>{content, outer, inner, &menu})
        QVERIFY(!widget->isVisible());
    QCOMPARE(window.findChildren<QMenuBar *>().size(), 0);
    QCOMPARE(window.findChildren<QStatusBar *>().size(), 0);
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (const QWindow *left : windows)
        QVERIFY2(!left->title().contains(u"Secret"), "its title is still known to the system");

    cover.uncover();
    QTRY_VERIFY(content->isVisible());
    QCOMPARE(window.centralWidget(), content);
    QVERIFY(window.menuBar()->isVisible() && window.statusBar()->isVisible());
    QCOMPARE(window.menuBar()->actions().size(), 1);
    QVERIFY(outer->isVisible() && outer->isWindow());
    QCOMPARE(outer->geometry(), QRect(60, 70, 320, 240));
    QCOMPARE(inner->parentWidget(), outer);
    QVERIFY(inner->isVisible() && inner->isModal());
    QVERIFY(!closed->isVisible());
}

void LockGuiTest::whatOpensOverTheCoverWaits()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("keys")));
    window.show();
    WindowCover cover(window);
    cover.cover(new QLabel(QStringLiteral("locked")));
    auto *late = new QDialog(&window);
    auto *finished = new QDialog(&window);
    late->show();
    finished->open();
    QVERIFY(late->testAttribute(Qt::WA_DontShowOnScreen)); // never on the screen
    QTRY_COMPARE(cover.dialogs().size(), 2);
    QVERIFY(!late->isVisible());
    delete finished; // what it waited for has ended meanwhile
    cover.uncover();
    QVERIFY(late->isVisible());
    QVERIFY(!late->testAttribute(Qt::WA_DontShowOnScreen));
    auto *later = new QDialog(&window);
    later->show();
    QVERIFY(later->isVisible());
}

void LockGuiTest::inputsOfSecretsAreWiped()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel);
    window.show();
    auto *form = new QDialog(&window);
    auto *name = new QLineEdit(QStringLiteral("half a form"), form);
    auto *secret = new SecretInput(form);
    secret->setText(QStringLiteral("a secret"));
    form->show();
    WindowCover cover(window);
    cover.cover(new QLabel);
    cover.uncover();
    QVERIFY(secret->isBlank());
    QCOMPARE(name->text(), QStringLiteral("half a form"));
}

QTEST_MAIN(LockGuiTest)
#include "tst_gui_main_lock.moc"
