// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace chatelaine {

/**
 * The characters of base64 (RFC 4648) that depend on nothing but the secret when it stands `offset`
 * (0 to 2) bytes into a group of three. Wipes what it uses; the caller wipes the result.
 */
QByteArray base64Core(QByteArrayView secret, qsizetype offset, QByteArray::Base64Options options);

} // namespace chatelaine
