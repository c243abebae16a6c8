// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandrunner.h"

#include "cli/accountjobs.h"
#include "cli/auditjobs.h"
#include "cli/bulkjobs.h"
#include "cli/containerjobs.h"
#include "cli/destinationsjob.h"
#include "cli/findingsjob.h"
#include "cli/inventoryjobs.h"
#include "cli/keychainjob.h"
#include "cli/keychangejob.h"
#include "cli/keycheckjobs.h"
#include "cli/keycreatejob.h"
#include "cli/keyformjobs.h"
#include "cli/keynotejobs.h"
#include "cli/keysnippetjob.h"
#include "cli/operationsjob.h"
#include "cli/providerjobs.h"
#include "cli/replacementjobs.h"
#include "cli/secretsjobs.h"
#include "cli/syncjob.h"
#include "cli/teamjobs.h"
#include "cli/usagejobs.h"
#include "cli/webhookjobs.h"
#include "services/teamservice.h"

#include <QTimer>

#include <chrono>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Makes the job of each kind of command. */
struct JobMaker
{
    Session &session;

    using Made = std::unique_ptr<Job>;
    Made operator()(const ProvidersList &order) const { return make<ProvidersJob>(order); }
    Made operator()(const ProvidersShow &order) const { return make<ProvidersJob>(order); }
    Made operator()(const ProvidersCheck &order) const { return make<ProvidersJob>(order); }
    Made operator()(const DestinationsList &order) const { return make<DestinationsJob>(order); }
    Made operator()(const DestinationsCheck &order) const { return make<DestinationsJob>(order); }
    Made operator()(const DestinationsCheckFile &order) const
    {
        return make<DestinationsJob>(order);
    }
    Made operator()(const AccountsList &) const { return make<AccountsListJob>(); }
    Made operator()(const AccountsAdd &order) const { return make<AccountsChangeJob>(order); }
    Made operator()(const AccountsUpdate &order) const { return make<AccountsChangeJob>(order); }
    Made operator()(const AccountsCheck &order) const { return make<AccountsCheckJob>(order); }
    Made operator()(const AccountsRemove &order) const { return make<AccountsRemoveJob>(order); }
    Made operator()(const SyncAccounts &order) const { return make<SyncJob>(order); }
    Made operator()(const ContainersList &order) const { return make<ContainersJob>(order); }
    Made operator()(const ContainersCreate &order) const { return make<ContainerCreateJob>(order); }
    Made operator()(const ContainersChange &order) const { return make<ContainerChangeJob>(order); }
    Made operator()(const KeysList &order) const { return make<KeysListJob>(order); }
    Made operator()(const KeysShow &order) const { return make<KeysShowJob>(order); }
    Made operator()(const KeysSay &order) const { return make<KeysSayJob>(order); }
    Made operator()(const ExceptionsList &order) const { return make<ExceptionsJob>(order); }
    Made operator()(const KeysCreate &order) const { return make<KeyCreateJob>(order); }
    Made operator()(const KeysAdd &order) const { return make<KeyAddJob>(order); }
    Made operator()(const KeysCheck &order) const { return make<KeyCheckJob>(order); }
    Made operator()(const KeysChange &order) const { return make<KeyChangeJob>(order); }
    Made operator()(const KeysSnippet &order) const { return make<KeySnippetJob>(order); }
    Made operator()(const KeysRotate &order) const { return make<KeyRotateJob>(order); }
    Made operator()(const KeysUpdate &order) const { return make<KeyUpdateJob>(order); }
    Made operator()(const KeysReplace &order) const { return make<KeyReplaceJob>(order); }
    Made operator()(const ReplacementsList &) const { return make<ReplacementsListJob>(); }
    Made operator()(const ReplacementsChange &order) const
    {
        return make<ReplacementChangeJob>(order);
    }
    Made operator()(const WebhooksList &order) const { return make<WebhooksListJob>(order); }
    Made operator()(const WebhooksCreate &order) const { return make<WebhookCreateJob>(order); }
    Made operator()(const WebhooksChange &order) const { return make<WebhookChangeJob>(order); }
    Made operator()(const WebhooksDeliveries &order) const { return make<DeliveriesJob>(order); }
    Made operator()(const UsageShow &order) const { return make<UsageJob>(order); }
    Made operator()(const QuotaShow &order) const { return make<QuotaJob>(order); }
    Made operator()(const AuditList &order) const { return make<AuditListJob>(order); }
    Made operator()(const AuditExport &order) const { return make<AuditExportJob>(order); }
    Made operator()(const AuditVerify &order) const { return make<AuditVerifyJob>(order); }
    Made operator()(const AuditClauses &) const { return make<AuditClausesJob>(); }
    Made operator()(const AuditVendorExport &order) const { return make<VendorExportJob>(order); }
    Made operator()(const KeychainCheck &) const { return make<KeychainCheckJob>(); }
    Made operator()(const OperationsList &order) const { return make<OperationsJob>(order); }
    Made operator()(const OperationsSettle &order) const { return make<SettleJob>(order); }
    Made operator()(const FindingsList &order) const { return make<FindingsJob>(order); }
    Made operator()(const SecretsList &) const { return make<SecretsListJob>(); }
    Made operator()(const SecretsDeliver &order) const { return make<SecretsDeliverJob>(order); }
    Made operator()(const BulkChange &order) const { return make<BulkChangeJob>(order); }
    Made operator()(const BulkList &) const { return make<BulkListJob>(); }
    Made operator()(const BulkRunCommand &order) const { return make<BulkRunJob>(order); }
    Made operator()(const KeysIdentify &) const { return make<KeysIdentifyJob>(); }
    Made operator()(const TeamJoin &order) const { return make<TeamJoinJob>(order); }
    Made operator()(const TeamStatus &) const { return make<TeamStatusJob>(); }
    Made operator()(const TeamSync &) const { return make<TeamSyncJob>(); }
    Made operator()(const TeamLeave &) const { return make<TeamLeaveJob>(); }

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
    connect(m_job.get(), &Job::finished, this, &CommandRunner::copyToTeam, Qt::QueuedConnection);
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

void CommandRunner::copyToTeam(int status)
{
    constexpr std::chrono::seconds patience(10);
    TeamService &team = m_session.services.team;
    const bool ofTeam = std::holds_alternative<TeamJoin>(m_command) ||
                        std::holds_alternative<TeamStatus>(m_command) ||
                        std::holds_alternative<TeamSync>(m_command) ||
                        std::holds_alternative<TeamLeave>(m_command);
    if (ofTeam || !team.address())
        return emit finished(status);
    auto ended = std::make_shared<bool>(false);
    const auto end = [this, status, ended](const Outcome<TeamRound> &round) {
        if (std::exchange(*ended, true))
            return;
        if (!round)
            m_session.output.note(
                tr("Not copied to the team: %1 It is kept here, and copied by the next command or "
                   "by chatelainectl team sync.")
                    .arg(round.error().message));
        else
            for (const QString &problem : round->problems)
                m_session.output.note(problem);
        emit finished(status);
    };
    QTimer::singleShot(patience, this, [end] {
        end(Error::of(ErrorKind::Timeout, tr("The team's database took too long.")));
    });
    whenDone(std::holds_alternative<SyncAccounts>(m_command) ? team.copy() : team.send(), this,
             end);
}

void CommandRunner::giveUp(const Error &error)
{
    m_session.output.error(error);
    emit finished(Job::notDone);
}

} // namespace chatelaine::cli
