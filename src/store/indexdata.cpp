// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/indexdata.h"

#include <algorithm>
#include <numeric>

namespace chatelaine {

namespace {

constexpr char separator = 0x1f;

std::string_view field(std::string_view text, int number)
{
    for (; number > 0; --number) {
        const std::size_t end = text.find(separator);
        if (end == std::string_view::npos)
            return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find(separator));
}

/** For each of `texts`, its place among them in ascending order; equal texts share it. */
template<typename Item>
std::vector<std::int64_t> ranks(const std::vector<Item> &items)
{
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&items](std::size_t a, std::size_t b) { return items[a].folded < items[b].folded; });
    std::vector<std::int64_t> result(items.size());
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && items[order[i]].folded != items[order[i - 1]].folded)
            ++rank;
        result[order[i]] = rank;
    }
    return result;
}

std::int64_t timeRank(std::int64_t time)
{
    return time == unknownTime ? std::numeric_limits<std::int64_t>::max() : time;
}

/** A used key's time; a key of which the vendor says that it was never used comes before all. */
std::int64_t usedRank(const IndexRow &row)
{
    if (row.used == unknownTime && row.source != LastUsed::Source::None)
        return unknownTime + 1;
    return timeRank(row.used);
}

} // namespace

void TextBlob::append(std::string_view text)
{
    bytes.append(text);
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

std::string_view TextBlob::at(std::size_t row) const
{
    const std::size_t start = row == 0 ? 0 : ends[row - 1];
    return std::string_view(bytes).substr(start, ends[row] - start);
}

std::string_view rawField(std::string_view raw, RawField which)
{
    return field(raw, static_cast<int>(which));
}

std::string foldedText(const QString &text)
{
    return text.toCaseFolded().toStdString();
}

std::uint32_t uidHash(std::string_view uid)
{
    // FNV-1a: the same in every snapshot and process run.
    std::uint32_t hash = 2166136261U;
    for (const char c : uid)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

SortedRows InventoryIndex::Data::order(KeyColumn column) const
{
    const std::lock_guard lock(orderMutex);
    SortedRows &order = orders[static_cast<std::size_t>(column)];
    if (!order) {
        const RowOrder less(*this, column);
        std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
        rows.reserve(alive);
        for (std::uint32_t number = 0; number < numbered; ++number) {
            if (!row(number).removed)
                rows.emplace_back(less.coarse(number), number);
        }
        std::sort(rows.begin(), rows.end(), [&less](const auto &a, const auto &b) {
            return a.first != b.first ? a.first < b.first : less(a.second, b.second);
        });
        auto sorted = std::make_shared<std::vector<std::uint32_t>>();
        sorted->reserve(rows.size());
        for (const auto &[coarse, number] : rows)
            sorted->push_back(number);
        order = std::move(sorted);
    }
    return order;
}

RowOrder::RowOrder(const InventoryIndex::Data &data, KeyColumn column)
    : m_data(data)
    , m_column(column)
{
    if (column == KeyColumn::Kind || column == KeyColumn::Environment)
        m_ranks = ranks(data.words);
    else if (column == KeyColumn::Project)
        m_ranks = ranks(data.containers);
    else if (column == KeyColumn::Account)
        m_ranks = ranks(data.accounts);
}

std::int64_t RowOrder::rank(std::uint32_t number) const
{
    const IndexRow &row = m_data.row(number);
    switch (m_column) {
    case KeyColumn::Kind:
        return m_ranks[row.kind];
    case KeyColumn::Environment:
        return m_ranks[row.environment];
    case KeyColumn::State:
        return static_cast<std::int64_t>(row.state);
    case KeyColumn::Project:
        return m_ranks[row.container];
    case KeyColumn::Account:
        return m_ranks[m_data.containers[row.container].account];
    case KeyColumn::Created:
        return timeRank(row.created);
    case KeyColumn::LastUsed:
        return usedRank(row);
    case KeyColumn::Expires:
        return timeRank(row.expires);
    case KeyColumn::Name:
    case KeyColumn::Mask:
    case KeyColumn::Scopes:
        return 0;
    }
    Q_UNREACHABLE();
}

bool RowOrder::unknown(std::uint32_t row) const
{
    return rank(row) == std::numeric_limits<std::int64_t>::max();
}

std::string_view RowOrder::text(std::uint32_t row) const
{
    const std::string_view folded = m_data.folded(row);
    if (m_column == KeyColumn::Mask)
        return field(folded, 1);
    if (m_column == KeyColumn::Scopes)
        return field(folded, 2);
    return field(folded, 0);
}

std::uint64_t RowOrder::coarse(std::uint32_t row) const
{
    constexpr std::uint64_t signBit = std::uint64_t{1} << 63;
    if (m_column != KeyColumn::Name && m_column != KeyColumn::Mask && m_column != KeyColumn::Scopes)
        return static_cast<std::uint64_t>(rank(row)) ^ signBit;
    std::uint64_t start = 0;
    const std::string_view bytes = text(row).substr(0, sizeof start);
    for (std::size_t i = 0; i < sizeof start; ++i)
        start = start << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    return start;
}

bool RowOrder::operator()(std::uint32_t a, std::uint32_t b) const
{
    const std::int64_t rankA = rank(a);
    const std::int64_t rankB = rank(b);
    if (rankA != rankB)
        return rankA < rankB;
    if (const int order = text(a).compare(text(b)); order != 0)
        return order < 0;
    // The name stands first in the whole text.
    if (const int order = m_data.folded(a).compare(m_data.folded(b)); order != 0)
        return order < 0;
    return a < b;
}

SortedRows keptOrder(const InventoryIndex::Data &data, KeyColumn column,
                     const std::vector<std::uint32_t> &before,
                     const std::vector<std::uint32_t> &changed)
{
    const RowOrder less(data, column);
    std::vector<bool> moved(data.numbered);
    std::vector<std::uint32_t> placed;
    for (const std::uint32_t number : changed) {
        moved[number] = true;
        if (!data.row(number).removed)
            placed.push_back(number);
    }
    std::sort(placed.begin(), placed.end(), less);

    std::vector<std::uint32_t> stayed;
    stayed.reserve(data.alive);
    std::copy_if(before.begin(), before.end(), std::back_inserter(stayed),
                 [&moved](std::uint32_t number) { return !moved[number]; });
    auto order = std::make_shared<std::vector<std::uint32_t>>();
    order->reserve(data.alive);
    auto from = stayed.cbegin();
    for (const std::uint32_t number : placed) {
        const auto place = std::upper_bound(from, stayed.cend(), number, less);
        order->insert(order->end(), from, place);
        order->push_back(number);
        from = place;
    }
    order->insert(order->end(), from, stayed.cend());
    return order;
}

} // namespace chatelaine
