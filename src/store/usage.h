// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

void putUsage(Writing &writing, const AccountId &account, const ContainerPath &container,
              const QList<UsageSample> &samples, Timestamp from, Timestamp to);
/** Of each container by itself: those of the one asked for if there are any, else those of the next
 * ones below it. */
QList<UsageSample> readUsage(Database &db, const UsageQuery &query);
QSet<QString> readUsedKeys(Database &db, const AccountId &account, Timestamp from, Timestamp to);
void putQuotas(Writing &writing, const AccountId &account, const QList<Quota> &quotas);
QList<Quota> readQuotas(Database &db, const AccountId &account);
QList<Quota> readQuotaHistory(Database &db, const AccountId &account, Timestamp from);
void putQuotaThresholds(Writing &writing, const AccountId &account, const QString &quota,
                        const QuotaThresholds &thresholds);
QHash<QString, QuotaThresholds> readQuotaThresholds(Database &db, const AccountId &account);
QHash<AccountId, QList<QuotaCrossing>> readQuotaMarks(Database &db);
/** Those among the current readings that the user was not told of yet; from now on they are told.
 */
QList<QuotaCrossing> takeQuotaCrossings(Writing &writing, const AccountId &account);

} // namespace chatelaine
