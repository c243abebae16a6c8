// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keyselection.h"

namespace chatelaine {

namespace {

/**
 * Each range that is replayed moves the rows behind it, here and in every header view. Beyond this
 * many moved rows the replay takes longer than a frame (16 ms), and a reset, after which the view
 * puts selection and scroll back by uid, is what disturbs less.
 */
constexpr std::size_t maximumMovedRows = 20'000'000;

std::vector<std::int64_t> oldPositionsOf(const ShownKeys &shown, const InventoryIndex &index,
                                         const KeyRows &rows)
{
    std::vector<std::int64_t> positionOfOldRow(shown.snapshot->size(), notInOldList);
    for (std::size_t position = 0; position < shown.rows->size(); ++position)
        positionOfOldRow[(*shown.rows)[position]] = static_cast<std::int64_t>(position);

    std::vector<std::int64_t> positions;
    positions.reserve(rows.size());
    const bool same = shown.snapshot.get() == &index;
    for (const std::uint32_t row : rows) {
        const std::optional<std::uint32_t> oldRow =
            same ? std::optional(row) : shown.snapshot->rowOf(index.uid(row));
        positions.push_back(oldRow ? positionOfOldRow[*oldRow] : notInOldList);
    }
    return positions;
}

SharedKeyRows withoutInserted(const KeyRows &rows, const std::vector<RowRange> &inserted)
{
    auto staying = std::make_shared<KeyRows>();
    std::size_t next = 0;
    for (const RowRange &range : inserted) {
        staying->insert(staying->end(), rows.begin() + static_cast<std::ptrdiff_t>(next),
                        rows.begin() + range.first);
        next = static_cast<std::size_t>(range.last) + 1;
    }
    staying->insert(staying->end(), rows.begin() + static_cast<std::ptrdiff_t>(next), rows.end());
    return staying;
}

} // namespace

KeySelection selectKeys(const ShownKeys &shown, const InventorySnapshot &snapshot,
                        const KeyQuery &query)
{
    KeySelection selection;
    auto rows = std::make_shared<const KeyRows>(snapshot->select(query));
    selection.next = {snapshot, rows, query};
    if (!shown.snapshot || !(shown.query == query)) {
        selection.reset = true;
        return selection;
    }
    const std::vector<std::int64_t> positions = oldPositionsOf(shown, *snapshot, *rows);
    selection.diff = listDiff(shown.rows->size(), positions, [&](std::size_t from, std::size_t to) {
        return !shown.snapshot->sameRow((*shown.rows)[from], *snapshot, (*rows)[to]);
    });
    const std::size_t moves = selection.diff.removed.size() + selection.diff.inserted.size();
    selection.reset = moves * std::max(shown.rows->size(), rows->size()) > maximumMovedRows;
    if (selection.reset)
        selection.diff = {};
    else
        selection.staying = withoutInserted(*rows, selection.diff.inserted);
    return selection;
}

} // namespace chatelaine
