// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "store/inventoryindex.h"

#include <vector>

namespace chatelaine {

/** A part of the inventory that a page can be limited to. Empty account: everything. */
struct Scope
{
    AccountId account;
    ContainerPath path; ///< empty: the whole account
    bool operator==(const Scope &) const = default;
};

/** One item of the tree of accounts, organizations and projects, as a value. */
struct ContainerNode
{
    enum class Kind { All, Account, Organization, Project };
    Kind kind = Kind::All;
    Scope scope;
    QString key;          ///< what tells it from its siblings
    QString name;         ///< safe to show; empty for All
    qint64 keys = 0;      ///< not deleted, in all of the subtree
    AccountStatus status; ///< of an account
    bool practice = false;

    bool operator==(const ContainerNode &) const = default;
};

struct ContainerTree
{
    ContainerNode node;
    std::vector<ContainerTree> children; ///< by name
};

/** Thread-safe; for ten thousand projects it belongs on a pool thread. */
ContainerTree buildContainerTree(const QList<AccountRow> &accounts,
                                 const QList<ContainerRow> &containers,
                                 const InventorySnapshot &snapshot);

} // namespace chatelaine
