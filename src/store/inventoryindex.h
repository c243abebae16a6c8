// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"

#include <memory>
#include <vector>

namespace chatelaine {

/**
 * An immutable snapshot of all keys, compact enough for a million of them, that the window's model
 * and the CLI search and sort. Made by the store's reader thread; shared; every call is const and
 * thread-safe. Rows are numbered from 0 in no meaningful order, and keep their number in later
 * snapshots as long as they exist (`rowOf` finds one by its id). Unknown times sort after known
 * ones in either order.
 */
class InventoryIndex
{
public:
    InventoryIndex();
    ~InventoryIndex();
    InventoryIndex(const InventoryIndex &) = delete;
    InventoryIndex &operator=(const InventoryIndex &) = delete;

    std::uint32_t size() const;
    std::vector<std::uint32_t> select(const KeyQuery &query) const;
    std::optional<std::uint32_t> rowOf(const KeyUid &uid) const;

    KeyUid uid(std::uint32_t row) const;
    AccountId account(std::uint32_t row) const;
    QString accountName(std::uint32_t row) const;
    ProviderId provider(std::uint32_t row) const;
    QString text(std::uint32_t row,
                 KeyColumn column) const; ///< raw text of a text column; empty for times
    KeyState state(std::uint32_t row) const;
    std::optional<Timestamp> time(std::uint32_t row,
                                  KeyColumn column) const; ///< Created, LastUsed, Expires
    LastUsed::Source lastUsedSource(std::uint32_t row) const;
    bool inUse(std::uint32_t row) const;
    bool kept(std::uint32_t row) const;
    bool manual(std::uint32_t row) const;
    /** Whether everything shown of a row is the same in the other snapshot. */
    bool sameRow(std::uint32_t row, const InventoryIndex &other, std::uint32_t otherRow) const;

    struct Data;
    explicit InventoryIndex(std::unique_ptr<Data> data);

private:
    std::unique_ptr<Data> m_data;
};

using InventorySnapshot = std::shared_ptr<const InventoryIndex>;

} // namespace chatelaine
