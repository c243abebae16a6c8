// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/trust.h"

#include "net/httperrors.h"

#include <QCryptographicHash>
#include <QSsl>

namespace chatelaine {

namespace {

constexpr qsizetype pinSize = 32; // SHA-256

} // namespace

Outcome<QSslConfiguration> tlsConfiguration(const TrustSettings &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!trust.caFile.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(trust.caFile);
        if (authorities.isEmpty())
            return HttpErrors::unusableAuthorities(trust.caFile);
        configuration.setCaCertificates(authorities);
    }
    if (!trust.pin.isEmpty() && trust.pin.size() != pinSize)
        return HttpErrors::unusablePin();
    return configuration;
}

bool matchesPin(const QSslCertificate &certificate, const QByteArray &pin)
{
    return pin.isEmpty() ||
           (!certificate.isNull() && certificate.digest(QCryptographicHash::Sha256) == pin);
}

} // namespace chatelaine
