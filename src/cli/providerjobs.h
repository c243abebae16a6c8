// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

namespace chatelaine::cli {

/** `providers list`, `show` and `check`. */
class ProvidersJob : public Job
{
    Q_OBJECT
public:
    using Order = std::variant<ProvidersList, ProvidersShow, ProvidersCheck>;
    ProvidersJob(Session &session, Order order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void run(const ProvidersList &order);
    void run(const ProvidersShow &order);
    void run(const ProvidersCheck &order);

    const Order m_order;
};

} // namespace chatelaine::cli
