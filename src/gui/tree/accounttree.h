// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/containertree.h"

#include <QObject>

#include <memory>

class QModelIndex;
class QTreeView;

namespace chatelaine {

class ContainerTreeModel;

/** Makes a QTreeView the tree of accounts: keeps a scope selected while the tree changes. */
class AccountTree : public QObject
{
    Q_OBJECT
public:
    /** `view` becomes the parent of this. */
    AccountTree(QTreeView *view, std::unique_ptr<ContainerTreeModel> model);
    ~AccountTree() override;

    const Scope &scope() const { return m_scope; }
    void select(const Scope &scope);
    /** Accounts with quotas that have reached a threshold. */
    void setQuotaMarks(const QHash<AccountId, QList<QuotaCrossing>> &marks);

signals:
    void scopeChanged(const chatelaine::Scope &scope);

private:
    void open(const QModelIndex &item);
    void openBranch(const QModelIndex &item);

    QTreeView *m_view;
    std::unique_ptr<ContainerTreeModel> m_model;
    Scope m_scope;
};

} // namespace chatelaine
