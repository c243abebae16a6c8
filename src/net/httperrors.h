// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QCoreApplication>
#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace chatelaine {

/** The sentences of what can go wrong on the wire. None holds more of a request than its host. */
class HttpErrors
{
    Q_DECLARE_TR_FUNCTIONS(HttpErrors)
public:
    // Before anything is sent.
    static Error unusableAddress();
    static Error unprotected(const QString &host);
    static Error foreignOrigin(const QString &host, const QString &expected);
    static Error unusableHeader();
    static Error unusableCredential();
    static Error unusableAuthorities(const QString &file);
    static Error unusablePin();
    static Error withoutCertificate();
    static Error queueFull();

    // On the way.
    static Error cancelled();
    static Error deadline(const QString &host, qint64 milliseconds);
    static Error wrongPin(const QString &host);
    static Error bodyTooLarge(const QString &host, qint64 limit);
    static Error cannotKeep(const QString &reason);
    /** What to do next when nobody knows whether a write took effect. */
    static QString lookFirst();
    static Error interimOnly(const QString &host, int status);
    /** `target` is left out when it is empty. */
    static Error foreignRedirect(const QString &host, const QString &target);
    static Error waitTooLong(const QString &host, Timestamp until);

    /** What Qt says went wrong; `answered` when a status had arrived already. */
    static Error transport(QNetworkReply::NetworkError code, const QList<QSslError> &tlsErrors,
                           const QString &host, bool answered);

private:
    static Error certificate(const QList<QSslError> &tlsErrors, const QString &host);
    static Error proxy(QNetworkReply::NetworkError code);
    static Error interrupted(const QString &host, bool answered);
};

} // namespace chatelaine
