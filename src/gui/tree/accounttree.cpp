// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/accounttree.h"

#include "gui/tree/containerdelegate.h"
#include "models/containertreemodel.h"

#include <QHeaderView>
#include <QTreeView>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

AccountTree::AccountTree(QTreeView *view, std::unique_ptr<ContainerTreeModel> model)
    : QObject(view)
    , m_view(view)
    , m_model(std::move(model))
{
    view->setModel(m_model.get());
    view->setItemDelegate(new ContainerDelegate(view));
    view->header()->setSectionResizeMode(ContainerTreeModel::NameColumn, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(ContainerTreeModel::KeysColumn, QHeaderView::Fixed);
    view->header()->setMinimumSectionSize(0);
    view->header()->resizeSection(ContainerTreeModel::KeysColumn,
                                  view->fontMetrics().horizontalAdvance(u"000,000"_s) + 8);
    view->setIndentation(view->fontMetrics().height());
    view->setExpanded(m_model->index(0, 0), true);
    view->setCurrentIndex(m_model->index(0, 0));
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const Scope scope = m_model->nodeAt(current).scope;
                if (scope == m_scope)
                    return;
                m_scope = scope;
                emit scopeChanged(m_scope);
            });
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                if (m_model->rowCount(parent) == last - first + 1)
                    open(parent); // its first: later ones do not undo what the user closed
                for (int row = first; row <= last; ++row)
                    openBranch(m_model->index(row, 0, parent));
            });
}

/** What first shows a few items opens by itself; a thousand projects do not. */
void AccountTree::open(const QModelIndex &item)
{
    constexpr int manyChildren = 30;
    const int children = m_model->rowCount(item);
    if (item.isValid() && children > 0 && children <= manyChildren)
        m_view->expand(item);
}

void AccountTree::openBranch(const QModelIndex &item)
{
    open(item);
    for (int row = 0; row < m_model->rowCount(item); ++row)
        openBranch(m_model->index(row, 0, item));
}

AccountTree::~AccountTree() = default;

void AccountTree::setQuotaMarks(const QHash<AccountId, QList<QuotaCrossing>> &marks)
{
    m_model->setQuotaMarks(marks);
}

void AccountTree::select(const Scope &scope)
{
    const QModelIndex index = m_model->indexOf(scope);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

} // namespace chatelaine
