// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace chatelaine {

/** What a server showed of itself; the names are the certificate's own words. */
struct ServerCertificate
{
    QString subject;
    QString issuer;
    Timestamp validFrom;
    Timestamp validTo;
    QByteArray sha256; ///< of the certificate's DER, 32 bytes: what a pin is
    bool operator==(const ServerCertificate &) const = default;
};

/** "AB:CD:...", as `openssl x509 -fingerprint -sha256` and browsers write it; empty for nothing. */
QString fingerprintText(const QByteArray &sha256);

/** The 32 bytes of 64 hexadecimal digits, with or without colons. */
std::optional<QByteArray> fingerprintFromText(const QString &text);

} // namespace chatelaine
