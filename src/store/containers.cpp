// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/containers.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

AccountContainers::AccountContainers(Writing &writing, qint64 account)
    : m_writing(writing)
    , m_account(account)
{
    Rows rows = writing.db.select(u"SELECT no, key, path, details, listed, seen_at, seen_since"
                                  " FROM containers WHERE account = ?"_s,
                                  {account});
    while (rows.next()) {
        StoredContainer container;
        container.no = rows.integer();
        container.key = rows.text();
        container.path = rows.text();
        container.details = rows.text();
        container.listed = rows.flag();
        container.seenAt = rows.maybeTime();
        container.seenSince = rows.maybeTime();
        m_byKey.insert(container.key, container);
    }
}

const StoredContainer *AccountContainers::find(const QString &key) const
{
    const auto it = m_byKey.constFind(key);
    return it == m_byKey.constEnd() ? nullptr : &*it;
}

StoredContainer AccountContainers::ensure(const ContainerPath &path)
{
    const QString key = containerKey(path);
    if (const StoredContainer *known = find(key))
        return *known;
    StoredContainer container;
    container.key = key;
    container.path = encodePath(path);
    container.details = encodeDetails({});
    container.listed = true;
    m_writing.db.run(
        u"INSERT INTO containers (account, key, path, details, listed, revision, stamp)"
        " VALUES (?, ?, ?, ?, 1, ?, ?)"_s,
        {m_account, container.key, container.path, container.details, m_writing.revision(),
         m_writing.now});
    container.no = m_writing.db.lastId();
    m_writing.changes.containers = true;
    m_byKey.insert(key, container);
    return container;
}

void AccountContainers::list(const ContainerPath &path, const Details &details)
{
    for (qsizetype depth = 1; depth <= path.size(); ++depth) {
        const bool itself = depth == path.size();
        StoredContainer container = ensure(path.first(depth));
        const StoredContainer before = container;
        container.path = encodePath(path.first(depth));
        container.listed = true;
        if (itself)
            container.details = encodeDetails(details);
        if (container.path != before.path || container.details != before.details ||
            container.listed != before.listed)
            update(container);
    }
}

QList<StoredContainer> AccountContainers::unlistAllBut(const QSet<QString> &keys)
{
    QList<StoredContainer> gone;
    for (StoredContainer container : all()) {
        if (container.key.isEmpty() || keys.contains(container.key))
            continue;
        if (container.listed) {
            container.listed = false;
            update(container);
        }
        gone.append(container);
    }
    return gone;
}

void AccountContainers::rename(const ContainerPath &path)
{
    const QString key = ensure(path).key;
    for (StoredContainer container : all()) {
        const bool itself = container.key == key;
        if (!itself && !container.key.startsWith(key + u'/'))
            continue;
        ContainerPath renamed = decodePath(container.path);
        for (qsizetype depth = 0; depth < path.size() && depth < renamed.size(); ++depth)
            renamed[depth].name = path.at(depth).name;
        const QString encoded = encodePath(renamed);
        if (container.path == encoded && (container.listed || !itself))
            continue;
        container.path = encoded;
        container.listed = container.listed || itself;
        update(container);
    }
}

QList<StoredContainer> AccountContainers::unlistFrom(const QString &key)
{
    QList<StoredContainer> gone;
    for (StoredContainer container : all()) {
        if (container.key != key && !container.key.startsWith(key + u'/'))
            continue;
        if (container.listed) {
            container.listed = false;
            update(container);
        }
        gone.append(container);
    }
    return gone;
}

void AccountContainers::setSeen(const QString &key, Timestamp since, Timestamp at)
{
    StoredContainer &container = m_byKey[key];
    container.seenSince = since;
    container.seenAt = at;
    m_writing.db.run(u"UPDATE containers SET seen_since = ?, seen_at = ?, stamp = ? WHERE no = ?"_s,
                     {since, at, m_writing.now, container.no});
}

void AccountContainers::update(const StoredContainer &container)
{
    m_writing.db.run(
        u"UPDATE containers SET path = ?, details = ?, listed = ?, revision = ?, stamp = ?"
        " WHERE no = ?"_s,
        {container.path, container.details, container.listed, m_writing.revision(), m_writing.now,
         container.no});
    m_writing.changes.containers = true;
    m_byKey.insert(container.key, container);
}

QList<ContainerRow> readContainers(Database &db, const AccountId &account)
{
    QList<ContainerRow> containers;
    Rows rows =
        db.select(u"SELECT a.id, c.path, c.details,"
                  " count(k.no) FILTER (WHERE k.vanished_at IS NULL AND k.state <> 'deleted'),"
                  " count(k.no) FILTER (WHERE k.vanished_at IS NULL"
                  "                     AND k.state IN ('expired', 'rotating', 'unknown'))"
                  " FROM accounts a JOIN containers c ON c.account = a.no"
                  " LEFT JOIN keys k ON k.container = c.no"
                  " WHERE (? = '' OR a.id = ?) AND c.listed = 1 AND c.key <> ''"
                  " GROUP BY c.no ORDER BY a.name, c.key"_s,
                  {account, account});
    while (rows.next()) {
        ContainerRow container;
        container.account = AccountId(rows.text());
        container.path = decodePath(rows.text());
        container.details = decodeDetails(rows.text());
        container.keys = rows.integer();
        container.attention = rows.integer();
        containers.append(container);
    }
    return containers;
}

} // namespace chatelaine
