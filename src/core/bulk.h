// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/providerinfo.h"

#include <QMap>

namespace chatelaine {

using BulkRunId = StrongId<struct BulkRunTag>; ///< ours, a UUID

/** Where one key of a bulk change stands. */
enum class BulkState {
    Waiting,
    Running,
    Succeeded,
    Accepted, ///< the vendor said yes, but does not show it: no proof
    Failed,   ///< refused, or not possible; the message says why
    InDoubt,  ///< sent, and nobody knows what became of it
    Settled,  ///< was in doubt; the message says how it was settled
    Skipped,  ///< nothing was to be done, or the vendor has no such verb; the message says which
    Guarded,  ///< the key with which its account itself works
    Left      ///< it still waited when the rest was dropped
};

/** "waiting", "running", ... as the store and `--json` write them. */
QString bulkStateName(BulkState state);
std::optional<BulkState> bulkStateFromName(QStringView name);

using BulkCounts = QMap<BulkState, qint64>;

/** One key of a bulk change. */
struct BulkItem
{
    KeyUid key;
    AccountId account;
    QString name; ///< of the key when the run was planned; untrusted text
    QString mask;
    OperationId operation; ///< under which it is sent; empty: one is to be taken first
    BulkState state = BulkState::Waiting;
    QString message; ///< may be empty; never a secret
    bool operator==(const BulkItem &) const = default;
};

/** A bulk change of keys. */
struct BulkRun
{
    BulkRunId id;
    KeyVerb verb = KeyVerb::Revoke;
    Timestamp startedAt;
    std::optional<Timestamp> endedAt; ///< absent: there is something left to do, or to drop
    BulkCounts counts;
    bool isBeingDone = false; ///< a living process works on it
};

qint64 countOf(const BulkCounts &counts);

} // namespace chatelaine
