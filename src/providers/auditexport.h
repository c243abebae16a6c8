// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/exchanger.h"

namespace chatelaine {

// The export of the audit log that a vendor keeps. Unsupported where the definition has none for
// the container's level.

FutureOutcome<VendorAuditExport> startExport(Exchanger *exchanger, const VendorAuditOrder &order);
FutureOutcome<VendorAuditExport> readExportState(Exchanger *exchanger,
                                                 const VendorAuditOrder &order, const QString &id);
/** To a file beside `file`, unpacked to another, and renamed only when all of it is there. */
FutureOutcome<Done> downloadExport(Exchanger *exchanger, const VendorAuditOrder &order,
                                   const QString &id, const QString &file,
                                   CancellationPtr cancellation);

} // namespace chatelaine
