// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/syncjob.h"

#include "cli/table.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isComplete(const Outcome<SyncReport> &outcome)
{
    return outcome && !outcome->problem && outcome->status.reasons.isEmpty();
}

std::optional<Error> problemOf(const Outcome<SyncReport> &outcome)
{
    return outcome ? outcome->problem : std::optional<Error>(outcome.error());
}

QJsonObject reportDocument(const AccountRow &account, const Outcome<SyncReport> &outcome)
{
    QJsonObject object{{"account"_L1, account.name},
                       {"provider"_L1, account.provider.toString()},
                       {"complete"_L1, isComplete(outcome)}};
    if (outcome) {
        object.insert("added"_L1, outcome->summary.added);
        object.insert("changed"_L1, outcome->summary.changed);
        object.insert("vanished"_L1, outcome->summary.vanished);
        object.insert("total"_L1, outcome->summary.total);
    }
    if (const auto problem = problemOf(outcome))
        object.insert("error"_L1, errorDocument(*problem).value("error"_L1));
    return object;
}

} // namespace

void SyncJob::start()
{
    if (m_order.accounts.isEmpty()) {
        m_accounts = services().accounts.accounts();
        m_accounts.removeIf([](const AccountRow &account) { return account.isWatched(); });
    }
    for (const QString &name : m_order.accounts) {
        const auto account = accountNamed(name);
        if (!account)
            return;
        if (!m_accounts.contains(*account))
            m_accounts.append(*account);
    }
    connect(&services().sync, &SyncService::throttled, this,
            [this](const AccountId &id, Timestamp until) {
                output().note(
                    tr("%1 asks us to wait until %2.").arg(accountOf(id).name, shownTime(until)));
            });
    if (m_accounts.isEmpty())
        return report();
    for (const AccountRow &account : QList<AccountRow>(m_accounts)) {
        whenDone(
            services().sync.sync(account.id, u"cli"_s), this,
            [this, account](const Outcome<SyncReport> &outcome) { finishOne(account, outcome); });
    }
}

void SyncJob::finishOne(const AccountRow &account, const Outcome<SyncReport> &outcome)
{
    m_outcomes.insert(account.name, outcome);
    if (m_outcomes.size() == m_accounts.size())
        report();
}

void SyncJob::report()
{
    Table table({tr("ACCOUNT"), tr("KEYS"), tr("NEW"), tr("CHANGED"), tr("GONE"), tr("RESULT")});
    for (const qsizetype column : {1, 2, 3, 4})
        table.alignRight(column);
    QJsonArray items;
    ListState state;
    QList<Error> problems;
    for (const AccountRow &account : std::as_const(m_accounts)) {
        const Outcome<SyncReport> &outcome = *m_outcomes.constFind(account.name);
        items.append(reportDocument(account, outcome));
        const auto problem = problemOf(outcome);
        const SyncSummary summary = outcome ? outcome->summary : SyncSummary();
        table.add({account.name, QString::number(summary.total), QString::number(summary.added),
                   QString::number(summary.changed), QString::number(summary.vanished),
                   isComplete(outcome) ? tr("complete")
                   : outcome           ? tr("INCOMPLETE")
                                       : tr("NOT READ")});
        state.complete = state.complete && isComplete(outcome);
        if (outcome && !problem) {
            for (const QString &reason : outcome->status.reasons)
                state.reasons.append(account.name + ": "_L1 + reason);
        }
        if (problem) {
            state.reasons.append(account.name + ": "_L1 + problem->message);
            if (!problem->next.isEmpty())
                state.reasons.append(problem->next);
        }
    }
    output().list(table.toString(), items, state);
    finish(state.complete ? done : notDone);
}

} // namespace chatelaine::cli
