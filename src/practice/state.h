// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/database.h"
#include "practice/records.h"

#include <functional>
#include <mutex>

namespace chatelaine::practice {

/** Which keys: an empty member restricts nothing. */
struct KeyFilter
{
    QString system;
    QString container = {};
    QString parent = {}; ///< the organization whose projects' keys are meant
    QString kind = {};
    QString environment = {};
};

/**
 * What the four systems know: one SQLite database and one clock. Not thread-safe by itself: every
 * caller holds `lock()` while it handles one request, which also makes a request atomic.
 * Every call may throw DatabaseError.
 */
class State
{
public:
    explicit State(const QString &databaseFile);

    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }
    Transaction transaction() { return Transaction(m_database); }

    Millis now() const;
    void setClockOffset(Millis offset) { m_clockOffset = offset; }
    bool isNew() const { return m_new; }

    qint64 addKey(const KeyRecord &key);
    void addKeys(const QList<KeyRecord> &keys);
    void updateKey(const KeyRecord &key);
    void removeKey(qint64 row);
    void touchKey(qint64 row);
    /** By the present secret or by the one that comes with a rotation. */
    std::optional<KeyRecord> keyBySecret(const QString &system, QByteArrayView secret);
    std::optional<KeyRecord> keyById(const KeyFilter &filter, const QString &id);
    /** Newest first. A negative limit means all. */
    QList<KeyRecord> keys(const KeyFilter &filter, qint64 limit = -1, qint64 offset = 0);
    qint64 countKeys(const KeyFilter &filter);

    void addContainer(const ContainerRecord &container);
    void updateContainer(const ContainerRecord &container);
    /** With the containers in it, and all of their keys. */
    void removeContainer(const QString &system, const QString &id);
    std::optional<ContainerRecord> container(const QString &system, const QString &id);
    /** Newest first; organizations have an empty parent. */
    QList<ContainerRecord> containers(const QString &system, const QString &parent);

    void addDocument(const QString &collection, const QString &owner,
                     const DocumentRecord &document);
    /** False if there is none of that id. */
    bool updateDocument(const QString &collection, const QString &owner,
                        const DocumentRecord &document);
    bool removeDocument(const QString &collection, const QString &owner, const QString &id);
    std::optional<DocumentRecord> document(const QString &collection, const QString &owner,
                                           const QString &id);
    QList<DocumentRecord> documents(const QString &collection, const QString &owner);

    qint64 counter(const QString &name);
    void setCounter(const QString &name, qint64 value);
    /** Adds one and gives the result. */
    qint64 increment(const QString &name);

    void addTraffic(const TrafficRecord &traffic);
    /** Of one organization, `from` included and `to` not. */
    QList<TrafficRecord> traffic(const QString &organization, Millis from, Millis to);

private:
    std::mutex m_mutex;
    Database m_database;
    Millis m_clockOffset = 0;
    bool m_new = false;
};

} // namespace chatelaine::practice
