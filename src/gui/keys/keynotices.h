// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"
#include "services/keyservice.h"

namespace chatelaine {

/** What a check found: the verdict, the way the request was served, what is left of the limit, and
 * what the vendor asks to be paid. */
Notice checkNotice(const KeyCheck &check);

/** What became of a key that was changed, with what the engine notes, e.g. how long it may take. */
Notice changeNotice(const KeyChange &change, KeyVerb verb);

} // namespace chatelaine
