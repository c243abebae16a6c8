// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/auditreport.h"

#include "core/redaction.h"
#include "reports/changessheet.h"
#include "reports/exceptionssheet.h"
#include "reports/firstpage.h"
#include "reports/rotationsheet.h"
#include "reports/toolsheet.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

QList<Cells> clauseRows(const ClauseSet &set)
{
    QList<Cells> rows;
    for (const Clause &clause : set.clauses)
        rows.append(AuditRows::clause(clause));
    return rows;
}

} // namespace

AuditReport::AuditReport(AuditFacts facts, std::shared_ptr<ReportSink> sink)
    : m_facts(std::move(facts))
    , m_rows(m_facts)
    , m_sink(std::move(sink))
    , m_histories(m_facts.end())
    , m_changes(changesSince(m_facts), m_facts.end())
    , m_causedEnds(m_facts.end())
{
    for (const Finding &finding : m_facts.findings)
        m_findingKeys.insert(finding.key);
    for (const auto &[oldKey, newKey] : m_facts.replacements)
        m_histories.take(oldKey, newKey);
    for (const ReportedAccount &account : m_facts.accounts)
        m_unlisted.insert(account.row.id, account.usedKeys);
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
    } else if (const auto secret = KeyEntry::ofSecret(line)) {
        m_histories.takeSecret(*secret);
    }
    noteRemoval(line);
    if (!m_facts.scope.has(line))
        return true;
    m_tally.takeEvent();
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
    m_unlisted[key.account].remove(key.record.id.toString());
    const KeyHistory history = m_histories.of(key);
    const bool isEndedHere = history.endVerifiedAt || history.endAcceptedAt;
    if (!addChanges(m_changes.takeOf(key, !history.madeBy.isEmpty(), isEndedHere), &key))
        return false;
    if (!wasThere(key, m_facts.scope))
        return true;
    if (m_findingKeys.remove(key.uid))
        m_findingNotes.insert(key.uid, history.notes);
    m_tally.takeKey(key, history, m_facts);
    m_causedEnds.take(account->row.name, key, history);
    countKey(key, history);
    const qint64 number = m_tally.keys();
    return add(AuditTable::Keys, m_rows.key(number, *account, key, history)) &&
           add(AuditTable::Rotation,
               rotationRow(
                   number, m_facts,
                   {*account, key, history, m_histories.ofNeighbour(key, history.successor)})) &&
           add(AuditTable::Review, m_rows.review(number, *account, key, history)) &&
           addExceptions(account->row.name, key, history);
}

void AuditReport::countKey(const KeyRow &key, const KeyHistory &history)
{
    KeyCounts &counts = m_counts[key.account];
    const auto appeared = key.firstSeenAt;
    ++counts.listed;
    counts.madeHere += history.madeBy.isEmpty() ? 0 : 1;
    const bool isNew = appeared && (!m_facts.scope.from || *appeared >= *m_facts.scope.from);
    counts.elsewhere += isNew && history.madeBy.isEmpty() ? 1 : 0;
    counts.endedHere += history.endedBy.isEmpty() ? 0 : 1;
    counts.vanished += key.vanishedAt && history.endedBy.isEmpty() ? 1 : 0;
}

bool AuditReport::addExceptions(const QString &account, const KeyRow &key,
                                const KeyHistory &history)
{
    const QList<ExceptionRecord> records = exceptionRecords(history);
    return std::all_of(records.begin(), records.end(), [&](const ExceptionRecord &record) {
        return add(AuditTable::Exceptions,
                   exceptionRow(++m_exceptions, account, key, record, m_facts.end()));
    });
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
            !add(AuditTable::Reconciliation,
                 AuditRows::reconciliation(one, counts, m_unlisted.value(one.row.id))))
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
    return addFindings() && addAll(AuditTable::Leavers, m_causedEnds.leavers()) &&
           addAll(AuditTable::Incidents, m_causedEnds.incidents()) &&
           addAll(AuditTable::Tool, toolRows(m_facts, heads, brokenJournals)) &&
           addAll(AuditTable::Clauses, clauseRows(m_facts.clauses)) && m_sink->close(header());
}

/** Whether one is accepted, is said by the journals as they were at the end of the report. */
bool AuditReport::addFindings()
{
    qint64 number = 0;
    for (Finding finding : m_facts.findings) {
        if (!isReported(finding))
            continue;
        finding.exception =
            m_findingNotes.value(finding.key).exceptionFor(finding.rule, m_facts.end());
        m_tally.takeFinding(finding);
        if (!add(AuditTable::Findings, m_rows.finding(++number, finding)))
            return false;
    }
    return true;
}

bool AuditReport::addAll(AuditTable table, const QList<Cells> &rows)
{
    return std::all_of(rows.begin(), rows.end(),
                       [&](const Cells &cells) { return add(table, cells); });
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

ReportHeader AuditReport::header() const
{
    ReportHeader header;
    header.title = AuditReportTexts::tr("API keys: audit report");
    header.missing = missing();
    header.isComplete = header.missing.isEmpty();
    header.facts =
        firstPage(m_facts, {m_tally, header.missing, m_heads, !m_brokenJournals.isEmpty()});
    header.summary = m_tally.summary();
    header.captions.insert(u"changes"_s, changesCaption(m_facts));
    header.figures = usageFigures(m_facts);
    return header;
}

} // namespace chatelaine
