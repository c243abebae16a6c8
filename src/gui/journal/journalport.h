// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/auditservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What the journal page asks of the services; tests pass their own functions. */
struct JournalPort
{
    std::function<FutureOutcome<ExportReport>(
        const ExportOrder &, std::function<void(qint64)> progress, CancellationPtr)>
        exportTo;
    std::function<FutureOutcome<JournalVerdict>()> verify;

    std::function<QList<AccountRow>()> accounts;
    std::function<FutureOutcome<ExportVerdict>(const VerifyOrder &)> verifyExport = {};

    static JournalPort of(Services &services);
};

} // namespace chatelaine
