// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QString>

#include <optional>

namespace chatelaine {

/**
 * What a server asks to be paid for one request, in the Payment scheme of WWW-Authenticate
 * (draft-httpauth-payment). Shown, never paid. Every text is untrusted.
 */
struct PaymentChallenge
{
    QString id;
    QString realm;
    QString method; ///< e.g. "tempo"
    QString intent; ///< e.g. "charge"
    QString amount; ///< integer in base units of the currency, as text
    QString currency;
    QString recipient;
    QString description;
    std::optional<Timestamp> expiresAt;
    QString problem; ///< why it cannot be read or used, in a sentence; else empty
    bool operator==(const PaymentChallenge &) const = default;
};

/** What a server confirms to have been paid (Payment-Receipt). */
struct PaymentReceipt
{
    QString status;
    QString method;
    QString reference;
    std::optional<Timestamp> at;
    bool operator==(const PaymentReceipt &) const = default;
};

/** How many requests are left, as an answer's headers tell. */
struct RateLimit
{
    QString scope; ///< the vendor's word for what is counted; may be empty
    std::optional<qint64> limit;
    std::optional<qint64> remaining;
    std::optional<Timestamp> resetAt; ///< by our clock: counted from the answer's Date
    bool operator==(const RateLimit &) const = default;
};

} // namespace chatelaine
