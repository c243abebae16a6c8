// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a store knows of usage and quotas.

#include "store/storeprivate.h"
#include "store/usage.h"

namespace chatelaine {

FutureOutcome<Done> Store::putUsage(const AccountId &account, const ContainerPath &container,
                                    const QList<UsageSample> &samples, Timestamp from, Timestamp to)
{
    return d->change([=](Writing &writing) {
        chatelaine::putUsage(writing, account, container, samples, from, to);
    });
}

FutureOutcome<QList<UsageSample>> Store::usage(const UsageQuery &query)
{
    return d->read<QList<UsageSample>>([query](Database &db) { return readUsage(db, query); });
}

FutureOutcome<QSet<QString>> Store::usedKeys(const AccountId &account, Timestamp from, Timestamp to)
{
    return d->read<QSet<QString>>(
        [account, from, to](Database &db) { return readUsedKeys(db, account, from, to); });
}

FutureOutcome<Done> Store::putQuotas(const AccountId &account, const QList<Quota> &quotas)
{
    return d->change(
        [account, quotas](Writing &writing) { chatelaine::putQuotas(writing, account, quotas); });
}

FutureOutcome<QList<Quota>> Store::quotas(const AccountId &account)
{
    return d->read<QList<Quota>>([account](Database &db) { return readQuotas(db, account); });
}

FutureOutcome<QList<Quota>> Store::quotaHistory(const AccountId &account, Timestamp from)
{
    return d->read<QList<Quota>>(
        [account, from](Database &db) { return readQuotaHistory(db, account, from); });
}

FutureOutcome<Done> Store::putQuotaThresholds(const AccountId &account, const QString &quota,
                                              const QuotaThresholds &thresholds)
{
    return d->change([account, quota, thresholds](Writing &writing) {
        chatelaine::putQuotaThresholds(writing, account, quota, thresholds);
    });
}

FutureOutcome<QHash<QString, QuotaThresholds>> Store::quotaThresholds(const AccountId &account)
{
    return d->read<QHash<QString, QuotaThresholds>>(
        [account](Database &db) { return readQuotaThresholds(db, account); });
}

FutureOutcome<QHash<AccountId, QList<QuotaCrossing>>> Store::quotaMarks()
{
    return d->read<QHash<AccountId, QList<QuotaCrossing>>>(readQuotaMarks);
}

FutureOutcome<QList<QuotaCrossing>> Store::takeQuotaCrossings(const AccountId &account)
{
    return d->write<QList<QuotaCrossing>>(
        [account](Writing &writing) { return chatelaine::takeQuotaCrossings(writing, account); });
}

} // namespace chatelaine
