// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandrunner.h"

#include "cli/accountjobs.h"
#include "cli/auditjobs.h"
#include "cli/inventoryjobs.h"
#include "cli/keychangejob.h"
#include "cli/keycheckjobs.h"
#include "cli/keycreatejob.h"
#include "cli/operationsjob.h"
#include "cli/providerjobs.h"
#include "cli/syncjob.h"
#include "cli/usagejobs.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/** A command that is not here yet: says so, and what is. */
class NotHereYetJob final : public Job
{
public:
    NotHereYetJob(Session &session, NotHereYet order)
        : Job(session)
        , m_order(std::move(order))
    {}

    void start() override
    {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message =
            CommandRunner::tr("\"%1\" is not in this version yet.").arg(m_order.command);
        error.next = CommandRunner::tr("There are: %1").arg(m_order.existing.join(", "_L1));
        fail(error);
    }

private:
    const NotHereYet m_order;
};

/** Makes the job of each kind of command. */
struct JobMaker
{
    Session &session;

    using Made = std::unique_ptr<Job>;
    Made operator()(const ProvidersList &order) const { return make<ProvidersJob>(order); }
    Made operator()(const ProvidersShow &order) const { return make<ProvidersJob>(order); }
    Made operator()(const ProvidersCheck &order) const { return make<ProvidersJob>(order); }
    Made operator()(const AccountsList &) const { return make<AccountsListJob>(); }
    Made operator()(const AccountsAdd &order) const { return make<AccountsChangeJob>(order); }
    Made operator()(const AccountsUpdate &order) const { return make<AccountsChangeJob>(order); }
    Made operator()(const AccountsCheck &order) const { return make<AccountsCheckJob>(order); }
    Made operator()(const AccountsRemove &order) const { return make<AccountsRemoveJob>(order); }
    Made operator()(const SyncAccounts &order) const { return make<SyncJob>(order); }
    Made operator()(const ContainersList &order) const { return make<ContainersJob>(order); }
    Made operator()(const KeysList &order) const { return make<KeysListJob>(order); }
    Made operator()(const KeysShow &order) const { return make<KeysShowJob>(order); }
    Made operator()(const KeysCreate &order) const { return make<KeyCreateJob>(order); }
    Made operator()(const KeysAdd &order) const { return make<KeyAddJob>(order); }
    Made operator()(const KeysCheck &order) const { return make<KeyCheckJob>(order); }
    Made operator()(const KeysChange &order) const { return make<KeyChangeJob>(order); }
    Made operator()(const UsageShow &order) const { return make<UsageJob>(order); }
    Made operator()(const QuotaShow &order) const { return make<QuotaJob>(order); }
    Made operator()(const AuditList &order) const { return make<AuditListJob>(order); }
    Made operator()(const AuditExport &order) const { return make<AuditExportJob>(order); }
    Made operator()(const AuditVerify &) const { return make<AuditVerifyJob>(); }
    Made operator()(const OperationsList &order) const { return make<OperationsJob>(order); }
    Made operator()(const NotHereYet &order) const { return make<NotHereYetJob>(order); }

    template<typename T, typename... Order>
    Made make(const Order &...order) const
    {
        return std::make_unique<T>(session, order...);
    }
};

} // namespace

CommandRunner::CommandRunner(Session &session, Command command)
    : m_session(session)
    , m_command(std::move(command))
    , m_job(std::visit(JobMaker{m_session}, m_command))
{
    connect(m_job.get(), &Job::finished, this, &CommandRunner::finished, Qt::QueuedConnection);
}

CommandRunner::~CommandRunner() = default;

void CommandRunner::start()
{
    whenDone(m_session.services.accounts.load(), this,
             [this](const Outcome<QList<AccountRow>> &accounts) {
                 if (!accounts)
                     return giveUp(accounts.error());
                 recover();
             });
}

void CommandRunner::recover()
{
    whenDone(m_session.services.keys.recover(), this, [this](const Outcome<int> &doubts) {
        if (!doubts)
            return giveUp(doubts.error());
        if (*doubts > 0)
            m_session.output.note(
                tr("%n operation(s) of an earlier run ended without an answer; see: chatelainectl "
                   "operations list --state in_doubt",
                   "", *doubts));
        m_job->start();
    });
}

void CommandRunner::giveUp(const Error &error)
{
    m_session.output.error(error);
    emit finished(Job::notDone);
}

} // namespace chatelaine::cli
