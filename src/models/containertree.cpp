// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/containertree.h"

#include "core/redaction.h"

#include <algorithm>

namespace chatelaine {

namespace {

ContainerTree accountTree(const AccountRow &account, const InventorySnapshot &snapshot)
{
    ContainerTree tree;
    tree.node.kind = ContainerNode::Kind::Account;
    tree.node.scope.account = account.id;
    tree.node.key = account.id.toString();
    tree.node.name = displaySafe(account.name);
    tree.node.status = account.status;
    tree.node.practice = account.practice;
    if (snapshot) {
        KeyQuery query;
        query.account = account.id;
        query.includeDeleted = false;
        tree.node.keys = static_cast<qint64>(snapshot->select(query).size());
    }
    return tree;
}

ContainerTree containerTree(const ContainerRow &row)
{
    const ContainerStep &step = row.path.last();
    ContainerTree tree;
    tree.node.kind = step.level == QLatin1StringView("organization")
                         ? ContainerNode::Kind::Organization
                         : ContainerNode::Kind::Project;
    tree.node.scope = {row.account, row.path};
    tree.node.key = containerKey(row.path);
    tree.node.name = displaySafe(step.name.isEmpty() ? step.id.toString() : step.name);
    tree.node.keys = row.keys;
    return tree;
}

/** Where a container belongs: its nearest ancestor that is in the tree. */
ContainerTree &parentOf(ContainerTree &account, const ContainerPath &path)
{
    ContainerTree *parent = &account;
    for (qsizetype depth = 1; depth < path.size(); ++depth) {
        const QString key = containerKey(path.first(depth));
        const auto child = std::find_if(parent->children.begin(), parent->children.end(),
                                        [&](const ContainerTree &c) { return c.node.key == key; });
        if (child == parent->children.end())
            break;
        parent = &*child;
    }
    return *parent;
}

void sortByName(ContainerTree &tree)
{
    std::sort(tree.children.begin(), tree.children.end(),
              [](const ContainerTree &a, const ContainerTree &b) {
                  const int order = a.node.name.compare(b.node.name, Qt::CaseInsensitive);
                  return order != 0 ? order < 0 : a.node.key < b.node.key;
              });
    for (ContainerTree &child : tree.children)
        sortByName(child);
}

/** Containers count what is directly in them; the tree shows what is in the whole subtree. */
qint64 addUp(ContainerTree &tree)
{
    for (ContainerTree &child : tree.children)
        tree.node.keys += addUp(child);
    return tree.node.keys;
}

} // namespace

ContainerTree buildContainerTree(const QList<AccountRow> &accounts,
                                 const QList<ContainerRow> &containers,
                                 const InventorySnapshot &snapshot)
{
    QHash<AccountId, QList<ContainerRow>> byAccount;
    for (const ContainerRow &row : containers) {
        if (!row.path.isEmpty())
            byAccount[row.account].append(row);
    }
    ContainerTree all;
    for (const AccountRow &account : accounts) {
        ContainerTree tree = accountTree(account, snapshot);
        QList<ContainerRow> rows = byAccount.value(account.id);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const ContainerRow &a, const ContainerRow &b) {
                             return a.path.size() < b.path.size();
                         });
        for (const ContainerRow &row : rows)
            parentOf(tree, row.path).children.push_back(containerTree(row));
        for (ContainerTree &child : tree.children)
            addUp(child);
        all.node.keys += tree.node.keys;
        all.children.push_back(std::move(tree));
    }
    sortByName(all);
    return all;
}

} // namespace chatelaine
