// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/fingerprint.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>

namespace chatelaine {

Outcome<SharedSecret> newFingerprintKey()
{
    QByteArray random(32, '\0');
    const int drawn =
        RAND_priv_bytes(reinterpret_cast<uchar *>(random.data()), static_cast<int>(random.size()));
    Q_ASSERT(drawn == 1);
    QByteArray digits = drawn == 1 ? random.toHex() : QByteArray();
    auto key = Secret::copyOf(digits);
    wipe(random);
    wipe(digits);
    return key;
}

QString fingerprintOf(const Secret &key, QByteArrayView value)
{
    std::array<uchar, EVP_MAX_MD_SIZE> digest = {};
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.borrowed().data(), static_cast<int>(key.size()),
         reinterpret_cast<const uchar *>(value.data()), static_cast<size_t>(value.size()),
         digest.data(), &size);
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()),
                                static_cast<qsizetype>(size))
            .toHex());
}

} // namespace chatelaine
