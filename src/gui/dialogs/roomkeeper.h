// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDialog;

namespace chatelaine {

/**
 * Lets a dialog grow when what it holds needs more height: a layout with wrapped texts says so only
 * for a given width, and Qt does not enlarge a window for it, so that a new line would be clipped.
 */
class RoomKeeper : public QObject
{
    Q_OBJECT
public:
    explicit RoomKeeper(QDialog *dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();

    QDialog *m_dialog;
    bool m_pending = false;
};

} // namespace chatelaine
