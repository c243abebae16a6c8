// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/roomkeeper.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

namespace chatelaine {

RoomKeeper::RoomKeeper(QDialog *dialog)
    : QObject(dialog)
    , m_dialog(dialog)
{
    dialog->installEventFilter(this);
}

bool RoomKeeper::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayNeedRoom = event->type() == QEvent::LayoutRequest ||
                             event->type() == QEvent::Show || event->type() == QEvent::Resize;
    if (mayNeedRoom && !std::exchange(m_pending, true))
        QMetaObject::invokeMethod(this, &RoomKeeper::grow, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void RoomKeeper::grow()
{
    m_pending = false;
    const QLayout *layout = m_dialog->layout();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(m_dialog->width())
                                                   : layout->totalSizeHint().height();
    if (m_dialog->height() < needed)
        m_dialog->resize(m_dialog->width(), needed);
}

} // namespace chatelaine
