// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditsheets.h"
#include "reports/causedends.h"
#include "reports/checkpoint.h"
#include "reports/keychanges.h"
#include "reports/reporttally.h"

namespace chatelaine {

/**
 * An audit report while it is made: takes the journal first and the keys then, and gives rows to a
 * sink. Calls come one after the other, from whichever thread. What gives false ends it; the sink's
 * problem() says why.
 */
class AuditReport
{
public:
    AuditReport(AuditFacts facts, std::shared_ptr<ReportSink> sink);

    bool begin();
    /** The next entry of a journal, from the first one on, also those outside the period; one
     * installation's after the other's. */
    bool takeEntry(const JournalLine &line);
    /** A key of one of the accounts; account after account. */
    bool takeKey(const KeyRow &key);
    /** The other tables, and the first page with the heads of the journals, and what is wrong with
     * these, in sentences. */
    bool end(const QList<Checkpoint> &heads, const QStringList &brokenJournals = {});

    const AuditFacts &facts() const { return m_facts; }
    ReportHeader header() const;
    QStringList missing() const;
    qint64 keys() const { return m_tally.keys(); }
    qint64 events() const { return m_tally.events(); }
    QString problem() const { return m_sink->problem(); }

private:
    bool add(AuditTable table, const Cells &cells);
    bool addAccounts();
    bool addChanges(const QList<NotedChange> &changes, const KeyRow *key);
    bool addExceptions(const QString &account, const KeyRow &key, const KeyHistory &history);
    bool addFindings();
    bool addAll(AuditTable table, const QList<Cells> &rows);
    void countKey(const KeyRow &key, const KeyHistory &history);

    const AuditFacts m_facts;
    const AuditRows m_rows;
    const std::shared_ptr<ReportSink> m_sink;
    void noteRemoval(const JournalLine &line);
    bool isReported(const Finding &finding) const;

    QList<Checkpoint> m_heads;
    QStringList m_brokenJournals;
    QStringList m_removals;     ///< accounts that were removed since the period began, in sentences
    QSet<KeyUid> m_findingKeys; ///< keys of findings that have no row yet
    QHash<KeyUid, KeyNotes> m_findingNotes; ///< of those that have one
    KeyHistories m_histories;
    KeyChanges m_changes;
    qint64 m_changed = 0; ///< rows of them
    QHash<AccountId, KeyCounts> m_counts;
    QHash<AccountId, QSet<QString>> m_unlisted; ///< ids of keys with usage, which no list had
    ReportTally m_tally;
    CausedEnds m_causedEnds;
    qint64 m_exceptions = 0; ///< rows of them
};

} // namespace chatelaine
