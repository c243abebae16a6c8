// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditsheets.h"
#include "reports/checkpoint.h"
#include "reports/keychanges.h"

#include <array>

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
    qint64 keys() const { return m_keys; }
    qint64 events() const { return m_events; }
    QString problem() const { return m_sink->problem(); }

private:
    bool add(AuditTable table, const Cells &cells);
    bool addAccounts();
    bool addChanges(const QList<NotedChange> &changes, const KeyRow *key);
    QList<ReportFact> firstPage() const;
    QList<ReportCounts> summary() const;

    const AuditFacts m_facts;
    const AuditRows m_rows;
    const std::shared_ptr<ReportSink> m_sink;
    void noteRemoval(const JournalLine &line);
    bool isReported(const Finding &finding) const;

    QList<Checkpoint> m_heads;
    QStringList m_brokenJournals;
    QStringList m_removals;     ///< accounts that were removed since the period began, in sentences
    QSet<KeyUid> m_findingKeys; ///< keys of findings that have no row yet
    KeyHistories m_histories;
    KeyChanges m_changes;
    qint64 m_changed = 0; ///< rows of them
    QHash<AccountId, KeyCounts> m_counts;
    QMap<KeyState, qint64> m_states;
    QMap<QString, qint64> m_findings; ///< by rule
    std::array<qint64, 5> m_ages{};   ///< keys by the bounds of ages(), and of an age not known
    qint64 m_keys = 0;
    qint64 m_events = 0;
};

} // namespace chatelaine
