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

namespace chatelaine {

/** Which entries of the journal a report is about. */
struct JournalSelection
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< exclusive
    QSet<AccountId> accounts;    ///< empty: all entries, also those about no account

    bool isAll() const { return !from && !to && accounts.isEmpty(); }
    bool has(const JournalReader &entry) const;
    bool has(const JournalLine &line) const;
};

/** Some lines of a journal in a form. */
struct JournalPart
{
    QByteArray bytes;   ///< of the entries that are selected
    qint64 entries = 0; ///< how many these are
    SealPart seal;      ///< of a form that is sealed
};

/** An entry on its way into a form. */
struct ExportedEntry
{
    const JournalReader &members;
    qint64 sequence = 0;
    QByteArrayView line;

    Timestamp time() const { return Timestamp::fromMicros(members.time().value_or(0)); }
};

/** A form in which entries are written. */
class JournalFormat
{
public:
    virtual ~JournalFormat();
    virtual QByteArray beginning() const { return {}; }
    /** Called by several threads at once. */
    virtual JournalPart part(const JournalStretch &lines,
                             const JournalSelection &selection) const = 0;
    /** The parts, in the order of their lines. */
    virtual void take(const JournalPart &) {}
    virtual QByteArray ending() { return {}; }
    /** Whether it holds the own chain only; else also those of the team's other installations. */
    virtual bool isOfOneChain() const { return false; }
    /** Whether parts are wanted of lines that are not selected, too. */
    virtual bool wantsAll() const { return false; }
    /** After ending(): of a form that is sealed. */
    virtual Sealed sealed() const { return {}; }

protected:
    /** `write` appends an entry that is selected to the bytes. */
    static JournalPart
    partOf(const JournalStretch &lines, const JournalSelection &selection,
           const std::function<void(QByteArray *, const ExportedEntry &)> &write);
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
