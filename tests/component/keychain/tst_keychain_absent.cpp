// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringsession.h"
#include "support/awaited.h"

#include <QElapsedTimer>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/**
 * A session without a usable keychain: the same questions with --no-bus and --no-service. The
 * trouble that is expected comes from the environment, as the session itself does.
 */
class KeychainAbsentTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestNamesTheTrouble();

private:
    KeyringSession m_session;
};

void KeychainAbsentTest::everyRequestNamesTheTrouble()
{
    const QString expected = qEnvironmentVariable("EXPECTED_TROUBLE");
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::kept(KeyUid(newUuid()));
    QElapsedTimer timer;
    timer.start();

    const auto health = awaited(keychain->health());
    const auto write = outcomeOf(keychain->write(user, secretOf("nowhere to go")));
    const auto read = outcomeOf(keychain->read(user));
    const auto remove = outcomeOf(keychain->remove(user));

    QVERIFY2(timer.elapsed() < 5'000, "each has to be told at once");
    QVERIFY(health);
    QCOMPARE(keychainTroubleName(health->trouble), expected);
    QVERIFY(!health->usable());
    QVERIFY(!write && !read && !remove);
    for (const Error &error : {write.error(), read.error(), remove.error()}) {
        QCOMPARE(error.kind, ErrorKind::Keychain);
        QVERIFY(error.message.startsWith(health->sentence));
        QCOMPARE(error.next, health->next);
    }
}

QTEST_GUILESS_MAIN(KeychainAbsentTest)
#include "tst_keychain_absent.moc"
