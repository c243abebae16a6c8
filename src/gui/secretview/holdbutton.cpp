// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretview/holdbutton.h"

#include <QMouseEvent>

namespace chatelaine {

HoldButton::HoldButton(QWidget *parent)
    : QPushButton(parent)
{
    connect(this, &QPushButton::clicked, this, [this] {
        if (!m_held)
            emit toggleRequested();
    });
}

void HoldButton::mousePressEvent(QMouseEvent *event)
{
    QPushButton::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    m_held = true;
    emit lookStarted();
}

void HoldButton::mouseReleaseEvent(QMouseEvent *event)
{
    QPushButton::mouseReleaseEvent(event); // `clicked` comes in here: still held
    if (event->button() == Qt::LeftButton && std::exchange(m_held, false))
        emit lookEnded();
}

void HoldButton::focusOutEvent(QFocusEvent *event)
{
    QPushButton::focusOutEvent(event);
    m_held = false;
    emit lookEnded();
}

} // namespace chatelaine
