// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/cell.h"
#include "reports/keyhistory.h"

namespace chatelaine {

using Moment = std::optional<Timestamp>;

/** When the key ended, as far as anybody says. */
Moment endOf(const KeyRow &key);

/** The same, when it was before a moment. */
Moment endBefore(const KeyRow &key, Timestamp moment);

/** It worked then, or may have. */
bool workedAt(Timestamp moment, const KeyRow &key);

/** Whether the key was proven not to work any more, when, and by what. */
struct ProofOfDeath
{
    Cell isProven = QString();
    Moment at;
    Cell how = QString();
};

ProofOfDeath proofOf(const KeyRow &key, const KeyHistory &history);

/** To two decimals; nothing when one is not known, or the second is earlier. */
std::optional<double> hoursBetween(const Moment &from, const Moment &until);

} // namespace chatelaine
