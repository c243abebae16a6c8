// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/journalseal.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <atomic>
#include <functional>
#include <memory>

class QIODevice;

namespace chatelaine {

/** Which entries of the journal a report is about. */
struct JournalSelection
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< exclusive
    QSet<AccountId> accounts;    ///< empty: all entries, also those about no account

    bool isAll() const { return !from && !to && accounts.isEmpty(); }
    bool has(const JournalLine &line) const;
};

/** A form in which entries are written. What it gives back is false when the device refused. */
class JournalFormat
{
public:
    virtual ~JournalFormat();
    virtual bool begin(QIODevice &device) = 0;
    /** A selected entry; they come in the order of their numbers. */
    virtual bool add(const JournalLine &line) = 0;
    virtual bool end() = 0;
    /** Whether pass() is to be called with the entries in between that are not selected. */
    virtual bool wantsAll() const { return false; }
    virtual void pass(const JournalLine &line);
    /** After end(): of a form that is signed. */
    virtual Sealed sealed() const { return {}; }
};

/** What an export is to write, and where. */
struct JournalExport
{
    JournalSelection selection;
    QString file;
    std::shared_ptr<JournalFormat> format;
    /** Called now and then with the entries written so far, on the store's reader thread; may be
     * empty. */
    std::function<void(qint64)> progress = {};
    std::shared_ptr<std::atomic_bool> cancel = {}; ///< becomes true: the outcome is Cancelled
};

class JournalExporter
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::JournalExporter)
public:
    /** Gives the number of entries. Under its name the file appears only when it is complete. */
    [[nodiscard]] static FutureOutcome<qint64> write(Store &store, const JournalExport &order);

    static Error cannotWrite(const QString &file, const QString &reason);
    static Error cancelled();
};

} // namespace chatelaine
