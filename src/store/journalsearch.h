// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/journalquery.h"
#include "store/writing.h"

namespace chatelaine {

/** A page of the entries of all chains that a query means, by time, behind the place. */
QList<JournalLine> searchJournals(Database &db, const JournalQuery &query,
                                  const std::optional<JournalPlace> &beyond, Qt::SortOrder order,
                                  int limit);

/** Counts what a query means, a stretch at a time: others can read in between. */
class JournalCounting
{
public:
    explicit JournalCounting(JournalQuery query);
    /** Counts the next stretch; true when all is counted. */
    bool step(Database &db);
    const JournalCount &count() const { return m_count; }

private:
    bool countIn(Database &db, const QString &table, const QString &number);

    const JournalQuery m_query;
    JournalCount m_count;
    bool m_ownDone = false;
    qint64 m_after = 0; ///< in the table that is being counted
};

} // namespace chatelaine
