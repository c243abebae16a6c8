// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"

// Readers of single option values. None of them repeats a value that may be a secret.

namespace chatelaine::cli {

/** `[SLOT=]keychain|env:VAR|file:PATH`; a relative path is made absolute, since it is read again by
 * later runs. */
Outcome<CredentialChoice> readCredential(const QString &text);

/** `90d`, `36h`, `2w`; in seconds, at most 100 years. */
Outcome<qint64> readDuration(const QString &text);

/** `FIELD=VALUE`; the value may be empty and hold further `=`. */
Outcome<std::pair<QString, QString>> readField(const QString &text);

/** A date or an RFC 3339 time. */
Outcome<Timestamp> readFrom(const QString &text);
/** As readFrom(); a bare date includes its day: the end is that of the day. */
Outcome<Timestamp> readTo(const QString &text);

/** An error of kind InvalidRequest with this message. */
Error usageError(const QString &message);

} // namespace chatelaine::cli
