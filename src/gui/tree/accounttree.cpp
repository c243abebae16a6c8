// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/accounttree.h"

#include "gui/tree/containerdelegate.h"
#include "models/containertreemodel.h"

#include <QHeaderView>
#include <QTreeView>

namespace chatelaine {

AccountTree::AccountTree(QTreeView *view, std::unique_ptr<ContainerTreeModel> model)
    : QObject(view)
    , m_view(view)
    , m_model(std::move(model))
{
    view->setModel(m_model.get());
    view->setItemDelegate(new ContainerDelegate(view));
    view->header()->setSectionResizeMode(ContainerTreeModel::NameColumn, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(ContainerTreeModel::KeysColumn,
                                         QHeaderView::ResizeToContents);
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
    // An account opens when it first shows something: a thousand projects in it do not.
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                constexpr int manyChildren = 30;
                for (int row = first; row <= last && row - first < manyChildren; ++row) {
                    const QModelIndex item = m_model->index(row, 0, parent);
                    if (m_model->rowCount(item) <= manyChildren)
                        m_view->expand(item);
                }
                if (parent.isValid() && m_model->rowCount(parent) <= manyChildren)
                    m_view->expand(parent);
            });
}

AccountTree::~AccountTree() = default;

void AccountTree::select(const Scope &scope)
{
    const QModelIndex index = m_model->indexOf(scope);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

} // namespace chatelaine
