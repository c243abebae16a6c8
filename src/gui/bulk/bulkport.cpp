// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulkport.h"

#include "core/async.h"
#include "services/services.h"

namespace chatelaine {

BulkPort BulkPort::of(Services &services)
{
    BulkService &bulk = services.bulk;
    BulkPort port;
    port.plan = [&bulk](KeyVerb verb, const BulkTargets &targets) {
        return bulk.plan(verb, targets);
    };
    port.start = [&bulk](const BulkPlan &chosen) {
        return bulk.start(chosen);
    };
    port.resume = [&bulk](const BulkRunId &run) {
        return bulk.resume(run);
    };
    port.drop = [&bulk](const BulkRunId &run) {
        return bulk.drop(run);
    };
    port.cancel = [&bulk](const BulkRunId &run) {
        bulk.cancel(run);
    };
    port.runs = [&bulk](bool openOnly) {
        return bulk.runs(openOnly);
    };
    port.items = [&bulk](const BulkRunId &run) -> FutureOutcome<QList<BulkItem>> {
        if (const QList<BulkItem> *live = bulk.live(run))
            return readyOutcome<QList<BulkItem>>(*live);
        return bulk.items(run);
    };
    port.findLeaks = [&leaks = services.leaks](const QList<SharedSecret> &values) {
        return leaks.find(values);
    };
    port.service = &bulk;
    return port;
}

} // namespace chatelaine
