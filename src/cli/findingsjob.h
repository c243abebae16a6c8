// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inventoryjobs.h"
#include "core/findings.h"

#include <QHash>

namespace chatelaine::cli {

/** `findings list`: keys and held secrets that need an admin. Asks no vendor. */
class FindingsJob : public InventoryJob
{
    Q_OBJECT
public:
    FindingsJob(Session &session, FindingsList order)
        : InventoryJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const QList<Finding> &findings);
    void report(const QList<KeyRow> &keys);

    const FindingsList m_order;
    QList<AccountRow> m_accounts;
    QList<Finding> m_findings;
};

} // namespace chatelaine::cli
