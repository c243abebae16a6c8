// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopstub.h"
#include "platform/sessionwatch.h"

#include <QDBusConnectionInterface>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(chatelaine::SessionEvent)

/** What the desktop, logind and the X server tell of the session. */
class SessionWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DesktopStub::joinBuses(); }
    void init();
    void cleanup();
    void theDesktopTells_data();
    void theDesktopTells();
    void anotherInterfaceTellsNothing();
    void aPresenceThatIsIdleCountsOnlyWithALimit();
    void logindTells_data();
    void logindTells();
    void sleepWaitsUntilItWasTold();
    void theSystemsIdleTimeCounts();
    void withoutAnXServerLogindsHintCounts();

private:
    void watch(LoginStub::Knows knows = LoginStub::Knows::Session);
    bool tells(SessionEvent event);
    bool wasHeard();
    static void moveThePointer();

    std::unique_ptr<DesktopStub> m_desktop;
    std::unique_ptr<LoginStub> m_login;
    std::unique_ptr<SessionWatch> m_watch;
    QList<SessionEvent> m_events;
};

void SessionWatchTest::init()
{
    m_desktop = std::make_unique<DesktopStub>();
    m_events.clear();
}

void SessionWatchTest::cleanup()
{
    m_watch.reset();
    m_login.reset();
    m_desktop.reset();
    qunsetenv("WAYLAND_DISPLAY");
}

void SessionWatchTest::watch(LoginStub::Knows knows)
{
    m_login = std::make_unique<LoginStub>(*m_desktop, knows);
    m_watch = makeSessionWatch();
    connect(m_watch.get(), &SessionWatch::happened, this,
            [this](SessionEvent event) { m_events.append(event); });
    // It listens to its session once it has found it.
    QVERIFY(QTest::qWaitFor([this] {
        m_login->lockSession();
        return m_events.contains(SessionEvent::SessionLocked);
    }));
    // It may have been asked more often than it took; a bus keeps the order of one sender's
    // signals.
    m_login->change({{QStringLiteral("Active"), false}});
    QVERIFY(tells(SessionEvent::SessionSwitched));
    m_login->change({{QStringLiteral("Active"), true}});
    m_events.clear();
}

/** All signals that were sent so far have arrived: a bus keeps their order. */
bool SessionWatchTest::wasHeard()
{
    const qsizetype before = m_events.size();
    m_login->lockSession();
    return QTest::qWaitFor([&] {
        return m_events.size() > before && m_events.constLast() == SessionEvent::SessionLocked;
    });
}

bool SessionWatchTest::tells(SessionEvent event)
{
    return QTest::qWaitFor([&] { return m_events.contains(event); });
}

void SessionWatchTest::theDesktopTells_data()
{
    QTest::addColumn<QString>("interface");
    for (const char *name :
         {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SessionWatchTest::theDesktopTells()
{
    QFETCH(QString, interface);
    watch();
    m_desktop->screenSaver(interface, false);
    m_desktop->screenSaver(interface, true);
    QVERIFY(tells(SessionEvent::ScreenLocked));
    QCOMPARE(m_events, QList{SessionEvent::ScreenLocked});
}

void SessionWatchTest::anotherInterfaceTellsNothing()
{
    watch();
    m_desktop->screenSaver(QStringLiteral("org.example.ScreenSaver"), true);
    QVERIFY(wasHeard());
    QVERIFY(!m_events.contains(SessionEvent::ScreenLocked));
}

void SessionWatchTest::aPresenceThatIsIdleCountsOnlyWithALimit()
{
    watch();
    m_desktop->presence(3);
    QVERIFY(wasHeard());
    QVERIFY(!m_events.contains(SessionEvent::Idle));
    m_watch->setIdleLimit(60min);
    m_desktop->presence(1);
    QVERIFY(wasHeard());
    QVERIFY(!m_events.contains(SessionEvent::Idle));
    m_desktop->presence(3);
    QVERIFY(tells(SessionEvent::Idle));
}

void SessionWatchTest::logindTells_data()
{
    QTest::addColumn<LoginStub::Knows>("knows");
    QTest::addColumn<QVariantMap>("properties");
    QTest::addColumn<SessionEvent>("event");
    const QVariantMap switched{{QStringLiteral("Active"), false}};
    const QVariantMap locked{{QStringLiteral("LockedHint"), true}};
    QTest::newRow("another session in front")
        << LoginStub::Knows::Session << switched << SessionEvent::SessionSwitched;
    QTest::newRow("a hint that it is locked")
        << LoginStub::Knows::Session << locked << SessionEvent::SessionLocked;
    QTest::newRow("a process of the user's service manager")
        << LoginStub::Knows::UserOnly << switched << SessionEvent::SessionSwitched;
}

void SessionWatchTest::logindTells()
{
    QFETCH(LoginStub::Knows, knows);
    QFETCH(QVariantMap, properties);
    QFETCH(SessionEvent, event);
    watch(knows);
    m_login->change({{QStringLiteral("Active"), true}, {QStringLiteral("LockedHint"), false}});
    m_login->change(properties);
    QVERIFY(tells(event));
    QCOMPARE(m_events, QList{event});
}

void SessionWatchTest::sleepWaitsUntilItWasTold()
{
    watch();
    QTRY_COMPARE(m_login->inhibitorsTaken(), 1);
    QTRY_VERIFY(m_login->delaysSleep());
    bool delayedWhileTold = false;
    connect(m_watch.get(), &SessionWatch::happened, this,
            [&] { delayedWhileTold = m_login->delaysSleep(); });
    m_login->prepareForSleep(true);
    QVERIFY(tells(SessionEvent::Sleep));
    QVERIFY(delayedWhileTold);
    QTRY_VERIFY(!m_login->delaysSleep());

    m_login->prepareForSleep(false);
    QTRY_COMPARE(m_login->inhibitorsTaken(), 2);
    QTRY_VERIFY(m_login->delaysSleep());
}

void SessionWatchTest::moveThePointer()
{
    QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("mousemove_relative"),
                                                  QStringLiteral("1"), QStringLiteral("1")});
}

void SessionWatchTest::theSystemsIdleTimeCounts()
{
    watch();
    moveThePointer();
    m_watch->setIdleLimit(1500ms);
    // Touched again and again, in whatever window, it is never idle for that long.
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!QTest::qWaitFor([this] { return m_events.contains(SessionEvent::Idle); }, 700));
        moveThePointer();
    }
    QElapsedTimer untouched;
    untouched.start();
    QVERIFY(tells(SessionEvent::Idle));
    QVERIFY2(untouched.elapsed() > 1000, qPrintable(QString::number(untouched.elapsed())));

    m_watch->setIdleLimit(0ms);
    m_events.clear();
    QVERIFY(!QTest::qWaitFor([this] { return !m_events.isEmpty(); }, 2000));
}

void SessionWatchTest::withoutAnXServerLogindsHintCounts()
{
    qputenv("WAYLAND_DISPLAY", "wayland-0"); // whose X server does not see all that is touched
    watch();
    m_watch->setIdleLimit(10min);
    const auto since = [](std::chrono::milliseconds ago) {
        const qint64 then = QDateTime::currentMSecsSinceEpoch() - ago.count();
        return QVariantMap{{QStringLiteral("IdleHint"), true},
                           {QStringLiteral("IdleSinceHint"), QVariant::fromValue(then * 1000)}};
    };
    m_login->change(since(9min));
    QVERIFY(wasHeard());
    QVERIFY(!m_events.contains(SessionEvent::Idle));
    m_login->change(since(10min));
    QVERIFY(tells(SessionEvent::Idle));

    m_events.clear();
    m_login->change(since(10min - 300ms));
    m_login->change({{QStringLiteral("IdleHint"), false}});
    QVERIFY(!QTest::qWaitFor([this] { return m_events.contains(SessionEvent::Idle); }, 600));
}

QTEST_GUILESS_MAIN(SessionWatchTest)
#include "tst_session_watch.moc"
