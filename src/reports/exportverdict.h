// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/checkpoint.h"

#include <QList>

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
    Forged,      ///< a signature is missing, or not by the key that stands beside it
    NotSealed,   ///< the head itself is missing
    OtherSigner, ///< it is signed by another key than the one that is known
    Older,       ///< it is an older one than what is known already
    OtherFiles   ///< a file of a pack was edited, removed or added
};

/** "none", "edited", ... as `--json` writes them. */
QString tamperingName(Tampering tampering);

/** What became of a file of a pack. */
enum class FileChange {
    Edited,
    Removed,
    Added,
    NotRegular ///< there is a link, or a device, in its place
};

/** "edited", ... as `--json` writes them. */
QString fileChangeName(FileChange change);

/** Something that was done. */
struct ExportFinding
{
    Tampering tampering = Tampering::None;
    qint64 at = 0;     ///< number of the entry where it shows; 0: none in particular
    qint64 count = 0;  ///< how many entries it is about, where that is known
    QString file = {}; ///< of a pack, where it shows; empty: in the entries
    FileChange change = FileChange::Edited; ///< what became of `file`

    bool isIntact() const { return tampering == Tampering::None; }
    QString sentence() const;
};

/** A journal in an export, as its head has it. */
struct VerifiedJournal
{
    Checkpoint head;
    qint64 entries = 0;
    bool isPart = false; ///< not all entries up to the head
};

/** What a journal that was exported proves: the most serious finding, and the others. */
struct ExportVerdict : ExportFinding
{
    QList<ExportFinding> also = {};
    qint64 entries = 0; ///< of all journals
    Checkpoint head;    ///< of the first journal, or of the one where something shows
    bool isPart = false;
    QList<VerifiedJournal> journals = {};
    QString maker = {};        ///< origin of the journal of whoever exported; empty: not known
    bool hasSignature = false; ///< right or wrong
    bool isSigned = false;     ///< rightly
    QByteArray publicKey = {}; ///< that signed, 32 bytes
    QString unsignedWhy = {};  ///< a sentence

    /** Takes what was found next: more serious findings come first. */
    void add(const ExportFinding &finding);
    bool has(Tampering wanted) const;
    /** All that was found, in sentences. */
    QString sentence() const;
};

} // namespace chatelaine
