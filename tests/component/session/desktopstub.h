// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

namespace chatelaine::test {

/** Where a desktop's services tell what happens: on the private bus of tests/support/with-keyring,
 * which stands for the session's and for the system's. */
class DesktopStub
{
public:
    DesktopStub();
    ~DesktopStub();
    Q_DISABLE_COPY_MOVE(DesktopStub)

    /** QtDBus takes the session's bus for the system's from now on. Before its first use. */
    static void joinBuses();

    void screenSaver(const QString &interface, bool active);
    void presence(uint status);
    QDBusConnection &bus() { return m_bus; }

private:
    QDBusConnection m_bus;
};

/** logind, with one session for the caller. */
class LoginStub : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    enum class Knows { Session, UserOnly };
    LoginStub(DesktopStub &desktop, Knows knows);
    ~LoginStub() override;

    void prepareForSleep(bool before);
    void lockSession();
    void change(const QVariantMap &properties);

    int inhibitorsTaken() const { return m_taken; }
    bool delaysSleep(); ///< whether somebody still has the last inhibitor's other end

public slots:
    QDBusObjectPath GetSessionByPID(uint pid);
    QDBusObjectPath GetUserByPID(uint pid);
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why,
                                    const QString &mode);

private:
    DesktopStub &m_desktop;
    Knows m_knows;
    QObject m_session;
    QObject m_user;
    int m_taken = 0;
    int m_readEnd = -1;
};

} // namespace chatelaine::test
