// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/vendoranswer.h"

namespace chatelaine {

// What the headers of an answer tell about limits. Pure functions, thread-safe.

/** Fills in retryAfter, rateLimit and lane, as the definition says where they stand. */
void readLimits(const Definition &definition, VendorAnswer *answer);

/** When an answer lets us try again, by our clock: as its Retry-After or the limit's reset say when
 * it asks for patience (402, 429, 503), else after `fallbackSeconds`, if that is not 0. */
std::optional<Timestamp> retryTime(const VendorAnswer &answer, int fallbackSeconds);

/** Nothing when none of the headers is there or can be read. */
std::optional<RateLimit> rateLimitOf(const RateLimitTemplate &names, const VendorAnswer &answer);

} // namespace chatelaine
