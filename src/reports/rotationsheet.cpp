// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/rotationsheet.h"

#include "reports/sheetcells.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayOfRotation = 86'400; ///< seconds
constexpr double microsOfAnHour = 3'600e6;

struct RotationTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

using Moment = std::optional<Timestamp>;

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

/** When the key ended, as far as anybody says. */
Moment endOf(const KeyRow &key)
{
    if (key.endedAt || key.vanishedAt)
        return key.endedAt ? key.endedAt : key.vanishedAt;
    return key.record.state == KeyState::Expired ? key.record.expiresAt : std::nullopt;
}

bool workedAt(Timestamp moment, const KeyRow &key)
{
    const Moment end = endOf(key);
    return end ? !(*end < moment) : mayWork(key.record.state);
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

    Cell hours() const
    {
        if (!from || !until || *until < *from)
            return QString();
        const double hours = double(until->micros() - from->micros()) / microsOfAnHour;
        return std::round(hours * 100) / 100;
    }
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

/** Whether the key was proven not to work any more, when, and by what. */
struct ProofOfDeath
{
    Cell isProven = QString();
    Moment at;
    Cell how = QString();
};

ProofOfDeath proofOf(const RotatedKeyFacts &known)
{
    const KeyHistory &history = known.history;
    const KeyState state = known.key.record.state;
    const Moment ended = std::max(history.endVerifiedAt, history.endAcceptedAt);
    if (ended && history.workedAt && *ended < *history.workedAt)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "worked after that"))};
    if (history.endVerifiedAt)
        return {yesOrNo(true), history.endVerifiedAt,
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "its end was verified"))};
    const bool isGone =
        known.key.vanishedAt || state == KeyState::Revoked || state == KeyState::Deleted;
    if (isGone && !known.key.manual)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                            "only the vendor's list says so"))};
    if (history.endAcceptedAt)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                            "accepted by the vendor, not shown"))};
    return {};
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
             sheetColumn("account", RotationTexts::tr("Account"), 10),
             sheetColumn("container", RotationTexts::tr("Organization, project")),
             sheetColumn("vendor_id", RotationTexts::tr("Vendor's id")),
             sheetColumn("mask", RotationTexts::tr("Mask"), 12),
             sheetColumn("name", RotationTexts::tr("Name"), 14),
             sheetColumn("state", RotationTexts::tr("State"), 8),
             sheetColumn("secret_since", RotationTexts::tr("Secret since"), 11),
             sheetColumn("since_what", RotationTexts::tr("When it was"), 8),
             sheetColumn("rule_days", RotationTexts::tr("Rule: days")),
             sheetColumn("due_at", RotationTexts::tr("Due"), 11),
             sheetColumn("overdue_days", RotationTexts::tr("Days overdue"), 8),
             sheetColumn("done", RotationTexts::tr("Done"), 6),
             sheetColumn("done_at", RotationTexts::tr("Done at"), 11),
             sheetColumn("late_days", RotationTexts::tr("Days late"), 6),
             sheetColumn("predecessor", RotationTexts::tr("Replaces")),
             sheetColumn("successor", RotationTexts::tr("Replaced by"), 11),
             sheetColumn("overlap_from", RotationTexts::tr("Overlap from")),
             sheetColumn("overlap_until", RotationTexts::tr("Overlap until")),
             sheetColumn("overlap_hours", RotationTexts::tr("Overlap in hours"), 8),
             sheetColumn("proven_dead", RotationTexts::tr("Proven dead"), 7),
             sheetColumn("proven_at", RotationTexts::tr("Proven at"), 11),
             sheetColumn("proof", RotationTexts::tr("Proof of its end"), 12)}};
}

Cells rotationRow(qint64 number, const AuditFacts &facts, const RotatedKeyFacts &known)
{
    const KeyRecord &record = known.key.record;
    const qint64 rule = facts.limits.ageDays;
    const auto dueAfter = [rule](const Moment &since) {
        return since ? Moment(since->plusSeconds(rule * dayOfRotation)) : std::nullopt;
    };
    const Moment since = secretSince(known, facts.end());
    const Moment due = dueAfter(since);
    const Moment done = doneAt(known.history, facts);
    const Overlap overlap = overlapOf(known, facts);
    const ProofOfDeath proof = proofOf(known);
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
            cellOf(due),
            workedAt(facts.end(), known.key) ? daysLate(due, facts.end()) : Cell(QString()),
            yesOrNo(done.has_value()),
            cellOf(done),
            done ? daysLate(dueAfter(secretSince(known, *done)), *done) : Cell(QString()),
            known.history.predecessor,
            known.history.successor,
            cellOf(overlap.from),
            cellOf(overlap.until),
            overlap.hours(),
            proof.isProven,
            cellOf(proof.at),
            proof.how};
}

} // namespace chatelaine
