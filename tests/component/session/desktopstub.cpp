// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopstub.h"

#include <QDBusAbstractAdaptor>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>

#include <poll.h>
#include <unistd.h>

namespace chatelaine::test {

namespace {

const QString sessionPath = QStringLiteral("/org/freedesktop/login1/session/_31");
const QString userPath = QStringLiteral("/org/freedesktop/login1/user/_1000");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");

} // namespace

/** A session's id and path, as logind gives a user's display. */
struct SessionName
{
    QString id;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &argument, const SessionName &name)
{
    argument.beginStructure();
    argument << name.id << name.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, SessionName &name)
{
    argument.beginStructure();
    argument >> name.id >> name.path;
    argument.endStructure();
    return argument;
}

/** The properties that are read of a session and of a user. */
class SessionProperties : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool IdleHint READ idleHint)
public:
    explicit SessionProperties(QObject *parent)
        : QDBusAbstractAdaptor(parent)
    {}
    bool idleHint() const { return false; }
};

class UserProperties : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.User")
    Q_PROPERTY(chatelaine::test::SessionName Display READ display)
public:
    explicit UserProperties(QObject *parent)
        : QDBusAbstractAdaptor(parent)
    {}
    SessionName display() const { return {QStringLiteral("1"), QDBusObjectPath(sessionPath)}; }
};

DesktopStub::DesktopStub()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
{}

DesktopStub::~DesktopStub()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
}

void DesktopStub::joinBuses()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
}

void DesktopStub::screenSaver(const QString &interface, bool active)
{
    auto signal = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"), interface,
                                             QStringLiteral("ActiveChanged"));
    signal.setArguments({active});
    m_bus.send(signal);
}

void DesktopStub::presence(uint status)
{
    auto signal = QDBusMessage::createSignal(QStringLiteral("/org/gnome/SessionManager/Presence"),
                                             QStringLiteral("org.gnome.SessionManager.Presence"),
                                             QStringLiteral("StatusChanged"));
    signal.setArguments({status});
    m_bus.send(signal);
}

LoginStub::LoginStub(DesktopStub &desktop, Knows knows)
    : m_desktop(desktop)
    , m_knows(knows)
{
    qDBusRegisterMetaType<SessionName>();
    new SessionProperties(&m_session);
    new UserProperties(&m_user);
    auto &bus = m_desktop.bus();
    bus.registerObject(managerPath, this, QDBusConnection::ExportAllSlots);
    bus.registerObject(sessionPath, &m_session);
    bus.registerObject(userPath, &m_user);
    bus.registerService(QStringLiteral("org.freedesktop.login1"));
}

LoginStub::~LoginStub()
{
    auto &bus = m_desktop.bus();
    bus.unregisterService(QStringLiteral("org.freedesktop.login1"));
    for (const QString &path : {managerPath, sessionPath, userPath})
        bus.unregisterObject(path);
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

QDBusObjectPath LoginStub::GetSessionByPID(uint)
{
    if (m_knows == Knows::UserOnly)
        sendErrorReply(QStringLiteral("org.freedesktop.login1.NoSessionForPID"),
                       QStringLiteral("The caller belongs to no session"));
    return QDBusObjectPath(sessionPath);
}

QDBusObjectPath LoginStub::GetUserByPID(uint)
{
    return QDBusObjectPath(userPath);
}

QDBusUnixFileDescriptor LoginStub::Inhibit(const QString &what, const QString &, const QString &,
                                           const QString &mode)
{
    if (what != u"sleep" || mode != u"delay") {
        sendErrorReply(QDBusError::InvalidArgs);
        return {};
    }
    if (m_readEnd >= 0)
        ::close(m_readEnd);
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return {};
    m_readEnd = ends[0];
    const QDBusUnixFileDescriptor given(ends[1]); // a duplicate; the message has its own
    ::close(ends[1]);
    ++m_taken;
    return given;
}

bool LoginStub::delaysSleep()
{
    pollfd end{m_readEnd, 0, 0};
    return m_readEnd >= 0 && ::poll(&end, 1, 0) == 0; // else: nobody has the other end any more
}

void LoginStub::prepareForSleep(bool before)
{
    auto signal =
        QDBusMessage::createSignal(managerPath, QStringLiteral("org.freedesktop.login1.Manager"),
                                   QStringLiteral("PrepareForSleep"));
    signal.setArguments({before});
    m_desktop.bus().send(signal);
}

void LoginStub::lockSession()
{
    m_desktop.bus().send(QDBusMessage::createSignal(
        sessionPath, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock")));
}

void LoginStub::change(const QVariantMap &properties)
{
    auto signal =
        QDBusMessage::createSignal(sessionPath, QStringLiteral("org.freedesktop.DBus.Properties"),
                                   QStringLiteral("PropertiesChanged"));
    signal.setArguments(
        {QStringLiteral("org.freedesktop.login1.Session"), properties, QStringList()});
    m_desktop.bus().send(signal);
}

} // namespace chatelaine::test

Q_DECLARE_METATYPE(chatelaine::test::SessionName)
#include "desktopstub.moc"
