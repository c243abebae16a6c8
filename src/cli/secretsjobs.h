// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/deliveringjob.h"

namespace chatelaine::cli {

/** `secrets list`: what came and was stored nowhere yet. Shows no secret. */
class SecretsListJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;

private:
    void report(const QList<HeldSecret> &secrets);
};

/** `secrets deliver`: brings one of them to where it is needed. */
class SecretsDeliverJob : public DeliveringJob
{
    Q_OBJECT
public:
    SecretsDeliverJob(Session &session, SecretsDeliver order)
        : DeliveringJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const HeldSecret &secret);

    const SecretsDeliver m_order;
};

} // namespace chatelaine::cli
