// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/progressrelay.h"
#include "reports/auditreport.h"
#include "reports/evidencepack.h"
#include "services/reportservice.h"

#include <atomic>

namespace chatelaine {

/** The journal of one installation, as it is walked. */
struct ReportedChain
{
    QString installation;
    JournalSealer sealer;
    std::unique_ptr<PackJournal> journal; ///< of a pack only
};

/** What a report is written with; used by one thread after the other. */
struct ReportFiles
{
    QString name; ///< of the file or folder, as the user gave it
    SealedBy by;
    std::unique_ptr<AuditReport> report;
    std::unique_ptr<EvidencePack> pack; ///< of a pack only
    std::vector<ReportedChain> chains;  ///< the own one first
    QMap<QString, PackHead> previous;   ///< heads of the last pack
    QString problem;                    ///< of a journal in a pack
    std::atomic_bool cancelled = false;

    bool takeEntry(ReportedChain &chain, const JournalLine &line);
    bool takeKey(const KeyRow &key);
    QList<Checkpoint> heads();
    QStringList brokenJournals() const; ///< in sentences
    /** Writes what comes last, and gives the files their names. */
    Outcome<Done> finish();
    Error whyStopped() const;
};

/** One audit report, from the first question to the last file. Deletes itself when it has answered.
 */
class ReportRun : public QObject
{
    Q_OBJECT
public:
    ReportRun(const ReportServices &services, ExportOrder order,
              std::function<void(qint64)> progress, const CancellationPtr &cancellation,
              QObject *parent);
    ~ReportRun() override;

    FutureOutcome<ExportReport> start();

private:
    template<typename T, typename F>
    void then(FutureOutcome<T> call, F next)
    {
        whenDone(std::move(call), this, [this, next](const Outcome<T> &outcome) {
            if (!outcome)
                return end(outcome.error());
            next(*outcome);
        });
    }

    void chooseAccounts(const QList<AccountRow> &rows);
    void readTeam();
    void readPrevious(const std::optional<JournalPlace> &beyond);
    void readAccount(qsizetype index);
    void readUsage(qsizetype index);
    void readFindings();
    void readReplacements();
    void readReplaced(const QList<ReplacementRow> &rows, qsizetype index);
    void readSigner();
    void readTool(const QList<InstallationChain> &chains);
    void openReport(const QList<InstallationChain> &chains);
    Outcome<std::shared_ptr<ReportSink>> sink();
    Outcome<std::shared_ptr<ReportSink>> packSink();
    void walkJournal(size_t index);
    void walkKeys(qsizetype index);
    void closeReport();
    void end(const Outcome<ExportReport> &outcome);
    JournalEvent eventOf(const Outcome<ExportReport> &outcome) const;
    bool isPack() const;
    void endStopped();

    const ReportServices m_services;
    const ExportOrder m_order;
    const std::shared_ptr<ProgressRelay> m_progress;
    AuditFacts m_facts;
    const std::shared_ptr<ReportFiles> m_files = std::make_shared<ReportFiles>();
    Answer<ExportReport> m_answer;
};

} // namespace chatelaine
