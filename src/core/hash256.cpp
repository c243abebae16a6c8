// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hash256.h"

// Of a journal's million short lines, EVP takes a fifth longer: OpenSSL 3 allocates for each.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace chatelaine {

namespace {

constexpr std::array<std::array<char, 2>, 256> hexPairs = [] {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> pairs{};
    for (std::size_t byte = 0; byte < pairs.size(); ++byte)
        pairs[byte] = {digits[byte >> 4], digits[byte & 15]};
    return pairs;
}();

} // namespace

Hash256 sha256(std::initializer_list<QByteArrayView> parts)
{
    Hash256 digest{};
    SHA256_CTX context;
    bool good = SHA256_Init(&context) == 1;
    for (const QByteArrayView part : parts)
        good = good && SHA256_Update(&context, part.data(), size_t(part.size())) == 1;
    if (!good || SHA256_Final(digest.data(), &context) != 1)
        qFatal("SHA-256 failed");
    return digest;
}

QByteArray hexOf(const Hash256 &digest)
{
    return viewOf(digest).toByteArray().toHex();
}

void appendHex(std::string *text, const Hash256 &digest)
{
    std::array<char, 2 * sizeof(Hash256)> hex;
    writeHex(hex.data(), digest);
    text->append(hex.data(), hex.size());
}

void writeHex(char *to, const Hash256 &digest)
{
    for (const unsigned char byte : digest) {
        std::memcpy(to, hexPairs[byte].data(), 2);
        to += 2;
    }
}

QByteArray base64Of(const Hash256 &digest)
{
    return viewOf(digest).toByteArray().toBase64();
}

std::optional<Hash256> hashFromBase64(const QByteArray &text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    Hash256 digest{};
    if (!decoded || (*decoded).size() != qsizetype(digest.size()))
        return std::nullopt;
    const QByteArray &bytes = *decoded;
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

} // namespace chatelaine
