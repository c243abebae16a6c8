// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/accountservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What connecting an account asks of the services; tests pass their own functions. */
struct ConnectPort
{
    std::function<QList<ProviderInfo>()> providers;
    std::function<QList<AccountRow>()> accounts;
    /** Adds the account, or changes the one that is edited. */
    std::function<FutureOutcome<AccountCheck>(const AccountInput &, CancellationPtr)> send;

    static ConnectPort of(Services &services);
    static ConnectPort ofAccount(Services &services, const AccountId &account);
};

} // namespace chatelaine
