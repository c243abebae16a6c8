// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"
#include "store/writing.h"

namespace chatelaine {

void beginBulk(Writing &writing, const BulkRun &run, const QList<BulkItem> &items,
               const JournalEvent &event);
void putBulkItem(Writing &writing, const BulkRunId &run, qsizetype position, const BulkItem &item);
void endBulk(Writing &writing, const BulkRunId &run, Timestamp at, const JournalEvent &event);
/** Newest first, with their counts. */
QList<BulkRun> readBulkRuns(Database &db, bool openOnly);
/** In their order, each in the state that its operation says. */
QList<BulkItem> readBulkItems(Database &db, const BulkRunId &run);

} // namespace chatelaine
