// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/usageservice.h"

namespace chatelaine {

/** "3,214 of 10,000 evaluations used. Starts anew on 1 December." */
QString quotaSentence(const Quota &quota, Timestamp now);

/** When it runs out, or why that is not said; names the quota that binds where that is another. */
QString forecastSentence(const QuotaOutlook &outlook, const QList<QuotaOutlook> &all);

/** "The warning threshold of 80 % is reached."; empty: none is. */
QString thresholdSentence(const QuotaOutlook &outlook);

} // namespace chatelaine
