// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/containertreemodel.h"

#include "core/redaction.h"
#include "models/listdiff.h"

#include <QLocale>

#include <cmath>
#include <functional>

namespace chatelaine {

struct ContainerTreeModel::Item
{
    ContainerNode node;
    Item *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Item>> children;

    void renumber(std::size_t from)
    {
        for (std::size_t row_ = from; row_ < children.size(); ++row_)
            children[row_]->row = static_cast<int>(row_);
    }
    static std::unique_ptr<Item> make(const ContainerTree &tree, Item *parent)
    {
        auto item = std::make_unique<Item>();
        item->node = tree.node;
        item->parent = parent;
        for (const ContainerTree &child : tree.children)
            item->children.push_back(make(child, item.get()));
        item->renumber(0);
        return item;
    }
};

ContainerTreeModel::ContainerTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
    m_root->children.push_back(Item::make({}, m_root.get()));
}

ContainerTreeModel::~ContainerTreeModel() = default;

void ContainerTreeModel::setTree(const ContainerTree &tree)
{
    update(*m_root->children.front(), tree);
}

void ContainerTreeModel::update(Item &item, const ContainerTree &tree)
{
    if (!(item.node == tree.node)) {
        item.node = tree.node;
        emit dataChanged(indexOf(&item, NameColumn), indexOf(&item, KeysColumn));
    }
    updateChildren(item, tree.children);
}

void ContainerTreeModel::updateChildren(Item &item, const std::vector<ContainerTree> &children)
{
    QHash<QString, std::int64_t> oldRows;
    for (const auto &child : item.children)
        oldRows.insert(child->node.key, child->row);
    std::vector<std::int64_t> oldPositions;
    oldPositions.reserve(children.size());
    for (const ContainerTree &child : children)
        oldPositions.push_back(oldRows.value(child.node.key, notInOldList));

    const ListDiff diff = listDiff(item.children.size(), oldPositions,
                                   [](std::size_t, std::size_t) { return false; });
    const QModelIndex parent = indexOf(&item);
    for (const RowRange &range : diff.removed) {
        beginRemoveRows(parent, range.first, range.last);
        item.children.erase(item.children.begin() + range.first,
                            item.children.begin() + range.last + 1);
        item.renumber(static_cast<std::size_t>(range.first));
        endRemoveRows();
    }
    for (const RowRange &range : diff.inserted) {
        beginInsertRows(parent, range.first, range.last);
        for (int row = range.first; row <= range.last; ++row) {
            item.children.insert(item.children.begin() + row,
                                 Item::make(children[static_cast<std::size_t>(row)], &item));
        }
        item.renumber(static_cast<std::size_t>(range.first));
        endInsertRows();
    }
    for (std::size_t row = 0; row < children.size(); ++row)
        update(*item.children[row], children[row]);
}

const ContainerNode &ContainerTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? itemAt(index)->node : m_root->children.front()->node;
}

QModelIndex ContainerTreeModel::indexOf(const Scope &scope) const
{
    const std::function<const Item *(const Item &)> find = [&](const Item &item) -> const Item * {
        if (item.node.scope == scope)
            return &item;
        for (const auto &child : item.children) {
            if (const Item *found = find(*child))
                return found;
        }
        return nullptr;
    };
    const Item *item = find(*m_root->children.front());
    return item ? indexOf(item) : QModelIndex();
}

ContainerTreeModel::Item *ContainerTreeModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex ContainerTreeModel::indexOf(const Item *item, int column) const
{
    return item == m_root.get() ? QModelIndex()
                                : createIndex(item->row, column, const_cast<Item *>(item));
}

QModelIndex ContainerTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemAt(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ContainerTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(itemAt(child)->parent) : QModelIndex();
}

int ContainerTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent)->children.size());
}

int ContainerTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ContainerTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContainerNode &node = itemAt(index)->node;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? nameOf(node) : QLocale().toString(node.keys);
    case Qt::ToolTipRole:
        return QStringList{node.status.message, markText(node)}.join(u'\n').trimmed();
    case Qt::AccessibleTextRole: {
        const QString mark = index.column() == NameColumn ? markText(node) : QString();
        return mark.isEmpty() ? QVariant() : QVariant(nameOf(node) + QStringLiteral(", ") + mark);
    }
    case QuotaRole: {
        QVariant level;
        for (const QuotaCrossing &mark : marksOf(node))
            level = std::max(level.toInt(), static_cast<int>(mark.level));
        return level;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == KeysColumn ? Qt::AlignRight : Qt::AlignLeft));
    case KindRole:
        return static_cast<int>(node.kind);
    case ConditionRole:
        return node.kind == ContainerNode::Kind::Account
                   ? QVariant(static_cast<int>(node.status.condition))
                   : QVariant();
    default:
        return {};
    }
}

void ContainerTreeModel::setQuotaMarks(const QHash<AccountId, QList<QuotaCrossing>> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    const QModelIndex top = index(0, NameColumn);
    if (const int accounts = rowCount(top); accounts > 0)
        emit dataChanged(index(0, NameColumn, top), index(accounts - 1, KeysColumn, top));
}

QList<QuotaCrossing> ContainerTreeModel::marksOf(const ContainerNode &node) const
{
    return node.kind == ContainerNode::Kind::Account ? m_marks.value(node.scope.account)
                                                     : QList<QuotaCrossing>();
}

QString ContainerTreeModel::markText(const ContainerNode &node) const
{
    constexpr qsizetype longestName = 80;
    QStringList lines;
    for (const QuotaCrossing &mark : marksOf(node)) {
        const double percent = std::floor(mark.quota.share().value_or(0) * 100);
        lines.append(tr("%1: %2 % used")
                         .arg(displaySafe(mark.quota.name, longestName),
                              QLocale().toString(percent, 'f', 0)));
    }
    return lines.join(u'\n');
}

QString ContainerTreeModel::nameOf(const ContainerNode &node) const
{
    return node.kind == ContainerNode::Kind::All ? tr("All accounts") : node.name;
}

QVariant ContainerTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Account") : tr("Keys");
}

} // namespace chatelaine
