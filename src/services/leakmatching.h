// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "secrets/secret.h"
#include "store/inventoryindex.h"

#include <QHash>

namespace chatelaine {

/** What secrets of one kind of an account's keys look like. */
struct TokenShape
{
    QString label;        ///< of the kind and its vendor, for people
    QString pattern;      ///< anchored; empty: unknown
    QStringList prefixes; ///< they tell the kind, and nothing of the key
};
using TokenShapes = QHash<std::pair<AccountId, QString>, TokenShape>; ///< by account and kind

/** The keys whose mask agrees with one value. */
struct MaskMatch
{
    QString shown;      ///< the value, masked by us
    QString label;      ///< what it looks like; empty: like nothing known
    QList<KeyUid> keys; ///< at most MaskMatches::maximumKeys
    qint64 count = 0;   ///< of all that agree
    double chance = 0;  ///< that at least one key agrees by accident
};

struct MaskMatches
{
    static constexpr qsizetype maximumKeys = 20;

    QList<MaskMatch> values;               ///< one for each value, in order
    QHash<AccountId, QList<KeyUid>> inUse; ///< the keys with which accounts work
    QSet<KeyUid> unmasked;                 ///< keys that are kept here and whose mask tells nothing
};

/** A mask as a vendor shows it: how the secret begins and ends. */
struct MaskEnds
{
    QByteArray head;
    QByteArray tail;
};
/** Nothing when `mask` hides nothing, or shows nothing. */
std::optional<MaskEnds> maskEnds(const QString &mask);

/** Compares each value with the mask of each key whose kind it can be of. Thread-safe; meant for a
 * pool thread. Nothing leaves the machine. */
MaskMatches matchMasks(const InventorySnapshot &snapshot, const QList<SharedSecret> &values,
                       const TokenShapes &shapes);

} // namespace chatelaine
