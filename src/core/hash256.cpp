// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hash256.h"

#include <openssl/evp.h>

#include <algorithm>

namespace chatelaine {

struct Sha256::Private
{
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                    EVP_MD_CTX_free};
};

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
    if (!d->algorithm || !d->context)
        qFatal("OpenSSL has no SHA-256");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

Hash256 Sha256::of(std::initializer_list<QByteArrayView> parts)
{
    Hash256 digest{};
    bool good = EVP_DigestInit_ex2(d->context.get(), d->algorithm.get(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        good = good && EVP_DigestUpdate(d->context.get(), part.data(), size_t(part.size())) == 1;
    if (!good || EVP_DigestFinal_ex(d->context.get(), digest.data(), nullptr) != 1)
        qFatal("SHA-256 failed");
    return digest;
}

QByteArray hexOf(const Hash256 &digest)
{
    return viewOf(digest).toByteArray().toHex();
}

void appendHex(std::string *text, const Hash256 &digest)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::array<char, 2 * sizeof(Hash256)> hex{};
    char *at = hex.data();
    for (const unsigned char byte : digest) {
        *at++ = digits[byte >> 4];
        *at++ = digits[byte & 15];
    }
    text->append(hex.data(), hex.size());
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
