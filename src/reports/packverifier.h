// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalverifier.h"

namespace chatelaine {

namespace packVerifier {

/**
 * Verifies an evidence pack: its entries against its heads, its files against their sums, these
 * against their signature, and all of it against what is known. Everything that is wrong is named,
 * in this order; of what is no regular file nothing is read. Blocks: meant for a pool thread.
 * Errors: it is no pack (InvalidRequest).
 */
Outcome<ExportVerdict> verifyPack(const QString &folder, const ExportExpectation &expected);

/** The heads of a pack, as what is verified later has to be newer than. Not verified themselves. */
Outcome<QList<KnownHead>> headsOfPack(const QString &folder);

} // namespace packVerifier
} // namespace chatelaine
