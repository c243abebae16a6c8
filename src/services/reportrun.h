// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/progressrelay.h"
#include "services/reportfiles.h"
#include "services/reportservice.h"

namespace chatelaine {

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
