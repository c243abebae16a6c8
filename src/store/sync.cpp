// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sync.h"

#include "store/accounts.h"
#include "store/containers.h"
#include "store/encoding.h"
#include "store/keys.h"
#include "store/vendorchanges.h"

#include <QSet>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** When a listing was read is no change of the key: the container's seen_since stands for it. */
bool sameContent(KeyRecord before, const KeyRecord &listed)
{
    if (before.lastUsed.observedAt && listed.lastUsed.observedAt)
        before.lastUsed.observedAt = listed.lastUsed.observedAt;
    before.container = listed.container; // its names belong to the container's row
    return before == listed;
}

class SyncApplication
{
public:
    SyncApplication(Writing &writing, const SyncResult &result)
        : m_writing(writing)
        , m_result(result)
        , m_containers(writing, accountNumber(writing.db, result.account))
        , m_vendorChanges(writing, result)
        , m_inUse(result.inUse.begin(), result.inUse.end())
    {}

    SyncSummary apply()
    {
        applyContainers();
        groupKeys();
        // In the order of the listing: its neighbours are neighbours in the database.
        for (const QString &container : m_order)
            applyKeys(container, m_listed.value(container));
        m_vendorChanges.finish();
        return m_summary;
    }

private:
    void applyContainers()
    {
        QSet<QString> listed;
        for (const ContainerPath &path : m_result.containers.items) {
            m_containers.list(path, m_result.containerDetails.value(containerKey(path)));
            for (qsizetype depth = 1; depth <= path.size(); ++depth)
                listed.insert(containerKey(path.first(depth)));
        }
        if (!m_result.containersComplete)
            return;
        for (const StoredContainer &gone : m_containers.unlistAllBut(listed)) {
            for (StoredKey &key : readKeysOfContainer(m_writing.db, gone.no))
                vanish(key);
        }
    }

    /** Sorts the listed keys by container; a complete container has an entry also without keys. */
    void groupKeys()
    {
        for (const ContainerPath &path : m_result.completeContainers) {
            m_complete.insert(containerKey(path));
            listedIn(path);
        }
        for (const KeyRecord &record : m_result.keys.items)
            listedIn(record.container).append(&record);
    }

    QList<const KeyRecord *> &listedIn(const ContainerPath &path)
    {
        const QString key = m_containers.ensure(path).key;
        if (!m_listed.contains(key))
            m_order.append(key);
        return m_listed[key];
    }

    void applyKeys(const QString &containerKey, const QList<const KeyRecord *> &records)
    {
        const StoredContainer container = *m_containers.find(containerKey);
        const bool complete = m_complete.contains(containerKey);
        QHash<QString, StoredKey> before;
        for (const StoredKey &key : readKeysOfContainer(m_writing.db, container.no))
            before.insert(key.row.record.id.toString(), key);
        QSet<QString> seen;
        for (const KeyRecord *record : records) {
            const KeyRecord listed = storedRecord(*record);
            const QString id = listed.id.toString();
            if (seen.contains(id))
                continue; // a vendor that shifts its pages lists a key twice
            seen.insert(id);
            const auto known = before.find(id);
            if (known == before.end())
                add(container.no, listed);
            else if (!known->row.manual)
                update(*known, listed, complete, listedBefore(container));
        }
        if (!complete)
            return;
        for (StoredKey &key : before) {
            if (!seen.contains(key.row.record.id.toString()))
                vanish(key);
        }
        m_containers.setSeen(containerKey, m_result.startedAt, m_result.endedAt);
    }

    void add(qint64 container, const KeyRecord &listed)
    {
        StoredKey key;
        key.container = container;
        key.row.uid = KeyUid(newUuid());
        key.row.account = m_result.account;
        key.row.record = listed;
        key.row.inUse = m_inUse.contains(keyPlace(listed.container, listed.id));
        key.row.firstSeenAt = m_result.endedAt;
        key.row.lastSeenAt = m_result.endedAt;
        writeKey(m_writing, key);
        ++m_summary.added;
    }

    static std::optional<VendorChanges::Listed> listedBefore(const StoredContainer &container)
    {
        if (!container.seenSince || !container.seenAt)
            return std::nullopt;
        return VendorChanges::Listed{*container.seenSince, *container.seenAt};
    }

    void update(StoredKey &key, const KeyRecord &listed, bool complete,
                const std::optional<VendorChanges::Listed> &before)
    {
        const bool inUse = m_inUse.contains(keyPlace(listed.container, listed.id));
        if (sameContent(key.row.record, listed) && !key.row.vanishedAt && key.row.inUse == inUse) {
            if (!complete)
                m_writing.db.run(u"UPDATE keys SET last_seen = ?, used_observed = ? WHERE no = ?"_s,
                                 {m_result.endedAt, listed.lastUsed.observedAt, key.no});
            return;
        }
        m_vendorChanges.take(key.row, listed, before);
        key.row.record = listed;
        key.row.inUse = inUse;
        key.row.vanishedAt.reset();
        key.row.lastSeenAt = m_result.endedAt;
        writeKey(m_writing, key);
        ++m_summary.changed;
    }

    void vanish(StoredKey &key)
    {
        if (key.row.manual || key.row.vanishedAt)
            return;
        KeyRecord &record = key.row.record;
        // What is known to have ended otherwise stays so: a revoked key that is listed no longer
        // was revoked.
        if (record.state != KeyState::Revoked) {
            const bool expired = record.expiresAt && *record.expiresAt <= m_result.endedAt;
            record.state = expired ? KeyState::Expired : KeyState::Deleted;
        }
        key.row.vanishedAt = m_result.endedAt;
        writeKey(m_writing, key);
        ++m_summary.vanished;
    }

    Writing &m_writing;
    const SyncResult &m_result;
    AccountContainers m_containers;
    VendorChanges m_vendorChanges;
    QSet<QString> m_inUse; ///< keyPlace()
    QSet<QString> m_complete;
    QHash<QString, QList<const KeyRecord *>> m_listed; ///< by containerKey()
    QStringList m_order;                               ///< of the keys of m_listed
    SyncSummary m_summary;
};

qint64 countKeys(Database &db, const AccountId &account)
{
    return db
        .number(u"SELECT count(*) FROM keys k JOIN containers c ON c.no = k.container"
                " JOIN accounts a ON a.no = c.account"
                " WHERE a.id = ? AND k.vanished_at IS NULL AND k.state <> 'deleted'"_s,
                {account})
        .value_or(0);
}

} // namespace

SyncSummary applySync(Writing &writing, const SyncResult &result)
{
    SyncSummary summary = SyncApplication(writing, result).apply();
    summary.total = countKeys(writing.db, result.account);
    writing.db.run(u"INSERT INTO syncs (account, started_at, ended_at, asked_by, added, changed,"
                   " vanished, sources) VALUES ((SELECT no FROM accounts WHERE id = ?),"
                   " ?, ?, ?, ?, ?, ?, ?)"_s,
                   {result.account, result.startedAt, result.endedAt, result.askedBy, summary.added,
                    summary.changed, summary.vanished,
                    encodeSources(result.containers.sources + result.keys.sources)});
    setAccountStatus(writing, result.account, result.status);
    return summary;
}

QList<ListingSource> readLastListing(Database &db, const AccountId &account)
{
    Rows rows = db.select(u"SELECT sources FROM syncs WHERE account ="
                          " (SELECT no FROM accounts WHERE id = ?) ORDER BY no DESC LIMIT 1"_s,
                          {account});
    return rows.next() ? decodeSources(rows.text()) : QList<ListingSource>();
}

} // namespace chatelaine
