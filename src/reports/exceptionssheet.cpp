// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/exceptionssheet.h"

#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ExceptionTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

/** What an entry made; nothing when it ended one, or names no exception there may be. */
std::optional<FindingException> exceptionIn(const SaidOfKey &said)
{
    KeyNotes alone;
    alone.take(said);
    const QList<FindingException> exceptions = alone.exceptions();
    return exceptions.isEmpty() ? std::nullopt : std::optional(exceptions.constFirst());
}

Term exceptionState(const ExceptionRecord &record, Timestamp end)
{
    if (record.endedAt)
        return record.isReplaced
                   ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "replaced"))
                   : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "ended"));
    return end < record.made.until
               ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "in force"))
               : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "over"));
}

} // namespace

QList<ExceptionRecord> exceptionRecords(const KeyHistory &history)
{
    QList<SaidOfKey> all = history.exceptions;
    std::sort(all.begin(), all.end(),
              [](const SaidOfKey &a, const SaidOfKey &b) { return isLater(b, a); });
    QList<ExceptionRecord> records;
    QHash<QString, qsizetype> lasting; // by topic: the one that nothing has ended yet
    for (const SaidOfKey &said : std::as_const(all)) {
        const auto made = exceptionIn(said);
        if (const auto last = lasting.constFind(said.topic); last != lasting.cend()) {
            ExceptionRecord &ended = records[*last];
            if (said.at < ended.made.until) { // else it was over by itself
                ended.endedAt = said.at;
                ended.endedBy = said.by;
                ended.isReplaced = made.has_value();
            }
            lasting.erase(last);
        }
        if (!made)
            continue;
        lasting.insert(said.topic, records.size());
        records.append({*made, {}, {}, false});
    }
    return records;
}

Sheet exceptionsSheet()
{
    return {u"exceptions"_s,
            ExceptionTexts::tr("Exceptions"),
            {sheetColumn("row", ExceptionTexts::tr("No."), 4),
             sheetColumn("rule", ExceptionTexts::tr("Rule"), 10),
             sheetColumn("account", ExceptionTexts::tr("Account"), 10),
             sheetColumn("row_id", ExceptionTexts::tr("Row id")),
             sheetColumn("vendor_id", ExceptionTexts::tr("Vendor's id")),
             sheetColumn("mask", ExceptionTexts::tr("Mask"), 12),
             sheetColumn("name", ExceptionTexts::tr("Name"), 16),
             sheetColumn("reason", ExceptionTexts::tr("Reason"), 22),
             sheetColumn("approver", ExceptionTexts::tr("Approved by"), 12),
             sheetColumn("made_by", ExceptionTexts::tr("Recorded by"), 12),
             sheetColumn("made_at", ExceptionTexts::tr("Recorded at"), 11),
             sheetColumn("until", ExceptionTexts::tr("Until"), 11),
             sheetColumn("state", ExceptionTexts::tr("State"), 8),
             sheetColumn("ended_at", ExceptionTexts::tr("Ended"), 11),
             sheetColumn("ended_by", ExceptionTexts::tr("Ended by"), 11)}};
}

Cells exceptionRow(qint64 number, const QString &account, const KeyRow &key,
                   const ExceptionRecord &record, Timestamp end)
{
    return {number,
            findingRuleName(record.made.rule),
            account,
            key.uid.toString(),
            key.record.id.toString(),
            key.record.mask,
            key.record.name,
            record.made.reason,
            record.made.approver,
            record.made.by,
            record.made.at,
            record.made.until,
            exceptionState(record, end),
            cellOf(record.endedAt),
            record.endedBy};
}

} // namespace chatelaine
