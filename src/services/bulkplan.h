// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bulk.h"
#include "store/inventoryindex.h"

#include <QHash>

#include <functional>

namespace chatelaine {

/** Which keys a bulk change is about: those of a query, or those named. */
struct BulkTargets
{
    std::optional<KeyQuery> query;
    QList<KeyUid> keys;                       ///< in this order; when there is no query
    std::function<QList<KeyUid>()> pick = {}; ///< gives the keys instead, on another thread
};

/** A key as a confirmation names it. */
struct BulkUse
{
    QString name;
    QString account;
    Timestamp lastUsed;
};

/** What a bulk change would do, before anything is done. */
struct BulkPlan
{
    KeyVerb verb = KeyVerb::Revoke;
    QList<BulkItem> items; ///< each key once; only those that wait will be changed
    BulkCounts counts;
    QList<std::pair<QString, qint64>> accounts; ///< names, and how many keys of each; most first
    QList<BulkUse> latestUses; ///< the keys of those to be changed that were used last
    qint64 unknownUses = 0;    ///< of how many of those nobody knows when they were used
    QStringList consequences;  ///< what stops working, in the vendors' terms
    bool isFinal = false;      ///< for some of them it cannot be undone

    qint64 waiting() const { return counts.value(BulkState::Waiting); }
};

/** What an account's vendor offers for one kind of key. */
struct BulkOffer
{
    std::optional<VerbInfo> verb;
    QString otherwise; ///< why there is none; a sentence
};
using BulkOffers = QHash<std::pair<AccountId, QString>, BulkOffer>; ///< by account and kind

/** "Revoke 3 keys", in the user's language. */
QString bulkVerbText(KeyVerb verb, qint64 count);

/** The plan for `targets` in this snapshot. Thread-safe; meant for a pool thread (a million keys
 * take seconds). */
BulkPlan planBulk(const InventorySnapshot &snapshot, const BulkTargets &targets, KeyVerb verb,
                  const BulkOffers &offers);

} // namespace chatelaine
