// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/keyhistory.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** An exception from a finding's rule, whatever became of it. */
struct ExceptionRecord
{
    FindingException made;
    /** Somebody ended it, or made another one of the same rule. */
    std::optional<Timestamp> endedAt;
    QString endedBy;
    bool isReplaced = false; ///< by another one
};

/** All that were made of a key, by time. */
QList<ExceptionRecord> exceptionRecords(const KeyHistory &history);

/** The sheet "exceptions": each one that was made until the end of the report. */
Sheet exceptionsSheet();
Cells exceptionRow(qint64 number, const QString &account, const KeyRow &key,
                   const ExceptionRecord &record, Timestamp end);

} // namespace chatelaine
