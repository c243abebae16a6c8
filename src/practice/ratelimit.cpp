// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/ratelimit.h"

#include <algorithm>

namespace chatelaine::practice {

RateLimiter::Verdict RateLimiter::take(const QString &bucket, int limit, Millis now)
{
    const Millis window = now - now % minuteMs;
    if (window != m_window) {
        m_window = window;
        m_used.clear();
    }
    const int used = ++m_used[bucket];
    const Millis end = window + minuteMs;
    return {used <= limit, limit, std::max(0, limit - used), end / secondMs,
            std::max<qint64>(1, (end - now + secondMs - 1) / secondMs)};
}

} // namespace chatelaine::practice
