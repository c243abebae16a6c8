// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainbackend.h"
#include "secrets/passphrase.h"
#include "secrets/systemkeychain.h"
#include "services/lockservice.h"
#include "support/awaited.h"
#include "support/lockbench.h"

#include <QFile>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(chatelaine::SessionEvent)

namespace {

const QString right = QStringLiteral("correct horse battery");
const QString wrong = QStringLiteral("incorrect horse");

/** Says done, and keeps nothing. */
class LyingBackend final : public KeychainBackend
{
public:
    QFuture<KeychainAnswer> write(const QString &, const QString &, SharedSecret) override
    {
        return said(KeychainTrouble::None);
    }
    QFuture<KeychainAnswer> read(const QString &, const QString &) override
    {
        return said(KeychainTrouble::Missing);
    }
    QFuture<KeychainAnswer> remove(const QString &, const QString &) override
    {
        return said(KeychainTrouble::None);
    }

private:
    static QFuture<KeychainAnswer> said(KeychainTrouble trouble)
    {
        QPromise<KeychainAnswer> promise;
        promise.start();
        promise.addResult(KeychainAnswer{trouble, {}, {}});
        promise.finish();
        return promise.future();
    }
};

class OpenProbe final : public KeyringProbe
{
public:
    QFuture<KeyringCondition> condition() override
    {
        QPromise<KeyringCondition> promise;
        promise.start();
        promise.addResult(KeyringCondition::Unlocked);
        promise.finish();
        return promise.future();
    }
    FutureOutcome<Done> unlock() override { return readyOutcome<Done>(Done{}); }
};

} // namespace

/** Locking and unlocking, on a real store; keychain, clock and session are played. */
class TestServicesLock : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void withoutAPassphraseItOnlyConceals();
    void aPassphraseIsSetAndNowhereInPlainText();
    void aPassphraseThatIsTooShortIsRefused();
    void aLyingKeychainSetsNone();
    void eachSignalLocksAtOnceAndSaysWhy_data();
    void eachSignalLocksAtOnceAndSaysWhy();
    void theRightPassphraseUnlocks();
    void wrongOnesWaitLongerAndLonger();
    void theWaitOutlivesARestart();
    void aClockSetBackLocksNobodyOut();
    void aLockSignalDoesNotEndAnAttempt();
    void itStartsLocked();
    void aLostVerifierLocksNobodyOut();
    void aKeychainThatDoesNotAnswerKeepsItLocked();
    void anotherProcessMayChangeThePassphrase();
    void changingAndRemovingTakesTheCurrentOne();
    void destructiveActsAskAgainAfterFiveMinutes();
    void idlenessIsTenMinutesUnlessSaidOtherwise();
    void whatTheKeychainHoldsIsDroppedFromMemory();
    void whileLockedNoSecretIsGiven();

private:
    void start();
    void setPassphrase();
    ErrorKind failureOf(FutureOutcome<Done> work);
    QStringList journal(const QString &kind, const QString &detail);

    std::unique_ptr<LockBench> m_bench;
    std::unique_ptr<LockService> m_lock;
};

void TestServicesLock::init()
{
    m_bench = std::make_unique<LockBench>();
    start();
}

void TestServicesLock::cleanup()
{
    m_lock.reset();
    m_bench.reset();
}

/** As a new process would, on the same profile. */
void TestServicesLock::start()
{
    m_lock.reset();
    m_lock = std::make_unique<LockService>(*m_bench->context, *m_bench->held, &m_bench->session);
}

void TestServicesLock::setPassphrase()
{
    QVERIFY(outcomeOf(m_lock->passphrase().set({}, lockSecret(right))).ok());
    QVERIFY(m_lock->passphrase().isSet());
}

ErrorKind TestServicesLock::failureOf(FutureOutcome<Done> work)
{
    const auto outcome = outcomeOf(std::move(work));
    return outcome ? ErrorKind::Cancelled : outcome.error().kind;
}

/** Outcome and one detail of each entry of a kind, oldest first. */
QStringList TestServicesLock::journal(const QString &kind, const QString &detail)
{
    QStringList found;
    const auto lines = outcomeOf(m_bench->store->journal({}));
    if (!lines)
        return {};
    for (const JournalLine &line : *lines) {
        const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
        if (entry[u"kind"].toString() == kind)
            found << entry[u"outcome"].toString() + u' ' +
                         entry[u"detail"].toObject()[detail].toString();
    }
    return found;
}

void TestServicesLock::withoutAPassphraseItOnlyConceals()
{
    QSignalSpy concealed(m_lock.get(), &LockService::concealed);
    QSignalSpy locked(m_lock.get(), &LockService::locked);
    QVERIFY(!m_lock->lock(LockReason::Asked));
    emit m_bench->session.happened(SessionEvent::Sleep);
    QCOMPARE(concealed.count(), 2);
    QCOMPARE(locked.count(), 0);
    QVERIFY(!m_lock->isLocked());
}

void TestServicesLock::aPassphraseIsSetAndNowhereInPlainText()
{
    setPassphrase();
    QCOMPARE(m_bench->keychain.users(), QStringList{QStringLiteral("lock")});
    const auto verifier = outcomeOf(m_bench->keychain.read(QStringLiteral("lock")));
    QVERIFY(verifier.ok());
    const QByteArray text = (*verifier)->borrowed().toByteArray();
    QVERIFY2(text.startsWith("scrypt$16$8$1$"), text.constData());
    QVERIFY(!text.contains(right.toUtf8()));
    QVERIFY(passphrase::matches(*lockSecret(right), **verifier).value());
    QVERIFY(!passphrase::matches(*lockSecret(wrong), **verifier).value());
    QFile settings(m_bench->profile.filePath(QStringLiteral("settings.ini")));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains("horse"));
    QCOMPARE(journal(QStringLiteral("app.passphrase"), QStringLiteral("change")),
             QStringList{QStringLiteral("succeeded set")});
}

void TestServicesLock::aPassphraseThatIsTooShortIsRefused()
{
    const auto shortOne = lockSecret(QStringLiteral("seven77"));
    QCOMPARE(failureOf(m_lock->passphrase().set({}, shortOne)), ErrorKind::InvalidRequest);
    QVERIFY(!m_lock->passphrase().isSet());
    QVERIFY(m_bench->keychain.users().isEmpty());
}

void TestServicesLock::aLyingKeychainSetsNone()
{
    QThread thread;
    thread.start();
    {
        SystemKeychain liar(QStringLiteral("tests"), std::make_shared<OpenProbe>(), &thread, 10s,
                            std::make_unique<LyingBackend>());
        ServiceContext context = m_bench->contextWith(liar);
        PassphraseGuard guard(context);
        const auto outcome = outcomeOf(guard.set({}, lockSecret(right)));
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Keychain);
        QVERIFY(outcome.error().message.contains(u"second look"));
        QVERIFY(!guard.isSet());
    }
    thread.quit();
    thread.wait();
}

void TestServicesLock::eachSignalLocksAtOnceAndSaysWhy_data()
{
    QTest::addColumn<SessionEvent>("event");
    QTest::addColumn<QString>("reason");
    QTest::newRow("idle") << SessionEvent::Idle << QStringLiteral("idle");
    QTest::newRow("screen") << SessionEvent::ScreenLocked << QStringLiteral("screen_locked");
    QTest::newRow("session") << SessionEvent::SessionLocked << QStringLiteral("session_locked");
    QTest::newRow("switch") << SessionEvent::SessionSwitched << QStringLiteral("session_switched");
    QTest::newRow("sleep") << SessionEvent::Sleep << QStringLiteral("sleep");
}

void TestServicesLock::eachSignalLocksAtOnceAndSaysWhy()
{
    QFETCH(SessionEvent, event);
    QFETCH(QString, reason);
    setPassphrase();
    QSignalSpy locked(m_lock.get(), &LockService::locked);
    emit m_bench->session.happened(event);
    QCOMPARE(locked.count(), 1); // before the signal returned: a sleep waits for no more
    QVERIFY(m_lock->isLocked());
    QCOMPARE(m_lock->locking()->since, m_bench->clock.now());
    const LockReason why = m_lock->locking()->reason;
    m_bench->clock.advance(60);
    emit m_bench->session.happened(SessionEvent::ScreenLocked);
    emit m_bench->session.happened(SessionEvent::Idle);
    QCOMPARE(locked.count(), 1);
    QCOMPARE(m_lock->locking()->reason, why);
    // Without waiting for it: a lock is at once.
    QTRY_COMPARE(journal(QStringLiteral("app.lock"), QStringLiteral("reason")),
                 QStringList{QStringLiteral("succeeded ") + reason});
}

void TestServicesLock::theRightPassphraseUnlocks()
{
    setPassphrase();
    QVERIFY(m_lock->lock(LockReason::Asked));
    QSignalSpy unlocked(m_lock.get(), &LockService::unlocked);
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
    QCOMPARE(unlocked.count(), 1);
    QVERIFY(!m_lock->isLocked());
    QCOMPARE(journal(QStringLiteral("app.unlock"), QStringLiteral("error")),
             QStringList{QStringLiteral("succeeded ")});
}

void TestServicesLock::wrongOnesWaitLongerAndLonger()
{
    setPassphrase();
    m_lock->lock(LockReason::Asked);
    for (const int wait : {1, 2, 4, 8}) {
        QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
        QVERIFY(m_lock->isLocked());
        QCOMPARE(m_lock->passphrase().retryAt(), m_bench->clock.now().plusSeconds(wait));
        m_bench->clock.advance(wait - 1);
        const auto early = outcomeOf(m_lock->unlock(lockSecret(right)));
        QVERIFY(!early.ok());
        QCOMPARE(early.error().kind, ErrorKind::RateLimited);
        QCOMPARE(early.error().retryAt, m_bench->clock.now().plusSeconds(1));
        m_bench->clock.advance(1);
    }
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
    QVERIFY(!m_lock->passphrase().retryAt());
    m_lock->lock(LockReason::Asked);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
    QCOMPARE(m_lock->passphrase().retryAt(), m_bench->clock.now().plusSeconds(1)); // counted anew
    const auto entries = journal(QStringLiteral("app.unlock"), QStringLiteral("error"));
    QCOMPARE(entries.count(QStringLiteral("failed unauthorized")), 5);
    QCOMPARE(entries.count(QStringLiteral("succeeded ")), 1);
}

void TestServicesLock::theWaitOutlivesARestart()
{
    setPassphrase();
    m_lock->lock(LockReason::Asked);
    for (const int wait : {1, 2, 4}) {
        QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
        if (wait < 4)
            m_bench->clock.advance(wait);
    }
    start();
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(right))), ErrorKind::RateLimited);
    m_bench->clock.advance(4);
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
}

void TestServicesLock::aClockSetBackLocksNobodyOut()
{
    setPassphrase();
    m_lock->lock(LockReason::Asked);
    QSettings(m_bench->profile.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        .setValue(QStringLiteral("lock/attempts"), 20);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
    QCOMPARE(m_lock->passphrase().retryAt(), m_bench->clock.now().plusSeconds(300)); // no longer
    m_bench->clock.advance(-1'000'000);
    QCOMPARE(m_lock->passphrase().retryAt(), m_bench->clock.now().plusSeconds(300));
}

void TestServicesLock::aLockSignalDoesNotEndAnAttempt()
{
    setPassphrase();
    m_lock->lock(LockReason::Asked);
    auto attempt = m_lock->unlock(lockSecret(right));
    emit m_bench->session.happened(SessionEvent::ScreenLocked);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(right))), ErrorKind::InvalidRequest);
    QVERIFY(outcomeOf(attempt).ok());
    QVERIFY(!m_lock->isLocked());
}

void TestServicesLock::itStartsLocked()
{
    setPassphrase();
    QVERIFY(!m_lock->isLocked());
    start();
    QVERIFY(m_lock->isLocked());
    QCOMPARE(m_lock->locking()->reason, LockReason::Started);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
}

void TestServicesLock::aLostVerifierLocksNobodyOut()
{
    setPassphrase();
    QVERIFY(outcomeOf(m_bench->keychain.remove(QStringLiteral("lock"))).ok());
    // In this run it is still known.
    m_lock->lock(LockReason::Asked);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(wrong))), ErrorKind::Unauthorized);
    m_bench->clock.advance(1);
    start();
    QVERIFY(m_lock->isLocked());
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(wrong))).ok());
    QVERIFY(!m_lock->isLocked());
    QVERIFY(!m_lock->passphrase().isSet());
    QVERIFY(journal(QStringLiteral("app.unlock"), QStringLiteral("passphrase"))
                .contains(QStringLiteral("succeeded lost by the keychain")));
}

void TestServicesLock::aKeychainThatDoesNotAnswerKeepsItLocked()
{
    setPassphrase();
    start();
    m_bench->keychain.onRead = FakeKeychain::Behaviour::Fails;
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(right))), ErrorKind::Keychain);
    QVERIFY(m_lock->isLocked());
    QVERIFY(m_lock->passphrase().isSet());
    m_bench->keychain.onRead = FakeKeychain::Behaviour::Works;
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
}

void TestServicesLock::anotherProcessMayChangeThePassphrase()
{
    setPassphrase();
    const QString other = QStringLiteral("another passphrase");
    PassphraseGuard elsewhere(*m_bench->context);
    QVERIFY(outcomeOf(elsewhere.set(lockSecret(right), lockSecret(other))).ok());
    m_lock->lock(LockReason::Asked);
    QCOMPARE(failureOf(m_lock->unlock(lockSecret(right))), ErrorKind::Unauthorized);
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(other))).ok());
}

void TestServicesLock::changingAndRemovingTakesTheCurrentOne()
{
    setPassphrase();
    PassphraseGuard &guard = m_lock->passphrase();
    const QString other = QStringLiteral("another passphrase");
    QCOMPARE(failureOf(guard.set(lockSecret(wrong), lockSecret(other))), ErrorKind::Unauthorized);
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(guard.set(lockSecret(right), lockSecret(other))).ok());
    QCOMPARE(failureOf(guard.remove(lockSecret(right))), ErrorKind::Unauthorized);
    QVERIFY(guard.isSet());
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(guard.remove(lockSecret(other))).ok());
    QVERIFY(!guard.isSet());
    QVERIFY(m_bench->keychain.users().isEmpty());
    QVERIFY(!m_lock->lock(LockReason::Asked));
    QCOMPARE(journal(QStringLiteral("app.passphrase"), QStringLiteral("change")),
             (QStringList{QStringLiteral("succeeded set"), QStringLiteral("failed "),
                          QStringLiteral("succeeded changed"), QStringLiteral("failed "),
                          QStringLiteral("succeeded removed")}));
}

void TestServicesLock::destructiveActsAskAgainAfterFiveMinutes()
{
    QVERIFY(!m_lock->needsAuthentication());
    setPassphrase();
    QVERIFY(!m_lock->needsAuthentication());
    m_bench->clock.advance(300);
    QVERIFY(!m_lock->needsAuthentication());
    m_bench->clock.advance(1);
    QVERIFY(m_lock->needsAuthentication());
    QCOMPARE(failureOf(m_lock->authenticate(lockSecret(wrong))), ErrorKind::Unauthorized);
    QVERIFY(m_lock->needsAuthentication());
    m_bench->clock.advance(1);
    QVERIFY(outcomeOf(m_lock->authenticate(lockSecret(right))).ok());
    QVERIFY(!m_lock->needsAuthentication());
    m_bench->clock.advance(-10); // set back: what was "later" proves nothing
    QVERIFY(m_lock->needsAuthentication());
    QCOMPARE(journal(QStringLiteral("app.authenticate"), QStringLiteral("error")),
             (QStringList{QStringLiteral("failed unauthorized"), QStringLiteral("succeeded ")}));
}

void TestServicesLock::idlenessIsTenMinutesUnlessSaidOtherwise()
{
    QCOMPARE(m_lock->idleMinutes(), 10);
    QCOMPARE(m_bench->session.idleLimit, std::chrono::milliseconds(10min));
    m_lock->setIdleMinutes(3);
    QCOMPARE(m_bench->session.idleLimit, std::chrono::milliseconds(3min));
    m_lock->setIdleMinutes(-4);
    QCOMPARE(m_bench->session.idleLimit, std::chrono::milliseconds(0));
    m_lock->setIdleMinutes(100'000);
    QCOMPARE(m_lock->idleMinutes(), LockService::maximumIdleMinutes);
    start();
    QCOMPARE(m_bench->session.idleLimit, std::chrono::milliseconds(240min));
}

void TestServicesLock::whatTheKeychainHoldsIsDroppedFromMemory()
{
    LockBench &f = *m_bench;
    OperationRow operation;
    const auto hold = [&](const QString &text) {
        operation.id = OperationId(newUuid());
        return outcomeOf(f.held->hold(operation, {}, lockSecret(text)));
    };
    const auto inKeychain = hold(QStringLiteral("secret in the keychain"));
    f.keychain.onWrite = FakeKeychain::Behaviour::Fails;
    const auto inMemory = hold(QStringLiteral("secret in memory only"));
    QVERIFY(inKeychain.ok() && inKeychain->inKeychain);
    QVERIFY(inMemory.ok() && !inMemory->inKeychain);
    f.keychain.calls.clear();

    QVERIFY(!m_lock->lock(LockReason::Sleep)); // there is no passphrase: it is only put away
    const auto first = outcomeOf(f.held->value(inKeychain->id, QStringLiteral("reveal")));
    const auto second = outcomeOf(f.held->value(inMemory->id, QStringLiteral("reveal")));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE((*first)->borrowed(), QByteArrayView("secret in the keychain"));
    QCOMPARE((*second)->borrowed(), QByteArrayView("secret in memory only"));
    // The first was no longer in memory: it was read again.
    QCOMPARE(f.keychain.calls.filter(QStringLiteral("read held/")).size(), 1);
}

void TestServicesLock::whileLockedNoSecretIsGiven()
{
    OperationRow operation;
    operation.id = OperationId(newUuid());
    HeldSecrets &held = *m_bench->held;
    const auto secret = outcomeOf(held.hold(operation, {}, lockSecret(QStringLiteral("a secret"))));
    QVERIFY(secret.ok());
    setPassphrase();
    const auto reveal = QStringLiteral("reveal");
    auto underWay = held.value(secret->id, reveal);
    m_lock->lock(LockReason::Asked);
    for (const auto &asked : {underWay, held.value(secret->id, reveal)}) {
        const auto outcome = outcomeOf(asked);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::Forbidden);
    }
    QVERIFY(outcomeOf(held.value(secret->id, QStringLiteral("deliver"))).ok());
    QVERIFY(outcomeOf(m_lock->unlock(lockSecret(right))).ok());
    const auto again = outcomeOf(held.value(secret->id, reveal));
    QVERIFY(again.ok());
    QCOMPARE((*again)->borrowed(), QByteArrayView("a secret"));
}

QTEST_GUILESS_MAIN(TestServicesLock)
#include "tst_services_lock.moc"
