// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "painting/chartdata.h"

#include <QHash>

namespace chatelaine {

/** Which curve has which colour: a group keeps its own, whichever place it has in the next chart.
 */
class UsageColours
{
public:
    void clear() { m_colours.clear(); }
    void give(ChartData &chart, const QString &series);

private:
    QHash<std::pair<QString, QString>, int> m_colours; ///< by series and group
};

} // namespace chatelaine
