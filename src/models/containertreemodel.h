// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/containertree.h"

#include <QAbstractItemModel>

#include <memory>

namespace chatelaine {

/**
 * Accounts, organizations and projects under one top item "All accounts". A new tree arrives as the
 * smallest ranges on each level, so that what is expanded and selected stays so.
 */
class ContainerTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, KeysColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of ContainerNode::Kind
        ConditionRole,           ///< int of AccountStatus::Condition of an account, else invalid
        QuotaRole, ///< int of the highest QuotaLevel of an account that has reached one, else
                   ///< invalid
    };

    explicit ContainerTreeModel(QObject *parent = nullptr);
    ~ContainerTreeModel() override;

    void setTree(const ContainerTree &tree);
    /** Accounts with quotas that have reached a threshold. */
    void setQuotaMarks(const QHash<AccountId, QList<QuotaCrossing>> &marks);
    const ContainerNode &nodeAt(const QModelIndex &index) const; ///< All for an invalid index
    QModelIndex indexOf(const Scope &scope) const; ///< invalid when it is not in the tree

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item;
    Item *itemAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Item *item, int column = NameColumn) const;
    void update(Item &item, const ContainerTree &tree);
    void updateChildren(Item &item, const std::vector<ContainerTree> &children);
    QString nameOf(const ContainerNode &node) const;
    QList<QuotaCrossing> marksOf(const ContainerNode &node) const;
    QString markText(const ContainerNode &node) const;

    QHash<AccountId, QList<QuotaCrossing>> m_marks;
    std::unique_ptr<Item> m_root; ///< invisible; its one child is "All accounts"
};

} // namespace chatelaine
