// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalport.h"

#include "services/services.h"

namespace chatelaine {

JournalPort JournalPort::of(Services &services)
{
    AuditService &audit = services.audit;
    return {
        [&audit](const ExportOrder &order, std::function<void(qint64)> progress,
                 CancellationPtr cancellation) {
            return audit.exportTo(order, std::move(progress), std::move(cancellation));
        },
        [&audit] { return audit.verify(); },
    };
}

} // namespace chatelaine
