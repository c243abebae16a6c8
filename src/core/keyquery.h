// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

#include <QSet>

namespace chatelaine {

/** The columns by which keys are shown, searched and sorted. */
enum class KeyColumn {
    Name,
    Mask,
    Kind,
    Scopes,
    Environment,
    State,
    Project,
    Created,
    LastUsed,
    Expires,
    Account
};

/** Which keys, and in which order. */
struct KeyQuery
{
    /** Case-insensitive; every word must occur somewhere in the row's text columns. A state is a
     * filter, not a text. */
    QString text;
    AccountId account;     ///< empty: all
    QString container;     ///< containerKey() of a subtree of `account`; empty: all of it
    QSet<KeyState> states; ///< empty: all
    QString kind;          ///< empty: all
    bool includeDeleted = true;
    KeyColumn sortBy = KeyColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const KeyQuery &) const = default;
};

} // namespace chatelaine
