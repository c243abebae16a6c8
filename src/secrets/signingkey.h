// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

namespace chatelaine {

/** A new Ed25519 key (RFC 8032) as PEM (PKCS #8): what the keychain keeps and a file may hold. */
Outcome<SharedSecret> newSigningKey();

/** The public key of one, 32 bytes. InvalidRequest when it is not an Ed25519 key in PEM. */
Outcome<QByteArray> publicKeyOf(const Secret &signingKey);

/** An Ed25519 signature of 64 bytes; empty when the key is none. */
QByteArray signedWith(const Secret &signingKey, QByteArrayView message);

} // namespace chatelaine
