// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <chrono>
#include <memory>

namespace chatelaine {

/** Why nobody may be sitting in front of the program any more. */
enum class SessionEvent {
    Idle,            ///< nobody has touched the system, not only this program, for the limit
    ScreenLocked,    ///< the desktop's screen saver took the screen
    SessionLocked,   ///< the login manager locked the session
    SessionSwitched, ///< another user's session is in front
    Sleep,           ///< the system is about to sleep, and waits until this signal's slots return
};

/**
 * Watches the desktop's session, as far as it tells of itself. Lives on the GUI thread. Nothing
 * here waits for another program but the first use of a bus and of the X server, for their
 * greeting.
 */
class SessionWatch : public QObject
{
    Q_OBJECT
public:
    /** How long nobody may touch the system before Idle is told, and told again each time that long
     * while it lasts; zero: never. Counts from the last touch, also when that was earlier. */
    virtual void setIdleLimit(std::chrono::milliseconds limit) = 0;

signals:
    void happened(chatelaine::SessionEvent event);
};

/** Null where there is none yet: on Windows (WTS_SESSION_LOCK, PBT_APMSUSPEND) and macOS. */
std::unique_ptr<SessionWatch> makeSessionWatch();

} // namespace chatelaine
