// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"

#include <QString>

namespace chatelaine {

/** A moment as seen from `now`: "just now", "3 min ago", "in 5 days"; a date when it is far away.
 */
QString relativeTime(Timestamp time, Timestamp now);

/** Day and time of day as the locale writes them, on this machine's clock. */
QString shortTime(Timestamp time);

/** The day, on this machine's clock, with which what holds until this moment ends. */
QString lastDayText(Timestamp until);

/** The same moment to the second, in local time with its offset; for tooltips. */
QString exactTime(Timestamp time);

/** When a key was last used, as far as it is known, in few words: for a cell of a table. */
QString lastUsedBrief(const std::optional<Timestamp> &at, LastUsed::Source source, Timestamp now);

/** The same as a sentence with all that is known of it: since when it is tracked, how precise. */
QString lastUsedSentence(const LastUsed &lastUsed, Timestamp now);

} // namespace chatelaine
