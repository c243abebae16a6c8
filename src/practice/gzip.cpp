// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/gzip.h"

#include <QtEndian>

namespace chatelaine::practice {

namespace {

quint32 crc32(const QByteArray &data)
{
    quint32 crc = ~0U;
    for (const char byte : data) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray gzipped(const QByteArray &data)
{
    // Qt puts four bytes of length and two of zlib before the deflated data, and four after it.
    const QByteArray compressed = qCompress(data);
    const QByteArray deflated = compressed.mid(6, compressed.size() - 10);
    static constexpr char header[] = "\x1f\x8b\x08\0\0\0\0\0\0\xff";
    return QByteArray(header, sizeof header - 1) + deflated + littleEndian(crc32(data)) +
           littleEndian(quint32(data.size()));
}

} // namespace chatelaine::practice
