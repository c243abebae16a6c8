// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/auditfacts.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

namespace {

/** A reading this much older than what it is to show is not of that time any more. */
constexpr std::int64_t staleSeconds = 24 * 3600;

struct AuditFactsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

} // namespace

const ReportedAccount *AuditFacts::account(const AccountId &id) const
{
    const auto found =
        std::find_if(accounts.begin(), accounts.end(),
                     [&id](const ReportedAccount &account) { return account.row.id == id; });
    return found == accounts.end() ? nullptr : &*found;
}

QStringList whyIncomplete(const ReportedAccount &account, const AuditFacts &facts)
{
    using Condition = AccountStatus::Condition;
    const AccountStatus &status = account.row.status;
    QStringList why = status.reasons;
    if (!status.asOf)
        return {AuditFactsTexts::tr("Its keys were never read.")};
    for (const KindInfo &kind : account.provider.kinds) {
        if (!kind.canList)
            why.append(AuditFactsTexts::tr("The vendor gives no list of its keys (%1): only those "
                                           "made or added here are known.")
                           .arg(kind.label));
    }
    if (status.condition != Condition::Fresh && why.isEmpty())
        why.append(status.message.isEmpty()
                       ? AuditFactsTexts::tr("The last reading was not complete.")
                       : AuditFactsTexts::tr("The last attempt to read it failed: %1")
                             .arg(status.message));
    if (*status.asOf < facts.end().plusSeconds(-staleSeconds))
        why.append(AuditFactsTexts::tr("It was last read at %1, long before the end of the period.")
                       .arg(status.asOf->toIso()));
    if (facts.scope.from && *facts.scope.from < account.row.createdAt)
        why.append(AuditFactsTexts::tr("It is known from %1 on: keys that ended before are not.")
                       .arg(account.row.createdAt.toIso()));
    return why;
}

QStringList whyIncomplete(const AuditFacts &facts)
{
    QStringList why = facts.teamProblems;
    if (facts.accounts.isEmpty())
        why.append(AuditFactsTexts::tr("There is no account."));
    if (facts.scope.to && facts.now < *facts.scope.to)
        why.append(AuditFactsTexts::tr("The period is not over."));
    return why;
}

bool wasThere(const KeyRow &key, const JournalSelection &scope)
{
    const auto began = key.record.createdAt ? key.record.createdAt : key.firstSeenAt;
    if (scope.to && began && *began >= *scope.to)
        return false;
    const auto ended = key.endedAt ? key.endedAt : key.vanishedAt;
    return !(scope.from && ended && *ended < *scope.from);
}

} // namespace chatelaine
