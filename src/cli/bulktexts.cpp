// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bulktexts.h"

#include "cli/confirmation.h"
#include "cli/documents.h"
#include "cli/table.h"
#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BulkTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::BulkTexts)
};

constexpr qsizetype mostUntouchedLines = 20;

QString nameOf(const BulkItem &item)
{
    return displaySafe(item.name.isEmpty() ? item.mask : item.name);
}

} // namespace

QString bulkQuestion(const BulkPlan &plan)
{
    QString text =
        BulkTexts::tr("%1?", "a question").arg(bulkVerbText(plan.verb, plan.waiting())) + u'\n';
    for (const auto &[account, count] : plan.accounts)
        text += BulkTexts::tr("  %1: %2").arg(displaySafe(account)).arg(count) + u'\n';
    if (!plan.latestUses.isEmpty())
        text += BulkTexts::tr("Used last:") + u'\n';
    for (const BulkUse &use : plan.latestUses)
        text += u"  %1  %2 (%3)\n"_s.arg(shownTime(use.lastUsed), displaySafe(use.name),
                                         displaySafe(use.account));
    if (plan.unknownUses > 0)
        text += BulkTexts::tr("Of %n of them nobody says when they were used.", nullptr,
                              static_cast<int>(plan.unknownUses)) +
                u'\n';
    for (const QString &consequence : plan.consequences)
        text += displaySafe(consequence) + u'\n';
    if (plan.isFinal)
        text += BulkTexts::tr("This cannot be undone.") + u'\n';
    if (plan.waiting() <= countIsTypedAbove)
        return text + yesWanted();
    return text + BulkTexts::tr("Type their number to go on:");
}

bool isBulkConfirmed(const BulkPlan &plan, const QString &answer)
{
    return plan.waiting() <= countIsTypedAbove ? isYes(answer)
                                               : answer == QString::number(plan.waiting());
}

QString untouchedKeys(const BulkPlan &plan)
{
    const qint64 untouched = plan.items.size() - plan.waiting();
    if (untouched == 0)
        return {};
    QStringList lines{
        BulkTexts::tr("%n key(s) will be left alone:", nullptr, static_cast<int>(untouched))};
    for (const BulkItem &item : plan.items) {
        if (item.state == BulkState::Waiting)
            continue;
        if (lines.size() > mostUntouchedLines) {
            lines.append(u"  ..."_s);
            break;
        }
        lines.append(u"  %1: %2"_s.arg(nameOf(item), displaySafe(item.message)));
    }
    return lines.join(u'\n');
}

QString shownCounts(const BulkCounts &counts)
{
    QStringList parts;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        parts.append(u"%1 %2"_s.arg(count.value()).arg(bulkStateName(count.key())));
    return parts.join(", "_L1);
}

QJsonObject bulkDocument(const BulkRun &run)
{
    QJsonObject counts;
    for (auto count = run.counts.cbegin(); count != run.counts.cend(); ++count)
        counts.insert(bulkStateName(count.key()), count.value());
    QJsonObject document{{"id"_L1, run.id.toString()},
                         {"verb"_L1, keyVerbName(run.verb)},
                         {"startedAt"_L1, run.startedAt.toIso()},
                         {"isBeingDone"_L1, run.isBeingDone},
                         {"counts"_L1, counts}};
    if (run.endedAt)
        document.insert("endedAt"_L1, run.endedAt->toIso());
    return document;
}

QJsonObject bulkItemDocument(const BulkItem &item, const AccountOf &accountOf)
{
    QJsonObject document{{"name"_L1, item.name},
                         {"account"_L1, accountOf(item.account).name},
                         {"state"_L1, bulkStateName(item.state)}};
    if (!item.mask.isEmpty())
        document.insert("mask"_L1, item.mask);
    if (!item.operation.isEmpty())
        document.insert("operation"_L1, item.operation.toString());
    if (!item.message.isEmpty())
        document.insert("message"_L1, item.message);
    return document;
}

QJsonObject leakDocument(const LeakMatch &match, const AccountOf &accountOf)
{
    QJsonArray candidates;
    for (const KeyRow &key : match.candidates) {
        candidates.append(keyDocument(key, accountOf(key.account)));
    }
    QJsonObject document{{"value"_L1, match.shown},
                         {"certainty"_L1, certaintyName(match.certainty)},
                         {"candidates"_L1, candidates},
                         {"count"_L1, match.count},
                         {"sentence"_L1, match.sentence}};
    if (!match.label.isEmpty())
        document.insert("looksLike"_L1, match.label);
    return document;
}

QString shownLeaks(const LeakReport &leaks, const AccountOf &accountOf)
{
    Table table({BulkTexts::tr("VALUE"), BulkTexts::tr("CERTAINTY"), BulkTexts::tr("LOOKS LIKE"),
                 BulkTexts::tr("KEYS")});
    for (const LeakMatch &match : leaks.matches) {
        QStringList refs;
        for (const KeyRow &key : match.candidates)
            refs.append(keyRef(accountOf(key.account).name, key.record.container, key.record.id));
        if (match.count > match.candidates.size())
            refs.append(u"..."_s);
        table.add({match.shown, certaintyName(match.certainty), match.label, refs.join(u' ')});
    }
    return table.toString();
}

} // namespace chatelaine::cli
