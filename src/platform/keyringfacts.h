// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QString>

namespace chatelaine {

/** What is behind the keychain, as far as it can be seen without a job of it. */
struct KeyringFacts
{
    QString provider;         ///< the program that answers, e.g. "gnome-keyring-daemon"; or empty
    QString collection;       ///< the default keyring's name; empty: there is none, or none is told
    bool sessionOnly = false; ///< it is the one that is gone after the logout
    QString sandbox;          ///< "Flatpak", "Snap" or empty
    QString backendOverride;  ///< value of QTKEYCHAIN_BACKEND
};

/** By the session bus, without a prompt; answers within some seconds in any case. */
QFuture<KeyringFacts> readKeyringFacts();

} // namespace chatelaine
