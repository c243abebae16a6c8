// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"
#include "reports/keyhistory.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** The tables of an audit report, in their order. */
enum class AuditTable {
    Accounts,
    Sources,
    Keys,
    Rotation,
    Findings,
    Exceptions,
    Quotas,
    Events,
    Review,
    Leavers,
    Incidents,
    Changes,
    Reconciliation,
    Tool,
    Clauses
};

/** All of them, by the number of AuditTable. Titles are in the language of the interface. */
QList<Sheet> auditSheets();

/** What was found while the keys of an account were walked. */
struct KeyCounts
{
    qint64 listed = 0;    ///< rows of the report
    qint64 madeHere = 0;  ///< with an entry in the journal
    qint64 elsewhere = 0; ///< that appeared in the period, and of which the journal knows nothing
    qint64 endedHere = 0;
    qint64 vanished = 0;
};

/** Makes the rows. A number of each table's row is its first cell where it has one. */
class AuditRows
{
public:
    explicit AuditRows(const AuditFacts &facts);

    Cells account(const ReportedAccount &account, qint64 keys) const;
    Cells source(const ReportedAccount &account, const ListingSource &source) const;
    Cells key(qint64 number, const ReportedAccount &account, const KeyRow &key,
              const KeyHistory &history) const;
    Cells review(qint64 number, const ReportedAccount &account, const KeyRow &key,
                 const KeyHistory &history) const;
    Cells finding(qint64 number, const Finding &finding) const;
    Cells quota(const ReportedAccount &account, qsizetype index) const;
    static Cells event(const JournalLine &line);
    /** `unlisted`: keys that usage figures name, and no list had. */
    static Cells reconciliation(const ReportedAccount &account, const KeyCounts &counts,
                                const QSet<QString> &unlisted);
    static Cells clause(const Clause &clause);

private:
    Cells keyState(const ReportedAccount &account, const KeyRow &key,
                   const KeyHistory &history) const;

    const AuditFacts &m_facts;
    QHash<KeyUid, QStringList> m_rules; ///< of a key's findings
};

} // namespace chatelaine
