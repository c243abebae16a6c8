// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/notecells.h"

#include "reports/changessheet.h"
#include "reports/keyend.h"
#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <tuple>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 secondsOfALifeDay = 86'400;

struct NoteCellTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

Cell daysCell(const std::optional<int> &days)
{
    return days ? Cell(qint64(*days)) : Cell(QString());
}

/** Of a key that works at the end of the report; below 0 once it lives too long. */
std::optional<qint64> lifeLeft(const KeyRow &key, const KeyNotes &notes, Timestamp end)
{
    const auto most = notes.days(NoteTopic::MostDays);
    const Moment created = key.record.createdAt;
    if (!most || !created || !workedAt(end, key))
        return std::nullopt;
    return daysBetween(end, created->plusSeconds(*most * secondsOfALifeDay));
}

QString exceptionsText(const KeyNotes &notes, Timestamp end)
{
    QStringList texts;
    const QList<FindingException> all = notes.exceptions();
    for (const FindingException &exception : all) {
        if (end < exception.until)
            texts.append(NoteCellTexts::tr("%1 until %2, approved by %3")
                             .arg(findingRuleName(exception.rule), exception.until.toIso(),
                                  exception.approver));
    }
    return texts.join("; "_L1);
}

/** From what made its end due to its end, where it has ended; 0 when it had ended before. */
std::optional<double> hoursToEnd(const KeyRow &key, const KeyNotes &notes, Timestamp end)
{
    const Moment trigger = notes.moment(NoteTopic::EndTrigger);
    const Moment ended = endBefore(key, end);
    return ended ? hoursBetween(trigger, std::max(trigger, ended)) : std::nullopt;
}

/** Something that was done to the key itself, which was there before. */
bool isDeed(const KeyEvent &event, bool byOthers)
{
    using What = NotedChange::What;
    const auto what = changeOf(event.words->kind, event.words->outcome);
    return what && !isSaying(*what) && what != What::Created && what != What::Recorded &&
           (what == What::ChangedElsewhere) == byOthers;
}

const KeyEvent *lastDeed(const KeyHistory &history, Timestamp since, bool byOthers)
{
    const KeyEvent *last = nullptr;
    for (const KeyEvent &event : history.events) {
        if (isDeed(event, byOthers) && !(event.at < since) &&
            (!last || std::tie(last->at, last->sequence) < std::tie(event.at, event.sequence)))
            last = &event;
    }
    return last;
}

/** What others did, only where nobody here did anything: it proves less. */
const KeyEvent *lastDeed(const KeyHistory &history, Timestamp since)
{
    const KeyEvent *own = lastDeed(history, since, false);
    return own ? own : lastDeed(history, since, true);
}

} // namespace

Cell noteCell(const KeyNotes &notes, NoteTopic topic)
{
    const QString text = notes.text(topic);
    return noteTopicInfo(topic).words.contains(text) ? Cell(Term{text, noteWordText(text)})
                                                     : Cell(text);
}

QList<SheetColumn> noteColumns()
{
    return {
        sheetColumn("purpose", NoteCellTexts::tr("Purpose")),
        sheetColumn("system", NoteCellTexts::tr("System it serves")),
        sheetColumn("data_class", NoteCellTexts::tr("Class of data it reaches")),
        sheetColumn("third_party", NoteCellTexts::tr("Third party that holds it")),
        sheetColumn("stored_in", NoteCellTexts::tr("Where the secret is kept")),
        sheetColumn("owner", NoteCellTexts::tr("Owner"), 14),
        sheetColumn("backup_owner", NoteCellTexts::tr("Backup owner")),
        sheetColumn("team", NoteCellTexts::tr("Team")),
        sheetColumn("identity", NoteCellTexts::tr("Used by")),
        sheetColumn("shared_because", NoteCellTexts::tr("Why it is shared")),
        sheetColumn("request", NoteCellTexts::tr("Request and approval")),
        sheetColumn("longest_life_days", NoteCellTexts::tr("Longest life in days")),
        sheetColumn("life_days_left", NoteCellTexts::tr("Days left of that")),
        sheetColumn("rotation_days", NoteCellTexts::tr("Rule of its own: days")),
        sheetColumn("rotation_reference", NoteCellTexts::tr("Risk analysis for the rule")),
        sheetColumn("last_review_by", NoteCellTexts::tr("Last review by")),
        sheetColumn("last_review_decision", NoteCellTexts::tr("Decision")),
        sheetColumn("last_review_reason", NoteCellTexts::tr("Reason")),
        sheetColumn("last_review_at", NoteCellTexts::tr("Last review")),
        sheetColumn("exceptions", NoteCellTexts::tr("Exceptions in force")),
        sheetColumn("end_cause", NoteCellTexts::tr("Why it ends")),
        sheetColumn("end_trigger_at", NoteCellTexts::tr("Has to end since")),
        sheetColumn("end_reference", NoteCellTexts::tr("Person or incident")),
        sheetColumn("hours_from_trigger_to_end", NoteCellTexts::tr("Hours from then to its end"))};
}

Cells noteCells(const KeyRow &key, const KeyHistory &history, Timestamp end)
{
    using enum NoteTopic;
    const KeyNotes &notes = history.notes;
    Cells cells;
    for (const NoteTopic topic : {Purpose, System, DataClass, ThirdParty, StoredIn, Owner,
                                  BackupOwner, Team, Identity, SharedBecause, Request})
        cells.append(noteCell(notes, topic));
    cells += {daysCell(notes.days(MostDays)), cellOf(lifeLeft(key, notes, end)),
              daysCell(notes.days(RotationDays)), noteCell(notes, RotationReference)};
    cells += reviewCells(notes.review());
    cells +=
        {exceptionsText(notes, end), noteCell(notes, EndCause), cellOf(notes.moment(EndTrigger)),
         noteCell(notes, EndReference), cellOf(hoursToEnd(key, notes, end))};
    return cells;
}

Cells reviewCells(const std::optional<KeyReview> &review)
{
    if (!review)
        return {QString(), QString(), QString(), QString()};
    const Term decision{reviewDecisionName(review->decision), reviewDecisionText(review->decision)};
    return {review->by, decision, review->reason, review->at};
}

Cells acknowledgementCells(const std::optional<KeyReview> &review)
{
    if (!review || !review->acknowledgement)
        return {QString(), QString(), QString()};
    const ReviewAcknowledgement &word = *review->acknowledgement;
    return {word.who, word.at, word.by};
}

QList<SheetColumn> deedColumns()
{
    return {sheetColumn("done", NoteCellTexts::tr("Done after that"), 10),
            sheetColumn("done_at", NoteCellTexts::tr("Done at"), 10),
            sheetColumn("done_by", NoteCellTexts::tr("Done by"), 9),
            sheetColumn("done_entry", NoteCellTexts::tr("Entry"), 8),
            sheetColumn("done_installation", NoteCellTexts::tr("Installation"))};
}

Cells deedCells(const KeyHistory &history, std::optional<Timestamp> since)
{
    const KeyEvent *deed = since ? lastDeed(history, *since) : nullptr;
    if (!deed)
        return {QString(), QString(), QString(), QString(), QString()};
    return {changeTerm(*changeOf(deed->words->kind, deed->words->outcome)), deed->at,
            deed->words->who, deed->sequence, deed->words->installation};
}

} // namespace chatelaine
