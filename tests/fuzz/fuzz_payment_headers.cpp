// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/paymentheaders.h"

#include <cstdlib>

using namespace chatelaine;

/** A header that any server may send: a challenge is either readable or says why it is not. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView header(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    constexpr qsizetype mostChallenges = 32;
    constexpr qsizetype longestText = 201;
    const auto challenges = parsePaymentChallenges(header, Timestamp::fromSeconds(1'787'300'000));
    if (challenges.size() > mostChallenges)
        std::abort();
    for (const PaymentChallenge &challenge : challenges) {
        if (challenge.problem.isEmpty() && (challenge.id.isEmpty() || challenge.amount.isEmpty()))
            std::abort();
        if (challenge.description.size() > longestText)
            std::abort();
    }
    parsePaymentReceipt(header);
    return 0;
}
