// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/bulkservice.h"
#include "services/leaksearch.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What bulk changes in the window ask of the services; tests pass their own functions. */
struct BulkPort
{
    std::function<FutureOutcome<BulkPlan>(KeyVerb, const BulkTargets &)> plan;
    std::function<FutureOutcome<BulkRunId>(const BulkPlan &)> start;
    std::function<FutureOutcome<Done>(const BulkRunId &)> resume;
    std::function<FutureOutcome<Done>(const BulkRunId &)> drop;
    std::function<void(const BulkRunId &)> cancel;
    std::function<FutureOutcome<QList<BulkRun>>(bool openOnly)> runs;
    std::function<FutureOutcome<QList<BulkItem>>(const BulkRunId &)> items;
    std::function<FutureOutcome<LeakReport>(const QList<SharedSecret> &)> findLeaks;
    BulkService *service = nullptr; ///< whose signals tell what happens; null in tests

    static BulkPort of(Services &services);
};

} // namespace chatelaine
