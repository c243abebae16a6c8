// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace chatelaine {

/**
 * A date as HTTP writes it (RFC 9110, 5.6.7): the preferred form and the two obsolete ones. `now`
 * decides the century of a two-digit year. Nothing for anything else.
 */
std::optional<Timestamp> parseHttpDate(QByteArrayView text, Timestamp now);

/**
 * How long a Retry-After asks to wait: whole seconds, or a date, which counts from `serverTime`
 * (the answer's own Date) so that a wrong clock here does no harm. Never negative, at most a year;
 * nothing when it is neither.
 */
std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, Timestamp serverTime);

} // namespace chatelaine
