// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace chatelaine {

/** What each program does before anything else: locked memory for secrets, redacted logs. */
void prepareProcess();

/** Names, version and the language of the interface, from LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
 */
void prepareApplication(QCoreApplication &application);

} // namespace chatelaine
