// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

namespace chatelaine {

/** What stands behind the OS keychain, asked without starting a keychain job (which could hang on a
 * prompt). */
enum class KeyringCondition {
    Unlocked,      ///< jobs may be started
    Locked,        ///< the default collection is locked: unlock it first
    NoCollection,  ///< the service runs, but has no default collection yet: the first write makes
                   ///< one
    NoService,     ///< nothing on the bus provides the Secret Service
    NoBus,         ///< no session bus
    NotApplicable, ///< this platform has another kind of keychain: just try
};

/**
 * Asks the Secret Service over D-Bus (src/platform implements it; src/secrets may not see
 * platform). Both calls are asynchronous, never show anything by themselves but the service's own
 * prompt, and never block.
 */
class KeyringProbe
{
public:
    virtual ~KeyringProbe() = default;
    [[nodiscard]] virtual QFuture<KeyringCondition> condition() = 0;
    /** Unlocks the default collection; the service may prompt. Dropping the future stops waiting,
     * not the prompt. */
    [[nodiscard]] virtual FutureOutcome<Done> unlock() = 0;
};

} // namespace chatelaine
