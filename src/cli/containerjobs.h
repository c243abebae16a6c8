// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/deliveringjob.h"
#include "services/containerservice.h"

namespace chatelaine::cli {

/** `orgs create`, `projects create`. */
class ContainerCreateJob : public DeliveringJob
{
    Q_OBJECT
public:
    ContainerCreateJob(Session &session, ContainersCreate order)
        : DeliveringJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void fillForm(const AccountRow &account, const ProviderInfo &provider);
    void choosePlace(const AccountRow &account, const ProviderInfo &provider);
    void create();
    void created(const ContainerChangeResult &result);

    const ContainersCreate m_order;
    ContainerChange m_change;
};

/** `rename` and `delete` of organizations and projects. */
class ContainerChangeJob : public Job
{
    Q_OBJECT
public:
    ContainerChangeJob(Session &session, ContainersChange order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const ContainerRow &row);
    void rename(const ProviderInfo &provider, const ContainerVerbInfo &verb);
    void askToDelete(const ContainerVerbInfo &verb, const QList<KeyRow> &keys);
    void confirmUsed(const QString &question);
    void apply();
    void report(const ContainerChangeResult &result);

    const ContainersChange m_order;
    ContainerRow m_row;
    ContainerChange m_change;
};

} // namespace chatelaine::cli
