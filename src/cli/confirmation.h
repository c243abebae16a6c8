// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/providerinfo.h"
#include "core/rows.h"

namespace chatelaine::cli {

QString yesWanted(); ///< the end of a question
bool isYes(const QString &answer);

Error confirmationMissing(); ///< nobody can be asked, and there is no --yes
Error notConfirmed();        ///< the answer was another than yes

/** Names the key, its last use and what will stop working. */
QString changeQuestion(const KeyRow &key, const AccountRow &account, const VerbInfo &verb);
/** For the key in use: its name has to be typed. */
QString inUseQuestion(const KeyRow &key, const AccountRow &account);
/** What has to be typed for it: its name, or its id when it has none. */
QString nameToType(const KeyRow &key);
/** The key in use, and nobody to type its name. */
Error inUseUnasked(const KeyRow &key);

} // namespace chatelaine::cli
