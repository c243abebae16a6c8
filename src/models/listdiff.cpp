// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/listdiff.h"

#include <algorithm>

namespace chatelaine::detail {

std::vector<bool> stayingItems(const std::vector<std::int64_t> &oldPositions)
{
    // Patience sorting: tails[n] is the item that ends the best ascending run of n + 1 items.
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tails;
    std::vector<std::size_t> before(oldPositions.size(), none);
    for (std::size_t item = 0; item < oldPositions.size(); ++item) {
        const std::int64_t position = oldPositions[item];
        if (position < 0)
            continue;
        auto place = tails.end();
        if (!tails.empty() && oldPositions[tails.back()] > position) {
            place = std::lower_bound(
                tails.begin(), tails.end(), position,
                [&](std::size_t tail, std::int64_t wanted) { return oldPositions[tail] < wanted; });
        }
        if (place != tails.begin())
            before[item] = *(place - 1);
        if (place == tails.end())
            tails.push_back(item);
        else
            *place = item;
    }
    std::vector<bool> stays(oldPositions.size(), false);
    for (std::size_t item = tails.empty() ? none : tails.back(); item != none; item = before[item])
        stays[item] = true;
    return stays;
}

void appendRow(std::vector<RowRange> &ranges, std::size_t row)
{
    const int number = static_cast<int>(row);
    if (!ranges.empty() && ranges.back().last + 1 == number)
        ranges.back().last = number;
    else
        ranges.push_back({number, number});
}

} // namespace chatelaine::detail
