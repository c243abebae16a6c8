// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/causedends.h"

#include "reports/notecells.h"
#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString leaverCause = u"leaver"_s;
const QString incidentCause = u"incident"_s;

struct CausedEndTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

/** Of both sheets: which key, and since when it has to end. `ownerWidth` as SheetColumn has it. */
QList<SheetColumn> causeColumns(const SheetColumn &reference, int ownerWidth)
{
    return {sheetColumn("row", CausedEndTexts::tr("No."), 4),
            reference,
            sheetColumn("trigger_at", CausedEndTexts::tr("Has to end since"), 10),
            sheetColumn("account", CausedEndTexts::tr("Account")),
            sheetColumn("container", CausedEndTexts::tr("Organization, project")),
            sheetColumn("row_id", CausedEndTexts::tr("Row id")),
            sheetColumn("vendor_id", CausedEndTexts::tr("Vendor's id")),
            sheetColumn("mask", CausedEndTexts::tr("Mask"), 11),
            sheetColumn("name", CausedEndTexts::tr("Name"), 11),
            sheetColumn("state", CausedEndTexts::tr("State")),
            sheetColumn("owner", CausedEndTexts::tr("Owner"), ownerWidth)};
}

/** Of both sheets: whether it has ended, after how long, and what proves that. */
QList<SheetColumn> endColumns()
{
    return {sheetColumn("ended_at", CausedEndTexts::tr("Ended"), 10),
            sheetColumn("ended_by", CausedEndTexts::tr("Ended here by")),
            sheetColumn("may_work", CausedEndTexts::tr("May still work"), 10),
            sheetColumn("gap_hours", CausedEndTexts::tr("Hours until it ended, or so far"), 9),
            sheetColumn("proven_dead", CausedEndTexts::tr("Proven dead"), 10),
            sheetColumn("proven_at", CausedEndTexts::tr("Proven at"), 10),
            sheetColumn("proof", CausedEndTexts::tr("Proof of its end"), 11)};
}

} // namespace

Sheet leaversSheet()
{
    Sheet sheet{u"leavers"_s, CausedEndTexts::tr("Leavers"),
                causeColumns(sheetColumn("person", CausedEndTexts::tr("Person"), 9), 13)};
    sheet.columns += deedColumns();
    sheet.columns += endColumns();
    sheet.columns.append(
        sheetColumn("longest_gap_hours", CausedEndTexts::tr("Longest of this person"), 9));
    return sheet;
}

Sheet incidentsSheet()
{
    Sheet sheet{u"incidents"_s, CausedEndTexts::tr("Incidents"),
                causeColumns(sheetColumn("incident", CausedEndTexts::tr("Incident"), 9), 0)};
    sheet.columns += {sheetColumn("event", CausedEndTexts::tr("What happened"), 13),
                      sheetColumn("event_at", CausedEndTexts::tr("When"), 10),
                      sheetColumn("event_by", CausedEndTexts::tr("By"), 8),
                      sheetColumn("event_outcome", CausedEndTexts::tr("Outcome"), 10),
                      sheetColumn("event_entry", CausedEndTexts::tr("Entry"), 8),
                      sheetColumn("event_installation", CausedEndTexts::tr("Installation")),
                      sheetColumn("event_hours", CausedEndTexts::tr("Hours since then"), 9)};
    sheet.columns += endColumns();
    sheet.columns.append(
        sheetColumn("hours_to_proof", CausedEndTexts::tr("Hours to the proof"), 10));
    return sheet;
}

/** The proof as it was at the end of the report. */
ProofOfDeath CausedEnds::proofThen(const KeyRow &key, const KeyHistory &history) const
{
    const Moment said = std::max(history.endVerifiedAt, history.endAcceptedAt);
    const Moment gone = endOf(key);
    const bool isLater = said ? !(*said < m_end) : gone && !(*gone < m_end);
    return isLater ? ProofOfDeath() : proofOf(key, history);
}

void CausedEnds::take(const QString &account, const KeyRow &key, const KeyHistory &history)
{
    const QString cause = history.notes.text(NoteTopic::EndCause);
    if (cause != leaverCause && cause != incidentCause)
        return;
    QList<CausedEnd> &ends = cause == leaverCause ? m_leavers : m_incidents;
    ends.append({history.notes.text(NoteTopic::EndReference),
                 history.notes.moment(NoteTopic::EndTrigger), account, key, history,
                 endBefore(key, m_end), workedAt(m_end, key), proofThen(key, history)});
}

/** From the trigger to the end, or to the end of the report while it may work. */
std::optional<double> CausedEnds::hoursOpen(const CausedEnd &one) const
{
    if (one.ended)
        return hoursBetween(one.trigger, std::max(one.trigger, one.ended));
    return one.mayWork ? hoursBetween(one.trigger, m_end) : std::nullopt;
}

/** By person or incident. */
QList<const CausedEnds::CausedEnd *> CausedEnds::inOrder(const QList<CausedEnd> &ends)
{
    QList<const CausedEnd *> sorted;
    for (const CausedEnd &one : ends)
        sorted.append(&one);
    std::stable_sort(sorted.begin(), sorted.end(), [](const CausedEnd *a, const CausedEnd *b) {
        return std::tie(a->reference, a->trigger) < std::tie(b->reference, b->trigger);
    });
    return sorted;
}

/** The entries about the key since the trigger; where that is not said, since somebody said why it
 * has to end. */
QList<KeyEvent> CausedEnds::timeline(const CausedEnd &one)
{
    const auto cause = one.history.notes.said(NoteTopic::EndCause);
    const Moment since = one.trigger ? one.trigger : cause ? Moment(cause->at) : std::nullopt;
    QList<KeyEvent> events;
    for (const KeyEvent &event : one.history.events) {
        if (since && !(event.at < *since))
            events.append(event);
    }
    std::sort(events.begin(), events.end(), [](const KeyEvent &a, const KeyEvent &b) {
        return std::tie(a.at, a.words->installation, a.sequence) <
               std::tie(b.at, b.words->installation, b.sequence);
    });
    return events;
}

Cells CausedEnds::keyCells(qint64 number, const CausedEnd &one)
{
    const KeyRecord &record = one.key.record;
    return {number,
            one.reference,
            cellOf(one.trigger),
            one.account,
            containerNames(record.container),
            one.key.uid.toString(),
            record.id.toString(),
            record.mask,
            record.name,
            keyStateName(record.state),
            one.history.notes.text(NoteTopic::Owner)};
}

Cells CausedEnds::endCells(const CausedEnd &one) const
{
    return {cellOf(one.ended),    one.ended ? one.history.endedBy : QString(),
            yesOrNo(one.mayWork), cellOf(hoursOpen(one)),
            one.proof.isProven,   cellOf(one.proof.at),
            one.proof.how};
}

QList<Cells> CausedEnds::leavers() const
{
    QHash<QString, double> longest;
    for (const CausedEnd &one : m_leavers) {
        // Of nobody named, each is somebody else's.
        if (const auto hours = hoursOpen(one); hours && !one.reference.isEmpty())
            longest[one.reference] = std::max(longest.value(one.reference), *hours);
    }
    QList<Cells> rows;
    const QList<const CausedEnd *> sorted = inOrder(m_leavers);
    for (const CausedEnd *one : sorted) {
        Cells row = keyCells(rows.size() + 1, *one);
        row += deedCells(one->history, one->trigger);
        row += endCells(*one);
        row.append(longest.contains(one->reference) ? Cell(longest.value(one->reference))
                                                    : Cell(QString()));
        rows.append(row);
    }
    return rows;
}

QList<Cells> CausedEnds::incidents() const
{
    QList<Cells> rows;
    const QList<const CausedEnd *> sorted = inOrder(m_incidents);
    for (const CausedEnd *one : sorted) {
        const auto addRow = [&](const Cells &event) {
            rows.append(keyCells(rows.size() + 1, *one) + event + endCells(*one) +
                        Cells{cellOf(hoursBetween(one->trigger, one->proof.at))});
        };
        const QList<KeyEvent> events = timeline(*one);
        for (const KeyEvent &event : events)
            addRow({event.words->kind, event.at, event.words->who, event.words->outcome,
                    event.sequence, event.words->installation,
                    cellOf(hoursBetween(one->trigger, event.at))});
        if (events.isEmpty()) // it is a row all the same
            addRow(Cells(7, QString()));
    }
    return rows;
}

} // namespace chatelaine
