// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringsession.h"
#include "support/awaited.h"

#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** SystemKeychain on a real gnome-keyring that is unlocked at first. */
class KeychainUnlockedTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QVERIFY(m_session.condition() == KeyringCondition::Unlocked); }

    void isHealthy();
    void writesReadsAndRemoves_data();
    void writesReadsAndRemoves();
    void replacesAnEntry();
    void saysThatAnEntryIsAbsent();
    void removesWhatIsAbsent();
    void refusesWhatIsNotText();
    void namesAreUuidsOnly();
    void manyRequestsAtOnceAreAllAnswered();
    void lockedInBetweenNeverLies();
    void survivesTheDaemonsDeath();
    void isDestroyedWhileAJobRuns();

private:
    KeyringSession m_session;
};

void KeychainUnlockedTest::isHealthy()
{
    const auto keychain = m_session.keychain();
    const auto health = awaited(keychain->health());
    QVERIFY(health);
    QCOMPARE(keychainTroubleName(health->trouble), QStringLiteral("none"));
    QVERIFY(health->sentence.isEmpty());
    QVERIFY(!KeyringSession::attributesOfAllEntries().join(u' ').contains(u"canary"));
}

void KeychainUnlockedTest::writesReadsAndRemoves_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a key") << QByteArrayLiteral("tk_live_0123456789abcdef");
    QTest::newRow("one byte") << QByteArrayLiteral("x");
    QTest::newRow("newlines") << QByteArrayLiteral(
        "-----BEGIN KEY-----\nMC4=\r\n-----END KEY-----\n");
    QTest::newRow("unicode") << QByteArrayLiteral("Schl\xc3\xbcssel \xf0\x9f\x94\x91 \xe2\x80\xae");
    QTest::newRow("spaces around") << QByteArrayLiteral("  padded\t");
    QTest::newRow("10 kB") << QByteArray(10'000, 'k');
    QTest::newRow("the longest") << QByteArray(Secret::maximumSize, 'm');
}

void KeychainUnlockedTest::writesReadsAndRemoves()
{
    QFETCH(QByteArray, value);
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::held(OperationId(newUuid()));

    QVERIFY(outcomeOf(keychain->write(user, secretOf(value))));
    QCOMPARE(m_session.lookUp(user).toUtf8(), value);
    const auto read = outcomeOf(keychain->read(user));
    QVERIFY(read);
    QCOMPARE(read.value()->borrowed().toByteArray(), value);
    QVERIFY(outcomeOf(keychain->remove(user)));
    QVERIFY(m_session.lookUp(user).isEmpty());
}

void KeychainUnlockedTest::replacesAnEntry()
{
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::credential(AccountId(newUuid()), QStringLiteral("admin"));
    QVERIFY(outcomeOf(keychain->write(user, secretOf("first"))));
    QVERIFY(outcomeOf(keychain->write(user, secretOf("second"))));
    QVERIFY(outcomeOf(keychain->read(user)).value()->equals(*secretOf("second")));
    QVERIFY(outcomeOf(keychain->remove(user)));
    QCOMPARE(outcomeOf(keychain->read(user)).error().kind, ErrorKind::NotFound);
}

void KeychainUnlockedTest::saysThatAnEntryIsAbsent()
{
    const auto keychain = m_session.keychain();
    const auto outcome = outcomeOf(keychain->read(keychainUser::kept(KeyUid(newUuid()))));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
    QVERIFY(!outcome.error().next.isEmpty());
}

void KeychainUnlockedTest::removesWhatIsAbsent()
{
    const auto keychain = m_session.keychain();
    QVERIFY(outcomeOf(keychain->remove(keychainUser::kept(KeyUid(newUuid())))));
}

void KeychainUnlockedTest::refusesWhatIsNotText()
{
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::kept(KeyUid(newUuid()));
    for (const QByteArray &value : {QByteArray("a\0b", 3), QByteArrayLiteral("\xff\xfe")}) {
        const auto outcome = outcomeOf(keychain->write(user, secretOf(value)));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Keychain);
    }
    QCOMPARE(outcomeOf(keychain->read(user)).error().kind, ErrorKind::NotFound);
}

void KeychainUnlockedTest::namesAreUuidsOnly()
{
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::credential(AccountId(newUuid()), QStringLiteral("admin"));
    QVERIFY(outcomeOf(keychain->write(user, secretOf("tk_live_not_in_any_attribute"))));

    const QStringList visible = KeyringSession::attributesOfAllEntries();
    QVERIFY(visible.contains(user));
    const QRegularExpression allowed(QStringLiteral(
        "^(io\\.github\\.chatelaine\\.Chatelaine\\.[0-9a-f-]{36}|credential/[0-9a-f-]{36}/admin"
        "|plaintext|org\\.qt\\.keychain)$"));
    for (const QString &text : visible)
        QVERIFY2(allowed.match(text).hasMatch(), qPrintable(text));
    QVERIFY(outcomeOf(keychain->remove(user)));
}

void KeychainUnlockedTest::manyRequestsAtOnceAreAllAnswered()
{
    const auto keychain = m_session.keychain();
    QList<FutureOutcome<Done>> writes;
    QStringList users;
    for (int i = 0; i < 20; ++i) {
        users << keychainUser::held(OperationId(newUuid()));
        writes << keychain->write(users.last(), secretOf(QByteArray::number(i)));
    }
    for (const auto &write : std::as_const(writes))
        QVERIFY(outcomeOf(write));
    for (int i = 0; i < users.size(); ++i) {
        QVERIFY(
            outcomeOf(keychain->read(users[i])).value()->equals(*secretOf(QByteArray::number(i))));
        QVERIFY(outcomeOf(keychain->remove(users[i])));
    }
}

void KeychainUnlockedTest::lockedInBetweenNeverLies()
{
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::kept(KeyUid(newUuid()));
    const QString other = keychainUser::kept(KeyUid(newUuid()));
    QVERIFY(outcomeOf(keychain->write(user, secretOf("still here"))));
    QVERIFY(KeyringSession::lock());

    // Without a display nobody can be asked, so that each of these has to fail, and soon.
    const auto read = outcomeOf(keychain->read(user));
    const auto write = outcomeOf(keychain->write(other, secretOf("never")));
    const auto remove = outcomeOf(keychain->remove(user));
    const auto health = awaited(keychain->health());
    for (const Error &error : {read.error(), write.error(), remove.error()}) {
        QCOMPARE(error.kind, ErrorKind::Keychain);
        QVERIFY(!error.next.isEmpty());
    }
    QVERIFY(health);
    QCOMPARE(keychainTroubleName(health->trouble), QStringLiteral("locked"));

    QVERIFY(KeyringSession::unlock());
    QCOMPARE(m_session.lookUp(user), QStringLiteral("still here"));
    const auto after = outcomeOf(keychain->read(user));
    QVERIFY2(after,
             qPrintable(after ? QString() : after.error().message + after.error().vendorMessage));
    QCOMPARE(outcomeOf(keychain->read(other)).error().kind, ErrorKind::NotFound);
    QVERIFY(outcomeOf(keychain->remove(user)));
}

void KeychainUnlockedTest::survivesTheDaemonsDeath()
{
    const auto keychain = m_session.keychain();
    const QString user = keychainUser::kept(KeyUid(newUuid()));
    QVERIFY(outcomeOf(keychain->write(user, secretOf("kept"))));
    QVERIFY(KeyringSession::killDaemon());

    // D-Bus starts a new one, which is locked: what is there must not be called absent.
    const auto read = outcomeOf(keychain->read(user));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Keychain);

    QVERIFY(KeyringSession::unlock());
    const auto again = outcomeOf(keychain->read(user));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QVERIFY(again.value()->equals(*secretOf("kept")));
    QVERIFY(outcomeOf(keychain->remove(user)));
}

void KeychainUnlockedTest::isDestroyedWhileAJobRuns()
{
    const QString user = keychainUser::kept(KeyUid(newUuid()));
    for (int i = 0; i < 50; ++i) {
        auto keychain = m_session.keychain();
        const auto first = keychain->write(user, secretOf("x"));
        const auto second = keychain->read(user);
        if (i % 2 == 1)
            QVERIFY(outcomeOf(first)); // the second one has just begun
        keychain.reset();
        QVERIFY(QTest::qWaitFor([&] { return first.isFinished() && second.isFinished(); }));
        QVERIFY(!second.isCanceled());
    }
    const auto keychain = m_session.keychain();
    QVERIFY(outcomeOf(keychain->remove(user)));
}

QTEST_GUILESS_MAIN(KeychainUnlockedTest)
#include "tst_keychain_unlocked.moc"
