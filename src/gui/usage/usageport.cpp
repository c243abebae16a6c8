// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usageport.h"

#include "services/accountservice.h"
#include "services/keyservice.h"
#include "services/services.h"

namespace chatelaine {

UsagePort UsagePort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    UsageService &usage = services.usage;
    return {
        [&accounts](const AccountId &id) { return accounts.account(id); },
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&keys = services.keys](const AccountId &id) {
            KeyQuery query;
            query.account = id;
            return keys.list(query);
        },
        [&usage](const AccountId &id, const ContainerPath &container) {
            return usage.parts(id, container);
        },
        [&usage](const UsageQuery &query) { return usage.usage(query); },
        [&usage](const AccountId &id) { return usage.outlook(id); },
        [&usage](const AccountId &id, const ContainerPath &container, Timestamp from, Timestamp to,
                 CancellationPtr cancellation) {
            return usage.refreshUsage(id, container, from, to, std::move(cancellation));
        },
        [&usage](const AccountId &id, const ContainerPath &container, int depth, Timestamp from,
                 Timestamp to, CancellationPtr cancellation) {
            return usage.refreshParts(id, container, depth, from, to, std::move(cancellation));
        },
        [&usage](const AccountId &id, CancellationPtr cancellation) {
            return usage.refreshQuotas(id, std::move(cancellation));
        },
        [&usage](const AccountId &id) { return usage.quotaHistory(id, Timestamp()); },
        [&usage](const AccountId &id, const QString &quota, const QuotaThresholds &thresholds) {
            return usage.setThresholds(id, quota, thresholds);
        },
        [&usage](const UsageExport &order) { return usage.save(order); },
    };
}

} // namespace chatelaine
