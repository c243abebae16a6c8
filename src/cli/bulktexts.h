// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/bulkservice.h"
#include "services/leaksearch.h"

#include <QJsonObject>

#include <functional>

namespace chatelaine::cli {

using AccountOf = std::function<AccountRow(const AccountId &)>;

/** Above this many keys the number has to be typed. */
inline constexpr qint64 countIsTypedAbove = 10;

/** The question before a run: how many keys of which accounts, those used last, what stops. */
QString bulkQuestion(const BulkPlan &plan);
/** What has to be answered: yes, or above countIsTypedAbove the number. */
bool isBulkConfirmed(const BulkPlan &plan, const QString &answer);
/** A line for each key that is not touched, up to a bound. */
QString untouchedKeys(const BulkPlan &plan);
QString shownCounts(const BulkCounts &counts); ///< "9 succeeded, 1 failed"

QJsonObject bulkDocument(const BulkRun &run); ///< without its keys
QJsonObject bulkItemDocument(const BulkItem &item, const AccountOf &accountOf);
QJsonObject leakDocument(const LeakMatch &match, const AccountOf &accountOf);
QString shownLeaks(const LeakReport &leaks, const AccountOf &accountOf); ///< a table

} // namespace chatelaine::cli
