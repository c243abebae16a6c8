// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "models/containertree.h"

namespace chatelaine {

/** What a list says instead of rows: a sentence and the next step. */
struct KeyListState
{
    enum class Step { None, NewKey, AddExisting, Sync, ClearSearch };
    QString title; ///< empty: the rows are shown
    QString sentence;
    QString action; ///< text of the button; empty: none
    Step step = Step::None;
    bool waiting = false; ///< something is on its way
    bool operator==(const KeyListState &) const = default;
};

struct KeyListSituation
{
    bool loaded = false; ///< the inventory was read from the store
    int rows = 0;
    bool searching = false;     ///< a text or a state is filtered for
    bool syncing = false;       ///< one of the accounts in scope is being read
    bool canCreate = false;     ///< the vendor lets us make keys here
    bool canAdd = false;        ///< keys are added by hand here
    QList<AccountRow> accounts; ///< in scope
};

KeyListState keyListState(const KeyListSituation &situation);

} // namespace chatelaine
