// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainbackend.h"
#include "secrets/memorykeychain.h"
#include "secrets/systemkeychain.h"
#include "support/awaited.h"

#include <QHash>
#include <QTest>
#include <QThread>

#include <atomic>
#include <mutex>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

/** What the keychain's thread is told by the test, and tells it. */
struct Script
{
    std::atomic<KeyringCondition> condition = KeyringCondition::Unlocked;
    std::atomic<KeyringCondition> afterFirstLook = KeyringCondition::NotApplicable;
    std::atomic<bool> conditionChanges = false;
    std::atomic<ErrorKind> unlockFails = ErrorKind::Protocol; ///< Protocol: it works
    std::atomic<bool> unlockHangs = false;
    std::atomic<bool> writeLies = false;
    std::atomic<bool> writeGarbles = false;
    std::atomic<bool> removeLies = false;
    std::atomic<bool> readHangs = false;
    std::atomic<KeychainTrouble> readTrouble = KeychainTrouble::None;
    std::atomic<int> looks = 0;
    std::atomic<int> unlocks = 0;
    std::atomic<int> jobs = 0;
    std::atomic<int> jobsAtOnce = 0;
    std::atomic<int> mostJobsAtOnce = 0;
    std::atomic<bool> wrongThread = false;
    QThread *thread = nullptr;

    /** Answers the hanging read: from any thread. */
    void releaseRead()
    {
        const std::lock_guard guard(mutex);
        if (auto promise = std::exchange(hanging, {})) {
            promise->addResult(KeychainAnswer{KeychainTrouble::Missing, {}, {}});
            promise->finish();
        }
    }

    std::mutex mutex;
    std::shared_ptr<QPromise<KeychainAnswer>> hanging;
    std::shared_ptr<QPromise<Outcome<Done>>> hangingUnlock;
};

template<typename T>
QFuture<T> later(
    T value, std::function<void()> before = [] {})
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto *context = new QObject;
    QMetaObject::invokeMethod(
        context,
        [=] {
            context->deleteLater();
            before();
            promise->addResult(value);
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

class ScriptedBackend final : public KeychainBackend
{
public:
    explicit ScriptedBackend(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {}

    QFuture<KeychainAnswer> write(const QString &, const QString &user, SharedSecret value) override
    {
        if (m_script->writeGarbles)
            m_entries.insert(user, Secret::copyOf("garbled").value());
        else if (!m_script->writeLies)
            m_entries.insert(user, std::move(value));
        return job({});
    }

    QFuture<KeychainAnswer> read(const QString &, const QString &user) override
    {
        if (m_script->readHangs) {
            const std::lock_guard guard(m_script->mutex);
            m_script->hanging = std::make_shared<QPromise<KeychainAnswer>>();
            m_script->hanging->start();
            return m_script->hanging->future();
        }
        KeychainAnswer answer;
        answer.trouble = m_script->readTrouble;
        answer.value = m_entries.value(user);
        if (answer.trouble == KeychainTrouble::None && !answer.value)
            answer.trouble = KeychainTrouble::Missing;
        return job(answer);
    }

    QFuture<KeychainAnswer> remove(const QString &, const QString &user) override
    {
        if (!m_script->removeLies)
            m_entries.remove(user);
        return job({});
    }

private:
    QFuture<KeychainAnswer> job(const KeychainAnswer &answer)
    {
        if (QThread::currentThread() != m_script->thread)
            m_script->wrongThread = true;
        ++m_script->jobs;
        m_script->mostJobsAtOnce =
            std::max(m_script->mostJobsAtOnce.load(), ++m_script->jobsAtOnce);
        return later(answer, [script = m_script] { --script->jobsAtOnce; });
    }

    std::shared_ptr<Script> m_script;
    QHash<QString, SharedSecret> m_entries;
};

class ScriptedProbe final : public KeyringProbe
{
public:
    explicit ScriptedProbe(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {}

    QFuture<KeyringCondition> condition() override
    {
        const bool first = ++m_script->looks == 1;
        return later(!first && m_script->conditionChanges ? m_script->afterFirstLook.load()
                                                          : m_script->condition.load());
    }

    FutureOutcome<Done> unlock() override
    {
        ++m_script->unlocks;
        if (m_script->unlockHangs) {
            m_script->hangingUnlock = std::make_shared<QPromise<Outcome<Done>>>();
            m_script->hangingUnlock->start();
            return m_script->hangingUnlock->future();
        }
        if (m_script->unlockFails != ErrorKind::Protocol) {
            Error error;
            error.kind = m_script->unlockFails;
            return later(Outcome<Done>(error));
        }
        m_script->condition = KeyringCondition::Unlocked;
        return later(Outcome<Done>(Done{}));
    }

private:
    std::shared_ptr<Script> m_script;
};

SharedSecret secretOf(QByteArrayView bytes)
{
    return Secret::copyOf(bytes).value();
}

const QString user = QStringLiteral("kept/some");

} // namespace

/** SystemKeychain's own decisions, on a keychain that does what it is told, and lies when told. */
class KeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void worksOnItsThreadOneJobAtATime();
    void aWriteThatLiesIsSeen();
    void aWriteThatGarblesIsSeen();
    void aRemoveThatLiesIsSeen();
    void notFoundWhileLockedIsLocked();
    void notFoundWhileUnlockedIsNotFound();
    void noJobIsStartedWhile_data();
    void noJobIsStartedWhile();
    void unlocksBeforeTheFirstJob();
    void anUnlockThatFailsStartsNoJob_data();
    void anUnlockThatFailsStartsNoJob();
    void oneQuestionServesAllRequests();
    void healthNeverUnlocks();
    void aHangingJobEndsByTheWatchdog();
    void nothingWaitsBehindAHangingJob();
    void destroyedItAnswersEverything();
    void theEndOfItsThreadAnswersEverything();
    void outlivesItsThread();
    void everyTroubleHasItsWords();
    void namesAreAsFixed();
    void memoryKeepsForThisRun();

private:
    std::unique_ptr<SystemKeychain>
    keychain(std::chrono::milliseconds watchdog = std::chrono::seconds{10});

    std::shared_ptr<Script> m_script;
    std::unique_ptr<QThread> m_thread;
};

void KeychainTest::init()
{
    m_thread = std::make_unique<QThread>();
    m_thread->start();
    m_script = std::make_shared<Script>();
    m_script->thread = m_thread.get();
}

void KeychainTest::cleanup()
{
    m_thread->quit();
    QVERIFY(m_thread->wait(5'000));
    QVERIFY(!m_script->wrongThread);
}

std::unique_ptr<SystemKeychain> KeychainTest::keychain(std::chrono::milliseconds watchdog)
{
    return std::make_unique<SystemKeychain>(
        QStringLiteral("service"), std::make_shared<ScriptedProbe>(m_script), m_thread.get(),
        watchdog, std::make_unique<ScriptedBackend>(m_script));
}

void KeychainTest::worksOnItsThreadOneJobAtATime()
{
    const auto subject = keychain();
    QList<FutureOutcome<Done>> writes;
    for (int i = 0; i < 10; ++i)
        writes << subject->write(QString::number(i), secretOf(QByteArray::number(i)));
    for (const auto &write : std::as_const(writes))
        QVERIFY(outcomeOf(write));
    for (int i = 0; i < 10; ++i)
        QVERIFY(outcomeOf(subject->read(QString::number(i)))
                    .value()
                    ->equals(*secretOf(QByteArray::number(i))));
    QCOMPARE(m_script->mostJobsAtOnce.load(), 1);
    QVERIFY(awaited(subject->health())->usable());
}

void KeychainTest::aWriteThatLiesIsSeen()
{
    m_script->writeLies = true;
    const auto subject = keychain();
    const auto outcome = outcomeOf(subject->write(user, secretOf("lost")));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Keychain);
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Lied);
}

void KeychainTest::aWriteThatGarblesIsSeen()
{
    m_script->writeGarbles = true;
    const auto subject = keychain();
    QCOMPARE(outcomeOf(subject->write(user, secretOf("changed"))).error().kind,
             ErrorKind::Keychain);
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Lied);
}

void KeychainTest::aRemoveThatLiesIsSeen()
{
    const auto subject = keychain();
    QVERIFY(outcomeOf(subject->write(user, secretOf("stays"))));
    m_script->removeLies = true;
    QCOMPARE(outcomeOf(subject->remove(user)).error().kind, ErrorKind::Keychain);
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Lied);
}

void KeychainTest::notFoundWhileLockedIsLocked()
{
    m_script->conditionChanges = true;
    m_script->afterFirstLook = KeyringCondition::Locked;
    const auto subject = keychain();
    const auto outcome = outcomeOf(subject->read(user));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Keychain);
}

void KeychainTest::notFoundWhileUnlockedIsNotFound()
{
    const auto subject = keychain();
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::NotFound);
    QVERIFY(outcomeOf(subject->remove(user)));
}

void KeychainTest::noJobIsStartedWhile_data()
{
    QTest::addColumn<KeyringCondition>("condition");
    QTest::addColumn<KeychainTrouble>("trouble");
    QTest::newRow("no bus") << KeyringCondition::NoBus << KeychainTrouble::NoBus;
    QTest::newRow("no service") << KeyringCondition::NoService << KeychainTrouble::NoService;
}

void KeychainTest::noJobIsStartedWhile()
{
    QFETCH(KeyringCondition, condition);
    QFETCH(KeychainTrouble, trouble);
    m_script->condition = condition;
    const auto subject = keychain();
    QCOMPARE(outcomeOf(subject->write(user, secretOf("x"))).error().kind, ErrorKind::Keychain);
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Keychain);
    QCOMPARE(outcomeOf(subject->remove(user)).error().kind, ErrorKind::Keychain);
    QCOMPARE(awaited(subject->health())->trouble, trouble);
    QCOMPARE(m_script->jobs.load(), 0);
}

void KeychainTest::unlocksBeforeTheFirstJob()
{
    m_script->condition = KeyringCondition::Locked;
    const auto subject = keychain();
    QVERIFY(outcomeOf(subject->write(user, secretOf("x"))));
    QCOMPARE(m_script->unlocks.load(), 1);
}

void KeychainTest::anUnlockThatFailsStartsNoJob_data()
{
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<ErrorKind>("expected");
    QTest::newRow("dismissed") << ErrorKind::Cancelled << ErrorKind::Keychain;
    QTest::newRow("nobody there") << ErrorKind::Timeout << ErrorKind::Timeout;
    QTest::newRow("impossible") << ErrorKind::Keychain << ErrorKind::Keychain;
}

void KeychainTest::anUnlockThatFailsStartsNoJob()
{
    QFETCH(ErrorKind, failure);
    QFETCH(ErrorKind, expected);
    m_script->condition = KeyringCondition::Locked;
    m_script->unlockFails = failure;
    const auto subject = keychain();
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, expected);
    QCOMPARE(m_script->jobs.load(), 0);
}

void KeychainTest::oneQuestionServesAllRequests()
{
    m_script->condition = KeyringCondition::Locked;
    m_script->unlockHangs = true;
    const auto subject = keychain(std::chrono::milliseconds{100});
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Timeout);
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Timeout);
    QCOMPARE(m_script->unlocks.load(), 1);
    QCOMPARE(m_script->jobs.load(), 0);
    m_script->condition = KeyringCondition::Unlocked;
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::NotFound);
}

void KeychainTest::healthNeverUnlocks()
{
    const auto subject = keychain();
    m_script->condition = KeyringCondition::Locked;
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Locked);
    m_script->condition = KeyringCondition::NoCollection;
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Missing);
    QCOMPARE(m_script->unlocks.load(), 0);
    QCOMPARE(m_script->jobs.load(), 0);
}

void KeychainTest::aHangingJobEndsByTheWatchdog()
{
    m_script->readHangs = true;
    const auto subject = keychain(std::chrono::milliseconds{100});
    const auto outcome = outcomeOf(subject->write(user, secretOf("who knows")));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Timeout);
    QVERIFY(outcome.error().outcomeUnknown);
    m_script->releaseRead();
}

void KeychainTest::nothingWaitsBehindAHangingJob()
{
    m_script->readHangs = true;
    const auto subject = keychain(std::chrono::milliseconds{200});
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Timeout);
    const int jobs = m_script->jobs;
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Timeout);
    QCOMPARE(awaited(subject->health())->trouble, KeychainTrouble::Ignored);
    QCOMPARE(m_script->jobs.load(), jobs);

    m_script->readHangs = false;
    m_script->releaseRead();
    QTRY_VERIFY(awaited(subject->health())->usable());
}

void KeychainTest::destroyedItAnswersEverything()
{
    m_script->readHangs = true;
    auto subject = keychain();
    const auto running = subject->read(user);
    const auto waiting = subject->write(user, secretOf("x"));
    QTRY_VERIFY([this] {
        const std::lock_guard guard(m_script->mutex);
        return m_script->hanging != nullptr;
    }());
    subject.reset();
    QCOMPARE(outcomeOf(running).error().kind, ErrorKind::Cancelled);
    QCOMPARE(outcomeOf(waiting).error().kind, ErrorKind::Cancelled);
    m_script->releaseRead(); // the job ends in nobody's hands, and nothing breaks
}

void KeychainTest::theEndOfItsThreadAnswersEverything()
{
    m_script->readHangs = true;
    const auto subject = keychain();
    const auto running = subject->read(user);
    QTRY_VERIFY([this] {
        const std::lock_guard guard(m_script->mutex);
        return m_script->hanging != nullptr;
    }());
    m_thread->quit();
    QCOMPARE(outcomeOf(running).error().kind, ErrorKind::Cancelled);
}

void KeychainTest::outlivesItsThread()
{
    const auto subject = keychain();
    QVERIFY(outcomeOf(subject->write(user, secretOf("x"))));
    m_thread->quit();
    QVERIFY(m_thread->wait(5'000));
    QCOMPARE(outcomeOf(subject->read(user)).error().kind, ErrorKind::Cancelled);
}

void KeychainTest::everyTroubleHasItsWords()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(KeychainTrouble::Other); ++i)
        names << keychainTroubleName(static_cast<KeychainTrouble>(i));
    QCOMPARE(
        names,
        QStringList({QStringLiteral("none"), QStringLiteral("no_bus"), QStringLiteral("no_service"),
                     QStringLiteral("locked"), QStringLiteral("denied"), QStringLiteral("ignored"),
                     QStringLiteral("lied"), QStringLiteral("missing"), QStringLiteral("other")}));

    const auto subject = keychain();
    for (const auto trouble :
         {KeychainTrouble::Denied, KeychainTrouble::NoService, KeychainTrouble::Other}) {
        m_script->readTrouble = trouble;
        const auto health = awaited(subject->health());
        QCOMPARE(health->trouble, trouble);
        QVERIFY(!health->sentence.isEmpty());
        QVERIFY(!health->next.isEmpty());
        const auto outcome = outcomeOf(subject->read(user));
        QVERIFY(outcome.error().message.startsWith(health->sentence));
        QCOMPARE(outcome.error().next, health->next);
    }
}

void KeychainTest::namesAreAsFixed()
{
    QCOMPARE(keychainUser::credential(AccountId(QStringLiteral("a")), QStringLiteral("admin")),
             QStringLiteral("credential/a/admin"));
    QCOMPARE(keychainUser::held(OperationId(QStringLiteral("o"))), QStringLiteral("held/o"));
    QCOMPARE(keychainUser::kept(KeyUid(QStringLiteral("k"))), QStringLiteral("kept/k"));
    QCOMPARE(keychainUser::signing(QStringLiteral("i")), QStringLiteral("signing/i"));
    QCOMPARE(keychainUser::signingP256(QStringLiteral("i")), QStringLiteral("signing-p256/i"));
}

void KeychainTest::memoryKeepsForThisRun()
{
    MemoryKeychain memory;
    QVERIFY(awaited(memory.health())->usable());
    QCOMPARE(outcomeOf(memory.read(user)).error().kind, ErrorKind::NotFound);
    const auto write = memory.write(user, secretOf("kept"));
    QVERIFY(!write.isFinished());
    QVERIFY(outcomeOf(write));
    QVERIFY(outcomeOf(memory.read(user)).value()->equals(*secretOf("kept")));
    QVERIFY(outcomeOf(memory.remove(user)));
    QCOMPARE(outcomeOf(memory.read(user)).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_secrets_keychain.moc"
