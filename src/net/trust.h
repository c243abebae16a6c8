// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/http.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace chatelaine {

/** TLS 1.2 or later, the peer always verified, against `caFile` in place of the system's
 * authorities if it is named. Tls when the file or the pin cannot be used. */
Outcome<QSslConfiguration> tlsConfiguration(const TrustSettings &trust);

/** True as well when nothing is pinned. */
bool matchesPin(const QSslCertificate &certificate, const QByteArray &pin);

} // namespace chatelaine
