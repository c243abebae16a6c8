// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

namespace chatelaine {

enum class SigningAlgorithm {
    Ed25519,  ///< RFC 8032
    EcdsaP256 ///< over SHA-256 (FIPS 186-5), for tools that know no Ed25519
};

/** A new key as PEM (PKCS #8): what the keychain keeps and a file may hold. */
Outcome<SharedSecret> newSigningKey(SigningAlgorithm algorithm = SigningAlgorithm::Ed25519);

/** The public key of an Ed25519 key, 32 bytes. InvalidRequest when it is not one in PEM. */
Outcome<QByteArray> publicKeyOf(const Secret &signingKey);
/** The public key of any, as PEM (SubjectPublicKeyInfo); empty when it is not a key in PEM. */
QByteArray publicPemOf(const Secret &signingKey);

/** A signature: 64 bytes of Ed25519, or the DER of ECDSA; empty when the key is none. */
QByteArray signedWith(const Secret &signingKey, QByteArrayView message);

} // namespace chatelaine
