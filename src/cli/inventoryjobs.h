// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

#include <functional>

namespace chatelaine::cli {

/** What the lists of the local inventory share: whose part they show. None of them asks a vendor.
 */
class InventoryJob : public Job
{
    Q_OBJECT
protected:
    using Job::Job;
    /** The accounts that `name` means, all when it is empty; fails the job when there is none of
     * that name. */
    std::optional<QList<AccountRow>> accountsNamed(const QString &name);

    using WithQuery = std::function<void(const KeyQuery &, const QList<AccountRow> &)>;
    /** `next` with what the filters mean, and whose keys can be among them; fails the job when a
     * name in them is nobody's. */
    void withQuery(const KeysList &filters, const WithQuery &next);
};

/** `orgs list` and `projects list`. */
class ContainersJob : public InventoryJob
{
    Q_OBJECT
public:
    ContainersJob(Session &session, ContainersList order)
        : InventoryJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void report(const QList<ContainerRow> &rows, const QList<AccountRow> &accounts);

    const ContainersList m_order;
};

class KeysListJob : public InventoryJob
{
    Q_OBJECT
public:
    KeysListJob(Session &session, KeysList order)
        : InventoryJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void report(const QList<KeyRow> &keys, const QList<AccountRow> &accounts);

    const KeysList m_order;
};

} // namespace chatelaine::cli
