// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"
#include "store/inventoryindex.h"

#include <functional>

namespace chatelaine {

/**
 * Makes snapshots of the inventory from the database. A later one shares with the one before all
 * chunks in which nothing changed. Used on the reader's thread.
 */
class IndexBuilder
{
public:
    IndexBuilder();

    /** The snapshot of what the transaction sees; the one before when nothing changed. Throws
     * Failure (Cancelled) when `cancelled` says so on the way. */
    InventorySnapshot refresh(Database &db, const std::function<bool()> &cancelled);

private:
    InventorySnapshot m_latest;
    const InventoryIndex::Data *m_latestData = nullptr; ///< of m_latest
    qint64 m_revision = 0;
};

} // namespace chatelaine
