// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/encoding.h"
#include "store/writing.h"

namespace chatelaine {

/** A row of the table of containers. */
struct StoredContainer
{
    qint64 no = 0;
    QString key;
    QString path; ///< encoded
    QString details;
    bool listed = false;
    std::optional<Timestamp> seenAt;
    std::optional<Timestamp> seenSince;
};

/** All containers of one account, read once and kept equal to the table while they are changed. */
class AccountContainers
{
public:
    AccountContainers(Writing &writing, qint64 account);

    const QList<StoredContainer> all() const { return m_byKey.values(); }
    const StoredContainer *find(const QString &key) const;

    /** The container at `path`, made when it is not there yet. */
    StoredContainer ensure(const ContainerPath &path);
    /** The container at `path` as the vendor lists it now, and those above it. */
    void list(const ContainerPath &path, const Details &details);
    /** Marks every container but the account itself and those given as gone, and gives them. */
    QList<StoredContainer> unlistAllBut(const QSet<QString> &keys);
    /** The container at `path` is there, under this name; those below it are told of the name. */
    void rename(const ContainerPath &path);
    /** Marks a container and those below it as gone, and gives them. */
    QList<StoredContainer> unlistFrom(const QString &key);
    /** All keys of the container were listed in this time. */
    void setSeen(const QString &key, Timestamp since, Timestamp at);

private:
    void update(const StoredContainer &container);

    Writing &m_writing;
    qint64 m_account;
    QHash<QString, StoredContainer> m_byKey;
};

QList<ContainerRow> readContainers(Database &db, const AccountId &account);

} // namespace chatelaine
