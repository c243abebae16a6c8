// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QHeaderView;

namespace chatelaine {

/** The widths of the key table's columns until a person changes them. */
class KeyColumns
{
public:
    void setUp(QHeaderView *header);
    /** Makes room for the longest of the kinds' names, unless somebody has set another width. */
    void makeRoomForKinds(const QStringList &labels);

private:
    QHeaderView *m_header = nullptr;
    int m_kindWidth = 0; ///< as it was set here
};

} // namespace chatelaine
