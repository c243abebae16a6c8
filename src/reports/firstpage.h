// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/checkpoint.h"
#include "reports/reporttally.h"

namespace chatelaine {

/** What a report has found out when its first page is made. */
struct FirstPageState
{
    const ReportTally &tally;
    QStringList missing; ///< why the report is not complete, in sentences
    QList<Checkpoint> heads;
    bool isBroken = false; ///< a journal is
};

QList<ReportFact> firstPage(const AuditFacts &facts, const FirstPageState &state);

/** A chart of the use of each account. */
QList<ReportFigure> usageFigures(const AuditFacts &facts);

} // namespace chatelaine
