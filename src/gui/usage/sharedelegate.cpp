// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/sharedelegate.h"

#include "gui/usage/usagetablemodel.h"

#include <QPainter>

namespace chatelaine {

void ShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    constexpr float barStrength = 0.35F; // the figure on it stays readable, light and dark
    constexpr int margin = 3;
    const double share = index.data(UsageTableModel::ShareRole).toDouble();
    if (share > 0 && !option.state.testFlag(QStyle::State_Selected)) {
        QColor color = option.palette.color(QPalette::Highlight);
        color.setAlphaF(barStrength);
        QRectF bar = QRectF(option.rect).adjusted(margin, margin, -margin, -margin);
        bar.setLeft(bar.right() - bar.width() * share);
        painter->fillRect(bar, color);
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace chatelaine
