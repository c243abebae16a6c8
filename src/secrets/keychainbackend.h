// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychain.h"

namespace chatelaine {

/** What one job of a keychain came to. */
struct KeychainAnswer
{
    KeychainTrouble trouble = KeychainTrouble::None;
    QString detail;     ///< the keychain's own words, in whatever language it speaks
    SharedSecret value; ///< of a read that found something
};

/**
 * The bare jobs of a keychain, believed by nobody: SystemKeychain holds what they say against a
 * second look. Called, and answering, on the keychain's thread only. A job cannot be cancelled, and
 * may never answer.
 */
class KeychainBackend
{
public:
    virtual ~KeychainBackend() = default;
    [[nodiscard]] virtual QFuture<KeychainAnswer> write(const QString &service, const QString &user,
                                                        SharedSecret value) = 0;
    [[nodiscard]] virtual QFuture<KeychainAnswer> read(const QString &service,
                                                       const QString &user) = 0;
    /** Says None for an entry that was never there. */
    [[nodiscard]] virtual QFuture<KeychainAnswer> remove(const QString &service,
                                                         const QString &user) = 0;
};

} // namespace chatelaine
