// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/secretservice.h"
#include "support/awaited.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString collectionPath = QStringLiteral("/org/freedesktop/secrets/collection/fake");
const QString promptPath = QStringLiteral("/org/freedesktop/secrets/prompt/p1");

/** A Secret Service on the bus that behaves as the test wants, hangs included. */
class FakeService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    enum class Prompt { None, Answered, Dismissed, Ignored, Fails };

    bool hangs = false;
    bool hasCollection = true;
    bool collectionIsReal = true;
    bool locked = true;
    bool wasAsked = false;
    Prompt prompt = Prompt::None;

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (hangs)
            return true;
        auto bus = connection;
        if (message.member() == u"ReadAlias")
            bus.send(
                message.createReply(path(hasCollection ? collectionPath : QStringLiteral("/"))));
        else if (message.member() == u"Get" && !collectionIsReal)
            bus.send(message.createErrorReply(QDBusError::UnknownObject, QStringLiteral("gone")));
        else if (message.member() == u"Get")
            bus.send(message.createReply(QVariant::fromValue(QDBusVariant(locked))));
        else if (message.member() == u"Unlock")
            unlock(message, bus);
        else if (message.member() == u"Prompt")
            ask(message, bus);
        else
            return false;
        return true;
    }

private:
    static QVariant path(const QString &text) { return QVariant::fromValue(QDBusObjectPath(text)); }

    void unlock(const QDBusMessage &message, QDBusConnection &bus)
    {
        const bool asks = prompt != Prompt::None;
        locked = asks;
        bus.send(
            message.createReply({QVariant::fromValue(asks ? QList<QDBusObjectPath>()
                                                          : QList{QDBusObjectPath(collectionPath)}),
                                 path(asks ? promptPath : QStringLiteral("/"))}));
    }

    void ask(const QDBusMessage &message, QDBusConnection &bus)
    {
        wasAsked = true;
        if (prompt == Prompt::Fails) {
            bus.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("no display")));
            return;
        }
        bus.send(message.createReply());
        if (prompt == Prompt::Ignored)
            return;
        auto completed =
            QDBusMessage::createSignal(promptPath, QStringLiteral("org.freedesktop.Secret.Prompt"),
                                       QStringLiteral("Completed"));
        completed.setArguments(
            {prompt == Prompt::Dismissed, QVariant::fromValue(QDBusVariant(QString()))});
        bus.send(completed);
    }
};

} // namespace

/** The probe against a service of the test's own, on a private bus. */
class SecretServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void knowsEachCondition();
    void aServiceThatHangsCountsAsNone();
    void unlocks_data();
    void unlocks();
    void theServicesEndEndsTheWait();
    void noServiceIsTold();

private:
    void serve();
    void leave();

    QDBusConnection m_bus{QString()};
    std::unique_ptr<FakeService> m_service;
};

void SecretServiceTest::init()
{
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("fake"));
    QVERIFY(m_bus.isConnected());
    m_service = std::make_unique<FakeService>();
    serve();
}

void SecretServiceTest::cleanup()
{
    m_service.reset();
    m_bus = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(QStringLiteral("fake"));
}

void SecretServiceTest::serve()
{
    QVERIFY(m_bus.registerVirtualObject(root, m_service.get(), QDBusConnection::SubPath));
    QVERIFY(m_bus.registerService(QStringLiteral("org.freedesktop.secrets")));
}

void SecretServiceTest::leave()
{
    m_bus = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(QStringLiteral("fake"));
}

void SecretServiceTest::knowsEachCondition()
{
    SecretService probe;
    QVERIFY(awaited(probe.condition()) == KeyringCondition::Locked);
    m_service->locked = false;
    QVERIFY(awaited(probe.condition()) == KeyringCondition::Unlocked);
    m_service->collectionIsReal = false;
    QVERIFY(awaited(probe.condition()) == KeyringCondition::NoCollection);
    m_service->hasCollection = false;
    QVERIFY(awaited(probe.condition()) == KeyringCondition::NoCollection);
    leave();
    QVERIFY(awaited(probe.condition()) == KeyringCondition::NoService);
}

void SecretServiceTest::aServiceThatHangsCountsAsNone()
{
    m_service->hangs = true;
    SecretService probe(std::chrono::milliseconds{200});
    const auto future = probe.condition();
    QVERIFY2(!future.isFinished(), "the call itself must not wait");
    QVERIFY(awaited(future) == KeyringCondition::NoService);
}

void SecretServiceTest::unlocks_data()
{
    QTest::addColumn<int>("prompt");
    QTest::addColumn<int>("failure"); // -1: none
    const auto row = [](const char *name, FakeService::Prompt prompt, int failure) {
        QTest::newRow(name) << static_cast<int>(prompt) << failure;
    };
    row("without a question", FakeService::Prompt::None, -1);
    row("answered", FakeService::Prompt::Answered, -1);
    row("dismissed", FakeService::Prompt::Dismissed, static_cast<int>(ErrorKind::Cancelled));
    row("ignored", FakeService::Prompt::Ignored, static_cast<int>(ErrorKind::Timeout));
    row("impossible", FakeService::Prompt::Fails, static_cast<int>(ErrorKind::Keychain));
}

void SecretServiceTest::unlocks()
{
    QFETCH(int, prompt);
    QFETCH(int, failure);
    m_service->prompt = static_cast<FakeService::Prompt>(prompt);
    SecretService probe(std::chrono::seconds{4}, std::chrono::milliseconds{300});
    const auto outcome = outcomeOf(probe.unlock());
    QCOMPARE(outcome ? -1 : static_cast<int>(outcome.error().kind), failure);
    QVERIFY(outcome || !outcome.error().next.isEmpty());
}

void SecretServiceTest::theServicesEndEndsTheWait()
{
    m_service->prompt = FakeService::Prompt::Ignored;
    SecretService probe;
    const auto future = probe.unlock();
    QTRY_VERIFY(m_service->wasAsked);
    QVERIFY(!future.isFinished());
    leave();
    QCOMPARE(outcomeOf(future).error().kind, ErrorKind::Keychain);
}

void SecretServiceTest::noServiceIsTold()
{
    leave();
    SecretService probe;
    QCOMPARE(outcomeOf(probe.unlock()).error().kind, ErrorKind::Keychain);
}

QTEST_GUILESS_MAIN(SecretServiceTest)
#include "tst_platform_secretservice.moc"
