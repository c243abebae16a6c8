// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/csvwriter.h"
#include "reports/journalexport.h"

namespace chatelaine {

/**
 * The journal as a CSV file: a view made for reading; the record is the journal's own lines, whose
 * hashes stand in the last columns.
 */
class JournalCsv : public JournalFormat
{
public:
    /** The names of the columns, the first row of the file; not translated, scripts rely on them.
     */
    static QStringList columns();
    static Cells cellsOf(const JournalLine &line); ///< in the order of the columns

    QByteArray beginning() const override;
    JournalPart part(const JournalStretch &lines, const JournalSelection &selection) const override;
};

} // namespace chatelaine
