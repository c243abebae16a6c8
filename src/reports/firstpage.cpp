// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/firstpage.h"

#include "core/redaction.h"
#include "reports/changessheet.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <climits>
#include <cstdlib>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t usageSeconds = 90 * 86'400; ///< what a chart shows without a period

struct FirstPageTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

QString periodText(const JournalSelection &scope, Timestamp now)
{
    const QString from =
        scope.from ? scope.from->toIso() : FirstPageTexts::tr("the beginning of the journal");
    const QString to = scope.to ? scope.to->toIso() : Timestamp::fromSeconds(now.seconds()).toIso();
    return FirstPageTexts::tr("From %1 until before %2").arg(from, to);
}

QString accountNames(const QList<ReportedAccount> &accounts)
{
    QStringList names;
    for (const ReportedAccount &account : accounts)
        names.append(account.row.name);
    return names.isEmpty() ? FirstPageTexts::tr("none") : names.join(", "_L1);
}

QString rulesText(const AuditFacts &facts)
{
    const QString rules =
        FirstPageTexts::tr("Admin scope; older than %1 days; secret held for longer than %2 "
                           "hours. List of clauses: SHA-256 %3.")
            .arg(facts.limits.ageDays)
            .arg(facts.limits.heldHours)
            .arg(QString::fromLatin1(facts.clauses.digest));
    return rules + u' ' +
           FirstPageTexts::tr("Where another number of days was said of a key, it counts.");
}

QString headsText(const QList<Checkpoint> &heads)
{
    QStringList lines;
    for (const Checkpoint &head : heads)
        lines.append(FirstPageTexts::tr("%1, entries: %2, root of the tree: %3")
                         .arg(head.origin)
                         .arg(head.size)
                         .arg(QString::fromLatin1(base64Of(head.root))));
    return lines.join(u'\n');
}

QString previousText(const AuditFacts &facts)
{
    QString text = changesCaption(facts);
    if (!facts.previous)
        return text;
    text += u'\n' + FirstPageTexts::tr("SHA-256 of that entry: %1")
                        .arg(QString::fromLatin1(facts.previous->lineHash));
    if (!facts.previous->head.isEmpty())
        text += u'\n' + FirstPageTexts::tr("Head of the journal then, entries and root of the "
                                           "tree: %1")
                            .arg(facts.previous->head);
    return text;
}

QString limitsText()
{
    return FirstPageTexts::tr(
        "States, scopes, last uses and findings are those of the last reading, not of the end of "
        "the period; of the findings those are left out that began later. "
        "A vendor that does not say when a key was used is named as such; nothing is called unused "
        "because of that. Times of the vendors are theirs; times of the journal are those of the "
        "computer's clock. All are in UTC. Keys that appeared and vanished between two readings "
        "are not known.");
}

/** What people said, and no vendor knows. */
QString sayingLimitText()
{
    return FirstPageTexts::tr("Purpose, owner, reviews, exceptions and the other things that "
                              "people said of keys are those that the journals have before the "
                              "end of the period; nobody else vouches for them.");
}

/** A sentence for each account at whose reading the clocks were not together. */
QStringList clockTexts(const AuditFacts &facts)
{
    constexpr qint64 together = 5; // seconds; a Date has whole ones, and an answer takes a while
    QStringList texts;
    for (const ReportedAccount &account : facts.accounts) {
        qint64 ahead = 0;
        for (const ListingSource &source : account.sources) {
            if (std::abs(source.clockAhead.value_or(0)) > std::abs(ahead))
                ahead = *source.clockAhead;
        }
        if (std::abs(ahead) <= together)
            continue;
        const QString text =
            ahead > 0 ? FirstPageTexts::tr("At the last reading of %1, the clock of this computer "
                                           "was %n seconds ahead of the vendor's.",
                                           nullptr, int(std::min<qint64>(ahead, INT_MAX)))
                      : FirstPageTexts::tr("At the last reading of %1, the clock of this computer "
                                           "was %n seconds behind the vendor's.",
                                           nullptr, int(std::min<qint64>(-ahead, INT_MAX)));
        texts.append(text.arg(displaySafe(account.row.name)));
    }
    return texts;
}

QString rowsText(const ReportTally &tally)
{
    const QString text = FirstPageTexts::tr("Keys: %1. Events: %2. Findings: %3.")
                             .arg(QString::number(tally.keys()), QString::number(tally.events()),
                                  QString::number(tally.findings()));
    if (tally.accepted() == 0)
        return text;
    return text + u' ' +
           FirstPageTexts::tr("Of these accepted for a time: %1.").arg(tally.accepted());
}

} // namespace

QList<ReportFact> firstPage(const AuditFacts &facts, const FirstPageState &state)
{
    const auto fact = [](const char *id, const QString &title, const QString &text) {
        return ReportFact{QString::fromLatin1(id), title, text};
    };
    const QStringList &why = state.missing;
    QString status = why.isEmpty() ? u"COMPLETE"_s : u"INCOMPLETE"_s;
    if (!why.isEmpty())
        status += u'\n' + why.join(u'\n');
    const QDateTime local = facts.now.toDateTime().toLocalTime();
    return {
        fact("status", FirstPageTexts::tr("Status"), status),
        fact("period", FirstPageTexts::tr("Period"), periodText(facts.scope, facts.now)),
        fact("made_at", FirstPageTexts::tr("Made at"),
             FirstPageTexts::tr("%1 (local time %2)")
                 .arg(Timestamp::fromSeconds(facts.now.seconds()).toIso(),
                      local.toString(Qt::ISODate) + u' ' + local.timeZoneAbbreviation())),
        fact("made_by", FirstPageTexts::tr("Made by"), facts.maker),
        fact("program", FirstPageTexts::tr("Program"), facts.program),
        fact("accounts", FirstPageTexts::tr("Accounts"), accountNames(facts.accounts)),
        fact("left_out", FirstPageTexts::tr("Left out"),
             facts.leftOut.isEmpty()
                 ? FirstPageTexts::tr("no account")
                 : FirstPageTexts::tr("%1 (not asked for)").arg(facts.leftOut.join(", "_L1))),
        fact("rows", FirstPageTexts::tr("Rows"), rowsText(state.tally)),
        fact("rules", FirstPageTexts::tr("Rules"), rulesText(facts)),
        fact("limits", FirstPageTexts::tr("Limits"),
             (QStringList{limitsText(), sayingLimitText()} + clockTexts(facts)).join(u'\n')),
        fact("journal", FirstPageTexts::tr("Journal"), headsText(state.heads)),
        fact("previous", FirstPageTexts::tr("Previous report"), previousText(facts)),
        fact("signer", FirstPageTexts::tr("Signer"),
             facts.signer.isEmpty() || state.isBroken
                 ? FirstPageTexts::tr("not signed")
                 : FirstPageTexts::tr("Key with the fingerprint %1: an evidence pack is signed "
                                      "with it, and VERIFY.txt in it says how to verify it.")
                       .arg(facts.signer)),
        fact("handling", FirstPageTexts::tr("Handling"),
             FirstPageTexts::tr("Confidential. Names, masks and ids of keys; no secrets.")),
    };
}

QList<ReportFigure> usageFigures(const AuditFacts &facts)
{
    QList<ReportFigure> figures;
    for (const ReportedAccount &account : facts.accounts) {
        for (const MetricInfo &metric : account.provider.metrics) {
            if (metric.kind != MetricInfo::Kind::Count || account.usage.isEmpty())
                continue;
            UsageChartOrder order;
            order.metric = metric.id;
            order.isMean = metric.aggregation == "mean"_L1;
            order.from = facts.scope.from.value_or(facts.now.plusSeconds(-usageSeconds));
            order.to = facts.now;
            figures.append({u"%1: %2"_s.arg(displaySafe(account.row.name), metric.label),
                            metric.unit, order.isMean, usageChart(account.usage, order)});
            break;
        }
    }
    return figures;
}

} // namespace chatelaine
