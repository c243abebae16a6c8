// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/signingkey.h"

#include <QCoreApplication>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace chatelaine {

namespace {

constexpr size_t publicKeyBytes = 32;

struct SigningKeyTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::SigningKey)
};

using PrivateKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using MemoryBio = std::unique_ptr<BIO, decltype(&BIO_free)>;

bool isOf(const EVP_PKEY &key, SigningAlgorithm algorithm)
{
    return EVP_PKEY_get_id(&key) ==
           (algorithm == SigningAlgorithm::Ed25519 ? EVP_PKEY_ED25519 : EVP_PKEY_EC);
}

PrivateKey read(const Secret &signingKey)
{
    const QByteArrayView pem = signingKey.borrowed();
    const MemoryBio source(BIO_new_mem_buf(pem.data(), int(pem.size())), BIO_free);
    // A key with a password would be asked for on the terminal: an empty one is given instead.
    const auto noPassword = [](char *, int, int, void *) {
        return -1;
    };
    PrivateKey key(source ? PEM_read_bio_PrivateKey(source.get(), nullptr, noPassword, nullptr)
                          : nullptr,
                   EVP_PKEY_free);
    if (key && !isOf(*key, SigningAlgorithm::Ed25519) && !isOf(*key, SigningAlgorithm::EcdsaP256))
        key.reset();
    return key;
}

} // namespace

Outcome<SharedSecret> newSigningKey(SigningAlgorithm algorithm)
{
    const PrivateKey key(algorithm == SigningAlgorithm::Ed25519
                             ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                             : EVP_EC_gen("P-256"),
                         EVP_PKEY_free);
    const MemoryBio target(BIO_new(BIO_s_secmem()), BIO_free);
    char *pem = nullptr;
    if (!key || !target ||
        PEM_write_bio_PKCS8PrivateKey(target.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        return Error::of(ErrorKind::Storage,
                         SigningKeyTexts::tr("No key for signing could be made."));
    const long size = BIO_get_mem_data(target.get(), &pem);
    return Secret::copyOf({pem, size});
}

Outcome<QByteArray> publicKeyOf(const Secret &signingKey)
{
    const PrivateKey key = read(signingKey);
    size_t size = publicKeyBytes;
    QByteArray raw(qsizetype(size), '\0');
    if (!key || !isOf(*key, SigningAlgorithm::Ed25519) ||
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(raw.data()),
                                    &size) != 1)
        return Error::of(ErrorKind::InvalidRequest,
                         SigningKeyTexts::tr("This is not an Ed25519 key in PEM form."),
                         SigningKeyTexts::tr("Make one: openssl genpkey -algorithm ed25519"));
    return raw;
}

QByteArray publicPemOf(const Secret &signingKey)
{
    const PrivateKey key = read(signingKey);
    const MemoryBio target(BIO_new(BIO_s_mem()), BIO_free);
    char *pem = nullptr;
    if (!key || !target || PEM_write_bio_PUBKEY(target.get(), key.get()) != 1)
        return {};
    const long size = BIO_get_mem_data(target.get(), &pem);
    return QByteArray(pem, size);
}

QByteArray signedWith(const Secret &signingKey, QByteArrayView message)
{
    const PrivateKey key = read(signingKey);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    if (!key || !context)
        return {};
    const EVP_MD *digest = isOf(*key, SigningAlgorithm::Ed25519) ? nullptr : EVP_sha256();
    auto size = static_cast<size_t>(EVP_PKEY_get_size(key.get())); // of DER: at most
    QByteArray made(qsizetype(size), '\0');
    if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(made.data()), &size,
                       reinterpret_cast<const unsigned char *>(message.data()),
                       size_t(message.size())) != 1)
        return {};
    made.truncate(qsizetype(size));
    return made;
}

} // namespace chatelaine
