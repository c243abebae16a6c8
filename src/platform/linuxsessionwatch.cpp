// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/linuxsessionwatch.h"

#include "platform/xidletime.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDateTime>

namespace chatelaine {

using namespace std::chrono_literals;

namespace {

const QString login = QStringLiteral("org.freedesktop.login1");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString managerInterface = QStringLiteral("org.freedesktop.login1.Manager");
const QString sessionInterface = QStringLiteral("org.freedesktop.login1.Session");
const QString userInterface = QStringLiteral("org.freedesktop.login1.User");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr uint presenceIdle = 3; // GsmPresenceStatus
constexpr uint caller = 0;       // as a PID; right inside a sandbox too, whose own PID is another

QDBusMessage toManager(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(login, managerPath, managerInterface, method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage toProperties(const QString &path, const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(login, path, propertiesInterface, method);
    message.setArguments(arguments);
    return message;
}

QString objectIn(const QDBusMessage &reply)
{
    return qvariant_cast<QDBusObjectPath>(reply.arguments().value(0)).path();
}

/** The path in a session's (id, path). */
QString objectInSession(const QDBusMessage &reply)
{
    const QVariant value = qvariant_cast<QDBusVariant>(reply.arguments().value(0)).variant();
    if (value.userType() != qMetaTypeId<QDBusArgument>())
        return {};
    const auto session = value.value<QDBusArgument>();
    if (session.currentSignature() != u"(so)")
        return {};
    QString id;
    QDBusObjectPath path;
    session.beginStructure();
    session >> id >> path;
    session.endStructure();
    return path.path();
}

} // namespace

LinuxSessionWatch::LinuxSessionWatch()
    : m_session(QDBusConnection::sessionBus())
    , m_system(QDBusConnection::systemBus())
    , m_server(XIdleTime::open())
{
    m_timer.setSingleShot(true);
    if (m_server) {
        connect(m_server.get(), &XIdleTime::answered, this, &LinuxSessionWatch::onIdleTime);
        connect(m_server.get(), &XIdleTime::lost, this, [this] {
            m_timer.stop();
            m_server.release()->deleteLater(); // it is telling this
        });
    }
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_server)
            m_server->ask();
        else
            emit happened(SessionEvent::Idle);
    });
    listen();
    holdUpSleep();
    findSession();
}

LinuxSessionWatch::~LinuxSessionWatch() = default;

void LinuxSessionWatch::listen()
{
    const QString anybody;
    const QString anywhere;
    for (const auto &interface :
         {QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
          QStringLiteral("org.xfce.ScreenSaver")}) {
        m_session.connect(anybody, anywhere, interface, QStringLiteral("ActiveChanged"), this,
                          SLOT(onScreenSaver(bool)));
    }
    m_session.connect(anybody, anywhere, QStringLiteral("org.gnome.SessionManager.Presence"),
                      QStringLiteral("StatusChanged"), this, SLOT(onPresence(uint)));
    m_system.connect(anybody, managerPath, managerInterface, QStringLiteral("PrepareForSleep"),
                     this, SLOT(onPrepareForSleep(bool)));
}

void LinuxSessionWatch::ask(const QDBusMessage &question,
                            std::function<void(const QDBusMessage &)> then)
{
    if (!m_system.isConnected())
        return;
    auto *watcher = new QDBusPendingCallWatcher(m_system.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->reply());
    });
}

void LinuxSessionWatch::holdUpSleep()
{
    const QVariantList arguments{QStringLiteral("sleep"), QStringLiteral("Chatelaine"),
                                 tr("Secrets are put away first."), QStringLiteral("delay")};
    ask(toManager(QStringLiteral("Inhibit"), arguments), [this](const QDBusMessage &reply) {
        m_inhibitor = qvariant_cast<QDBusUnixFileDescriptor>(reply.arguments().value(0));
    });
}

void LinuxSessionWatch::findSession()
{
    ask(toManager(QStringLiteral("GetSessionByPID"), {caller}), [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage)
            watchSession(objectIn(reply));
        else
            findSessionOfUser();
    });
}

void LinuxSessionWatch::findSessionOfUser()
{
    // What the user's service manager starts belongs to no session: the user's screen is the one.
    ask(toManager(QStringLiteral("GetUserByPID"), {caller}), [this](const QDBusMessage &user) {
        if (user.type() != QDBusMessage::ReplyMessage)
            return;
        const QVariantList display{userInterface, QStringLiteral("Display")};
        ask(toProperties(objectIn(user), QStringLiteral("Get"), display),
            [this](const QDBusMessage &reply) {
                if (const QString path = objectInSession(reply); path.size() > 1)
                    watchSession(path);
            });
    });
}

void LinuxSessionWatch::watchSession(const QString &path)
{
    m_system.connect({}, path, sessionInterface, QStringLiteral("Lock"), this,
                     SLOT(onSessionLock()));
    m_system.connect({}, path, propertiesInterface, QStringLiteral("PropertiesChanged"), this,
                     SLOT(onSessionProperties(QString, QVariantMap, QStringList)));
    ask(toProperties(path, QStringLiteral("GetAll"), {sessionInterface}),
        [this](const QDBusMessage &reply) {
            const auto all = qdbus_cast<QVariantMap>(reply.arguments().value(0));
            m_idleHint = all.value(QStringLiteral("IdleHint")).toBool();
            m_idleSince = all.value(QStringLiteral("IdleSinceHint")).toLongLong();
            useIdleHint();
        });
}

void LinuxSessionWatch::onScreenSaver(bool active)
{
    if (active)
        emit happened(SessionEvent::ScreenLocked);
}

void LinuxSessionWatch::onPresence(uint status)
{
    if (status == presenceIdle && m_limit > 0ms)
        emit happened(SessionEvent::Idle);
}

void LinuxSessionWatch::onPrepareForSleep(bool before)
{
    if (!before) {
        holdUpSleep();
        return;
    }
    emit happened(SessionEvent::Sleep);
    m_inhibitor = {};
}

void LinuxSessionWatch::onSessionLock()
{
    emit happened(SessionEvent::SessionLocked);
}

void LinuxSessionWatch::onSessionProperties(const QString &interface, const QVariantMap &changed,
                                            const QStringList &)
{
    if (interface != sessionInterface)
        return;
    const auto becomes = [&changed](const QString &name, bool value) {
        const auto found = changed.constFind(name);
        return found != changed.cend() && found->toBool() == value;
    };
    if (becomes(QStringLiteral("Active"), false))
        emit happened(SessionEvent::SessionSwitched);
    if (becomes(QStringLiteral("LockedHint"), true))
        emit happened(SessionEvent::SessionLocked);
    if (!changed.contains(QStringLiteral("IdleHint")))
        return;
    m_idleHint = changed.value(QStringLiteral("IdleHint")).toBool();
    m_idleSince = changed.value(QStringLiteral("IdleSinceHint")).toLongLong();
    useIdleHint();
}

void LinuxSessionWatch::setIdleLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_timer.stop();
    if (!m_server)
        useIdleHint();
    else if (limit > 0ms)
        m_server->ask();
}

void LinuxSessionWatch::onIdleTime(std::chrono::milliseconds idle)
{
    if (m_limit == 0ms)
        return;
    m_timer.start(idle < m_limit ? m_limit - idle : m_limit);
    if (idle >= m_limit)
        emit happened(SessionEvent::Idle);
}

void LinuxSessionWatch::useIdleHint()
{
    if (m_server)
        return;
    m_timer.stop();
    if (!m_idleHint || m_limit == 0ms)
        return;
    const auto now = std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch());
    const auto since =
        std::chrono::milliseconds(m_idleSince > 0 ? m_idleSince / 1000 : now.count());
    m_timer.start(std::clamp(m_limit - (now - since), 0ms, m_limit));
}

} // namespace chatelaine
