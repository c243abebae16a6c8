// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

SyncSummary applySync(Writing &writing, const SyncResult &result);
/** How the account was last read; empty before the first reading. */
QList<ListingSource> readLastListing(Database &db, const AccountId &account);

} // namespace chatelaine
