// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "platform/secretservice.h"
#include "secrets/systemkeychain.h"

#include <QThread>

namespace chatelaine::test {

/** A SystemKeychain on the real Secret Service of tests/support/with-keyring. */
class KeyringSession
{
public:
    KeyringSession();
    ~KeyringSession();
    Q_DISABLE_COPY_MOVE(KeyringSession)

    std::unique_ptr<SystemKeychain>
    keychain(std::chrono::milliseconds watchdog = std::chrono::seconds{10});
    KeyringCondition condition();

    const QString &service() const { return m_service; }

    /** From outside, as another program would. */
    static bool lock();
    static bool unlock(); ///< by a new daemon with the password: this one cannot be told any more
    static bool killDaemon();
    QString lookUp(const QString &user) const; ///< secret-tool's view of one entry
    static QStringList attributesOfAllEntries();

private:
    QThread m_thread;
    QString m_service;
    std::shared_ptr<SecretService> m_probe;
};

SharedSecret secretOf(QByteArrayView bytes);

} // namespace chatelaine::test
