// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/indexbuilder.h"

#include "store/encoding.h"
#include "store/failure.h"
#include "store/indexdata.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

// Beyond these, making anew is as fast as keeping up.
constexpr std::size_t mostChangesKept = 20'000;
constexpr std::size_t mostLaterUids = 4096;

struct LoadedRow
{
    IndexRow row;
    std::string raw;
    std::string folded;
};

std::string folded(std::string_view text)
{
    std::string result(text);
    bool ascii = true;
    for (char &c : result) {
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    if (!ascii)
        result = foldedText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return result;
}

QString shownName(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(step.name.isEmpty() ? step.id.toString() : step.name);
    return names.join(" / "_L1);
}

std::int64_t timeOrUnknown(std::optional<Timestamp> time)
{
    return time ? time->micros() : unknownTime;
}

/** Splits the next text off, up to the separator. */
QByteArrayView cut(QByteArrayView &texts)
{
    qsizetype end = 0;
    while (end < texts.size() && texts[end] != static_cast<char>(columnSeparator))
        ++end;
    const QByteArrayView text = texts.first(end);
    texts = texts.sliced(std::min(end + 1, texts.size()));
    return text;
}

/** One snapshot in the making, from the one before (or nothing) and what is newer. */
class SnapshotBuild
{
public:
    SnapshotBuild(Database &db, const InventoryIndex::Data *before, qint64 beforeRevision,
                  const std::function<bool()> &cancelled)
        : m_db(db)
        , m_before(before)
        , m_beforeRevision(beforeRevision)
        , m_cancelled(cancelled)
        , m_data(std::make_unique<InventoryIndex::Data>())
    {}

    std::unique_ptr<InventoryIndex::Data> build()
    {
        startFromBefore();
        loadAccounts();
        loadContainers();
        removeLostContainers();
        loadKeys();
        rewriteChanged();
        keepUids();
        keepOrders();
        return std::move(m_data);
    }

private:
    void startFromBefore();
    void loadAccounts();
    void loadContainers();
    void removeLostContainers();
    void removeRow(std::uint32_t number);
    void loadKeys();
    LoadedRow load(Rows &rows);
    std::uint16_t word(QByteArrayView text);
    std::uint32_t rowNumbered(std::int64_t no) const;
    void append(const LoadedRow &loaded);
    void rewriteChanged();
    void keepUids();
    void keepOrders();

    Database &m_db;
    const InventoryIndex::Data *m_before;
    qint64 m_beforeRevision;
    const std::function<bool()> &m_cancelled;
    std::unique_ptr<InventoryIndex::Data> m_data;

    std::unordered_map<std::int64_t, std::uint32_t> m_accountPositions;
    std::unordered_map<std::int64_t, std::uint32_t> m_containerPositions;
    QHash<QByteArray, std::uint16_t> m_wordPositions;
    bool m_renamed = false; ///< an account or container that was there has another name
    std::map<std::uint32_t, LoadedRow> m_changed; ///< rows that were there before
    std::shared_ptr<IndexChunk> m_tail;           ///< the last chunk, while rows are appended
    UidTable m_addedUids;
};

void SnapshotBuild::startFromBefore()
{
    if (!m_before)
        return;
    m_data->chunks = m_before->chunks;
    m_data->containers = m_before->containers;
    m_data->accounts = m_before->accounts;
    m_data->words = m_before->words;
    m_data->numbered = m_before->numbered;
    m_data->alive = m_before->alive;
    for (std::size_t i = 0; i < m_data->accounts.size(); ++i)
        m_accountPositions.emplace(m_data->accounts[i].no, i);
    for (std::size_t i = 0; i < m_data->containers.size(); ++i)
        m_containerPositions.emplace(m_data->containers[i].no, i);
    for (std::size_t i = 0; i < m_data->words.size(); ++i)
        m_wordPositions.insert(m_data->words[i].text.toUtf8(), static_cast<std::uint16_t>(i));
}

void SnapshotBuild::loadAccounts()
{
    Rows rows = m_db.select(u"SELECT no, id, name, provider FROM accounts"_s);
    while (rows.next()) {
        IndexAccount account;
        account.no = rows.integer();
        account.id = AccountId(rows.text());
        account.name = rows.text();
        account.provider = ProviderId(rows.text());
        account.folded = foldedText(account.name);
        const auto next = static_cast<std::uint32_t>(m_data->accounts.size());
        const auto [position, added] = m_accountPositions.emplace(account.no, next);
        if (added) {
            m_data->accounts.push_back(account);
        } else if (m_data->accounts[position->second] != account) {
            m_data->accounts[position->second] = account;
            m_renamed = true;
        }
    }
}

void SnapshotBuild::loadContainers()
{
    Rows rows = m_db.select(u"SELECT no, account, key, path FROM containers WHERE revision > ?"_s,
                            {m_beforeRevision});
    while (rows.next()) {
        IndexContainer container;
        container.no = rows.integer();
        container.account = m_accountPositions.at(rows.integer());
        container.key = rows.text();
        container.name = shownName(decodePath(rows.text()));
        container.folded = foldedText(container.name);
        const auto next = static_cast<std::uint32_t>(m_data->containers.size());
        const auto [position, added] = m_containerPositions.emplace(container.no, next);
        if (added) {
            m_data->containers.push_back(container);
        } else if (m_data->containers[position->second] != container) {
            m_data->containers[position->second] = container;
            m_renamed = true;
        }
    }
}

/** Containers go with their account only. */
void SnapshotBuild::removeLostContainers()
{
    std::vector<IndexContainer> &containers = m_data->containers;
    const auto known = std::count_if(containers.begin(), containers.end(),
                                     [](const IndexContainer &c) { return !c.removed; });
    if (m_db.number(u"SELECT count(*) FROM containers"_s) == known)
        return;
    std::vector<bool> found(containers.size());
    Rows rows = m_db.select(u"SELECT no FROM containers"_s);
    while (rows.next())
        found[m_containerPositions.at(rows.integer())] = true;
    for (std::size_t i = 0; i < containers.size(); ++i)
        containers[i].removed = !found[i];
    for (std::uint32_t number = 0; number < m_data->numbered; ++number) {
        const IndexRow &row = m_data->row(number);
        if (!row.removed && containers[row.container].removed)
            removeRow(number);
    }
}

void SnapshotBuild::removeRow(std::uint32_t number)
{
    LoadedRow lost{m_data->row(number), std::string(m_data->raw(number)),
                   std::string(m_data->folded(number))};
    lost.row.removed = true;
    m_changed.emplace(number, std::move(lost));
    --m_data->alive;
}

void SnapshotBuild::loadKeys()
{
    // All texts come as one value: a million rows of many values cost seconds more.
    const QString columns =
        u"SELECT no, container, created_at, used_at, expires_at,"
        " in_use, kept, manual, vanished_at IS NOT NULL,"
        " CAST(state || char(31) || used_source || char(31) || kind || char(31) || environment"
        " || char(31) || uid || char(31) || name || char(31) || mask || char(31) || scopes AS BLOB)"
        " FROM keys %1 ORDER BY no"_s;
    Rows rows = m_before ? m_db.select(columns.arg(u"WHERE revision > ?"_s), {m_beforeRevision})
                         : m_db.select(columns.arg(QString()));
    const std::int64_t last = m_data->numbered == 0 ? 0 : m_data->row(m_data->numbered - 1).no;
    while (rows.next()) {
        LoadedRow loaded = load(rows);
        if (loaded.row.no > last)
            append(loaded);
        else
            m_changed.insert_or_assign(rowNumbered(loaded.row.no), std::move(loaded));
        if (m_data->numbered % IndexChunk::capacity == 0 && m_cancelled())
            throw Failure{StorageErrors::cancelled()};
    }
}

LoadedRow SnapshotBuild::load(Rows &rows)
{
    LoadedRow loaded;
    IndexRow &row = loaded.row;
    row.no = rows.integer();
    row.container = m_containerPositions.at(rows.integer());
    row.created = timeOrUnknown(rows.maybeTime());
    row.used = timeOrUnknown(rows.maybeTime());
    row.expires = timeOrUnknown(rows.maybeTime());
    row.inUse = rows.flag();
    row.kept = rows.flag();
    row.manual = rows.flag();
    row.vanished = rows.flag();
    const QByteArray all = rows.bytes();
    QByteArrayView texts = all;
    row.state = keyStateFromName(QString::fromUtf8(cut(texts))).value_or(KeyState::Unknown);
    row.source =
        lastUsedSourceFromName(QString::fromUtf8(cut(texts))).value_or(LastUsed::Source::None);
    row.kind = word(cut(texts));
    row.environment = word(cut(texts));
    loaded.raw.assign(texts.data(), static_cast<std::size_t>(texts.size()));
    cut(texts); // the uid is not searched
    loaded.folded = folded({texts.data(), static_cast<std::size_t>(texts.size())});
    loaded.folded += static_cast<char>(columnSeparator); // no match goes on into the next row
    return loaded;
}

std::uint16_t SnapshotBuild::word(QByteArrayView text)
{
    const QByteArray bytes = QByteArray::fromRawData(text.data(), text.size());
    if (const auto known = m_wordPositions.constFind(bytes); known != m_wordPositions.constEnd())
        return *known;
    if (m_data->words.size() > std::numeric_limits<std::uint16_t>::max())
        return 0; // a vendor with 65,536 kinds of keys
    const auto position = static_cast<std::uint16_t>(m_data->words.size());
    const QString shown = QString::fromUtf8(text);
    m_data->words.push_back({shown, foldedText(shown)});
    m_wordPositions.insert(text.toByteArray(), position);
    return position;
}

std::uint32_t SnapshotBuild::rowNumbered(std::int64_t no) const
{
    std::uint32_t low = 0;
    std::uint32_t high = m_data->numbered;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (m_data->row(middle).no < no)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void SnapshotBuild::append(const LoadedRow &loaded)
{
    if (!m_tail || m_tail->rows.size() == IndexChunk::capacity) {
        const bool reopen = m_data->numbered % IndexChunk::capacity != 0;
        m_tail = reopen ? std::make_shared<IndexChunk>(*m_data->chunks.back())
                        : std::make_shared<IndexChunk>();
        if (reopen)
            m_data->chunks.back() = m_tail;
        else
            m_data->chunks.push_back(m_tail);
    }
    m_addedUids.emplace_back(uidHash(rawField(loaded.raw, RawField::Uid)), m_data->numbered);
    m_tail->rows.push_back(loaded.row);
    m_tail->raw.append(loaded.raw);
    m_tail->folded.append(loaded.folded);
    ++m_data->numbered;
    ++m_data->alive;
}

void SnapshotBuild::rewriteChanged()
{
    auto it = m_changed.begin();
    while (it != m_changed.end()) {
        const std::uint32_t number = it->first / IndexChunk::capacity;
        const IndexChunk &old = *m_data->chunks[number];
        auto chunk = std::make_shared<IndexChunk>();
        chunk->rows = old.rows;
        for (std::uint32_t i = 0; i < old.rows.size(); ++i) {
            const bool changed =
                it != m_changed.end() && it->first == number * IndexChunk::capacity + i;
            chunk->raw.append(changed ? std::string_view(it->second.raw) : old.raw.at(i));
            chunk->folded.append(changed ? std::string_view(it->second.folded) : old.folded.at(i));
            if (changed) {
                chunk->rows[i] = it->second.row;
                ++it;
            }
        }
        m_data->chunks[number] = chunk;
    }
}

void SnapshotBuild::keepUids()
{
    std::sort(m_addedUids.begin(), m_addedUids.end());
    const UidTable none;
    const UidTable &later = m_before ? m_before->laterUids : none;
    UidTable merged;
    std::merge(later.begin(), later.end(), m_addedUids.begin(), m_addedUids.end(),
               std::back_inserter(merged));
    if (m_before)
        m_data->uids = m_before->uids;
    if (merged.size() <= mostLaterUids) {
        m_data->laterUids = std::move(merged);
        return;
    }
    auto all = std::make_shared<UidTable>();
    all->reserve(m_data->uids->size() + merged.size());
    std::merge(m_data->uids->begin(), m_data->uids->end(), merged.begin(), merged.end(),
               std::back_inserter(*all));
    m_data->uids = all;
}

void SnapshotBuild::keepOrders()
{
    if (!m_before || m_changed.size() + m_addedUids.size() > mostChangesKept)
        return;
    std::vector<std::uint32_t> changed;
    for (const auto &[number, loaded] : m_changed)
        changed.push_back(number);
    for (std::uint32_t number = m_before->numbered; number < m_data->numbered; ++number)
        changed.push_back(number);
    const std::lock_guard lock(m_before->orderMutex);
    for (std::size_t i = 0; i < keyColumnCount; ++i) {
        const auto column = static_cast<KeyColumn>(i);
        const bool byName = column == KeyColumn::Project || column == KeyColumn::Account;
        if (m_before->orders[i] && !(byName && m_renamed))
            m_data->orders[i] = keptOrder(*m_data, column, *m_before->orders[i], changed);
    }
}

} // namespace

IndexBuilder::IndexBuilder()
    : m_latest(std::make_shared<const InventoryIndex>())
{}

InventorySnapshot IndexBuilder::refresh(Database &db, const std::function<bool()> &cancelled)
{
    const qint64 revision = db.number(u"SELECT revision FROM installation"_s).value_or(0);
    if (revision == m_revision)
        return m_latest;
    auto data = SnapshotBuild(db, m_latestData, m_revision, cancelled).build();
    m_latestData = data.get();
    m_latest = std::make_shared<const InventoryIndex>(std::move(data));
    m_revision = revision;
    return m_latest;
}

} // namespace chatelaine
