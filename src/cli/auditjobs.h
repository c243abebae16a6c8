// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/auditservice.h"
#include "services/teamservice.h"

namespace chatelaine::cli {

/** `audit list`: in pages, so that a long journal is never in memory as a whole. */
class AuditListJob : public Job
{
    Q_OBJECT
public:
    AuditListJob(Session &session, AuditList order)
        : Job(session)
        , m_order(std::move(order))
        , m_query(m_order.query)
    {}
    void start() override;

private:
    void readPage();
    void print(const QList<JournalLine> &page);

    const AuditList m_order;
    JournalQuery m_query;
    std::optional<JournalPlace> m_last; ///< of what was printed so far
};

class AuditExportJob : public Job
{
    Q_OBJECT
public:
    AuditExportJob(Session &session, AuditExport order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void nameWhatIsNotInIt(const ExportReport &report);
    void say(const ExportReport &report);

    const AuditExport m_order;
};

/** `audit clauses` */
class AuditClausesJob : public Job
{
    Q_OBJECT
public:
    using Job::Job;
    void start() override;
};

/** `audit vendor-export`: the log that the vendor keeps, saved as a file. */
class VendorExportJob : public Job
{
    Q_OBJECT
public:
    VendorExportJob(Session &session, AuditVendorExport order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void choosePlace(const AccountRow &account, const VendorAuditInfo &info);
    void save(const AccountRow &account, const ContainerPath &container);

    const AuditVendorExport m_order;
};

/** `audit verify`: of the profile's own chain, or of an export. */
class AuditVerifyJob : public Job
{
    Q_OBJECT
public:
    AuditVerifyJob(Session &session, AuditVerify order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void say(const ExportVerdict &verdict);
    void sayOfChains(const JournalVerdict &own, const QList<VerifiedChain> &others);

    const AuditVerify m_order;
};

} // namespace chatelaine::cli
