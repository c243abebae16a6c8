// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainbackend.h"

namespace chatelaine {

/**
 * QtKeychain. Values are stored in its text form only: the same user as text and as binary would be
 * two entries, and the binary one is base64. Its queue belongs to the process and to the thread
 * that used it first, so every instance of a process must be used on one and the same thread.
 */
class QtKeychainBackend final : public KeychainBackend
{
public:
    QFuture<KeychainAnswer> write(const QString &service, const QString &user,
                                  SharedSecret value) override;
    QFuture<KeychainAnswer> read(const QString &service, const QString &user) override;
    QFuture<KeychainAnswer> remove(const QString &service, const QString &user) override;
};

} // namespace chatelaine
