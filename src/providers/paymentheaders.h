// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/payment.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace chatelaine {

// The Payment scheme of HTTP authentication. Pure functions, thread-safe; every text that comes out
// is bounded and has no control characters.

/**
 * The challenges of the scheme Payment in a WWW-Authenticate header, whose lines may have been
 * joined by ", ", with other schemes in between. One that cannot be read or used at `now` (the
 * server's) says why in `problem`. A header that is too long is one challenge with a problem.
 */
QList<PaymentChallenge> parsePaymentChallenges(QByteArrayView header, Timestamp now);

/** What Payment-Receipt says; nothing when it is not the base64url of a JSON object. */
std::optional<PaymentReceipt> parsePaymentReceipt(QByteArrayView header);

/** Unpadded base64url of a JSON object of at most 16 KiB. */
std::optional<QJsonObject> parseBase64UrlJson(QByteArrayView text);

} // namespace chatelaine
