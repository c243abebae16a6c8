// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulktexts.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BulkGuiTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::Bulk)
};

constexpr int longestName = 60;

QString accountsText(const BulkPlan &plan)
{
    QStringList parts;
    for (const auto &[account, count] : plan.accounts)
        parts.append(BulkGuiTexts::tr("%1: %2", "account and number of keys")
                         .arg(displaySafe(account, longestName), QLocale().toString(count)));
    return parts.join('\n'_L1);
}

QString usesText(const BulkPlan &plan, Timestamp now)
{
    QStringList lines;
    if (!plan.latestUses.isEmpty())
        lines.append(BulkGuiTexts::tr("Used last:"));
    for (const BulkUse &use : plan.latestUses)
        lines.append(BulkGuiTexts::tr("%1 (%2), %3", "key, account and when it was used")
                         .arg(displaySafe(use.name, longestName),
                              displaySafe(use.account, longestName),
                              relativeTime(use.lastUsed, now)));
    if (plan.unknownUses > 0)
        lines.append(BulkGuiTexts::tr("Of %n of them nobody says when they were used.", nullptr,
                                      static_cast<int>(plan.unknownUses)));
    return lines.join('\n'_L1);
}

} // namespace

Confirmation bulkConfirmation(const BulkPlan &plan, Timestamp now)
{
    Confirmation question;
    question.title = BulkGuiTexts::tr("Many keys");
    question.action = bulkVerbText(plan.verb, plan.waiting());
    question.text =
        BulkGuiTexts::tr("%1?", "a question").arg(question.action) + '\n'_L1 + accountsText(plan);
    QStringList paragraphs;
    for (const QString &consequence : plan.consequences)
        paragraphs.append(displaySafe(consequence));
    if (plan.isFinal)
        paragraphs.append(BulkGuiTexts::tr("This cannot be undone."));
    paragraphs.append(usesText(plan, now));
    paragraphs.append(untouchedText(plan));
    paragraphs.removeAll(QString());
    question.consequence = paragraphs.join("\n\n"_L1);
    if (plan.waiting() > bulkCountIsTypedAbove)
        question.typeToConfirm = QString::number(plan.waiting());
    question.destructive = true;
    return question;
}

QString untouchedText(const BulkPlan &plan)
{
    QMap<QString, int> reasons;
    for (const BulkItem &item : plan.items) {
        if (item.state != BulkState::Waiting)
            ++reasons[item.message];
    }
    QStringList lines;
    for (auto reason = reasons.cbegin(); reason != reasons.cend(); ++reason)
        lines.append(BulkGuiTexts::tr("%n key(s) will be left alone: %1", nullptr, reason.value())
                         .arg(displaySafe(reason.key())));
    return lines.join('\n'_L1);
}

QString bulkStateText(BulkState state)
{
    switch (state) {
    case BulkState::Waiting:
        return BulkGuiTexts::tr("Waiting");
    case BulkState::Running:
        return BulkGuiTexts::tr("Under way");
    case BulkState::Succeeded:
        return BulkGuiTexts::tr("Done");
    case BulkState::Accepted:
        return BulkGuiTexts::tr("Accepted, not proven");
    case BulkState::Failed:
        return BulkGuiTexts::tr("Failed");
    case BulkState::InDoubt:
        return BulkGuiTexts::tr("In doubt");
    case BulkState::Settled:
        return BulkGuiTexts::tr("Settled");
    case BulkState::Skipped:
        return BulkGuiTexts::tr("Left alone");
    case BulkState::Guarded:
        return BulkGuiTexts::tr("Guarded");
    case BulkState::Left:
        return BulkGuiTexts::tr("Not done");
    }
    Q_UNREACHABLE();
}

QString bulkCountsText(const BulkCounts &counts)
{
    QStringList parts;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        parts.append(BulkGuiTexts::tr("%1: %2", "state and number of keys")
                         .arg(bulkStateText(count.key()), QLocale().toString(count.value())));
    return parts.join(", "_L1);
}

QString bulkActionText(KeyVerb verb, qint64 count)
{
    return BulkGuiTexts::tr("%1…", "a menu entry").arg(bulkVerbText(verb, count));
}

QString bulkTitle(const BulkRun &run)
{
    return bulkVerbText(run.verb, countOf(run.counts));
}

} // namespace chatelaine
