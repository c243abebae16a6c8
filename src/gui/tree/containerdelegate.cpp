// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/containerdelegate.h"

#include "gui/common/icons.h"
#include "gui/common/plaintip.h"
#include "models/containertreemodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QIcon iconOf(const QModelIndex &index)
{
    using Kind = ContainerNode::Kind;
    const QVariant condition = index.data(ContainerTreeModel::ConditionRole);
    if (condition.isValid()) {
        const QIcon icon = conditionIcon(static_cast<AccountStatus::Condition>(condition.toInt()));
        if (!icon.isNull())
            return icon;
    }
    switch (static_cast<Kind>(index.data(ContainerTreeModel::KindRole).toInt())) {
    case Kind::All:
        return tintedIcon(u"all"_s);
    case Kind::Account:
        return tintedIcon(u"account"_s);
    case Kind::Organization:
        return tintedIcon(u"organization"_s);
    case Kind::Project:
        break;
    }
    return tintedIcon(u"project"_s);
}

} // namespace

QSize ContainerDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width() + 8, qMax(hint.height(), option.fontMetrics.height() + 10)};
}

bool ContainerDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainTip(index.data(Qt::ToolTipRole).toString()), view,
                       view->visualRect(index));
    return true;
}

void ContainerDelegate::initStyleOption(QStyleOptionViewItem *option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != ContainerTreeModel::NameColumn) {
        if (!option->state.testFlag(QStyle::State_Selected)) {
            option->palette.setColor(QPalette::Text,
                                     option->palette.color(QPalette::PlaceholderText));
        }
        return;
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = iconOf(index);
}

} // namespace chatelaine
