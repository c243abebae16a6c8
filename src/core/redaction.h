// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace chatelaine {

/**
 * `text` with everything that looks like a credential replaced by `[redacted]`, and cut to
 * `maximum` characters. The patterns cover bearer values, the token forms that the definitions of
 * the four systems name, `key=` in URLs and any unbroken run of 32 or more token characters. What
 * is known by value is cut out by whoever knows it, before this.
 */
QString redacted(QStringView text, qsizetype maximum = 2048);

/** `text` as it may be shown: control, invisible and bidirectional formatting characters made
 * visible, cut to `maximum`. */
QString displaySafe(QStringView text, qsizetype maximum = 512);

/** Installs the process's message handler: every log line is redacted, then written to standard
 * error. Call once, early. */
void installRedactingLogHandler();

} // namespace chatelaine
