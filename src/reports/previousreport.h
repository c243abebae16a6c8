// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QSet>

namespace chatelaine {

/** A report that was made before, as the journal has it. */
struct PreviousReport
{
    qint64 sequence = 0; ///< of its entry
    Timestamp at;
    Timestamp until; ///< how far it told
    QString file;
    QString format;
    QByteArray lineHash; ///< SHA-256 of the entry's line, in hexadecimal
    QString head;        ///< of the own journal, as a pack's entry has it; empty: it was no pack
};

/** A whole report, and not one of its tables. */
bool isWholeReport(const QString &format);

/** Of which accounts a report is, for its entry in the journal: "all", or a SHA-256 of their ids.
 */
QString reportScope(const QSet<AccountId> &accounts);
/** The member of the entry's detail that has it. */
inline const QString reportScopeMember = QStringLiteral("scope");
/** The member that says how far the report told. */
inline const QString reportUntilMember = QStringLiteral("until");

/** The report of these accounts that an entry of the journal tells of, if it does. */
std::optional<PreviousReport> previousReportIn(const JournalLine &line,
                                               const QSet<AccountId> &accounts,
                                               const QString &installation);

} // namespace chatelaine
