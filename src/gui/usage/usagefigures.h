// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "painting/chartdata.h"

#include <QCoreApplication>

namespace chatelaine {

/** The figures of a chart that are in sight, other than as curves. */
class UsageFigures
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::UsageFigures)
public:
    /** Their sum or mean, of which time, and what is not known of it. `since`: from when on the
     * vendor was asked. */
    static QString sentence(const ChartData &chart, ChartSpan span, const QString &vendor,
                            Timestamp since);
    /** The titles and the figures, as a table for a file. */
    static QList<QStringList> table(const ChartData &chart, const MetricInfo &metric);

private:
    static QString total(const ChartData &chart, ChartSpan span);
};

} // namespace chatelaine
