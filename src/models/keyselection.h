// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"
#include "models/listdiff.h"
#include "store/inventoryindex.h"

#include <memory>
#include <vector>

namespace chatelaine {

using KeyRows = std::vector<std::uint32_t>; ///< row numbers of a snapshot, in display order
using SharedKeyRows = std::shared_ptr<const KeyRows>;

/** What a table of keys shows: rows of one snapshot. Immutable; shared between threads. */
struct ShownKeys
{
    InventorySnapshot snapshot;
    SharedKeyRows rows;
    KeyQuery query;
};

/** What it shall show next, and how to get there. Copyable, so that it can cross in a QFuture. */
struct KeySelection
{
    ShownKeys next;
    bool reset = false;    ///< another filter or order, or too many ranges to replay within a frame
    ListDiff diff;         ///< when not `reset`
    SharedKeyRows staying; ///< what is left after the removals, in numbers of the new snapshot
};

/**
 * Selects and compares; thread-safe, meant for a pool thread (a second for a new order of a million
 * keys). With the same query as `shown` the answer is a diff by the keys' uids.
 */
KeySelection selectKeys(const ShownKeys &shown, const InventorySnapshot &snapshot,
                        const KeyQuery &query);

} // namespace chatelaine
