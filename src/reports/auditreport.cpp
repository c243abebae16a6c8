// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/auditreport.h"

#include "core/redaction.h"
#include "reports/changessheet.h"
#include "reports/rotationsheet.h"
#include "reports/toolsheet.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <numeric>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t usageSeconds = 90 * 86'400; ///< what a chart shows without a period

struct AuditReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

QString periodText(const JournalSelection &scope, Timestamp now)
{
    const QString from =
        scope.from ? scope.from->toIso() : AuditReportTexts::tr("the beginning of the journal");
    const QString to = scope.to ? scope.to->toIso() : Timestamp::fromSeconds(now.seconds()).toIso();
    return AuditReportTexts::tr("From %1 until before %2").arg(from, to);
}

QString accountNames(const QList<ReportedAccount> &accounts)
{
    QStringList names;
    for (const ReportedAccount &account : accounts)
        names.append(account.row.name);
    return names.isEmpty() ? AuditReportTexts::tr("none") : names.join(", "_L1);
}

QString rulesText(const AuditFacts &facts)
{
    return AuditReportTexts::tr("Admin scope; older than %1 days; secret held for longer than %2 "
                                "hours. List of clauses: SHA-256 %3.")
        .arg(facts.limits.ageDays)
        .arg(facts.limits.heldHours)
        .arg(QString::fromLatin1(facts.clauses.digest));
}

QString headsText(const QList<Checkpoint> &heads)
{
    QStringList lines;
    for (const Checkpoint &head : heads)
        lines.append(AuditReportTexts::tr("%1, entries: %2, root of the tree: %3")
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
    text += u'\n' + AuditReportTexts::tr("SHA-256 of that entry: %1")
                        .arg(QString::fromLatin1(facts.previous->lineHash));
    if (!facts.previous->head.isEmpty())
        text += u'\n' + AuditReportTexts::tr("Head of the journal then, entries and root of the "
                                             "tree: %1")
                            .arg(facts.previous->head);
    return text;
}

QString limitsText()
{
    return AuditReportTexts::tr(
        "States, scopes, last uses and findings are those of the last reading, not of the end of "
        "the period; of the findings those are left out that began later. "
        "A vendor that does not say when a key was used is named as such; nothing is called unused "
        "because of that. Times of the vendors are theirs; times of the journal are those of the "
        "computer's clock. All are in UTC. Keys that appeared and vanished between two readings "
        "are not known.");
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
            ahead > 0
                ? AuditReportTexts::tr("At the last reading of %1, the clock of this computer "
                                       "was %n seconds ahead of the vendor's.",
                                       nullptr, int(std::min<qint64>(ahead, INT_MAX)))
                : AuditReportTexts::tr("At the last reading of %1, the clock of this computer "
                                       "was %n seconds behind the vendor's.",
                                       nullptr, int(std::min<qint64>(-ahead, INT_MAX)));
        texts.append(text.arg(displaySafe(account.row.name)));
    }
    return texts;
}

constexpr std::array<std::int64_t, 3> ageBounds{30, 90, 365}; ///< days

/** The last one: not known. */
size_t ageClass(std::optional<Timestamp> created, Timestamp now)
{
    if (!created)
        return ageBounds.size() + 1;
    const std::int64_t days = (now.seconds() - created->seconds()) / 86'400;
    return size_t(std::upper_bound(ageBounds.begin(), ageBounds.end(), days) - ageBounds.begin());
}

QStringList ageNames()
{
    return {AuditReportTexts::tr("less than %1 days").arg(ageBounds.at(0)),
            AuditReportTexts::tr("%1 to %2 days").arg(ageBounds.at(0)).arg(ageBounds.at(1)),
            AuditReportTexts::tr("%1 to %2 days").arg(ageBounds.at(1)).arg(ageBounds.at(2)),
            AuditReportTexts::tr("%1 days or more").arg(ageBounds.at(2)),
            AuditReportTexts::tr("not known")};
}

} // namespace

AuditReport::AuditReport(AuditFacts facts, std::shared_ptr<ReportSink> sink)
    : m_facts(std::move(facts))
    , m_rows(m_facts)
    , m_sink(std::move(sink))
    , m_changes(changesSince(m_facts), m_facts.end())
{
    for (const Finding &finding : m_facts.findings)
        m_findingKeys.insert(finding.key);
    for (const auto &[oldKey, newKey] : m_facts.replacements)
        m_histories.take(oldKey, newKey);
}

bool AuditReport::add(AuditTable table, const Cells &cells)
{
    return m_sink->add(qsizetype(table), cells);
}

bool AuditReport::begin()
{
    return m_sink->open(header(), auditSheets());
}

bool AuditReport::takeEntry(const JournalLine &line)
{
    if (const auto entry = KeyEntry::of(line)) {
        m_histories.take(*entry);
        m_changes.take(*entry);
    }
    noteRemoval(line);
    if (!m_facts.scope.has(line))
        return true;
    ++m_events;
    return add(AuditTable::Events, AuditRows::event(line));
}

/** With an account its keys went: those that existed in the period are not known any more. */
void AuditReport::noteRemoval(const JournalLine &line)
{
    const bool isBefore = m_facts.scope.from && line.time < *m_facts.scope.from;
    if (isBefore || !line.line.contains("\"kind\":\"account.remove\""))
        return;
    JournalReader entry;
    entry.read(line.line);
    const AccountId account(QString::fromUtf8(entry.text(JournalMember::Account)));
    if (entry.text(JournalMember::Kind) != "account.remove" ||
        entry.text(JournalMember::Outcome) != "succeeded" || m_facts.account(account) ||
        (!m_facts.scope.accounts.isEmpty() && !m_facts.scope.accounts.contains(account)))
        return;
    m_removals.append(
        AuditReportTexts::tr("%1: It was removed at %2, and what was known of its keys with it.")
            .arg(displaySafe(QString::fromUtf8(entry.text(JournalMember::AccountName))),
                 line.time.toIso()));
}

/** Findings are those of today: of a key that has a row, and that began in the period. */
bool AuditReport::isReported(const Finding &finding) const
{
    const bool isLater = finding.since && !(*finding.since < m_facts.end());
    return !isLater && (finding.key.isEmpty() || !m_findingKeys.contains(finding.key));
}

bool AuditReport::takeKey(const KeyRow &key)
{
    const ReportedAccount *account = m_facts.account(key.account);
    if (!account)
        return true;
    const KeyHistory history = m_histories.of(key);
    const bool isEndedHere = history.endVerifiedAt || history.endAcceptedAt;
    if (!addChanges(m_changes.takeOf(key, !history.madeBy.isEmpty(), isEndedHere), &key))
        return false;
    if (!wasThere(key, m_facts.scope))
        return true;
    m_findingKeys.remove(key.uid);
    KeyCounts &counts = m_counts[key.account];
    const auto appeared = key.firstSeenAt;
    ++m_keys;
    ++counts.listed;
    counts.madeHere += history.madeBy.isEmpty() ? 0 : 1;
    const bool isNew = appeared && (!m_facts.scope.from || *appeared >= *m_facts.scope.from);
    counts.elsewhere += isNew && history.madeBy.isEmpty() ? 1 : 0;
    counts.endedHere += history.endedBy.isEmpty() ? 0 : 1;
    ++m_states[key.record.state];
    ++m_ages.at(ageClass(key.record.createdAt, m_facts.end()));
    counts.vanished += key.vanishedAt && history.endedBy.isEmpty() ? 1 : 0;
    return add(AuditTable::Keys, m_rows.key(m_keys, *account, key, history)) &&
           add(AuditTable::Rotation,
               rotationRow(
                   m_keys, m_facts,
                   {*account, key, history, m_histories.ofNeighbour(key, history.successor)})) &&
           add(AuditTable::Review, m_rows.review(m_keys, *account, key));
}

bool AuditReport::addChanges(const QList<NotedChange> &changes, const KeyRow *key)
{
    return std::all_of(changes.begin(), changes.end(), [&](const NotedChange &change) {
        const QSet<AccountId> &accounts = m_facts.scope.accounts;
        return (!key && !accounts.isEmpty() && !accounts.contains(change.account)) ||
               add(AuditTable::Changes, changesRow(++m_changed, m_facts, change, key));
    });
}

bool AuditReport::addAccounts()
{
    return std::all_of(m_facts.accounts.begin(), m_facts.accounts.end(), [this](const auto &one) {
        const KeyCounts counts = m_counts.value(one.row.id);
        if (!add(AuditTable::Accounts, m_rows.account(one, counts.listed)) ||
            !add(AuditTable::Reconciliation, AuditRows::reconciliation(one, counts)))
            return false;
        for (qsizetype i = 0; i < one.quotas.size(); ++i) {
            if (!add(AuditTable::Quotas, m_rows.quota(one, i)))
                return false;
        }
        return std::all_of(one.sources.begin(), one.sources.end(), [&](const auto &source) {
            return add(AuditTable::Sources, m_rows.source(one, source));
        });
    });
}

bool AuditReport::end(const QList<Checkpoint> &heads, const QStringList &brokenJournals)
{
    m_heads = heads;
    m_brokenJournals = brokenJournals;
    if (!addChanges(m_changes.rest(), nullptr) || !addAccounts())
        return false;
    qint64 number = 0;
    for (const Finding &finding : m_facts.findings) {
        if (!isReported(finding))
            continue;
        ++m_findings[findingRuleName(finding.rule)];
        if (!add(AuditTable::Findings, m_rows.finding(++number, finding)))
            return false;
    }
    const QList<Cells> controls = toolRows(m_facts, heads, brokenJournals);
    for (const Cells &control : controls) {
        if (!add(AuditTable::Tool, control))
            return false;
    }
    for (const Clause &clause : m_facts.clauses.clauses) {
        if (!add(AuditTable::Clauses, AuditRows::clause(clause)))
            return false;
    }
    return m_sink->close(header());
}

QStringList AuditReport::missing() const
{
    QStringList sentences = m_brokenJournals + m_removals;
    for (const QString &why : whyIncomplete(m_facts))
        sentences.append(displaySafe(why));
    for (const ReportedAccount &account : m_facts.accounts) {
        const QStringList why = whyIncomplete(account, m_facts);
        if (!why.isEmpty())
            sentences.append(
                u"%1: %2"_s.arg(displaySafe(account.row.name), displaySafe(why.join(u' '))));
    }
    return sentences;
}

QList<ReportFact> AuditReport::firstPage() const
{
    const auto fact = [](const char *id, const QString &title, const QString &text) {
        return ReportFact{QString::fromLatin1(id), title, text};
    };
    const QStringList why = missing();
    QString status = why.isEmpty() ? u"COMPLETE"_s : u"INCOMPLETE"_s;
    if (!why.isEmpty())
        status += u'\n' + why.join(u'\n');
    const QDateTime local = m_facts.now.toDateTime().toLocalTime();
    return {
        fact("status", AuditReportTexts::tr("Status"), status),
        fact("period", AuditReportTexts::tr("Period"), periodText(m_facts.scope, m_facts.now)),
        fact("made_at", AuditReportTexts::tr("Made at"),
             AuditReportTexts::tr("%1 (local time %2)")
                 .arg(Timestamp::fromSeconds(m_facts.now.seconds()).toIso(),
                      local.toString(Qt::ISODate) + u' ' + local.timeZoneAbbreviation())),
        fact("made_by", AuditReportTexts::tr("Made by"), m_facts.maker),
        fact("program", AuditReportTexts::tr("Program"), m_facts.program),
        fact("accounts", AuditReportTexts::tr("Accounts"), accountNames(m_facts.accounts)),
        fact("left_out", AuditReportTexts::tr("Left out"),
             m_facts.leftOut.isEmpty()
                 ? AuditReportTexts::tr("no account")
                 : AuditReportTexts::tr("%1 (not asked for)").arg(m_facts.leftOut.join(", "_L1))),
        fact("rows", AuditReportTexts::tr("Rows"),
             AuditReportTexts::tr("Keys: %1. Events: %2. Findings: %3.")
                 .arg(m_keys)
                 .arg(m_events)
                 .arg(std::accumulate(m_findings.begin(), m_findings.end(), qint64(0)))),
        fact("rules", AuditReportTexts::tr("Rules"), rulesText(m_facts)),
        fact("limits", AuditReportTexts::tr("Limits"),
             (QStringList{limitsText()} + clockTexts(m_facts)).join(u' ')),
        fact("journal", AuditReportTexts::tr("Journal"), headsText(m_heads)),
        fact("previous", AuditReportTexts::tr("Previous report"), previousText(m_facts)),
        fact("signer", AuditReportTexts::tr("Signer"),
             m_facts.signer.isEmpty() || !m_brokenJournals.isEmpty()
                 ? AuditReportTexts::tr("not signed")
                 : AuditReportTexts::tr("Key with the fingerprint %1: an evidence pack is signed "
                                        "with it, and VERIFY.txt in it says how to verify it.")
                       .arg(m_facts.signer)),
        fact("handling", AuditReportTexts::tr("Handling"),
             AuditReportTexts::tr("Confidential. Names, masks and ids of keys; no secrets.")),
    };
}

QList<ReportCounts> AuditReport::summary() const
{
    ReportCounts states{AuditReportTexts::tr("Keys by state"), {}};
    for (auto it = m_states.begin(); it != m_states.end(); ++it)
        states.counts.append({keyStateName(it.key()), it.value()});
    ReportCounts ages{AuditReportTexts::tr("Keys by age"), {}};
    const QStringList names = ageNames();
    for (size_t i = 0; i < m_ages.size(); ++i)
        ages.counts.append({names.at(qsizetype(i)), m_ages.at(i)});
    ReportCounts findings{AuditReportTexts::tr("Findings by rule"), {}};
    for (auto it = m_findings.begin(); it != m_findings.end(); ++it)
        findings.counts.append({it.key(), it.value()});
    return {states, ages, findings};
}

ReportHeader AuditReport::header() const
{
    ReportHeader header;
    header.title = AuditReportTexts::tr("API keys: audit report");
    header.missing = missing();
    header.isComplete = header.missing.isEmpty();
    header.facts = firstPage();
    header.summary = summary();
    header.captions.insert(u"changes"_s, changesCaption(m_facts));
    for (const ReportedAccount &account : m_facts.accounts) {
        for (const MetricInfo &metric : account.provider.metrics) {
            if (metric.kind != MetricInfo::Kind::Count || account.usage.isEmpty())
                continue;
            UsageChartOrder order;
            order.metric = metric.id;
            order.isMean = metric.aggregation == "mean"_L1;
            order.from = m_facts.scope.from.value_or(m_facts.now.plusSeconds(-usageSeconds));
            order.to = m_facts.now;
            header.figures.append({u"%1: %2"_s.arg(displaySafe(account.row.name), metric.label),
                                   metric.unit, order.isMean, usageChart(account.usage, order)});
            break;
        }
    }
    return header;
}

} // namespace chatelaine
