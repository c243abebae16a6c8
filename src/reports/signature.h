// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <functional>

namespace chatelaine {

/** Who signs a report. The private key stays with whoever gives the function. */
struct Signer
{
    QByteArray publicKey;                           ///< 32 bytes, Ed25519 (RFC 8032)
    std::function<QByteArray(QByteArrayView)> sign; ///< 64 bytes; empty when it failed
};

/** Who signs a pack a second time, for tools that know no Ed25519. */
struct SecondSigner
{
    QByteArray publicPem;                           ///< ECDSA on P-256, SubjectPublicKeyInfo
    std::function<QByteArray(QByteArrayView)> sign; ///< DER, over SHA-256; empty when it failed
};

namespace signature {

constexpr qsizetype publicKeySize = 32;
constexpr qsizetype size = 64;

/** Whether an Ed25519 signature is right. */
bool isValid(const QByteArray &publicKey, QByteArrayView message, const QByteArray &signature);

/** Whether a second signature is right. */
bool isValidP256(const QByteArray &publicPem, QByteArrayView message, const QByteArray &signature);

/** SubjectPublicKeyInfo (RFC 8410) as PEM, as `openssl pkey -pubin` reads it. */
QByteArray publicKeyPem(const QByteArray &publicKey);
/** The 32 bytes of an Ed25519 key in PEM; empty when it is something else. */
QByteArray publicKeyFromPem(const QByteArray &pem);
/** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal: what one compares by voice or letter. */
QByteArray fingerprintOf(const QByteArray &publicKey);
/** The same of a key in PEM, of whatever kind; empty when it is none. */
QByteArray fingerprintOfPem(const QByteArray &pem);

} // namespace signature
} // namespace chatelaine
