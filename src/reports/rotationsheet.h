// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"
#include "reports/keyhistory.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** What is known of a key for its row in the sheet "rotation". */
struct RotatedKeyFacts
{
    const ReportedAccount &account;
    const KeyRow &key;
    KeyHistory history;
    KeyHistory successor; ///< of the key that replaced it
};

/** The sheet "rotation": when each secret was due, when it was changed, how long the old and the
 * new one worked side by side, and what proves that the old one does not work any more. */
Sheet rotationSheet();
Cells rotationRow(qint64 number, const AuditFacts &facts, const RotatedKeyFacts &known);

} // namespace chatelaine
