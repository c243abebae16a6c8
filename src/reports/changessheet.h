// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"
#include "reports/keychanges.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** The sheet "changes": what became of keys since the previous report, or in the period. */
Sheet changesSheet();
/** `key` is null for one that is not in the inventory any more. */
Cells changesRow(qint64 number, const AuditFacts &facts, const NotedChange &change,
                 const KeyRow *key);

Term changeTerm(NotedChange::What what);

/** Since when the sheet tells; absent: from the beginning of the journal on. */
std::optional<Timestamp> changesSince(const AuditFacts &facts);
/** What it is compared with, in a sentence. */
QString changesCaption(const AuditFacts &facts);

} // namespace chatelaine
