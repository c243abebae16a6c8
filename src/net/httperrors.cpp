// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httperrors.h"

#include "core/redaction.h"

#include <QLocale>

#include <algorithm>

namespace chatelaine {

namespace {

/** Hosts come from the account, from redirects: untrusted text. */
QString shown(const QString &host)
{
    return displaySafe(host, 255);
}

bool anyOf(const QList<QSslError> &errors, std::initializer_list<QSslError::SslError> wanted)
{
    return std::any_of(errors.begin(), errors.end(), [&wanted](const QSslError &error) {
        return std::find(wanted.begin(), wanted.end(), error.error()) != wanted.end();
    });
}

} // namespace

Error HttpErrors::unusableAddress()
{
    return Error::of(ErrorKind::InvalidRequest, tr("The address of this request is not usable."),
                     tr("Check the account's address."));
}

Error HttpErrors::unprotected(const QString &host)
{
    return Error::of(
        ErrorKind::InvalidRequest,
        tr("Nothing was sent to %1: the address does not begin with https, and it is not "
           "on this computer.")
            .arg(shown(host)),
        tr("Enter an address that begins with https."));
}

Error HttpErrors::foreignOrigin(const QString &host, const QString &expected)
{
    return Error::of(ErrorKind::InvalidRequest,
                     tr("Nothing was sent to %1: the account's credential belongs to %2 only.")
                         .arg(shown(host), shown(expected)),
                     tr("If the service has moved, change the account's address."));
}

Error HttpErrors::unusableHeader()
{
    return Error::of(
        ErrorKind::InvalidRequest,
        tr("Nothing was sent: a header of this request holds characters that HTTP does not "
           "allow."),
        tr("Check the provider's definition."));
}

Error HttpErrors::unusableCredential()
{
    return Error::of(
        ErrorKind::InvalidRequest,
        tr("Nothing was sent: the credential is missing or holds a line break or another "
           "character that cannot be part of one."),
        tr("Enter the credential again, as a single line."));
}

Error HttpErrors::unusableAuthorities(const QString &file)
{
    return Error::of(
        ErrorKind::Tls,
        tr("No certificate authority could be read from \"%1\".").arg(displaySafe(file)),
        tr("Choose a file in PEM form with the authority's certificate."));
}

Error HttpErrors::unusablePin()
{
    return Error::of(ErrorKind::Tls,
                     tr("The pinned certificate of this account is not a SHA-256 digest."),
                     tr("Pin the server's certificate again."));
}

Error HttpErrors::withoutCertificate()
{
    return Error::of(ErrorKind::InvalidRequest,
                     tr("There is no certificate to pin: the address does not begin with "
                        "https://."));
}

Error HttpErrors::queueFull()
{
    return Error::of(ErrorKind::RateLimited,
                     tr("Too many requests are waiting for this account already."),
                     tr("Wait until the present work is done, then try again."));
}

Error HttpErrors::cancelled()
{
    return Error::of(ErrorKind::Cancelled, tr("The request was cancelled."));
}

Error HttpErrors::deadline(const QString &host, qint64 milliseconds)
{
    return Error::of(ErrorKind::Timeout,
                     tr("%1 did not finish its answer within %2 seconds.")
                         .arg(shown(host), QLocale().toString(
                                               static_cast<double>(milliseconds) / 1000.0, 'g', 4)),
                     tr("Try again later."));
}

Error HttpErrors::wrongPin(const QString &host)
{
    return Error::of(
        ErrorKind::Tls,
        tr("The certificate of %1 is not the one that is pinned for this account. Nothing "
           "was sent.")
            .arg(shown(host)),
        tr("If the operator says that it was replaced, edit the account and pin the new one; "
           "otherwise somebody may be in between."));
}

Error HttpErrors::bodyTooLarge(const QString &host, qint64 limit)
{
    return Error::of(ErrorKind::Protocol,
                     tr("The answer of %1 is larger than the limit of %2.")
                         .arg(shown(host), QLocale().formattedDataSize(limit)),
                     tr("Check that the account's address is the one of the service."));
}

Error HttpErrors::cannotKeep(const QString &reason)
{
    return Error::of(ErrorKind::Storage, tr("The answer could not be written: %1.").arg(reason),
                     tr("Check that there is room where the file is to go."));
}

QString HttpErrors::lookFirst()
{
    return tr("Nobody knows whether this took effect: sync the account and look before you repeat "
              "it.");
}

Error HttpErrors::interimOnly(const QString &host, int status)
{
    return Error::of(ErrorKind::Protocol,
                     tr("%1 sent an interim answer (HTTP %2) where the last one was to be read.")
                         .arg(shown(host))
                         .arg(status),
                     tr("Try again later."));
}

Error HttpErrors::foreignRedirect(const QString &host, const QString &target)
{
    return Error::of(ErrorKind::Protocol,
                     target.isEmpty()
                         ? tr("%1 sent us on to another server. The credential was not sent there.")
                               .arg(shown(host))
                         : tr("%1 sent us on to %2. The credential was not sent there.")
                               .arg(shown(host), shown(target)),
                     tr("If the service has moved, change the account's address."));
}

Error HttpErrors::waitTooLong(const QString &host, Timestamp until)
{
    Error error =
        Error::of(ErrorKind::RateLimited,
                  tr("%1 asks us to wait until %2.")
                      .arg(shown(host), QLocale().toString(until.toDateTime().toLocalTime(),
                                                           QLocale::ShortFormat)),
                  tr("Try again after that."));
    error.retryAt = until;
    return error;
}

Error HttpErrors::certificate(const QList<QSslError> &tlsErrors, const QString &host)
{
    const auto tls = [&host](const QString &message, const QString &next) {
        return Error::of(ErrorKind::Tls, message.arg(shown(host)), next);
    };
    if (anyOf(tlsErrors, {QSslError::HostNameMismatch}))
        return tls(tr("The certificate that %1 shows is for another host."),
                   tr("Check the account's address."));
    if (anyOf(tlsErrors, {QSslError::CertificateExpired}))
        return tls(
            tr("The certificate of %1 has expired."),
            tr("Check this computer's clock, or ask the operator to renew the certificate."));
    if (anyOf(tlsErrors, {QSslError::CertificateNotYetValid}))
        return tls(tr("The certificate of %1 is not valid yet."),
                   tr("Check this computer's clock."));
    if (anyOf(tlsErrors, {QSslError::CertificateRevoked, QSslError::CertificateBlacklisted,
                          QSslError::CertificateRejected}))
        return tls(tr("The certificate of %1 has been revoked."),
                   tr("Do not use this server until its operator has replaced the certificate."));
    if (!tlsErrors.isEmpty())
        return tls(tr("The certificate of %1 is not from an authority that is trusted here."),
                   tr("For a server of your own, name its authority's certificate in the account's "
                      "settings."));
    return tls(tr("No secure connection to %1 could be made."),
               tr("Check that the address and the port are those of a secure server (TLS 1.2 or "
                  "later)."));
}

Error HttpErrors::proxy(QNetworkReply::NetworkError code)
{
    const QString next = tr("Check the proxy in the system's network settings.");
    switch (code) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::of(ErrorKind::Network, tr("The proxy asks for a name and a password."), next);
    case QNetworkReply::ProxyNotFoundError:
        return Error::of(ErrorKind::Network, tr("The proxy was not found."), next);
    case QNetworkReply::ProxyConnectionRefusedError:
        return Error::of(ErrorKind::Network, tr("The proxy refused the connection."), next);
    case QNetworkReply::ProxyTimeoutError:
        return Error::of(ErrorKind::Timeout, tr("The proxy did not answer in time."), next);
    default:
        return Error::of(ErrorKind::Network, tr("The connection through the proxy failed."), next);
    }
}

Error HttpErrors::interrupted(const QString &host, bool answered)
{
    return Error::of(ErrorKind::Network,
                     (answered ? tr("%1 closed the connection in the middle of its answer.")
                               : tr("%1 closed the connection without an answer."))
                         .arg(shown(host)),
                     tr("Try again later."));
}

Error HttpErrors::transport(QNetworkReply::NetworkError code, const QList<QSslError> &tlsErrors,
                            const QString &host, bool answered)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return Error::of(ErrorKind::Network, tr("The server %1 was not found.").arg(shown(host)),
                         tr("Check the network connection and the account's address."));
    case QNetworkReply::ConnectionRefusedError:
        return Error::of(ErrorKind::Network, tr("%1 refused the connection.").arg(shown(host)),
                         tr("Check the account's address, or try again later."));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return interrupted(host, answered);
    case QNetworkReply::SslHandshakeFailedError:
        return certificate(tlsErrors, host);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // how Qt reports its own transfer time-out
        return Error::of(ErrorKind::Timeout, tr("%1 did not answer in time.").arg(shown(host)),
                         tr("Try again later."));
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return proxy(code);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        return Error::of(ErrorKind::Protocol,
                         tr("%1 answered with something that is not HTTP.").arg(shown(host)),
                         tr("Check that the account's address is the one of the service."));
    default:
        return Error::of(ErrorKind::Network, tr("The connection to %1 failed.").arg(shown(host)),
                         tr("Check the network connection, then try again."));
    }
}

} // namespace chatelaine
