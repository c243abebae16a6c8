// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagecolours.h"

#include "gui/usage/usagecurves.h"
#include "gui/usage/usagegroups.h"

#include <QSet>

namespace chatelaine {

void UsageColours::give(ChartData &chart, const QString &series)
{
    QSet<int> taken;
    QList<ChartCurve *> fresh;
    for (ChartCurve &curve : chart.curves) {
        const int before = curve.group == othersGroup ? static_cast<int>(mostUsageCurves)
                                                      : m_colours.value({series, curve.group}, -1);
        if (before < 0 || taken.contains(before)) {
            fresh.append(&curve);
            continue;
        }
        curve.colour = before;
        taken.insert(before);
    }
    for (ChartCurve *curve : fresh) {
        int free = 0;
        while (taken.contains(free))
            ++free;
        curve->colour = free;
        taken.insert(free);
        m_colours.insert({series, curve->group}, free);
    }
}

} // namespace chatelaine
