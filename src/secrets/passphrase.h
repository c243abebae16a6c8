// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "secrets/secret.h"

namespace chatelaine::passphrase {

/**
 * What a passphrase is held against: a text "scrypt$16$8$1$<salt>$<hash>" (2^16 rounds of RFC 7914,
 * r, p; salt and hash in hexadecimal). Both calls take some 0.2 s and 64 MiB: call them on a pool.
 */
Outcome<SharedSecret> verifierOf(const Secret &passphrase);

/** Error (Storage): the verifier is damaged, or there is not enough memory. */
Outcome<bool> matches(const Secret &passphrase, const Secret &verifier);

} // namespace chatelaine::passphrase
