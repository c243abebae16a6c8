// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/records.h"

#include <QHash>

namespace chatelaine::practice {

/** Fixed windows of one minute, aligned to the clock's minute. */
class RateLimiter
{
public:
    struct Verdict
    {
        bool allowed = true;
        int limit = 0;
        int remaining = 0;
        qint64 resetAt = 0;    ///< Unix seconds
        qint64 retryAfter = 1; ///< seconds
    };

    /** Counts one request against `bucket`. */
    Verdict take(const QString &bucket, int limit, Millis now);

private:
    QHash<QString, int> m_used; ///< of the current window only
    Millis m_window = 0;
};

} // namespace chatelaine::practice
