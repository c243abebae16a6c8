// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

namespace chatelaine {

using Hash256 = std::array<unsigned char, 32>;

/** SHA-256 (FIPS 180-4) of one thing after another, without looking the algorithm up each time: a
 * journal has a million lines. Not thread-safe. */
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    /** Of the parts, one behind the other. */
    Hash256 of(std::initializer_list<QByteArrayView> parts);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

inline QByteArrayView viewOf(const Hash256 &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())};
}

/** Lower-case hexadecimal. */
QByteArray hexOf(const Hash256 &digest);
void appendHex(std::string *text, const Hash256 &digest);
QByteArray base64Of(const Hash256 &digest);
/** Nothing when it is not the base64 of 32 bytes. */
std::optional<Hash256> hashFromBase64(const QByteArray &text);

} // namespace chatelaine
