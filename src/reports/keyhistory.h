// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QHash>

namespace chatelaine {

/** What the journal says of a key. */
struct KeyHistory
{
    QString madeBy;                     ///< user@host; empty: it was not made here
    std::optional<Timestamp> rotatedAt; ///< the last time
    QString endedBy;                    ///< who revoked or deleted it
    QStringList places;                 ///< where its secret was brought, and when
    QString successor;                  ///< the vendor's id of the key that replaced it
};

/** What the journal says of all keys. Takes one entry after the other; not thread-safe. */
class KeyHistories
{
public:
    void take(const JournalLine &line);
    /** Nothing was done to it here: an empty one. */
    KeyHistory of(const KeyRow &key) const;

private:
    QHash<QString, KeyHistory> m_keys;
};

} // namespace chatelaine
