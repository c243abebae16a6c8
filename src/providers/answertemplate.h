// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonpointer.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace chatelaine {

/** What an answer must look like for a rule to apply: everything that is set must hold. */
struct AnswerMatch
{
    QList<int> statuses;
    QStringList codes;
    QStringList texts; ///< one of them occurs in the vendor's message, in any case
    QByteArray header; ///< lower case
    bool headerPresent = true;
    QStringList auth;               ///< profiles: the request carried the credential of one of them
    std::optional<JsonPointer> has; ///< a place in the body that is there and not null
    QStringList lanes;              ///< one of them served the request
    qint64 retryAfterAbove = -1;    ///< seconds; -1: any Retry-After, or none
};

/** Which way a request was served, as the answer's headers tell. */
struct LaneRule
{
    AnswerMatch match;
    QString lane; ///< "key", "public", "paid"; empty: such an answer does not tell
};

/** The headers that say how many requests are left; an empty name: the vendor has none. */
struct RateLimitTemplate
{
    QByteArray limit;
    QByteArray remaining;
    QByteArray reset;
    QByteArray scope;
    bool resetIsDuration = false; ///< seconds from now; else Unix seconds
};

} // namespace chatelaine
