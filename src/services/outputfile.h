// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>

#include <optional>

namespace chatelaine {

/**
 * Why an export must not write to `file`: it is something other than a regular file (a link, a
 * folder, a device), or belongs to the profile, or holds something and `overwrite` is not given.
 * Looks at the disk; answers at once.
 */
std::optional<Error> whyNotWritten(const QString &file, const QString &profile, bool overwrite);

/** The same of a folder that a pack is to become: it is there already, has the name of a zip, or
 * belongs to the profile. */
std::optional<Error> whyNoFolder(const QString &folder, const QString &profile);

} // namespace chatelaine
