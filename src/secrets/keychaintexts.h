// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainbackend.h"

#include <QCoreApplication>

namespace chatelaine {

/** What a keychain's user wants, as far as the words for a failure depend on it. */
enum class KeychainTask { Write, Read, Remove, Health };

/** The sentences about a keychain in trouble. */
class KeychainTexts
{
    Q_DECLARE_TR_FUNCTIONS(KeychainTexts)

public:
    static KeychainHealth health(KeychainTrouble trouble, const QString &detail = {});

    /** Kind NotFound for a read of an entry that is certainly absent, Timeout for one that was
     * ignored, Keychain for the rest. */
    static Error error(KeychainTask task, KeychainTrouble trouble, const QString &detail = {});

    /** The keychain's object was destroyed before it had answered. */
    static Error closed();

    static Error notText();       ///< the value is not UTF-8 text without a NUL
    static QString glibMissing(); ///< QT_NO_GLIB or QT_NO_THREADED_GLIB is set

private:
    static QString sentence(KeychainTrouble trouble);
    static QString next(KeychainTrouble trouble);
    static QString failedTask(KeychainTask task);
};

} // namespace chatelaine
