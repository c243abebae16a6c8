// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/inventoryindex.h"

#include "store/indexdata.h"

#include <algorithm>
#include <bitset>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Below this many found rows it is cheaper to sort them than to sort a column. */
constexpr std::size_t fewRows = 2048;

using ChunkBits = std::bitset<IndexChunk::capacity>;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** A word that is searched, and what it matches of that which many rows share. */
struct SearchWord
{
    std::string folded;
    std::vector<bool> words;
    std::vector<bool> containers;
    bool matchesShared = false;
};

/** Decides which rows a query selects, a chunk at a time. */
class Selection
{
public:
    Selection(const InventoryIndex::Data &data, const KeyQuery &query)
        : m_data(data)
        , m_query(query)
    {
        for (const IndexContainer &container : data.containers)
            m_containers.push_back(inScope(container));
        for (const IndexWord &word : data.words)
            m_kinds.push_back(query.kind.isEmpty() || word.text == query.kind);
        for (const QString &word : query.text.simplified().split(u' ', Qt::SkipEmptyParts))
            m_search.push_back(searchWord(word));
    }

    ChunkBits matches(const IndexChunk &chunk) const
    {
        ChunkBits bits;
        for (std::size_t i = 0; i < chunk.rows.size(); ++i)
            bits[i] = passes(chunk.rows[i]);
        for (const SearchWord &word : m_search) {
            if (bits.none())
                break;
            bits &= occurrences(chunk, word);
        }
        return bits;
    }

private:
    bool inScope(const IndexContainer &container) const
    {
        if (m_query.account.isEmpty())
            return true;
        if (m_data.accounts[container.account].id != m_query.account)
            return false;
        return m_query.container.isEmpty() || container.key == m_query.container ||
               container.key.startsWith(m_query.container + u'/');
    }

    SearchWord searchWord(const QString &text) const
    {
        SearchWord word;
        word.folded = foldedText(text);
        const auto in = [&word](const std::string &folded) {
            const bool found = folded.find(word.folded) != std::string::npos;
            word.matchesShared = word.matchesShared || found;
            return found;
        };
        for (const IndexWord &shared : m_data.words)
            word.words.push_back(in(shared.folded));
        for (const IndexContainer &container : m_data.containers) {
            const bool byName = in(container.folded);
            word.containers.push_back(in(m_data.accounts[container.account].folded) || byName);
        }
        return word;
    }

    bool passes(const IndexRow &row) const
    {
        return !row.removed && (m_query.includeDeleted || !row.deleted()) &&
               m_containers[row.container] && m_kinds[row.kind] &&
               (m_query.states.isEmpty() || m_query.states.contains(row.state));
    }

    static ChunkBits occurrences(const IndexChunk &chunk, const SearchWord &word)
    {
        ChunkBits bits;
        if (word.matchesShared) {
            for (std::size_t i = 0; i < chunk.rows.size(); ++i) {
                const IndexRow &row = chunk.rows[i];
                bits[i] = word.containers[row.container] || word.words[row.kind] ||
                          word.words[row.environment];
            }
        }
        const std::string_view blob = chunk.folded.bytes;
        std::size_t row = 0;
        std::size_t at = blob.find(word.folded);
        while (at != std::string_view::npos) {
            while (chunk.folded.ends[row] <= at)
                ++row;
            bits[row] = true;
            at = blob.find(word.folded, chunk.folded.ends[row]);
        }
        return bits;
    }

    const InventoryIndex::Data &m_data;
    const KeyQuery &m_query;
    std::vector<bool> m_containers;
    std::vector<bool> m_kinds;
    std::vector<SearchWord> m_search;
};

std::vector<std::uint32_t> inOrder(const InventoryIndex::Data &data, const KeyQuery &query,
                                   const std::vector<ChunkBits> &matches, std::size_t count)
{
    const RowOrder less(data, query.sortBy);
    std::vector<std::uint32_t> rows;
    rows.reserve(count);
    if (count < fewRows) {
        for (std::uint32_t row = 0; row < data.numbered; ++row) {
            if (matches[row / IndexChunk::capacity][row % IndexChunk::capacity])
                rows.push_back(row);
        }
        std::sort(rows.begin(), rows.end(), less);
    } else {
        const SortedRows sorted = data.order(query.sortBy);
        for (const std::uint32_t row : *sorted) {
            if (matches[row / IndexChunk::capacity][row % IndexChunk::capacity])
                rows.push_back(row);
        }
    }
    if (query.order == Qt::DescendingOrder) {
        const auto known = std::partition_point(
            rows.begin(), rows.end(), [&less](std::uint32_t row) { return !less.unknown(row); });
        std::reverse(rows.begin(), known);
    }
    return rows;
}

} // namespace

InventoryIndex::InventoryIndex()
    : m_data(std::make_unique<Data>())
{}

InventoryIndex::InventoryIndex(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{}

InventoryIndex::~InventoryIndex() = default;

std::uint32_t InventoryIndex::size() const
{
    return m_data->alive;
}

std::vector<std::uint32_t> InventoryIndex::select(const KeyQuery &query) const
{
    const Selection selection(*m_data, query);
    std::vector<ChunkBits> matches;
    matches.reserve(m_data->chunks.size());
    std::size_t count = 0;
    for (const auto &chunk : m_data->chunks) {
        matches.push_back(selection.matches(*chunk));
        count += matches.back().count();
    }
    return inOrder(*m_data, query, matches, count);
}

std::optional<std::uint32_t> InventoryIndex::rowOf(const KeyUid &uid) const
{
    const std::string text = uid.toString().toStdString();
    const std::uint32_t hash = uidHash(text);
    for (const UidTable *table : {m_data->uids.get(), &std::as_const(m_data->laterUids)}) {
        auto it = std::lower_bound(table->begin(), table->end(), UidEntry(hash, 0));
        for (; it != table->end() && it->first == hash; ++it) {
            if (rawField(m_data->raw(it->second), RawField::Uid) == text &&
                !m_data->row(it->second).removed)
                return it->second;
        }
    }
    return std::nullopt;
}

KeyUid InventoryIndex::uid(std::uint32_t row) const
{
    return KeyUid(fromUtf8(rawField(m_data->raw(row), RawField::Uid)));
}

AccountId InventoryIndex::account(std::uint32_t row) const
{
    return m_data->accounts[m_data->containers[m_data->row(row).container].account].id;
}

QString InventoryIndex::accountName(std::uint32_t row) const
{
    return m_data->accounts[m_data->containers[m_data->row(row).container].account].name;
}

ProviderId InventoryIndex::provider(std::uint32_t row) const
{
    return m_data->accounts[m_data->containers[m_data->row(row).container].account].provider;
}

QString InventoryIndex::text(std::uint32_t row, KeyColumn column) const
{
    switch (column) {
    case KeyColumn::Name:
        return fromUtf8(rawField(m_data->raw(row), RawField::Name));
    case KeyColumn::Mask:
        return fromUtf8(rawField(m_data->raw(row), RawField::Mask));
    case KeyColumn::Scopes:
        return fromUtf8(rawField(m_data->raw(row), RawField::Scopes)).replace(u'\n', ", "_L1);
    case KeyColumn::Kind:
        return m_data->words[m_data->row(row).kind].text;
    case KeyColumn::Environment:
        return m_data->words[m_data->row(row).environment].text;
    case KeyColumn::State:
        return keyStateName(state(row));
    case KeyColumn::Project:
        return m_data->containers[m_data->row(row).container].name;
    case KeyColumn::Account:
        return accountName(row);
    case KeyColumn::Created:
    case KeyColumn::LastUsed:
    case KeyColumn::Expires:
        return {};
    }
    Q_UNREACHABLE();
}

KeyState InventoryIndex::state(std::uint32_t row) const
{
    return m_data->row(row).state;
}

std::optional<Timestamp> InventoryIndex::time(std::uint32_t row, KeyColumn column) const
{
    const IndexRow &entry = m_data->row(row);
    std::int64_t time = unknownTime;
    if (column == KeyColumn::Created)
        time = entry.created;
    else if (column == KeyColumn::LastUsed)
        time = entry.used;
    else if (column == KeyColumn::Expires)
        time = entry.expires;
    if (time == unknownTime)
        return std::nullopt;
    return Timestamp::fromMicros(time);
}

LastUsed::Source InventoryIndex::lastUsedSource(std::uint32_t row) const
{
    return m_data->row(row).source;
}

bool InventoryIndex::inUse(std::uint32_t row) const
{
    return m_data->row(row).inUse;
}

bool InventoryIndex::kept(std::uint32_t row) const
{
    return m_data->row(row).kept;
}

bool InventoryIndex::manual(std::uint32_t row) const
{
    return m_data->row(row).manual;
}

bool InventoryIndex::sameRow(std::uint32_t row, const InventoryIndex &other,
                             std::uint32_t otherRow) const
{
    const Data &a = *m_data;
    const Data &b = *other.m_data;
    // Chunks and tables of words are shared by snapshots and only grow, so that positions agree.
    if (!(a.row(row) == b.row(otherRow)) || a.raw(row) != b.raw(otherRow))
        return false;
    return text(row, KeyColumn::Kind) == other.text(otherRow, KeyColumn::Kind) &&
           text(row, KeyColumn::Environment) == other.text(otherRow, KeyColumn::Environment) &&
           text(row, KeyColumn::Project) == other.text(otherRow, KeyColumn::Project) &&
           accountName(row) == other.accountName(otherRow);
}

} // namespace chatelaine
