// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

namespace chatelaine {

/** A new random key for fingerprints: 64 hexadecimal digits. */
Outcome<SharedSecret> newFingerprintKey();

/**
 * HMAC-SHA-256 of a value, in hexadecimal: two values can be compared by it, and nobody without the
 * key can try values against it.
 */
QString fingerprintOf(const Secret &key, QByteArrayView value);

} // namespace chatelaine
