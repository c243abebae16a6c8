// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportrun.h"

#include "painting/pdfreport.h"
#include "platform/systemuser.h"
#include "reports/renamedfile.h"
#include "reports/sheetfile.h"
#include "reports/xlsxbook.h"
#include "services/accountservice.h"
#include "services/context.h"
#include "services/events.h"
#include "services/findingservice.h"
#include "services/outputfile.h"
#include "services/teamservice.h"
#include "services/toolreading.h"
#include "store/store.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 tellEvery = 1000;
constexpr int reportsAPage = 100;
constexpr std::int64_t usageSpanSeconds = 90 * 86'400;

template<typename Sink>
std::unique_ptr<ReportSink> madeSink(const QString &file)
{
    return std::make_unique<Sink>(file);
}

/** The tables of a pack, each as a record and as a view. */
std::vector<std::unique_ptr<ReportSink>> packSinks(const EvidencePack &pack)
{
    std::vector<std::unique_ptr<ReportSink>> sinks;
    const QList<Sheet> sheets = auditSheets();
    for (const Sheet &sheet : sheets) {
        sinks.push_back(std::make_unique<SheetFile>(pack.path(u"views/%1.csv"_s.arg(sheet.id)),
                                                    sheet.id, SheetFile::Form::Csv));
        // The records of the events are the journal itself.
        if (sheet.id != "events"_L1)
            sinks.push_back(
                std::make_unique<SheetFile>(pack.path(u"records/%1.jsonl"_s.arg(sheet.id)),
                                            sheet.id, SheetFile::Form::JsonLines));
    }
    sinks.push_back(madeSink<XlsxBook>(pack.path(u"views/report.xlsx"_s)));
    sinks.push_back(madeSink<PdfReport>(pack.path(u"report.pdf"_s)));
    return sinks;
}

} // namespace

ReportRun::ReportRun(const ReportServices &services, ExportOrder order,
                     std::function<void(qint64)> progress, const CancellationPtr &cancellation,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_order(std::move(order))
    , m_progress(ProgressRelay::to(this, std::move(progress)))
{
    m_files->name = m_order.file;
    if (cancellation)
        connect(cancellation.get(), &Cancellation::cancelled, this,
                [files = m_files] { files->cancelled = true; });
}

ReportRun::~ReportRun()
{
    m_files->cancelled = true; // whoever still works for it may stop
}

bool ReportRun::isPack() const
{
    return m_order.format == "pack"_L1;
}

FutureOutcome<ExportReport> ReportRun::start()
{
    const auto future = m_answer.future();
    const auto why =
        isPack() ? whyNoFolder(m_order.file, m_services.context.profile)
                 : whyNotWritten(m_order.file, m_services.context.profile, m_order.overwrite);
    const auto clauses = m_order.clausesFile.isEmpty() ? readClauses(builtInClauses())
                                                       : readClausesFile(m_order.clausesFile);
    if (why || !clauses) {
        const auto waiting = m_answer;
        deleteLater();
        waiting.give(why ? *why : clauses.error());
        return future;
    }
    m_facts.clauses = *clauses;
    then(m_services.context.store.accounts(),
         [this](const QList<AccountRow> &rows) { chooseAccounts(rows); });
    return future;
}

void ReportRun::chooseAccounts(const QList<AccountRow> &rows)
{
    const SystemUser user = currentSystemUser();
    m_facts.scope = {
        m_order.from, m_order.to, {m_order.accounts.cbegin(), m_order.accounts.cend()}};
    m_facts.now = m_services.context.clock.now();
    m_facts.maker = user.user + u'@' + user.host;
    m_facts.program = m_services.context.program + u' ' + QStringLiteral(CHATELAINE_VERSION);
    for (const AccountRow &row : rows) {
        if (!m_order.accounts.isEmpty() && !m_order.accounts.contains(row.id)) {
            m_facts.leftOut.append(row.name);
            continue;
        }
        ReportedAccount account;
        account.row = row;
        account.provider = m_services.accounts.providerOf(row.id).value_or(ProviderInfo());
        m_facts.accounts.append(account);
    }
    readPrevious(std::nullopt);
}

/** The last report of the same accounts that was made before the period ended. */
void ReportRun::readPrevious(const std::optional<JournalPlace> &beyond)
{
    Store &store = m_services.context.store;
    JournalQuery query;
    query.to = m_facts.end();
    query.kind = u"report.export"_s;
    query.outcome = u"succeeded"_s;
    then(store.searchJournals(query, beyond, Qt::DescendingOrder, reportsAPage),
         [this, own = store.installation()](const QList<JournalLine> &lines) {
             for (const JournalLine &line : lines) {
                 m_facts.previous = previousReportIn(line, m_facts.scope.accounts, own);
                 if (m_facts.previous)
                     return readTeam();
             }
             if (lines.size() < reportsAPage)
                 return readTeam();
             const JournalLine &last = lines.last();
             readPrevious(JournalPlace{last.time, last.installation, last.sequence});
         });
}

void ReportRun::readTeam()
{
    TeamService *team = m_services.team;
    if (!team || !team->address())
        return readAccount(0);
    m_facts.tool.team = team->address();
    then(team->state(), [this](const TeamState &state) {
        m_facts.tool.teamContact = state.lastContact;
        m_facts.teamProblems = state.problems;
        if (state.offlineSince)
            m_facts.teamProblems.append(
                tr("The team's database has not answered since %1: what the others did is missing.")
                    .arg(state.offlineSince->toIso()));
        readAccount(0);
    });
}

void ReportRun::readAccount(qsizetype index)
{
    if (index == m_facts.accounts.size())
        return readFindings();
    Store &store = m_services.context.store;
    const AccountId id = m_facts.accounts.at(index).row.id;
    then(store.lastListing(id), [this, index, id, &store](const QList<ListingSource> &sources) {
        m_facts.accounts[index].sources = sources;
        then(store.quotas(id), [this, index, id, &store](const QList<Quota> &quotas) {
            m_facts.accounts[index].quotas = quotas;
            const Timestamp since =
                m_facts.now.plusSeconds(-(QuotaForecast::mostDays + 1) * 86'400LL);
            then(store.quotaHistory(id, since), [this, index](const QList<Quota> &history) {
                ReportedAccount &account = m_facts.accounts[index];
                account.forecasts = forecasts(account.quotas, history, m_facts.now);
                readUsage(index);
            });
        });
    });
}

void ReportRun::readUsage(qsizetype index)
{
    UsageQuery query;
    query.account = m_facts.accounts.at(index).row.id;
    query.to = m_order.to.value_or(m_facts.now);
    query.from = m_order.from.value_or(query.to.plusSeconds(-usageSpanSeconds));
    Store &store = m_services.context.store;
    then(store.usage(query), [this, index, query, &store](const QList<UsageSample> &samples) {
        m_facts.accounts[index].usage = samples;
        then(store.usedKeys(query.account, m_order.from.value_or(Timestamp()), query.to),
             [this, index](const QSet<QString> &keys) {
                 m_facts.accounts[index].usedKeys = keys;
                 readAccount(index + 1);
             });
    });
}

void ReportRun::readFindings()
{
    QList<AccountId> ids;
    for (const ReportedAccount &account : std::as_const(m_facts.accounts))
        ids.append(account.row.id);
    if (ids.isEmpty())
        return readSigner();
    FindingLimits limits = m_facts.limits;
    if (m_facts.scope.to)
        limits.saidBefore = m_facts.end();
    then(m_services.findings.findings(ids, limits), [this](const QList<Finding> &findings) {
        m_facts.findings = findings;
        readReplacements();
    });
}

/** Finished ones are in the journal. */
void ReportRun::readReplacements()
{
    then(m_services.context.store.openReplacements(),
         [this](const QList<ReplacementRow> &rows) { readReplaced(rows, 0); });
}

void ReportRun::readReplaced(const QList<ReplacementRow> &rows, qsizetype index)
{
    if (index == rows.size())
        return readSigner();
    const ReplacementRow &row = rows.at(index);
    if (!m_facts.account(row.account) || row.newKey.isEmpty())
        return readReplaced(rows, index + 1);
    Store &store = m_services.context.store;
    whenDone(store.key(row.oldKey), this, [=, this, &store](const Outcome<KeyRow> &oldKey) {
        whenDone(store.key(row.newKey), this, [=, this](const Outcome<KeyRow> &newKey) {
            if (oldKey && newKey)
                m_facts.replacements.append({*oldKey, *newKey});
            readReplaced(rows, index + 1);
        });
    });
}

void ReportRun::readSigner()
{
    then(m_services.audit.signer(m_order.signingKey), [this](const SealedBy &by) {
        m_files->by = by;
        if (by.signer)
            m_facts.signer = QString::fromLatin1(signature::fingerprintOf(by.signer->publicKey));
        then(m_services.context.store.installationChains(),
             [this](const QList<InstallationChain> &chains) { readTool(chains); });
    });
}

void ReportRun::readTool(const QList<InstallationChain> &chains)
{
    readToolSettings(m_services.context, &m_facts.tool);
    m_facts.tool.installations = chains;
    then(m_services.context.store.keychainEntries(),
         [this, chains](const QList<KeychainEntry> &entries) {
             m_facts.tool.secrets = entries;
             for (ReportedAccount &account : m_facts.accounts)
                 account.storedAt = credentialsStored(account.row, entries);
             openReport(chains);
         });
}

Outcome<std::shared_ptr<ReportSink>> ReportRun::sink()
{
    using Sink = std::shared_ptr<ReportSink>;
    if (isPack())
        return packSink();
    if (m_order.format == "xlsx"_L1)
        return Sink(std::make_shared<RenamedFile>(m_order.file, madeSink<XlsxBook>));
    if (m_order.format == "pdf"_L1)
        return Sink(std::make_shared<RenamedFile>(m_order.file, madeSink<PdfReport>));
    const auto form =
        m_order.format == "csv"_L1 ? SheetFile::Form::Csv : SheetFile::Form::JsonLines;
    return Sink(std::make_shared<SheetFile>(m_order.file, m_order.sheet, form));
}

Outcome<std::shared_ptr<ReportSink>> ReportRun::packSink()
{
    m_files->pack = std::make_unique<EvidencePack>(m_order.file);
    EvidencePack &pack = *m_files->pack;
    if (const auto begun = pack.begin(); !begun)
        return begun.error();
    bool isMade = pack.addFolder(u"views"_s) && pack.addFolder(u"records"_s);
    for (ReportedChain &chain : m_files->chains) {
        chain.journal = pack.addJournal(chain.installation);
        isMade = isMade && chain.journal;
    }
    if (!isMade)
        return JournalExporter::cannotWrite(m_order.file, tr("a folder in it cannot be made"));
    return std::shared_ptr<ReportSink>(std::make_shared<ReportTee>(packSinks(pack)));
}

void ReportRun::openReport(const QList<InstallationChain> &chains)
{
    using Proofs = JournalSealer::Proofs;
    const auto proofs = isPack() ? Proofs::Wanted : Proofs::None;
    for (const InstallationChain &chain : chains)
        m_files->chains.push_back(
            {chain.installation, JournalSealer(chain.installation, m_files->by, proofs), nullptr});
    const auto made = sink();
    if (!made)
        return end(made.error());
    m_files->report = std::make_unique<AuditReport>(m_facts, *made);
    if (!m_files->report->begin())
        return endStopped();
    walkJournal(0);
}

void ReportRun::walkJournal(size_t index)
{
    if (index == m_files->chains.size())
        return walkKeys(0);
    JournalFilter filter;
    filter.installation = index == 0 ? QString() : m_files->chains[index].installation;
    const auto goesOn = std::make_shared<bool>(true);
    const auto each = [files = m_files, progress = m_progress, goesOn,
                       index](const JournalLine &line) {
        if (line.sequence % tellEvery == 0)
            progress->tell(line.sequence);
        return *goesOn = files->takeEntry(files->chains[index], line);
    };
    then(m_services.context.store.eachJournalLine(filter, each), [this, index, goesOn](qint64) {
        if (!*goesOn)
            return endStopped();
        walkJournal(index + 1);
    });
}

void ReportRun::walkKeys(qsizetype index)
{
    if (index == m_facts.accounts.size())
        return closeReport();
    const auto goesOn = std::make_shared<bool>(true);
    const auto each = [files = m_files, progress = m_progress, goesOn](const KeyRow &key) {
        const AuditReport &report = *files->report;
        if (report.keys() % tellEvery == 0)
            progress->tell(report.events() + report.keys());
        return *goesOn = files->takeKey(key);
    };
    then(m_services.context.store.eachKey(m_facts.accounts.at(index).row.id, each),
         [this, index, goesOn](qint64) {
             if (!*goesOn)
                 return endStopped();
             walkKeys(index + 1);
         });
}

/** On a pool thread: a workbook is packed, a PDF is painted. */
void ReportRun::closeReport()
{
    then(QtConcurrent::run([files = m_files] { return files->finish(); }), [this](const Done &) {
        ExportReport made;
        made.entries = m_files->report->events();
        made.keys = m_files->report->keys();
        made.incomplete = m_files->report->missing();
        if (m_files->pack) {
            made.fingerprint = m_files->chains.front().journal->sealed().fingerprint;
            made.unsignedWhy = m_files->chains.front().journal->sealed().unsignedWhy;
            if (!made.fingerprint.isEmpty() && m_files->by.second)
                made.secondFingerprint = signature::fingerprintOfPem(m_files->by.second->publicPem);
        }
        end(made);
    });
}

void ReportRun::endStopped()
{
    end(m_files->whyStopped());
}

JournalEvent ReportRun::eventOf(const Outcome<ExportReport> &outcome) const
{
    JournalEvent event = exportEvent(m_order, outcome);
    if (outcome && isWholeReport(m_order.format)) {
        event.detail.insert(reportScopeMember, reportScope(m_facts.scope.accounts));
        event.detail.insert(reportUntilMember, m_facts.end().toIso());
    }
    if (!outcome || !m_files->pack)
        return event;
    for (ReportedChain &chain : m_files->chains) {
        const Checkpoint head = chain.sealer.checkpoint();
        event.detail.insert(packHeadMember(chain.installation),
                            PackHead{head.size, head.root}.toText());
    }
    return event;
}

void ReportRun::end(const Outcome<ExportReport> &outcome)
{
    const JournalEvent entry = eventOf(outcome);
    m_files->report.reset(); // with what is not finished
    m_files->chains.clear();
    m_files->pack.reset();
    whenDone(m_services.context.store.append(entry), this,
             [this, outcome](const Outcome<JournalLine> &line) {
                 const auto waiting = m_answer;
                 deleteLater();
                 waiting.give(outcome && !line ? Outcome<ExportReport>(line.error()) : outcome);
             });
}

} // namespace chatelaine
