// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace chatelaine {

/** Rows first to last, both included, as Qt's models count them. */
struct RowRange
{
    int first = 0;
    int last = 0;
    int count() const { return last - first + 1; }
    bool operator==(const RowRange &) const = default;
};

/**
 * How one list becomes another with the smallest ranges: remove, then insert, then change. An item
 * that only moved is removed and inserted; as few as possible are.
 */
struct ListDiff
{
    std::vector<RowRange> removed;  ///< in the old numbering, last range first
    std::vector<RowRange> inserted; ///< in the new numbering, first range first
    std::vector<RowRange> changed;  ///< in the new numbering, after all the others

    bool isEmpty() const { return removed.empty() && inserted.empty() && changed.empty(); }
    std::size_t ranges() const { return removed.size() + inserted.size() + changed.size(); }
};

/** The item of the new list was not in the old one. */
constexpr std::int64_t notInOldList = -1;

/**
 * @param oldSize how many items the old list has
 * @param oldPositions for each new item its place in the old list, or notInOldList; no place twice
 * @param differs whether an item that stays shows something else now (old place, new place)
 */
template<typename Differs>
ListDiff listDiff(std::size_t oldSize, const std::vector<std::int64_t> &oldPositions,
                  Differs differs);

namespace detail {
/** Which new items stay where they are: a longest run of old places that only ascends. */
std::vector<bool> stayingItems(const std::vector<std::int64_t> &oldPositions);
void appendRow(std::vector<RowRange> &ranges, std::size_t row);
} // namespace detail

template<typename Differs>
ListDiff listDiff(std::size_t oldSize, const std::vector<std::int64_t> &oldPositions,
                  Differs differs)
{
    ListDiff diff;
    const std::vector<bool> stays = detail::stayingItems(oldPositions);
    std::vector<bool> survives(oldSize, false);
    for (std::size_t row = 0; row < oldPositions.size(); ++row) {
        if (!stays[row]) {
            detail::appendRow(diff.inserted, row);
            continue;
        }
        const auto oldRow = static_cast<std::size_t>(oldPositions[row]);
        survives[oldRow] = true;
        if (differs(oldRow, row))
            detail::appendRow(diff.changed, row);
    }
    for (std::size_t row = 0; row < oldSize; ++row) {
        if (!survives[row])
            detail::appendRow(diff.removed, row);
    }
    std::vector<RowRange>(diff.removed.rbegin(), diff.removed.rend()).swap(diff.removed);
    return diff;
}

} // namespace chatelaine
