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
    std::function<FutureOutcome<AccountCheck>(const AccountInput &, CancellationPtr)> add;

    static ConnectPort of(Services &services);
};

} // namespace chatelaine
