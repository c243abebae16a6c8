// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/passphraseguard.h"

#include <chrono>

namespace chatelaine {

class HeldSecrets;
class SessionWatch;

enum class LockReason {
    Asked, ///< by hand
    Started,
    Idle,
    ScreenLocked,
    SessionLocked,
    SessionSwitched,
    Sleep,
};

/**
 * Locks the window behind the application's own passphrase. It protects what an unlocked desk would
 * show, not from programs of the same user.
 *
 * Locking is at once and never asks. Without a passphrase there is nothing to lock with: the same
 * signals then only conceal what is revealed. Lives on the main thread.
 */
class LockService : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultIdleMinutes = 10;
    /** PCI DSS 8.2.8 asks for a new authentication after more than this. */
    static constexpr int advisedIdleMinutes = 15;
    static constexpr int maximumIdleMinutes = 240;
    static constexpr std::int64_t authenticationLastsSeconds = 300;

    struct Locking
    {
        LockReason reason = LockReason::Asked;
        Timestamp since;
    };

    /** Locked from the start when a passphrase is set. `watch` may be null; it outlives this. */
    LockService(ServiceContext &context, HeldSecrets &held, SessionWatch *watch,
                QObject *parent = nullptr);
    ~LockService() override;

    PassphraseGuard &passphrase() { return m_passphrase; }

    bool isLocked() const { return m_locking.has_value(); }
    const std::optional<Locking> &locking() const { return m_locking; }

    /** While it is locked: nothing, whatever the reason. @return whether it is locked now. */
    bool lock(LockReason reason);

    /** Errors of PassphraseGuard::check(). A lock signal does not end an attempt under way. */
    [[nodiscard]] FutureOutcome<Done> unlock(SharedSecret passphrase);

    /** Whether a destructive act needs the passphrase first: one is set, and it was not given
     * lately. */
    bool needsAuthentication() const;
    [[nodiscard]] FutureOutcome<Done> authenticate(SharedSecret passphrase);

    int idleMinutes() const; ///< 0: idleness does not lock
    static int
    idleMinutesOf(const ServiceContext &context); ///< as it is set, also without a window
    void setIdleMinutes(int minutes);

signals:
    void locked();
    void unlocked();
    void concealed(); ///< revealed secrets shall go from the screen and the clipboard

private:
    void watchIdleness();
    void record(LockReason reason);

    ServiceContext &m_context;
    HeldSecrets &m_held;
    SessionWatch *m_watch;
    PassphraseGuard m_passphrase;
    std::optional<Locking> m_locking;
};

} // namespace chatelaine
