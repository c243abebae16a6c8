// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/keychaindoctor.h"

#include "support/awaited.h"
#include "support/lockbench.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

Q_DECLARE_METATYPE(chatelaine::KeyringFacts)

/** What the doctor makes of a keychain's behaviour and of what is around it; both are played. The
 * real conditions of a real keyring are in tests/component/cli/test_keychain.py. */
class TestServicesDoctor : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bench = std::make_unique<LockBench>(); }
    void cleanup() { m_bench.reset(); }
    void aKeychainThatWorks();
    void eachTroubleIsNamed_data();
    void eachTroubleIsNamed();
    void circumstancesAreNamed_data();
    void circumstancesAreNamed();
    void aJobThatFailsAfterTheLook();
    void aJobThatNeverEnds_data();
    void aJobThatNeverEnds();
    void factsThatNeverCome();
    void anotherBackendIsToldOnce();

private:
    std::optional<KeychainReport> examine(const KeyringFacts &facts);
    static QStringList ids(const std::optional<KeychainReport> &report);

    std::unique_ptr<LockBench> m_bench;
};

namespace {

KeyringFacts usualFacts()
{
    KeyringFacts facts;
    facts.provider = QStringLiteral("gnome-keyring-daemon");
    facts.collection = QStringLiteral("Login");
    return facts;
}

} // namespace

std::optional<KeychainReport> TestServicesDoctor::examine(const KeyringFacts &facts)
{
    KeychainDoctor doctor(*m_bench->context, [facts] {
        QPromise<KeyringFacts> promise;
        promise.start();
        promise.addResult(facts);
        promise.finish();
        return promise.future();
    });
    const auto outcome = outcomeOf(doctor.examine());
    return outcome ? std::optional(*outcome) : std::nullopt;
}

QStringList TestServicesDoctor::ids(const std::optional<KeychainReport> &report)
{
    QStringList all;
    for (const auto &finding : report ? report->findings : QList<KeychainReport::Finding>()) {
        if (finding.sentence.isEmpty() || finding.next.isEmpty())
            all << QStringLiteral("without words:");
        all << finding.id;
    }
    return all;
}

void TestServicesDoctor::aKeychainThatWorks()
{
    const auto report = examine(usualFacts());
    QVERIFY(report);
    QVERIFY(report->usable);
    QCOMPARE(ids(report), QStringList());
    QCOMPARE(report->backend, QStringLiteral("gnome-keyring-daemon"));
    QCOMPARE(report->locked, false);
    QCOMPARE(report->persistent, true);
    QStringList steps;
    for (const auto &step : report->steps) {
        steps << step.id;
        QVERIFY(!keychainStepText(step.id).isEmpty());
    }
    QCOMPARE(steps.join(u' '), QStringLiteral("look write read remove"));
    QVERIFY(m_bench->keychain.users().isEmpty());
}

void TestServicesDoctor::eachTroubleIsNamed_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QStringList>("expected");
    using T = KeychainTrouble;
    for (const T trouble :
         {T::NoBus, T::NoService, T::Denied, T::Ignored, T::Lied, T::Missing, T::Other}) {
        const QString name = keychainTroubleName(trouble);
        QTest::newRow(qPrintable(name)) << int(trouble) << QStringList{name};
    }
    QTest::newRow("locked") << int(T::Locked)
                            << QStringList{QStringLiteral("locked"),
                                           QStringLiteral("locked_at_login")};
}

void TestServicesDoctor::eachTroubleIsNamed()
{
    QFETCH(int, trouble);
    QFETCH(QStringList, expected);
    m_bench->keychain.state = {static_cast<KeychainTrouble>(trouble), QStringLiteral("A sentence."),
                               QStringLiteral("A remedy.")};
    const auto report = examine(usualFacts());
    QVERIFY(report && !report->usable);
    QCOMPARE(ids(report), expected);
    QCOMPARE(report->findings.constFirst().sentence, QStringLiteral("A sentence."));
    // It is only looked at: no job is started that could ask, or hang.
    QCOMPARE(m_bench->keychain.calls, QStringList{QStringLiteral("health")});
}

void TestServicesDoctor::circumstancesAreNamed_data()
{
    QTest::addColumn<KeyringFacts>("facts");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, bool usable, const QStringList &expected,
                        const std::function<void(KeyringFacts &)> &change) {
        KeyringFacts facts = usualFacts();
        change(facts);
        QTest::newRow(name) << facts << usable << expected;
    };
    const QString denied = QStringLiteral("denied");
    row("kept in memory only", true, {QStringLiteral("session_only")},
        [](KeyringFacts &facts) { facts.sessionOnly = true; });
    row("KeePassXC", false, {denied, QStringLiteral("keepassxc")},
        [](KeyringFacts &facts) { facts.provider = QStringLiteral("keepassxc"); });
    row("KeePassXC that works", true, {},
        [](KeyringFacts &facts) { facts.provider = QStringLiteral("keepassxc"); });
    row("Flatpak", false, {denied, QStringLiteral("flatpak")},
        [](KeyringFacts &facts) { facts.sandbox = QStringLiteral("Flatpak"); });
    row("Snap", false, {denied, QStringLiteral("snap")},
        [](KeyringFacts &facts) { facts.sandbox = QStringLiteral("Snap"); });
    row("Snap that works", true, {},
        [](KeyringFacts &facts) { facts.sandbox = QStringLiteral("Snap"); });
    row("an override", true, {QStringLiteral("backend_override")},
        [](KeyringFacts &facts) { facts.backendOverride = QStringLiteral("kwallet5"); });
}

void TestServicesDoctor::circumstancesAreNamed()
{
    QFETCH(KeyringFacts, facts);
    QFETCH(bool, usable);
    QFETCH(QStringList, expected);
    if (!usable)
        m_bench->keychain.state = {KeychainTrouble::Denied, QStringLiteral("A sentence."),
                                   QStringLiteral("A remedy.")};
    const auto report = examine(facts);
    QVERIFY(report);
    QCOMPARE(report->usable, usable);
    QCOMPARE(ids(report), expected);
    QCOMPARE(report->persistent, !facts.sessionOnly);
}

void TestServicesDoctor::aJobThatFailsAfterTheLook()
{
    m_bench->keychain.onRead = FakeKeychain::Behaviour::Fails;
    m_bench->keychain.failure.next = QStringLiteral("A remedy.");
    const auto report = examine(usualFacts());
    QVERIFY(report && !report->usable);
    QCOMPARE(ids(report), QStringList{QStringLiteral("other")});
    QCOMPARE(report->findings.constFirst().sentence, m_bench->keychain.failure.message);
}

void TestServicesDoctor::aJobThatNeverEnds_data()
{
    QTest::addColumn<QString>("job");
    for (const char *job : {"write", "read", "remove"})
        QTest::newRow(job) << QString::fromLatin1(job);
}

void TestServicesDoctor::aJobThatNeverEnds()
{
    QFETCH(QString, job);
    FakeKeychain &keychain = m_bench->keychain;
    auto &behaviour = job == u"write"  ? keychain.onWrite
                      : job == u"read" ? keychain.onRead
                                       : keychain.onRemove;
    behaviour = FakeKeychain::Behaviour::Hangs;
    QElapsedTimer timer;
    timer.start();
    const auto report = examine(usualFacts());
    QVERIFY(timer.elapsed() < 5'000);
    QVERIFY(report && !report->usable);
    QCOMPARE(ids(report), QStringList{QStringLiteral("ignored")});
    keychain.release(); // an answer that comes late reaches nobody
    QTest::qWait(0);
}

void TestServicesDoctor::factsThatNeverCome()
{
    const auto silent = std::make_shared<QPromise<KeyringFacts>>();
    silent->start();
    KeychainDoctor doctor(*m_bench->context, [silent] { return silent->future(); });
    QElapsedTimer timer;
    timer.start();
    const auto outcome = outcomeOf(doctor.examine());
    QVERIFY(timer.elapsed() < 5'000);
    QVERIFY(outcome.ok() && !outcome->usable);
    QCOMPARE(ids(*outcome), QStringList{QStringLiteral("ignored")});
    silent->addResult(usualFacts());
    silent->finish(); // too late for anybody
}

void TestServicesDoctor::anotherBackendIsToldOnce()
{
    QCOMPARE(ids(examine(usualFacts())), QStringList());
    KeyringFacts other = usualFacts();
    other.provider = QStringLiteral("ksecretd");
    const auto report = examine(other);
    QCOMPARE(ids(report), QStringList{QStringLiteral("other_backend")});
    QVERIFY(report->findings.constFirst().sentence.contains(u"gnome-keyring-daemon"));
    QVERIFY(report->findings.constFirst().sentence.contains(u"ksecretd"));
    QCOMPARE(ids(examine(other)), QStringList());
}

QTEST_GUILESS_MAIN(TestServicesDoctor)
#include "tst_services_doctor.moc"
