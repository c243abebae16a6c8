// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace chatelaine::practice {

enum class Alphabet { Hex, LowerAlphanumeric, UrlSafe };

/** `length` characters from the system's cryptographic generator. */
QString randomText(Alphabet alphabet, int length);
QString randomUuid();

/** How a secret is kept: its SHA-256, in hexadecimal. */
QString digestOf(QByteArrayView secret);

} // namespace chatelaine::practice
