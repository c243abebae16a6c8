// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QString>

namespace chatelaine {

/** What can be wrong with a keychain, told apart as far as the platform allows (FIELD.md 4.4). */
enum class KeychainTrouble {
    None,
    NoBus,
    NoService,
    Locked,
    Denied,
    Ignored,
    Lied,
    Missing,
    Other
};

QString
keychainTroubleName(KeychainTrouble trouble); ///< "no_bus", "locked", ... for `--json` and tests

/** The state of the keychain as a person wants to know it. */
struct KeychainHealth
{
    KeychainTrouble trouble = KeychainTrouble::None;
    QString sentence; ///< what is the matter; empty when nothing is
    QString next;     ///< what to do about it
    bool usable() const { return trouble == KeychainTrouble::None; }
};

/**
 * The OS keychain. Names are UUIDs only (INTERFACES.md: attributes are readable while a keyring is
 * locked). Every write is read back and compared, every delete is checked. No plaintext fallback.
 * Futures may finish on another thread (wait with whenDone() or whenReady()), each exactly once,
 * within the watchdog's time (Timeout, "Ignored") at the latest. Errors have kind Keychain, or
 * NotFound for an entry that is certainly absent.
 */
class Keychain
{
public:
    virtual ~Keychain() = default;
    [[nodiscard]] virtual QFuture<KeychainHealth> health() = 0;
    [[nodiscard]] virtual FutureOutcome<Done> write(const QString &user, SharedSecret value) = 0;
    [[nodiscard]] virtual FutureOutcome<SharedSecret> read(const QString &user) = 0;
    [[nodiscard]] virtual FutureOutcome<Done> remove(const QString &user) = 0;
};

/** The entries' names, as INTERFACES.md fixes them. */
namespace keychainUser {
QString credential(const AccountId &account, const QString &slot);
QString held(const OperationId &operation);
QString kept(const KeyUid &key);
QString kept(const WebhookUid &webhook);
QString signing(const QString &installation);
QString signingP256(const QString &installation); ///< the second key
QString team(const QString &installation);        ///< the password for the team's database
QString lock(); ///< the verifier of the application's own passphrase
QString fingerprint();
} // namespace keychainUser

} // namespace chatelaine
