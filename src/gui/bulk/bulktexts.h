// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/confirmation.h"
#include "services/bulkservice.h"

namespace chatelaine {

/** Above this many keys the number has to be typed. */
inline constexpr qint64 bulkCountIsTypedAbove = 10;

/** The question before a run: how many keys of which accounts, those used last, what stops. */
Confirmation bulkConfirmation(const BulkPlan &plan, Timestamp now);
/** Why keys of the plan are left alone, with how many; empty when none is. */
QString untouchedText(const BulkPlan &plan);
QString bulkStateText(BulkState state); ///< "Done", "In doubt", ...
/** `9 done, 1 failed` */
QString bulkCountsText(const BulkCounts &counts);
/** `Revoke 12 keys…`, for a menu */
QString bulkActionText(KeyVerb verb, qint64 count);
QString bulkTitle(const BulkRun &run); ///< `Revocation of 12 keys`, for a list

} // namespace chatelaine
