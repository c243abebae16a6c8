// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <initializer_list>
#include <optional>
#include <string>

namespace chatelaine {

using Hash256 = std::array<unsigned char, 32>;

/** SHA-256 (FIPS 180-4) of the parts, one behind the other. */
Hash256 sha256(std::initializer_list<QByteArrayView> parts);

inline QByteArrayView viewOf(const Hash256 &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())};
}

/** Lower-case hexadecimal. */
QByteArray hexOf(const Hash256 &digest);
void appendHex(std::string *text, const Hash256 &digest);
/** Writes 64 characters. */
void writeHex(char *to, const Hash256 &digest);
QByteArray base64Of(const Hash256 &digest);
/** Nothing when it is not the base64 of 32 bytes. */
std::optional<Hash256> hashFromBase64(const QByteArray &text);

} // namespace chatelaine
