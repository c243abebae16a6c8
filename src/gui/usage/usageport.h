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
    /** The containers below, at any level. */
    std::function<FutureOutcome<QList<ContainerPath>>(const AccountId &, const ContainerPath &)>
        parts;
    std::function<FutureOutcome<UsageReading>(const UsageQuery &)> storedUsage;
    std::function<FutureOutcome<QList<QuotaOutlook>>(const AccountId &)> storedQuotas;
    std::function<FutureOutcome<UsageReading>(const AccountId &, const ContainerPath &,
                                              Timestamp from, Timestamp to, CancellationPtr)>
        refreshUsage;
    /** The same of each of the containers some levels below. */
    std::function<FutureOutcome<UsageReading>(const AccountId &, const ContainerPath &, int depth,
                                              Timestamp from, Timestamp to, CancellationPtr)>
        refreshParts;
    std::function<FutureOutcome<QList<Quota>>(const AccountId &, CancellationPtr)> refreshQuotas;
    /** All readings that are kept, by time. */
    std::function<FutureOutcome<QList<Quota>>(const AccountId &)> quotaHistory;
    std::function<FutureOutcome<Done>(const AccountId &, const QString &quota,
                                      const QuotaThresholds &)>
        setThresholds;
    std::function<FutureOutcome<Done>(const UsageExport &)> save;

    static UsagePort of(Services &services);
};

} // namespace chatelaine
