// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QString>

namespace chatelaine {

/** A folder with all that belongs to one user's Chatelaine (INTERFACES.md, "Profile"). */
struct Profile
{
    QString folder;
    QString id;               ///< a UUID, part of the keychain service's name
    bool hadDatabase = false; ///< one was opened here before

    QString database() const { return folder + QStringLiteral("/chatelaine.sqlite"); }
    QString settings() const { return folder + QStringLiteral("/settings.ini"); }
    QString definitions() const { return folder + QStringLiteral("/providers"); }
    QString keychainService() const
    {
        return QStringLiteral("io.github.chatelaine.Chatelaine.") + id;
    }
};

/**
 * Reads `profile.json`, or makes folder (mode 0700) and file when they are missing. Two processes
 * that make it at once get the same id. Errors (Storage): not writable, damaged, of a newer format.
 */
Outcome<Profile> openProfile(const QString &folder);

/** Notes that there is a database now, so that an emptied one is not taken for a new one. */
Outcome<Done> noteDatabase(const Profile &profile);

} // namespace chatelaine
