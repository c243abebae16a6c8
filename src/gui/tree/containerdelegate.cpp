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

constexpr int markGap = 4;

/** Of the mark at the end of a name; invalid: there is none. */
QVariant markLevel(const QModelIndex &index)
{
    return index.column() == ContainerTreeModel::NameColumn
               ? index.data(ContainerTreeModel::QuotaRole)
               : QVariant();
}

} // namespace

QSize ContainerDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width() + 8, qMax(hint.height(), option.fontMetrics.height() + 10)};
}

void ContainerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant level = markLevel(index);
    if (!level.isValid())
        return;
    const int side = option.decorationSize.height();
    const bool isAlarm = level.toInt() == static_cast<int>(QuotaLevel::Alarm);
    const Severity severity = isAlarm ? Severity::Error : Severity::Warning;
    QRect place(option.rect.right() - side - markGap, 0, side, side);
    place.moveCenter({place.center().x(), option.rect.center().y()});
    tintedIcon(severityIconName(severity), severity)
        .paint(painter, place, Qt::AlignCenter,
               option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal);
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
    if (markLevel(index).isValid()) {
        const int taken = 2 * option->decorationSize.width() + 4 * markGap;
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight,
                                                      option->rect.width() - taken);
    }
}

} // namespace chatelaine
