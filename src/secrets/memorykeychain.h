// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychain.h"

#include <QHash>
#include <QObject>

namespace chatelaine {

/**
 * Secrets for this run only, when the user goes on without a keychain: nothing is written anywhere.
 * To be used on one thread; answers through its event loop, as SystemKeychain does. Its health is
 * None: whoever installs it has told the user what it is.
 */
class MemoryKeychain : public Keychain
{
public:
    QFuture<KeychainHealth> health() override;
    FutureOutcome<Done> write(const QString &user, SharedSecret value) override;
    FutureOutcome<SharedSecret> read(const QString &user) override;
    FutureOutcome<Done> remove(const QString &user) override;

    QStringList users() const { return m_entries.keys(); }

private:
    QHash<QString, SharedSecret> m_entries;
    QObject m_context;
};

} // namespace chatelaine
