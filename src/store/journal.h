// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    const JournalVerdict &verdict() const { return m_verdict; }

private:
    /** Why the line cannot be the next one; empty when it can. */
    QString problemOf(const JournalLine &line) const;

    QByteArray m_installation; ///< the member of that name, as each line must have it
    QByteArray m_previous;     ///< SHA-256 of the line before, in hexadecimal
    JournalVerdict m_verdict;
};

} // namespace chatelaine
