// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/auditsheets.h"

#include "reports/journalcsv.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 secondsOfADay = 86'400;

struct AuditTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

SheetColumn column(const char *id, const QString &title, int width = 0)
{
    return {QString::fromLatin1(id), title, width};
}

Sheet accountsSheet()
{
    return {u"accounts"_s,
            AuditTexts::tr("Accounts"),
            {column("account", AuditTexts::tr("Account"), 14),
             column("account_id", AuditTexts::tr("Account id")),
             column("provider", AuditTexts::tr("Vendor"), 12),
             column("status", AuditTexts::tr("Status"), 10),
             column("reasons", AuditTexts::tr("What is missing"), 26),
             column("keys", AuditTexts::tr("Keys"), 6),
             column("as_of", AuditTexts::tr("Read at"), 14),
             column("complete_at", AuditTexts::tr("Last complete at"), 14),
             column("identity", AuditTexts::tr("Read as"), 14),
             column("base_url", AuditTexts::tr("Address")),
             column("definition", AuditTexts::tr("Definition")),
             column("definition_sha256", AuditTexts::tr("SHA-256 of the definition"))}};
}

Sheet sourcesSheet()
{
    return {u"sources"_s,
            AuditTexts::tr("Sources"),
            {column("account", AuditTexts::tr("Account"), 14),
             column("endpoint", AuditTexts::tr("Endpoint"), 30),
             column("parameters", AuditTexts::tr("Parameters"), 18),
             column("pages", AuditTexts::tr("Pages"), 6),
             column("records", AuditTexts::tr("Records"), 8),
             column("started_at", AuditTexts::tr("Started"), 14),
             column("ended_at", AuditTexts::tr("Ended"), 14),
             column("problem", AuditTexts::tr("Problem"), 20),
             column("request_ids", AuditTexts::tr("Request ids"))}};
}

Sheet keysSheet()
{
    return {u"keys"_s,
            AuditTexts::tr("Keys"),
            {column("row", AuditTexts::tr("No."), 5),
             column("row_id", AuditTexts::tr("Row id")),
             column("provider", AuditTexts::tr("Vendor")),
             column("account", AuditTexts::tr("Account"), 12),
             column("account_id", AuditTexts::tr("Account id")),
             column("container", AuditTexts::tr("Organization, project"), 16),
             column("container_ids", AuditTexts::tr("Ids of these")),
             column("vendor_id", AuditTexts::tr("Vendor's id")),
             column("mask", AuditTexts::tr("Mask"), 13),
             column("kind", AuditTexts::tr("Kind")),
             column("environment", AuditTexts::tr("Environment")),
             column("name", AuditTexts::tr("Name"), 18),
             column("created_by", AuditTexts::tr("Owner, as the vendor says"), 12),
             column("made_by", AuditTexts::tr("Made here by")),
             column("state", AuditTexts::tr("State"), 8),
             column("state_since", AuditTexts::tr("State since")),
             column("created_at", AuditTexts::tr("Created"), 10),
             column("age_days", AuditTexts::tr("Days old"), 6),
             column("rotated_at", AuditTexts::tr("Last rotated")),
             column("expires_at", AuditTexts::tr("Expires"), 10),
             column("days_left", AuditTexts::tr("Days left")),
             column("last_used", AuditTexts::tr("Last use"), 16),
             column("last_used_at", AuditTexts::tr("Last used at")),
             column("last_used_precision_seconds", AuditTexts::tr("Precision in seconds")),
             column("last_used_since", AuditTexts::tr("Uses known since")),
             column("scopes", AuditTexts::tr("Scopes"), 14),
             column("admin", AuditTexts::tr("Admin rights"), 6),
             column("secret_places", AuditTexts::tr("Where the secret was brought")),
             column("in_use_here", AuditTexts::tr("Used by this account")),
             column("ended_at", AuditTexts::tr("Ended")),
             column("ended_by", AuditTexts::tr("Ended here by")),
             column("vanished_at", AuditTexts::tr("Vanished")),
             column("successor", AuditTexts::tr("Replaced by")),
             column("findings", AuditTexts::tr("Findings"), 12),
             column("source", AuditTexts::tr("Where this row is from"), 0),
             column("observed_at", AuditTexts::tr("Read at")),
             column("first_seen_at", AuditTexts::tr("First seen")),
             column("details", AuditTexts::tr("Details"))}};
}

Sheet findingsSheet()
{
    return {
        u"findings"_s,
        AuditTexts::tr("Findings"),
        {column("row", AuditTexts::tr("No."), 5), column("severity", AuditTexts::tr("Severity"), 8),
         column("rule", AuditTexts::tr("Rule"), 11),
         column("account", AuditTexts::tr("Account"), 14),
         column("key_row_id", AuditTexts::tr("Row id of the key")),
         column("name", AuditTexts::tr("Name"), 18), column("since", AuditTexts::tr("Since"), 14),
         column("days", AuditTexts::tr("Days"), 6),
         column("finding", AuditTexts::tr("Finding"), 36),
         column("clauses", AuditTexts::tr("Clauses it may touch"))}};
}

Sheet quotasSheet()
{
    return {u"quotas"_s,
            AuditTexts::tr("Quotas"),
            {column("account", AuditTexts::tr("Account"), 16),
             column("quota", AuditTexts::tr("Quota"), 24),
             column("unit", AuditTexts::tr("Unit"), 12), column("used", AuditTexts::tr("Used"), 10),
             column("limit", AuditTexts::tr("Limit"), 10),
             column("reset_at", AuditTexts::tr("Starts anew"), 14),
             column("observed_at", AuditTexts::tr("Read at"), 14),
             column("forecast", AuditTexts::tr("Forecast"), 14),
             column("earliest", AuditTexts::tr("Runs out at the earliest"), 14),
             column("latest", AuditTexts::tr("At the latest"), 14)}};
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

Sheet reviewSheet()
{
    return {u"review"_s,
            AuditTexts::tr("Access review"),
            {column("row", AuditTexts::tr("No.")), column("row_id", AuditTexts::tr("Row id")),
             column("account", AuditTexts::tr("Account")),
             column("container", AuditTexts::tr("Organization, project")),
             column("mask", AuditTexts::tr("Mask")), column("name", AuditTexts::tr("Name")),
             column("state", AuditTexts::tr("State")),
             column("created_by", AuditTexts::tr("Owner, as the vendor says")),
             column("scopes", AuditTexts::tr("Scopes")),
             column("last_used", AuditTexts::tr("Last use")),
             column("findings", AuditTexts::tr("Findings")),
             column("reviewer", AuditTexts::tr("Reviewer")),
             column("decision", AuditTexts::tr("Keep, reduce or revoke")),
             column("reason", AuditTexts::tr("Reason")),
             column("reviewed_on", AuditTexts::tr("Reviewed on"))}};
}

Sheet reconciliationSheet()
{
    return {u"reconciliation"_s,
            AuditTexts::tr("Reconciliation"),
            {column("account", AuditTexts::tr("Account"), 18),
             column("keys", AuditTexts::tr("Keys in this report"), 12),
             column("made_here", AuditTexts::tr("Made with Chatelaine"), 12),
             column("elsewhere", AuditTexts::tr("Appeared without an entry"), 14),
             column("ended_here", AuditTexts::tr("Ended with Chatelaine"), 12),
             column("vanished", AuditTexts::tr("Vanished without an entry"), 14)}};
}

Sheet clausesSheet()
{
    return {u"clauses"_s,
            AuditTexts::tr("Clauses"),
            {column("framework", AuditTexts::tr("Standard"), 16),
             column("clause", AuditTexts::tr("Clause"), 9),
             column("asks", AuditTexts::tr("What it asks"), 36),
             column("fields", AuditTexts::tr("What answers to it"), 36),
             column("rules", AuditTexts::tr("Findings that touch it"), 18),
             column("note", AuditTexts::tr("Note"), 24)}};
}

QString containerNames(const ContainerPath &path)
{
    QStringList names;
    for (const ContainerStep &step : path)
        names.append(step.name.isEmpty() ? step.id.toString() : step.name);
    return names.join(" / "_L1);
}

/** Whole days from one moment to another. */
std::optional<qint64> daysBetween(std::optional<Timestamp> from, Timestamp to)
{
    if (!from)
        return std::nullopt;
    return (to.seconds() - from->seconds()) / secondsOfADay;
}

/** A word of AuditTexts, in QT_TRANSLATE_NOOP. */
Term term(const char *english)
{
    return {QString::fromLatin1(english), AuditTexts::tr(english)};
}

Cell lastUse(const LastUsed &used)
{
    if (used.at)
        return *used.at;
    if (used.source == LastUsed::Source::None)
        return term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not said by the vendor"));
    if (!used.trackedSince)
        return term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "never, as the vendor says"));
    const Term since =
        term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not since %1, when tracking began"));
    const QString when = used.trackedSince->toIso();
    return Term{since.word.arg(when), since.shown.arg(when)};
}

Term adminRights(const ReportedAccount &account, const KeyRecord &record)
{
    const KindInfo *kind = account.provider.kind(record.kind);
    if (!kind)
        return term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "not known"));
    const bool isAdmin = kind->admin.everyKey || !kind->admin.grantedBy(record.scopes).isEmpty();
    return isAdmin ? term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "yes"))
                   : term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "no"));
}

Term sourceOf(const KeyRow &key)
{
    if (key.manual)
        return term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "added by hand"));
    return key.lastSeenAt ? term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "list of the vendor"))
                          : term(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                                   "made with Chatelaine, not listed since"));
}

Term secretPlaces(const KeyRow &key, const KeyHistory &history)
{
    const QString places = history.places.join("; "_L1);
    if (!key.kept)
        return {places, places};
    const Term own = term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "keychain of Chatelaine"));
    const QString more = places.isEmpty() ? QString() : "; "_L1 + places;
    return {own.word + more, own.shown + more};
}

/** The state has been so since then, as far as it is known. */
std::optional<Timestamp> stateSince(const KeyRow &key, const KeyHistory &history)
{
    if (key.endedAt)
        return key.endedAt;
    if (key.vanishedAt)
        return key.vanishedAt;
    if (key.record.state == KeyState::Expired)
        return key.record.expiresAt;
    return key.record.state == KeyState::Active && !history.rotatedAt ? key.record.createdAt
                                                                      : std::nullopt;
}

QString detailsText(const KeyRecord &record)
{
    QStringList lines;
    for (const auto &[label, text] : record.details)
        lines.append(label + ": "_L1 + text);
    return lines.join("; "_L1);
}

} // namespace

QList<Sheet> auditSheets()
{
    return {accountsSheet(), sourcesSheet(), keysSheet(),           findingsSheet(), quotasSheet(),
            eventsSheet(),   reviewSheet(),  reconciliationSheet(), clausesSheet()};
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
    return {account.row.name,     source.endpoint, source.parameters,
            qint64(source.pages), source.records,  source.startedAt,
            source.endedAt,       source.problem,  source.requestIds.join(u' ')};
}

Cells AuditRows::key(qint64 number, const ReportedAccount &account, const KeyRow &key,
                     const KeyHistory &history) const
{
    const KeyRecord &record = key.record;
    const LastUsed &used = record.lastUsed;
    const auto left =
        record.expiresAt ? daysBetween(m_facts.end(), *record.expiresAt) : std::optional<qint64>();
    return {number,
            key.uid.toString(),
            account.provider.name,
            account.row.name,
            key.account.toString(),
            containerNames(record.container),
            containerKey(record.container),
            record.id.toString(),
            record.mask,
            record.kind,
            record.environment,
            record.name,
            record.createdBy,
            history.madeBy,
            keyStateName(record.state),
            cellOf(stateSince(key, history)),
            cellOf(record.createdAt),
            cellOf(daysBetween(record.createdAt, m_facts.end())),
            cellOf(history.rotatedAt),
            cellOf(record.expiresAt),
            cellOf(left),
            lastUse(used),
            cellOf(used.at),
            used.at ? Cell(used.precisionSeconds) : Cell(QString()),
            cellOf(used.trackedSince),
            record.scopes.join(u' '),
            adminRights(account, record),
            secretPlaces(key, history),
            key.inUse ? Cell(term(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "yes")))
                      : Cell(QString()),
            cellOf(key.endedAt),
            history.endedBy,
            cellOf(key.vanishedAt),
            history.successor,
            m_rules.value(key.uid).join(u' '),
            sourceOf(key),
            cellOf(key.lastSeenAt),
            cellOf(key.firstSeenAt),
            detailsText(record)};
}

Cells AuditRows::review(qint64 number, const ReportedAccount &account, const KeyRow &key) const
{
    const KeyRecord &record = key.record;
    return {number,
            key.uid.toString(),
            account.row.name,
            containerNames(record.container),
            record.mask,
            record.name,
            keyStateName(record.state),
            record.createdBy,
            record.scopes.join(u' '),
            lastUse(record.lastUsed),
            m_rules.value(key.uid).join(u' '),
            QString(),
            QString(),
            QString(),
            QString()};
}

Cells AuditRows::finding(qint64 number, const Finding &finding) const
{
    const ReportedAccount *account = m_facts.account(finding.account);
    return {number,
            findingSeverityName(finding.severity),
            findingRuleName(finding.rule),
            account ? account->row.name : QString(),
            finding.key.toString(),
            finding.name,
            cellOf(finding.since),
            finding.days,
            findingSentence(finding),
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

Cells AuditRows::reconciliation(const ReportedAccount &account, const KeyCounts &counts)
{
    return {account.row.name, counts.listed,    counts.madeHere,
            counts.elsewhere, counts.endedHere, counts.vanished};
}

Cells AuditRows::clause(const Clause &clause)
{
    return {clause.framework,        clause.id,  clause.asks, clause.fields.join(u' '),
            clause.rules.join(u' '), clause.note};
}

} // namespace chatelaine
