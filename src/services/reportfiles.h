// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditreport.h"
#include "reports/evidencepack.h"

#include <atomic>

namespace chatelaine {

/** The journal of one installation, as it is walked. */
struct ReportedChain
{
    QString installation;
    JournalSealer sealer;
    std::unique_ptr<PackJournal> journal; ///< of a pack only
};

/** What a report is written with; used by one thread after the other. */
struct ReportFiles
{
    QString name; ///< of the file or folder, as the user gave it
    SealedBy by;
    std::unique_ptr<AuditReport> report;
    std::unique_ptr<EvidencePack> pack; ///< of a pack only
    std::vector<ReportedChain> chains;  ///< the own one first
    QMap<QString, PackHead> previous;   ///< heads of the last pack
    QString problem;                    ///< of a journal in a pack
    std::atomic_bool cancelled = false;

    bool takeEntry(ReportedChain &chain, const JournalLine &line);
    bool takeKey(const KeyRow &key);
    QList<Checkpoint> heads();
    QStringList brokenJournals() const; ///< in sentences
    /** Writes what comes last, and gives the files their names. */
    Outcome<Done> finish();
    Error whyStopped() const;
};

} // namespace chatelaine
