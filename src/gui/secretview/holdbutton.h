// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace chatelaine {

/**
 * A button for looking at something: held down with the mouse it shows while it is held; from the
 * keyboard, or by an assistive technology, each press toggles. `lookEnded` also comes when the
 * focus goes.
 */
class HoldButton : public QPushButton
{
    Q_OBJECT
public:
    explicit HoldButton(QWidget *parent = nullptr);

signals:
    void lookStarted();
    void lookEnded();
    void toggleRequested();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_held = false;
};

} // namespace chatelaine
