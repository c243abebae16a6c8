// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/inventoryindex.h"

#include <array>
#include <mutex>
#include <string>
#include <string_view>

namespace chatelaine {

constexpr std::size_t keyColumnCount = static_cast<std::size_t>(KeyColumn::Account) + 1;

/** A time that is not known, in a row of the index. */
constexpr std::int64_t unknownTime = std::numeric_limits<std::int64_t>::min();

/** What the index holds of a key besides its texts. */
struct IndexRow
{
    std::int64_t no = 0; ///< number in the table; rows stand in its order
    std::int64_t created = unknownTime;
    std::int64_t used = unknownTime;
    std::int64_t expires = unknownTime;
    std::uint32_t container = 0;   ///< position in Data::containers
    std::uint16_t kind = 0;        ///< position in Data::words
    std::uint16_t environment = 0; ///< position in Data::words
    KeyState state = KeyState::Unknown;
    LastUsed::Source source = LastUsed::Source::None;
    bool inUse = false;
    bool kept = false;
    bool manual = false;
    bool vanished = false;
    bool removed = false; ///< no longer in the store: keeps its number, is in no selection

    bool operator==(const IndexRow &) const = default;
    bool deleted() const { return vanished || state == KeyState::Deleted; }
};

/** The texts of many rows, one after the other. */
struct TextBlob
{
    std::string bytes;
    std::vector<std::uint32_t> ends; ///< of each row's text

    void append(std::string_view text);
    std::string_view at(std::size_t row) const;
};

/** A stretch of rows. Never changed once it is in a snapshot, so that snapshots share it. */
struct IndexChunk
{
    static constexpr std::uint32_t capacity = 4096;
    std::vector<IndexRow> rows;
    TextBlob raw;    ///< uid, name, mask, scopes
    TextBlob folded; ///< name, mask, scopes, case-folded: what is searched
};

struct IndexContainer
{
    std::int64_t no = 0;       ///< number in the table
    std::uint32_t account = 0; ///< position in Data::accounts
    QString key;               ///< containerKey()
    QString name;              ///< the names on its path
    std::string folded;
    bool removed = false; ///< with its account; its position stays taken
    bool operator==(const IndexContainer &) const = default;
};

struct IndexAccount
{
    std::int64_t no = 0;
    AccountId id;
    QString name;
    ProviderId provider;
    std::string folded;
    bool operator==(const IndexAccount &) const = default;
};

/** Few different texts of very many rows (kinds, environments): rows hold positions. */
struct IndexWord
{
    QString text;
    std::string folded;
};

/** Finds a row by the hash of its uid; sorted. Shared by snapshots, with what was added since. */
using UidEntry = std::pair<std::uint32_t, std::uint32_t>; ///< hash, row
using UidTable = std::vector<UidEntry>;

using SortedRows = std::shared_ptr<const std::vector<std::uint32_t>>;

struct InventoryIndex::Data
{
    std::vector<std::shared_ptr<const IndexChunk>> chunks; ///< all full but the last
    std::vector<IndexContainer> containers;
    std::vector<IndexAccount> accounts;
    std::vector<IndexWord> words;
    std::shared_ptr<const UidTable> uids = std::make_shared<UidTable>();
    UidTable laterUids;
    std::uint32_t numbered = 0; ///< row numbers given so far
    std::uint32_t alive = 0;

    // Rows in ascending order of a column, made when first asked for. Ties are in order of name.
    mutable std::mutex orderMutex;
    mutable std::array<SortedRows, keyColumnCount> orders;

    const IndexChunk &chunk(std::uint32_t row) const { return *chunks[row / IndexChunk::capacity]; }
    const IndexRow &row(std::uint32_t row_) const
    {
        return chunk(row_).rows[row_ % IndexChunk::capacity];
    }
    std::string_view raw(std::uint32_t row) const
    {
        return chunk(row).raw.at(row % IndexChunk::capacity);
    }
    std::string_view folded(std::uint32_t row) const
    {
        return chunk(row).folded.at(row % IndexChunk::capacity);
    }
    SortedRows order(KeyColumn column) const;
};

/** The position of a text in the raw texts of a row. */
enum class RawField { Uid, Name, Mask, Scopes };
std::string_view rawField(std::string_view raw, RawField field);

std::string foldedText(const QString &text);
std::uint32_t uidHash(std::string_view uid);

/** Compares rows by a column, then by name, then by number. Unknown times are last. */
class RowOrder
{
public:
    RowOrder(const InventoryIndex::Data &data, KeyColumn column);
    bool operator()(std::uint32_t a, std::uint32_t b) const;
    /** Whether the row stands behind all others in either order. */
    bool unknown(std::uint32_t row) const;
    /** A number by which to sort first: rows with different ones are in its order. */
    std::uint64_t coarse(std::uint32_t row) const;

private:
    std::int64_t rank(std::uint32_t row) const;
    /** The text by which the column is sorted, of columns that are sorted by their text. */
    std::string_view text(std::uint32_t row) const;

    const InventoryIndex::Data &m_data;
    KeyColumn m_column;
    std::vector<std::int64_t> m_ranks; ///< of words, containers or accounts, for those columns
};

/** The order of a snapshot before, where these rows (ascending) were changed, added or removed. */
SortedRows keptOrder(const InventoryIndex::Data &data, KeyColumn column,
                     const std::vector<std::uint32_t> &before,
                     const std::vector<std::uint32_t> &changed);

} // namespace chatelaine
