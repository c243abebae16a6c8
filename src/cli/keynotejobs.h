// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inventoryjobs.h"
#include "core/keynotes.h"

#include <QHash>

namespace chatelaine::cli {

/** `keys show`: what the vendor says of a key, and what people say. */
class KeysShowJob : public Job
{
    Q_OBJECT
public:
    KeysShowJob(Session &session, KeysShow order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    const KeysShow m_order;
};

/** `keys note`, `keys review`, `keys acknowledge`, `exceptions make` and `exceptions end`. */
class KeysSayJob : public Job
{
    Q_OBJECT
public:
    KeysSayJob(Session &session, KeysSay order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void findNext();
    void say();
    void report(int said);

    const KeysSay m_order;
    QStringList m_left;
    QList<KeyUid> m_keys;
};

/** `exceptions list`: those that were not ended, also ones whose time is over. */
class ExceptionsJob : public InventoryJob
{
    Q_OBJECT
public:
    ExceptionsJob(Session &session, ExceptionsList order)
        : InventoryJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void readNext();
    void report();

    const ExceptionsList m_order;
    QList<AccountRow> m_accounts;
    QList<std::pair<KeyUid, QList<FindingException>>> m_left; ///< whose keys are not read yet
    QList<std::pair<KeyRow, FindingException>> m_found;
};

QJsonObject exceptionDocument(const FindingException &exception);

} // namespace chatelaine::cli
