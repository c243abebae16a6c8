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
    /** The containers just below. */
    std::function<FutureOutcome<QList<ContainerStep>>(const AccountId &, const ContainerPath &)>
        parts;
    std::function<FutureOutcome<UsageReading>(const UsageQuery &)> storedUsage;
    std::function<FutureOutcome<QList<QuotaOutlook>>(const AccountId &)> storedQuotas;
    std::function<FutureOutcome<UsageReading>(const AccountId &, const ContainerPath &,
                                              Timestamp from, Timestamp to, CancellationPtr)>
        refreshUsage;
    /** The same of each of the containers just below. */
    std::function<FutureOutcome<UsageReading>(const AccountId &, const ContainerPath &,
                                              Timestamp from, Timestamp to, CancellationPtr)>
        refreshParts;
    std::function<FutureOutcome<QList<Quota>>(const AccountId &, CancellationPtr)> refreshQuotas;
    std::function<FutureOutcome<Done>(const AccountId &, const QString &quota,
                                      const QuotaThresholds &)>
        setThresholds;
    std::function<FutureOutcome<Done>(const QString &file, const QByteArray &)> save;

    static UsagePort of(Services &services);
};

} // namespace chatelaine
