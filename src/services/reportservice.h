// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "services/auditservice.h"

namespace chatelaine {

class AccountService;
class FindingService;
class TeamService;
struct ServiceContext;

/** What an audit report is made with. */
struct ReportServices
{
    ServiceContext &context;
    AccountService &accounts;
    FindingService &findings;
    AuditService &audit;
    TeamService *team = nullptr; ///< null: this program has none
};

/**
 * Audit reports and evidence packs: keys as they stood, what was done to them, findings, quotas,
 * and how complete all of it is. Asks no vendor. A report is itself an entry of the journal. Lives
 * on the main thread.
 */
class ReportService : public QObject
{
    Q_OBJECT
public:
    explicit ReportService(const ReportServices &services, QObject *parent = nullptr);

    /** All forms: those of the journal, "xlsx", "pdf" and "pack". */
    static QStringList formats();
    /** The list of clauses that came with the program, as JSON. */
    static QByteArray clauses();
    /** The names of the tables that CSV and JSON Lines can hold one of. */
    static QStringList sheets();

    /** `progress` is called with the rows written so far. A file, or of "pack" a folder, is there
     * only when it is complete. */
    [[nodiscard]] FutureOutcome<ExportReport> exportTo(const ExportOrder &order,
                                                       std::function<void(qint64)> progress = {},
                                                       CancellationPtr cancellation = {});

private:
    const ReportServices m_services;
};

} // namespace chatelaine
