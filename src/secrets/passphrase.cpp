// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/passphrase.h"

#include <QCoreApplication>

#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace chatelaine::passphrase {

namespace {

struct PassphraseTexts
{
    Q_DECLARE_TR_FUNCTIONS(Passphrase)
};

constexpr qsizetype saltSize = 16;
constexpr qsizetype hashSize = 32;

/** The cost, as a logarithm, that a verifier may ask for: less is too weak, more a trap. */
constexpr int leastCost = 15;
constexpr int usualCost = 16;
constexpr int mostCost = 17;
constexpr uint64_t blockSize = 8;

using Hash = std::array<unsigned char, hashSize>;

Error problem(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    return error;
}

/** RFC 7914. */
bool derive(const Secret &passphrase, QByteArrayView salt, int cost, Hash &hash)
{
    const QByteArrayView bytes = passphrase.borrowed();
    const uint64_t rounds = uint64_t(1) << cost;
    const uint64_t memory = 2 * 128 * blockSize * rounds;
    return EVP_PBE_scrypt(bytes.data(), static_cast<size_t>(bytes.size()),
                          reinterpret_cast<const unsigned char *>(salt.data()),
                          static_cast<size_t>(salt.size()), rounds, blockSize, 1, memory,
                          hash.data(), hash.size()) == 1;
}

QByteArray hex(const Hash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), hashSize).toHex();
}

} // namespace

Outcome<SharedSecret> verifierOf(const Secret &passphrase)
{
    QByteArray salt(saltSize, Qt::Uninitialized);
    Hash hash;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(salt.data()), saltSize) != 1 ||
        !derive(passphrase, salt, usualCost, hash))
        return problem(PassphraseTexts::tr("The passphrase could not be worked on."));
    QByteArray text = "scrypt$" + QByteArray::number(usualCost) + "$8$1$" + salt.toHex() + '$';
    text += hex(hash);
    OPENSSL_cleanse(hash.data(), hash.size());
    auto verifier = Secret::copyOf(text);
    wipe(text);
    return verifier;
}

Outcome<bool> matches(const Secret &passphrase, const Secret &verifier)
{
    const QList<QByteArray> parts = verifier.borrowed().toByteArray().split('$');
    const int cost = parts.value(1).toInt();
    const QByteArray salt = QByteArray::fromHex(parts.value(4));
    const QByteArray expected = QByteArray::fromHex(parts.value(5));
    const bool readable = parts.size() == 6 && parts[0] == "scrypt" && cost >= leastCost &&
                          cost <= mostCost && parts[2] == "8" && parts[3] == "1" &&
                          salt.size() == saltSize && expected.size() == hashSize;
    if (!readable)
        return problem(PassphraseTexts::tr("What the keychain has of the passphrase is damaged."));
    Hash hash;
    if (!derive(passphrase, salt, cost, hash))
        return problem(PassphraseTexts::tr("The passphrase could not be worked on."));
    const bool same = CRYPTO_memcmp(hash.data(), expected.constData(), hashSize) == 0;
    OPENSSL_cleanse(hash.data(), hash.size());
    return same;
}

} // namespace chatelaine::passphrase
