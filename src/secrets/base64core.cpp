// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/base64core.h"

#include "secrets/secret.h"

namespace chatelaine {

QByteArray base64Core(QByteArrayView secret, qsizetype offset, QByteArray::Base64Options options)
{
    QByteArray padded(offset, '\0');
    padded.append(secret);
    QByteArray encoded = padded.toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype from = (8 * offset + 5) / 6;
    const qsizetype to = 8 * padded.size() / 6;
    QByteArray core(encoded.constData() + from, to - from);
    wipe(padded);
    wipe(encoded);
    return core;
}

} // namespace chatelaine
