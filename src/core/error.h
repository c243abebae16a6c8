// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QString>

#include <optional>

namespace chatelaine {

/** What went wrong, in the few kinds on which callers branch. The list is DESIGN's, closed. */
enum class ErrorKind {
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    RateLimited,
    QuotaExhausted,
    PaymentRequired,
    InvalidRequest,
    Unsupported,
    Network,
    Tls,
    Timeout,
    Protocol,
    Storage,
    Keychain,
    Cancelled,
};

/** The kind's name as `--json` and the journal write it, e.g. "rate_limited". */
QString errorKindName(ErrorKind kind);
std::optional<ErrorKind> errorKindFromName(QStringView name);

/**
 * A failure as the user meets it. Never holds a secret: whoever makes one from a vendor's words
 * redacts them first (core/redaction.h).
 */
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString message;       ///< what happened, a sentence for the user
    QString next;          ///< what to do next, a sentence; may be empty
    QString vendorMessage; ///< the vendor's own words, redacted and bounded; may be empty
    QString requestId;     ///< the vendor's id of the request, if it gave one
    std::optional<Timestamp> retryAt; ///< for RateLimited: not before this
    int httpStatus = 0;               ///< 0 when there was no answer
    bool outcomeUnknown = false; ///< a write may or may not have taken effect: never send it again

    static Error of(ErrorKind kind, const QString &message, const QString &next = {})
    {
        Error error;
        error.kind = kind;
        error.message = message;
        error.next = next;
        return error;
    }
};

} // namespace chatelaine
