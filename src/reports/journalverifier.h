// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "reports/exportverdict.h"
#include "reports/knownheads.h"

#include <vector>

class QIODevice;

namespace chatelaine {

/** What a line of an exported journal tells without the others. */
struct ExportedLine
{
    qint64 sequence = 0;  ///< 0: it is no entry
    bool follows = false; ///< its `prev` is the hash of the line before it
};

/** What was found of one journal of an export. */
struct HeldJournal
{
    ExportFinding finding;      ///< of the entries and their head
    VerifiedJournal journal;    ///< its origin is empty when there is no head
    bool hasSignatures = false; ///< the head
    bool isSigned = false;      ///< the head, by the key of the seal
    bool isByOther = false;     ///< the head names another key
    qint64 notFrom = 0;         ///< size of a head that is known and does not lead to this one
    bool isOlder = false;       ///< than a head that is known
    bool isAsPrevious = false;  ///< has not grown since the previous one
    bool hasGrown = false;      ///< since the previous one
};

namespace journalVerifier {

/**
 * What was done to the entries of a whole journal (or of a part of it, of which `entries` were
 * exported), as their numbers and hashes show it. None: they can be the journal's, so the tree
 * decides.
 */
ExportFinding judged(const std::vector<ExportedLine> &lines, qint64 entries, bool isPart);

/**
 * Holds entries, one on each line, against their seal, and that against the heads that are known.
 * Reads line by line and keeps 48 bytes of each. Blocks: meant for a pool thread. `consistency`
 * goes from an older head to that of the seal, for a part that cannot show it by its entries.
 */
HeldJournal holdEntries(QIODevice &device, const JournalSeal &seal,
                        const std::optional<PackConsistency> &consistency, const QString &maker,
                        const ExportExpectation &expected);
/**
 * Verifies a file of JSON Lines with a JournalSeal at its end, in the same way. Errors: the file
 * cannot be read (Storage); no line of it is an entry (InvalidRequest).
 */
Outcome<ExportVerdict> verifyJsonLines(const QString &file, const ExportExpectation &expected = {});
/** The same of what a device gives that is open for reading, whatever that is. */
Outcome<ExportVerdict> verifyJsonLines(QIODevice &device, const ExportExpectation &expected = {});

/** That a file cannot be read. */
Error cannotRead(const QString &file, const QString &reason);

} // namespace journalVerifier
} // namespace chatelaine
