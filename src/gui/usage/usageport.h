// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "services/usageservice.h"

#include <functional>

namespace chatelaine {

struct ProviderInfo;
struct Services;

/** What the usage page asks of the services; tests pass their own functions. */
struct UsagePort
{
    std::function<std::optional<AccountRow>(const AccountId &)> account;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<QList<KeyRow>>(const AccountId &)> keys;
    std::function<FutureOutcome<UsageReading>(const UsageQuery &)> storedUsage;
    std::function<FutureOutcome<QList<Quota>>(const AccountId &)> storedQuotas;
    std::function<FutureOutcome<UsageReading>(const AccountId &, const ContainerPath &,
                                              Timestamp from, Timestamp to, CancellationPtr)>
        refreshUsage;
    std::function<FutureOutcome<QList<Quota>>(const AccountId &, CancellationPtr)> refreshQuotas;

    static UsagePort of(Services &services);
};

} // namespace chatelaine
