// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"
#include "reports/checkpoint.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** The sheet "tool": what the program itself is, who uses it, how it locks, which credentials it
 * holds and how it protects its way to the vendors; never a value. */
Sheet toolSheet();
/** `heads` and `brokenJournals` as AuditReport::end() takes them. */
QList<Cells> toolRows(const AuditFacts &facts, const QList<Checkpoint> &heads,
                      const QStringList &brokenJournals);

} // namespace chatelaine
