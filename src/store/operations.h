// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

void beginOperation(Writing &writing, const OperationRow &operation, const JournalEvent &event);
void markSent(Writing &writing, const OperationId &operation);
void endOperation(Writing &writing, const OperationRow &operation, const JournalEvent &event);
OperationRow readOperation(Database &db, const OperationId &operation);
QList<OperationRow> readOperations(Database &db, std::optional<OperationState> state);
QHash<KeyUid, Timestamp> readRotations(Database &db);

} // namespace chatelaine
