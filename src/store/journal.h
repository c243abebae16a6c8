// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/journalchain.h"
#include "store/writing.h"

namespace chatelaine {

/** Appends an entry to this installation's chain (docs/journal-format.md). */
JournalLine appendJournal(Writing &writing, const JournalEvent &event);

QList<JournalLine> readJournal(Database &db, const JournalFilter &filter);
QList<JournalLine> readLatestJournal(Database &db, int limit);
qint64 journalLength(Database &db);

/** Walks the chain from its first entry, a stretch at a time. */
class JournalVerification
{
public:
    explicit JournalVerification(const QString &installation);
    /** Checks the next entries; true when the walk is over. */
    bool step(Database &db);
    const JournalVerdict &verdict() const { return m_chain.verdict(); }

private:
    JournalChain m_chain;
};

} // namespace chatelaine
