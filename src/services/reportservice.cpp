// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportservice.h"

#include "reports/auditsheets.h"
#include "services/reportrun.h"

namespace chatelaine {

ReportService::ReportService(const ReportServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{}

QStringList ReportService::formats()
{
    return AuditService::formats() +
           QStringList{QStringLiteral("xlsx"), QStringLiteral("pdf"), QStringLiteral("pack")};
}

QByteArray ReportService::clauses()
{
    return builtInClauses();
}

QStringList ReportService::sheets()
{
    QStringList names;
    const QList<Sheet> all = auditSheets();
    for (const Sheet &sheet : all)
        names.append(sheet.id);
    return names;
}

FutureOutcome<ExportReport> ReportService::exportTo(const ExportOrder &order,
                                                    std::function<void(qint64)> progress,
                                                    CancellationPtr cancellation)
{
    if (!formats().contains(order.format) ||
        (AuditService::formats().contains(order.format) && order.sheet.isEmpty()))
        return m_services.audit.exportTo(order, std::move(progress), std::move(cancellation));
    auto *run = new ReportRun(m_services, order, std::move(progress), cancellation, this);
    return run->start();
}

} // namespace chatelaine
