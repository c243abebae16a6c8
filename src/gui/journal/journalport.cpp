// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalport.h"

#include "services/accountservice.h"
#include "services/reportservice.h"
#include "services/services.h"

namespace chatelaine {

JournalPort JournalPort::of(Services &services)
{
    return {
        [&services](const ExportOrder &order, std::function<void(qint64)> progress,
                    CancellationPtr cancellation) {
            return services.reports.exportTo(order, std::move(progress), std::move(cancellation));
        },
        [&services] { return services.audit.verify(); },
        [&services] { return services.accounts.accounts(); },
        [&services](const VerifyOrder &order) { return services.audit.verifyExport(order); },
    };
}

} // namespace chatelaine
