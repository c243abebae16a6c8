// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "services/heldsecrets.h"
#include "services/keyservice.h"
#include "services/replacementservice.h"
#include "services/syncservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What the main window asks of the services; tests pass their own functions. */
struct MainWindowPort
{
    std::function<FutureOutcome<QList<AccountRow>>()> loadAccounts;
    std::function<QList<AccountRow>()> accounts;
    std::function<FutureOutcome<Done>(const AccountId &)> removeAccount;
    std::function<QStringList()> definitionProblems;
    std::function<FutureOutcome<SyncReport>(const AccountId &)> sync;
    std::function<void(const AccountId &)> cancelSync;
    std::function<FutureOutcome<HoldingCondition>()> keychainCondition;
    std::function<FutureOutcome<QList<HeldSecret>>()> pendingSecrets;
    std::function<FutureOutcome<QList<Doubt>>()> doubts;
    std::function<FutureOutcome<Done>(const OperationId &, const KeyUid &)> settle;
    std::function<FutureOutcome<Done>(const OperationId &, bool tookEffect)> settleAs;
    std::function<FutureOutcome<QList<Replacement>>()> openReplacements;
    std::function<FutureOutcome<Replacement>(const ReplacementId &, bool inUseConfirmed)>
        goOnReplacing;
    std::function<FutureOutcome<Done>(const ReplacementId &)> abandonReplacement;
    std::function<FutureOutcome<QList<AccountId>>()> startPractice; ///< empty: there is none
    std::function<bool()> practiceRuns;

    static MainWindowPort of(Services &services);
};

} // namespace chatelaine
