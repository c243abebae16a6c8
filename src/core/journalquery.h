// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/timestamp.h"

namespace chatelaine {

/** Which entries of the journals that are here, of all installations. What is empty does not
 * count. */
struct JournalQuery
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< exclusive
    AccountId account;
    KeyUid key;      ///< everything about one key, from its making on
    QString kind;    ///< "key.create"; or "key", for all that begin with "key."
    QString outcome; ///< "succeeded", ...
    QString writer;  ///< user@host
    /** Every word must occur in the thing's name, the account's, a masked value, an id, the writer,
     * the kind or the details. Letters of ASCII in either case. */
    QString text;

    bool operator==(const JournalQuery &) const = default;
};

struct JournalCount
{
    qint64 matching = 0;
    qint64 total = 0; ///< of all entries
    bool operator==(const JournalCount &) const = default;
};

} // namespace chatelaine
