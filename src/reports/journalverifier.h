// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "reports/packjournal.h"

#include <QList>

#include <vector>

class QIODevice;

namespace chatelaine {

/** What somebody did to a journal that was exported. */
enum class Tampering {
    None,
    Edited,      ///< the content of an entry
    Removed,     ///< entries from the middle or the beginning
    Inserted,    ///< entries that are not the journal's
    Reordered,   ///< the order of the entries
    CutAtEnd,    ///< the last entries are missing
    Rewritten,   ///< chain and tree were made anew: they lead to another head
    Forged,      ///< the head is not signed by the key that it names
    NotSealed,   ///< the head itself is missing
    OtherSigner, ///< it is signed by another key than the one that is known
    Older,       ///< it is an older one than what is known already
    OtherFiles   ///< a file of a pack was edited, removed or added
};

/** "none", "edited", ... as `--json` writes them. */
QString tamperingName(Tampering tampering);

/** A head of a journal that is known from elsewhere. */
struct KnownHead
{
    QString origin;
    PackHead head;
    QByteArray fingerprint;  ///< of its signer; empty: unsigned
    bool isPrevious = false; ///< what is verified has to be newer
};

/** What is known of an export beside what it says itself. */
struct ExportExpectation
{
    QByteArray fingerprint; ///< of the signer, in hexadecimal; empty: not known
    QList<KnownHead> heads;
    bool mayBeOlder = false; ///< than `heads`, beside the previous ones
};

/** What a journal that was exported proves. */
struct ExportVerdict
{
    Tampering tampering = Tampering::None;
    qint64 at = 0;    ///< number of the entry where it shows; 0: none in particular
    qint64 count = 0; ///< how many entries it is about, where that is known
    QString file;     ///< of a pack, where it shows; empty: in the entries
    qint64 entries = 0;
    Checkpoint head;     ///< that the entries were held against
    bool isPart = false; ///< not all entries up to the head
    bool isSigned = false;
    QByteArray publicKey; ///< that signed, 32 bytes
    QString unsignedWhy;  ///< a sentence

    bool isIntact() const { return tampering == Tampering::None; }
    /** What was found, as a sentence. */
    QString sentence() const;
};

/** What a line of an exported journal tells without the others. */
struct ExportedLine
{
    qint64 sequence = 0;  ///< 0: it is no entry
    bool follows = false; ///< its `prev` is the hash of the line before it
};

namespace journalVerifier {

/** The heads that an entry of a journal remembers: of a pack that was made, of an export that was
 * verified and found intact. */
QList<KnownHead> knownHeadsOf(const JournalLine &line);

/**
 * What was done to the entries of a whole journal (or of a part of it, of which `entries` were
 * exported), as their numbers and hashes show it. None: they can be the journal's, so the tree
 * decides.
 */
ExportVerdict judged(const std::vector<ExportedLine> &lines, qint64 entries, bool isPart);

/**
 * Verifies entries, one on each line, against their seal. Reads line by line and keeps 64 bytes of
 * each. Blocks: meant for a pool thread. `consistency` goes from an older head to that of the seal,
 * for a part that cannot show it by its entries.
 */
ExportVerdict verifyEntries(QIODevice &device, const JournalSeal &seal,
                            const std::optional<PackConsistency> &consistency,
                            const ExportExpectation &expected);
/**
 * Verifies a file of JSON Lines with a JournalSeal at its end, in the same way. Errors (Storage):
 * the file cannot be read.
 */
Outcome<ExportVerdict> verifyJsonLines(const QString &file, const ExportExpectation &expected = {});
/** The same of what a device gives that is open for reading. */
Outcome<ExportVerdict> verifyJsonLines(QIODevice &device, const ExportExpectation &expected = {});

/** That a file cannot be read. */
Error cannotRead(const QString &file, const QString &reason);

} // namespace journalVerifier
} // namespace chatelaine
