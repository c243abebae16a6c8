// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/rotationsheet.h"

#include "reports/keyend.h"
#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayOfRotation = 86'400; ///< seconds

struct RotationTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

/** The last rotation before a moment. */
std::optional<SecretChange> rotationBefore(const KeyHistory &history, Timestamp before)
{
    std::optional<SecretChange> last;
    for (const SecretChange &change : history.rotations) {
        if (change.at < before && (!last || last->at < change.at))
            last = change;
    }
    return last;
}

/** When the secret began that the key had just before a moment. */
Moment secretSince(const RotatedKeyFacts &known, Timestamp before)
{
    if (const auto rotation = rotationBefore(known.history, before))
        return rotation->at;
    return known.key.record.createdAt ? known.key.record.createdAt : known.history.madeAt;
}

/** A change of the secret in the period. */
Moment doneAt(const KeyHistory &history, const AuditFacts &facts)
{
    const auto isIn = [&facts](const Moment &moment) {
        return moment && *moment < facts.end() &&
               !(facts.scope.from && *moment < *facts.scope.from);
    };
    const auto rotation = rotationBefore(history, facts.end());
    const Moment rotatedAt = rotation ? Moment(rotation->at) : std::nullopt;
    return std::max(isIn(rotatedAt) ? rotatedAt : std::nullopt,
                    isIn(history.replacedAt) ? history.replacedAt : std::nullopt);
}

/** The time in which the old and the new secret both worked; what is not known of it is absent. */
struct Overlap
{
    Moment from;
    Moment until;
};

Overlap overlapOf(const RotatedKeyFacts &known, const AuditFacts &facts)
{
    if (!known.history.successor.isEmpty()) {
        const Moment end =
            known.history.endVerifiedAt ? known.history.endVerifiedAt : endOf(known.key);
        return {known.successor.madeAt, end};
    }
    const auto rotation = rotationBefore(known.history, facts.end());
    if (!rotation || !rotation->outgoingUntil)
        return {};
    const Moment end = endOf(known.key);
    const bool endedBefore = end && *end < *rotation->outgoingUntil;
    return {rotation->at, endedBefore ? end : rotation->outgoingUntil};
}

Cell sinceWhat(const RotatedKeyFacts &known, Timestamp end, const Moment &since)
{
    if (!since)
        return QString();
    return rotationBefore(known.history, end)
               ? auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "rotated"))
               : auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "created"));
}

/** Whole days behind the due date, 0 before it. */
Cell daysLate(const Moment &due, Timestamp at)
{
    const auto days = daysBetween(due, at);
    return days ? Cell(std::max<qint64>(*days, 0)) : Cell(QString());
}

} // namespace

Sheet rotationSheet()
{
    return {u"rotation"_s,
            RotationTexts::tr("Rotation"),
            {sheetColumn("row", RotationTexts::tr("No."), 4),
             sheetColumn("row_id", RotationTexts::tr("Row id")),
             sheetColumn("account", RotationTexts::tr("Account"), 8),
             sheetColumn("container", RotationTexts::tr("Organization, project")),
             sheetColumn("vendor_id", RotationTexts::tr("Vendor's id")),
             sheetColumn("mask", RotationTexts::tr("Mask"), 12),
             sheetColumn("name", RotationTexts::tr("Name"), 13),
             sheetColumn("state", RotationTexts::tr("State"), 8),
             sheetColumn("secret_since", RotationTexts::tr("Secret since"), 10),
             sheetColumn("since_what", RotationTexts::tr("When it was"), 8),
             sheetColumn("rule_days", RotationTexts::tr("Rule: days"), 7),
             sheetColumn("rule_reference", RotationTexts::tr("Risk analysis for the rule")),
             sheetColumn("due_at", RotationTexts::tr("Due"), 10),
             sheetColumn("overdue_days", RotationTexts::tr("Days overdue"), 10),
             sheetColumn("done", RotationTexts::tr("Done"), 8),
             sheetColumn("done_at", RotationTexts::tr("Done at"), 10),
             sheetColumn("late_days", RotationTexts::tr("Days late"), 6),
             sheetColumn("predecessor", RotationTexts::tr("Replaces")),
             sheetColumn("successor", RotationTexts::tr("Replaced by"), 10),
             sheetColumn("overlap_from", RotationTexts::tr("Overlap from")),
             sheetColumn("overlap_until", RotationTexts::tr("Overlap until")),
             sheetColumn("overlap_hours", RotationTexts::tr("Overlap in hours"), 12),
             sheetColumn("proven_dead", RotationTexts::tr("Proven dead"), 10),
             sheetColumn("proven_at", RotationTexts::tr("Proven at"), 10),
             sheetColumn("proof", RotationTexts::tr("Proof of its end"), 11)}};
}

Cells rotationRow(qint64 number, const AuditFacts &facts, const RotatedKeyFacts &known)
{
    const KeyRecord &record = known.key.record;
    const KeyNotes &notes = known.history.notes;
    const qint64 rule = notes.days(NoteTopic::RotationDays).value_or(facts.limits.ageDays);
    const auto dueAfter = [rule](const Moment &since) {
        return since ? Moment(since->plusSeconds(rule * dayOfRotation)) : std::nullopt;
    };
    const Moment since = secretSince(known, facts.end());
    const Moment due = dueAfter(since);
    const Moment done = doneAt(known.history, facts);
    const Overlap overlap = overlapOf(known, facts);
    const ProofOfDeath proof = proofOf(known.key, known.history);
    return {number,
            known.key.uid.toString(),
            known.account.row.name,
            containerNames(record.container),
            record.id.toString(),
            record.mask,
            record.name,
            keyStateName(record.state),
            cellOf(since),
            sinceWhat(known, facts.end(), since),
            rule,
            notes.text(NoteTopic::RotationReference),
            cellOf(due),
            workedAt(facts.end(), known.key) ? daysLate(due, facts.end()) : Cell(QString()),
            yesOrNo(done.has_value()),
            cellOf(done),
            done ? daysLate(dueAfter(secretSince(known, *done)), *done) : Cell(QString()),
            known.history.predecessor,
            known.history.successor,
            cellOf(overlap.from),
            cellOf(overlap.until),
            cellOf(hoursBetween(overlap.from, overlap.until)),
            proof.isProven,
            cellOf(proof.at),
            proof.how};
}

} // namespace chatelaine
