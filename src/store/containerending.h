// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"
#include "store/writing.h"

namespace chatelaine {

/** Keeps the container at `path` as there, with the names that it and those below it have now. */
void putContainer(Writing &writing, const AccountId &account, const ContainerPath &path);

/**
 * Ends the operation that deleted a container: the outcome and its entry, an entry for each key
 * that went with it, the keys as deleted, the container and what is below it as gone.
 */
QList<KeyRow> endContainer(Writing &writing, const OperationRow &operation,
                           const JournalEvent &event, const ContainerEnding &ending,
                           const std::function<JournalEvent(const KeyRow &)> &eventOfKey);

} // namespace chatelaine
