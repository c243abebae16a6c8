// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/auditsheets.h"

#include "reports/causedends.h"
#include "reports/changessheet.h"
#include "reports/exceptionssheet.h"
#include "reports/journalcsv.h"
#include "reports/keysheets.h"
#include "reports/rotationsheet.h"
#include "reports/sheetcells.h"
#include "reports/toolsheet.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostIds = 50; ///< in one cell

struct AuditTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

Sheet accountsSheet()
{
    return {u"accounts"_s,
            AuditTexts::tr("Accounts"),
            {sheetColumn("account", AuditTexts::tr("Account"), 14),
             sheetColumn("account_id", AuditTexts::tr("Account id")),
             sheetColumn("provider", AuditTexts::tr("Vendor"), 12),
             sheetColumn("status", AuditTexts::tr("Status"), 10),
             sheetColumn("reasons", AuditTexts::tr("What is missing"), 26),
             sheetColumn("keys", AuditTexts::tr("Keys"), 6),
             sheetColumn("as_of", AuditTexts::tr("Read at"), 14),
             sheetColumn("complete_at", AuditTexts::tr("Last complete at"), 14),
             sheetColumn("identity", AuditTexts::tr("Read as"), 14),
             sheetColumn("base_url", AuditTexts::tr("Address")),
             sheetColumn("definition", AuditTexts::tr("Definition")),
             sheetColumn("definition_sha256", AuditTexts::tr("SHA-256 of the definition"))}};
}

Sheet sourcesSheet()
{
    return {u"sources"_s,
            AuditTexts::tr("Sources"),
            {sheetColumn("account", AuditTexts::tr("Account"), 14),
             sheetColumn("endpoint", AuditTexts::tr("Endpoint"), 30),
             sheetColumn("parameters", AuditTexts::tr("Parameters"), 18),
             sheetColumn("pages", AuditTexts::tr("Pages"), 6),
             sheetColumn("records", AuditTexts::tr("Records"), 8),
             sheetColumn("started_at", AuditTexts::tr("Started"), 14),
             sheetColumn("ended_at", AuditTexts::tr("Ended"), 14),
             sheetColumn("problem", AuditTexts::tr("Problem"), 20),
             sheetColumn("clock_ahead_seconds", AuditTexts::tr("Clock ahead, s")),
             sheetColumn("request_ids", AuditTexts::tr("Request ids"))}};
}

Sheet findingsSheet()
{
    return {u"findings"_s,
            AuditTexts::tr("Findings"),
            {sheetColumn("row", AuditTexts::tr("No."), 5),
             sheetColumn("severity", AuditTexts::tr("Severity"), 8),
             sheetColumn("rule", AuditTexts::tr("Rule"), 11),
             sheetColumn("account", AuditTexts::tr("Account"), 14),
             sheetColumn("key_row_id", AuditTexts::tr("Row id of the key")),
             sheetColumn("name", AuditTexts::tr("Name"), 18),
             sheetColumn("since", AuditTexts::tr("Since"), 14),
             sheetColumn("days", AuditTexts::tr("Days"), 6),
             sheetColumn("finding", AuditTexts::tr("Finding"), 30),
             sheetColumn("exception_until", AuditTexts::tr("Accepted until"), 12),
             sheetColumn("exception_approver", AuditTexts::tr("Approved by"), 11),
             sheetColumn("exception_reason", AuditTexts::tr("Why it is accepted"), 16),
             sheetColumn("clauses", AuditTexts::tr("Clauses it may touch"))}};
}

Sheet quotasSheet()
{
    return {u"quotas"_s,
            AuditTexts::tr("Quotas"),
            {sheetColumn("account", AuditTexts::tr("Account"), 16),
             sheetColumn("quota", AuditTexts::tr("Quota"), 24),
             sheetColumn("unit", AuditTexts::tr("Unit"), 12),
             sheetColumn("used", AuditTexts::tr("Used"), 10),
             sheetColumn("limit", AuditTexts::tr("Limit"), 10),
             sheetColumn("reset_at", AuditTexts::tr("Starts anew"), 14),
             sheetColumn("observed_at", AuditTexts::tr("Read at"), 14),
             sheetColumn("forecast", AuditTexts::tr("Forecast"), 14),
             sheetColumn("earliest", AuditTexts::tr("Runs out at the earliest"), 14),
             sheetColumn("latest", AuditTexts::tr("At the latest"), 14)}};
}

/** The title of a column of the journal. */
QString eventTitle(const QString &column)
{
    const QHash<QString, QString> titles{{u"sequence"_s, AuditTexts::tr("No.")},
                                         {u"time"_s, AuditTexts::tr("When")},
                                         {u"user"_s, AuditTexts::tr("User")},
                                         {u"host"_s, AuditTexts::tr("Computer")},
                                         {u"program"_s, AuditTexts::tr("Program")},
                                         {u"kind"_s, AuditTexts::tr("What")},
                                         {u"outcome"_s, AuditTexts::tr("Outcome")},
                                         {u"account"_s, AuditTexts::tr("Account")},
                                         {u"account_id"_s, AuditTexts::tr("Account id")},
                                         {u"provider"_s, AuditTexts::tr("Vendor")},
                                         {u"container"_s, AuditTexts::tr("Organization, project")},
                                         {u"object"_s, AuditTexts::tr("Name")},
                                         {u"mask"_s, AuditTexts::tr("Mask")},
                                         {u"vendor_id"_s, AuditTexts::tr("Vendor's id")},
                                         {u"operation"_s, AuditTexts::tr("Operation")},
                                         {u"request_id"_s, AuditTexts::tr("Request id")},
                                         {u"detail"_s, AuditTexts::tr("Details")},
                                         {u"installation"_s, AuditTexts::tr("Installation")},
                                         {u"previous_hash"_s, AuditTexts::tr("Hash before")},
                                         {u"hash"_s, AuditTexts::tr("Hash")}};
    return titles.value(column, column);
}

Sheet eventsSheet()
{
    static const QHash<QString, int> widths{
        {u"sequence"_s, 7}, {u"time"_s, 16},      {u"user"_s, 9},     {u"host"_s, 10},
        {u"kind"_s, 14},    {u"outcome"_s, 10},   {u"account"_s, 12}, {u"object"_s, 18},
        {u"mask"_s, 13},    {u"request_id"_s, 14}};
    Sheet sheet{u"events"_s, AuditTexts::tr("Events"), {}};
    const QStringList names = JournalCsv::columns();
    for (const QString &name : names)
        sheet.columns.append({name, eventTitle(name), widths.value(name)});
    return sheet;
}

Sheet reconciliationSheet()
{
    return {u"reconciliation"_s,
            AuditTexts::tr("Reconciliation"),
            {sheetColumn("account", AuditTexts::tr("Account"), 18),
             sheetColumn("keys", AuditTexts::tr("Keys in this report"), 12),
             sheetColumn("made_here", AuditTexts::tr("Made with Chatelaine"), 12),
             sheetColumn("elsewhere", AuditTexts::tr("Appeared without an entry"), 14),
             sheetColumn("ended_here", AuditTexts::tr("Ended with Chatelaine"), 12),
             sheetColumn("vanished", AuditTexts::tr("Vanished without an entry"), 14),
             sheetColumn("used_unlisted", AuditTexts::tr("Used, but in no list"), 12),
             sheetColumn("used_unlisted_ids", AuditTexts::tr("Ids of these"), 20)}};
}

Sheet clausesSheet()
{
    return {u"clauses"_s,
            AuditTexts::tr("Clauses"),
            {sheetColumn("framework", AuditTexts::tr("Standard"), 16),
             sheetColumn("clause", AuditTexts::tr("Clause"), 9),
             sheetColumn("asks", AuditTexts::tr("What it asks"), 36),
             sheetColumn("fields", AuditTexts::tr("What answers to it"), 36),
             sheetColumn("rules", AuditTexts::tr("Findings that touch it"), 18),
             sheetColumn("note", AuditTexts::tr("Note"), 24)}};
}

} // namespace

QList<Sheet> auditSheets()
{
    return {accountsSheet(),       sourcesSheet(),    keysSheet(),      rotationSheet(),
            findingsSheet(),       exceptionsSheet(), quotasSheet(),    eventsSheet(),
            reviewSheet(),         leaversSheet(),    incidentsSheet(), changesSheet(),
            reconciliationSheet(), toolSheet(),       clausesSheet()};
}

AuditRows::AuditRows(const AuditFacts &facts)
    : m_facts(facts)
{
    for (const Finding &finding : facts.findings) {
        if (!finding.key.isEmpty())
            m_rules[finding.key].append(findingRuleName(finding.rule));
    }
}

Cells AuditRows::account(const ReportedAccount &account, qint64 keys) const
{
    const QStringList why = whyIncomplete(account, m_facts);
    return {account.row.name,
            account.row.id.toString(),
            account.provider.name,
            why.isEmpty() ? u"COMPLETE"_s : u"INCOMPLETE"_s,
            why.join(u' '),
            keys,
            cellOf(account.row.status.asOf),
            cellOf(account.row.status.completeAt),
            account.row.facts.value(identityFact),
            account.row.baseUrl.isEmpty() ? account.provider.baseUrl : account.row.baseUrl,
            account.provider.origin,
            QString::fromLatin1(account.provider.digest)};
}

Cells AuditRows::source(const ReportedAccount &account, const ListingSource &source) const
{
    return {account.row.name,
            source.endpoint,
            source.parameters,
            qint64(source.pages),
            source.records,
            source.startedAt,
            source.endedAt,
            source.problem,
            cellOf(source.clockAhead),
            source.requestIds.join(u' ')};
}

Cells AuditRows::finding(qint64 number, const Finding &finding) const
{
    const ReportedAccount *account = m_facts.account(finding.account);
    const std::optional<FindingException> &exception = finding.exception;
    return {number,
            findingSeverityName(finding.severity),
            findingRuleName(finding.rule),
            account ? account->row.name : QString(),
            finding.key.toString(),
            finding.name,
            cellOf(finding.since),
            finding.days,
            findingSentence(finding),
            exception ? Cell(exception->until) : Cell(QString()),
            exception ? exception->approver : QString(),
            exception ? exception->reason : QString(),
            m_facts.clauses.touchedBy(findingRuleName(finding.rule))};
}

Cells AuditRows::quota(const ReportedAccount &account, qsizetype index) const
{
    const Quota &quota = account.quotas.at(index);
    const QuotaForecast &forecast = account.forecasts.at(index);
    return {account.row.name,
            quota.name,
            quota.unit,
            cellOf(quota.used),
            cellOf(quota.limit),
            cellOf(quota.resetAt),
            quota.observedAt,
            forecastVerdictName(forecast.verdict),
            cellOf(forecast.earliest),
            cellOf(forecast.latest)};
}

Cells AuditRows::event(const JournalLine &line)
{
    return JournalCsv::cellsOf(line);
}

Cells AuditRows::reconciliation(const ReportedAccount &account, const KeyCounts &counts,
                                const QSet<QString> &unlisted)
{
    QStringList ids(unlisted.cbegin(), unlisted.cend());
    ids.sort();
    return {account.row.name, counts.listed,   counts.madeHere,    counts.elsewhere,
            counts.endedHere, counts.vanished, qint64(ids.size()), ids.mid(0, mostIds).join(u' ')};
}

Cells AuditRows::clause(const Clause &clause)
{
    return {clause.framework,        clause.id,  clause.asks, clause.fields.join(u' '),
            clause.rules.join(u' '), clause.note};
}

} // namespace chatelaine
