// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usage.h"
#include "painting/chartdata.h"

namespace chatelaine {

constexpr qsizetype mostUsageCurves = 8; ///< the smaller ones are one curve together

/** The figures that a chart shows of these samples, with no words yet. `isOverTime`: the vendor
 * tells them by time; `pinned`: a group that keeps a curve of its own, however small. */
ChartData chartOf(const QList<UsageSample> &samples, UsageChartOrder order, bool isOverTime,
                  const QString &pinned);

} // namespace chatelaine
