// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

#include <variant>

namespace chatelaine::cli {

/** `destinations list`, `check` and `check-file`. */
class DestinationsJob : public Job
{
    Q_OBJECT
public:
    using Order = std::variant<DestinationsList, DestinationsCheck, DestinationsCheckFile>;

    DestinationsJob(Session &session, Order order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void run(const DestinationsList &order);
    void run(const DestinationsCheck &order);
    void run(const DestinationsCheckFile &order);

    const Order m_order;
};

} // namespace chatelaine::cli
