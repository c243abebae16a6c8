// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyringprobe.h"

#include <chrono>

namespace chatelaine {

/**
 * The Secret Service of the session (gnome-keyring, KeePassXC, ksecretd), over D-Bus. Stateless and
 * reentrant: each call works, and answers, on the thread that makes it, which needs an event loop.
 * Only the very first use of the session bus in a process waits, for the bus daemon itself.
 */
class SecretService final : public KeyringProbe
{
public:
    /**
     * `callLimit` is how long a call that asks nobody may take, the start of the service included;
     * `promptLimit` is how long the user may think about the service's question.
     */
    explicit SecretService(std::chrono::milliseconds callLimit = std::chrono::seconds{4},
                           std::chrono::milliseconds promptLimit = std::chrono::minutes{5});

    /** A service that does not answer in time counts as none. KWallet without the Secret Service is
     * NotApplicable. */
    QFuture<KeyringCondition> condition() override;

    /** Fails with Cancelled when the user dismisses the question, Timeout when nobody answers it,
     * Keychain for the rest. */
    FutureOutcome<Done> unlock() override;

private:
    std::chrono::milliseconds m_callLimit;
    std::chrono::milliseconds m_promptLimit;
};

} // namespace chatelaine
