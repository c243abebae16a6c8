// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringsession.h"
#include "support/awaited.h"

#include <QProcess>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** A locked keyring on a desktop: the service asks for the password in a window of its own. */
class KeychainPromptTest : public QObject
{
    Q_OBJECT

private slots:
    void anIgnoredPromptEndsInTime();
    void aDismissedPromptIsDenied();
    void anAnsweredPromptUnlocks();

private:
    static QByteArray promptWindow();
    static bool waitForPrompt();
    static bool press(const QStringList &keys);

    KeyringSession m_session;
    const std::unique_ptr<SystemKeychain> m_keychain = m_session.keychain(std::chrono::seconds{6});
    const QString m_user = keychainUser::kept(KeyUid(newUuid()));
};

QByteArray KeychainPromptTest::promptWindow()
{
    QProcess tool;
    tool.start(QStringLiteral("xdotool"),
               {QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                QStringLiteral("--class"), QStringLiteral("gcr-prompter")});
    tool.waitForFinished();
    return tool.readAllStandardOutput().trimmed();
}

bool KeychainPromptTest::waitForPrompt()
{
    return QTest::qWaitFor([] { return !promptWindow().isEmpty(); }, 10'000);
}

bool KeychainPromptTest::press(const QStringList &keys)
{
    return QProcess::execute(QStringLiteral("xdotool"), keys) == 0;
}

void KeychainPromptTest::anIgnoredPromptEndsInTime()
{
    const auto write = m_keychain->write(m_user, secretOf("never"));
    QVERIFY(waitForPrompt());
    const auto late = outcomeOf(write);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Timeout);
    QVERIFY(late.error().outcomeUnknown);

    // The question still stands, and the process goes on: no job hangs behind it.
    QVERIFY(!promptWindow().isEmpty());
    const auto health = awaited(m_keychain->health());
    QVERIFY(health);
    QCOMPARE(keychainTroubleName(health->trouble), QStringLiteral("locked"));
}

void KeychainPromptTest::aDismissedPromptIsDenied()
{
    // This request waits for the question that the one before left open, and asks no second one.
    const auto read = m_keychain->read(m_user);
    QVERIFY(waitForPrompt());
    QVERIFY(press({QStringLiteral("key"), QStringLiteral("Escape")}));
    const auto denied = outcomeOf(read);
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::Keychain);
    QVERIFY2(denied.error().message.contains(u"denied"), qPrintable(denied.error().message));
    QVERIFY(QTest::qWaitFor([] { return promptWindow().isEmpty(); }));
}

void KeychainPromptTest::anAnsweredPromptUnlocks()
{
    const auto write = m_keychain->write(m_user, secretOf("asked for"));
    QVERIFY(waitForPrompt());
    QVERIFY(press({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"),
                   qEnvironmentVariable("CHATELAINE_TEST_KEYRING_PASSWORD")}));
    QVERIFY(press({QStringLiteral("key"), QStringLiteral("Return")}));
    const auto written = outcomeOf(write);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    QVERIFY(outcomeOf(m_keychain->read(m_user)).value()->equals(*secretOf("asked for")));
    QVERIFY(outcomeOf(m_keychain->remove(m_user)));
}

QTEST_GUILESS_MAIN(KeychainPromptTest)
#include "tst_keychain_prompt.moc"
