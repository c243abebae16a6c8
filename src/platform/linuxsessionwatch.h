// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "platform/sessionwatch.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QTimer>
#include <QVariantMap>

#include <functional>

namespace chatelaine {

class XIdleTime;

/**
 * The session as screen savers, GNOME's session manager, logind and the X server tell of it.
 *
 * Signals are taken from whoever sends them: waiting for the bus to name the owner of a well-known
 * name would block, and all that a false signal can do is to lock this program.
 */
class LinuxSessionWatch final : public SessionWatch
{
    Q_OBJECT
public:
    LinuxSessionWatch();
    ~LinuxSessionWatch() override;

    void setIdleLimit(std::chrono::milliseconds limit) override;

private slots:
    // Called by QtDBus.
    void onScreenSaver(bool active);
    void onPresence(uint status);
    void onPrepareForSleep(bool before);
    void onSessionLock();
    void onSessionProperties(const QString &interface, const QVariantMap &changed,
                             const QStringList &invalidated);

private:
    void listen();
    void ask(const QDBusMessage &question, std::function<void(const QDBusMessage &)> then);
    void holdUpSleep();
    void findSession();
    void findSessionOfUser();
    void watchSession(const QString &path);
    void readSession(const QVariantMap &properties);
    void onIdleTime(std::chrono::milliseconds idle);
    void useIdleHint();

    QDBusConnection m_session;
    QDBusConnection m_system;
    QDBusUnixFileDescriptor m_inhibitor; ///< while it is open, logind delays sleep
    std::unique_ptr<XIdleTime> m_server; ///< null: logind's hint is what there is
    std::chrono::milliseconds m_limit{0};
    bool m_idleHint = false;
    qint64 m_idleSince = 0; ///< microseconds since 1970, of the hint
    QTimer m_timer;
};

} // namespace chatelaine
