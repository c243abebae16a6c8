// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

/** The row and, when there is one, its journal entry. Conflict: the key is being replaced already.
 */
void putReplacement(Writing &writing, const ReplacementRow &replacement,
                    const std::optional<JournalEvent> &event);
ReplacementRow readReplacement(Database &db, const ReplacementId &id);
/** Those that have not ended, oldest first. */
QList<ReplacementRow> readOpenReplacements(Database &db);

} // namespace chatelaine
