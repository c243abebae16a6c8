// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

class QGuiApplication;

namespace chatelaine {

/** The palette with a placeholder colour that can be read on its base (3:1 at least); others stay.
 */
QPalette withReadablePlaceholder(const QPalette &palette);

/** Keeps the application's placeholder colour readable, which also marks what is of less weight:
 * some desktops' dark palettes leave it black. Lives as long as the application. */
class ReadablePalette : public QObject
{
    Q_OBJECT
public:
    explicit ReadablePalette(QGuiApplication &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void correct();

    bool m_correcting = false;
};

} // namespace chatelaine
