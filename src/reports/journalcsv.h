// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QCoreApplication>

#include <atomic>
#include <functional>
#include <memory>

namespace chatelaine {

/**
 * The journal as a CSV file: a view made for reading; the record is the journal's own lines, whose
 * hashes stand in the last columns.
 */
class JournalCsv
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalCsv)
public:
    /** The names of the columns, the first row of the file; not translated, scripts rely on them.
     */
    static QStringList columns();

    /**
     * Writes every entry that `filter` selects (its limit does not count) to `file`, and gives how
     * many. Under this name the file appears only when it is complete. `progress` is called now and
     * then with the entries written so far, on the store's reader thread; it may be empty. When
     * `cancel` becomes true the outcome is Cancelled; it may be null.
     */
    [[nodiscard]] static FutureOutcome<qint64> write(Store &store, const JournalFilter &filter,
                                                     const QString &file,
                                                     std::function<void(qint64)> progress,
                                                     std::shared_ptr<std::atomic_bool> cancel);

    static Error cannotWrite(const QString &file, const QString &reason);
    static Error cancelled();
};

inline FutureOutcome<qint64> exportJournalCsv(Store &store, const JournalFilter &filter,
                                              const QString &file,
                                              std::function<void(qint64)> progress = {},
                                              std::shared_ptr<std::atomic_bool> cancel = {})
{
    return JournalCsv::write(store, filter, file, std::move(progress), std::move(cancel));
}

} // namespace chatelaine
