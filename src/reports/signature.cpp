// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/signature.h"

#include "core/hash256.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace chatelaine::signature {

namespace {

using KeyPointer = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

/** Of a SubjectPublicKeyInfo with an Ed25519 key, all before the key (RFC 8410, section 4). */
QByteArray infoPrefix()
{
    return QByteArray::fromHex("302a300506032b6570032100");
}

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

KeyPointer publicKeyIn(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(
        BIO_new_mem_buf(pem.constData(), int(pem.size())), BIO_free);
    return {source ? PEM_read_bio_PUBKEY(source.get(), nullptr, nullptr, nullptr) : nullptr,
            EVP_PKEY_free};
}

bool isVerified(EVP_PKEY *key, const EVP_MD *digest, QByteArrayView message,
                const QByteArray &signature)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    return key && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(signature), size_t(signature.size()),
                            bytesOf(message), size_t(message.size())) == 1;
}

} // namespace

bool isValid(const QByteArray &publicKey, QByteArrayView message, const QByteArray &signature)
{
    if (publicKey.size() != publicKeySize || signature.size() != size)
        return false;
    const KeyPointer key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(publicKey),
                                                     size_t(publicKey.size())),
                         EVP_PKEY_free);
    return isVerified(key.get(), nullptr, message, signature);
}

bool isValidP256(const QByteArray &publicPem, QByteArrayView message, const QByteArray &signature)
{
    const KeyPointer key = publicKeyIn(publicPem);
    return key && EVP_PKEY_get_id(key.get()) == EVP_PKEY_EC &&
           isVerified(key.get(), EVP_sha256(), message, signature);
}

QByteArray publicKeyPem(const QByteArray &publicKey)
{
    return "-----BEGIN PUBLIC KEY-----\n" + (infoPrefix() + publicKey).toBase64() +
           "\n-----END PUBLIC KEY-----\n";
}

QByteArray publicKeyFromPem(const QByteArray &pem)
{
    const KeyPointer key = publicKeyIn(pem);
    size_t length = publicKeySize;
    QByteArray raw(publicKeySize, '\0');
    if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(raw.data()),
                                    &length) != 1)
        return {};
    return raw;
}

QByteArray fingerprintOf(const QByteArray &publicKey)
{
    return hexOf(sha256({infoPrefix(), publicKey}));
}

QByteArray fingerprintOfPem(const QByteArray &pem)
{
    const KeyPointer key = publicKeyIn(pem);
    unsigned char *info = nullptr;
    const int length = key ? i2d_PUBKEY(key.get(), &info) : 0;
    if (length <= 0)
        return {};
    const QByteArray digest =
        hexOf(sha256({QByteArrayView(reinterpret_cast<const char *>(info), length)}));
    OPENSSL_free(info);
    return digest;
}

} // namespace chatelaine::signature
