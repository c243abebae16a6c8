// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringsession.h"

#include "support/awaited.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusReply>
#include <QProcess>
#include <QTest>

#include <signal.h>

namespace chatelaine::test {

namespace {

const QString secretsName = QStringLiteral("org.freedesktop.secrets");
const QString login = QStringLiteral("/org/freedesktop/secrets/collection/login");

QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    auto message =
        QDBusMessage::createMethodCall(secretsName, QStringLiteral("/org/freedesktop/secrets"),
                                       QStringLiteral("org.freedesktop.Secret.Service"), method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

QVariant property(const QString &path, const QString &interface, const QString &name)
{
    auto message = QDBusMessage::createMethodCall(secretsName, path,
                                                  QStringLiteral("org.freedesktop.DBus.Properties"),
                                                  QStringLiteral("Get"));
    message.setArguments({interface, name});
    const auto reply = QDBusConnection::sessionBus().call(message);
    return qvariant_cast<QDBusVariant>(reply.arguments().value(0)).variant();
}

} // namespace

KeyringSession::KeyringSession()
    : m_service(QStringLiteral("io.github.chatelaine.Chatelaine.%1").arg(newUuid()))
    , m_probe(std::make_shared<SecretService>())
{
    m_thread.start();
}

KeyringSession::~KeyringSession()
{
    m_thread.quit();
    m_thread.wait();
}

std::unique_ptr<SystemKeychain> KeyringSession::keychain(std::chrono::milliseconds watchdog)
{
    return std::make_unique<SystemKeychain>(m_service, m_probe, &m_thread, watchdog);
}

KeyringCondition KeyringSession::condition()
{
    return awaited(m_probe->condition()).value_or(KeyringCondition::NotApplicable);
}

bool KeyringSession::lock()
{
    const auto paths = QVariant::fromValue(QList{QDBusObjectPath(login)});
    return callService(QStringLiteral("Lock"), {paths}).type() == QDBusMessage::ReplyMessage;
}

bool KeyringSession::unlock()
{
    QProcess daemon;
    daemon.start(QStringLiteral("gnome-keyring-daemon"),
                 {QStringLiteral("--replace"), QStringLiteral("--unlock"),
                  QStringLiteral("--components=secrets")});
    daemon.write(qgetenv("CHATELAINE_TEST_KEYRING_PASSWORD"));
    daemon.closeWriteChannel();
    return daemon.waitForFinished() && daemon.exitCode() == 0 && QTest::qWaitFor([] {
               return property(login, QStringLiteral("org.freedesktop.Secret.Collection"),
                               QStringLiteral("Locked")) == QVariant(false);
           });
}

bool KeyringSession::killDaemon()
{
    auto *bus = QDBusConnection::sessionBus().interface();
    const QDBusReply<uint> pid = bus->servicePid(secretsName);
    if (!pid.isValid() || ::kill(static_cast<pid_t>(pid.value()), SIGKILL) != 0)
        return false;
    return QTest::qWaitFor([&] { return bus->servicePid(secretsName).value() != pid.value(); });
}

QString KeyringSession::lookUp(const QString &user) const
{
    QProcess tool;
    tool.start(QStringLiteral("secret-tool"), {QStringLiteral("lookup"), QStringLiteral("user"),
                                               user, QStringLiteral("server"), m_service});
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput());
}

QStringList KeyringSession::attributesOfAllEntries()
{
    QStringList all;
    const auto items = property(login, QStringLiteral("org.freedesktop.Secret.Collection"),
                                QStringLiteral("Items"));
    const auto paths = qdbus_cast<QList<QDBusObjectPath>>(items);
    for (const QDBusObjectPath &path : paths) {
        const QString interface = QStringLiteral("org.freedesktop.Secret.Item");
        all << property(path.path(), interface, QStringLiteral("Label")).toString();
        const auto attributes = qdbus_cast<QMap<QString, QString>>(
            property(path.path(), interface, QStringLiteral("Attributes")));
        all << attributes.values();
    }
    return all;
}

SharedSecret secretOf(QByteArrayView bytes)
{
    return Secret::copyOf(bytes).value();
}

} // namespace chatelaine::test
