// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace chatelaine {

/**
 * Lets a top-level window be seen in screenshots and recordings, or not.
 * @return whether the platform can keep it out of them: Windows 10 version 2004 and later. X11,
 * Wayland and macOS 15 offer programs no such thing.
 */
bool setCapturable(QWidget *window, bool capturable);

} // namespace chatelaine
