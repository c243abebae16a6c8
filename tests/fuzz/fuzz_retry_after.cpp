// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httptime.h"

#include <cstdlib>

using namespace chatelaine;

/** A Retry-After that any server may send: never negative, never beyond a year. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto wait = parseRetryAfter(text, Timestamp::fromSeconds(1'787'300'000));
    if (wait && (*wait < std::chrono::seconds(0) || *wait > std::chrono::hours(24 * 366)))
        std::abort();
    return 0;
}
