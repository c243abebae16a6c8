// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

namespace chatelaine::cli {

class TeamJoinJob : public Job
{
    Q_OBJECT
public:
    TeamJoinJob(Session &session, TeamJoin order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void join(const SharedSecret &password);

    const TeamJoin m_order;
};

class TeamStatusJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;

private:
    void report(const TeamState &state, const QList<InstallationChain> &chains);
};

class TeamSyncJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

class TeamLeaveJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

} // namespace chatelaine::cli
