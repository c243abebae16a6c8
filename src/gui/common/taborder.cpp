// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/taborder.h"

#include <QFormLayout>
#include <QStackedWidget>
#include <QWidget>

namespace chatelaine {

namespace {

void collect(QLayoutItem *item, QWidgetList *order);

void collect(QWidget *widget, QWidgetList *order)
{
    if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
        order->append(widget);
    if (const auto *stack = qobject_cast<QStackedWidget *>(widget)) {
        for (int page = 0; page < stack->count(); ++page)
            collect(stack->widget(page), order);
    } else {
        collect(widget->layout(), order);
    }
}

void collectForm(QFormLayout *form, QWidgetList *order)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        for (const auto role :
             {QFormLayout::LabelRole, QFormLayout::FieldRole, QFormLayout::SpanningRole})
            collect(form->itemAt(row, role), order);
    }
}

void collect(QLayoutItem *item, QWidgetList *order)
{
    if (!item)
        return;
    if (QWidget *widget = item->widget())
        return collect(widget, order);
    QLayout *layout = item->layout();
    if (auto *form = qobject_cast<QFormLayout *>(layout))
        return collectForm(form, order);
    for (int i = 0; layout && i < layout->count(); ++i)
        collect(layout->itemAt(i), order);
}

} // namespace

void tabInLayoutOrder(QWidget *window)
{
    QWidgetList order;
    collect(window->layout(), &order);
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
}

} // namespace chatelaine
