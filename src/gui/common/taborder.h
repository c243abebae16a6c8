// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace chatelaine {

/** Makes Tab follow the layouts of a window, row by row: also over widgets that were put into them
 * after the window had been set up. */
void tabInLayoutOrder(QWidget *window);

} // namespace chatelaine
