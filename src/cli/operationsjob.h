// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/** `operations list`, with the keys that an operation in doubt may have made. */
class OperationsJob : public Job
{
    Q_OBJECT
public:
    OperationsJob(Session &session, OperationsList order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void report(const QList<OperationRow> &operations, const QList<Doubt> &doubts);

    const OperationsList m_order;
};

} // namespace chatelaine::cli
