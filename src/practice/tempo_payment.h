// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/records.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace chatelaine::practice {

/** How the challenges of a 402 are written. */
enum class ChallengeStyle { One, Several, Merged, Quoted, Expired, Malformed };

/**
 * Makes the challenges of the Payment scheme and takes credentials for them. No money is anywhere:
 * a payment is good if its hash is the SHA-256 of the challenge's id.
 */
class PaymentDesk
{
public:
    /** The values of the `WWW-Authenticate` headers of one answer. */
    QList<QByteArray> challenges(ChallengeStyle style, Millis now);

    struct Verdict
    {
        QString problem;    ///< the last part of the problem's type; empty if it is paid
        QString challenge;  ///< its id, as far as it is known
        QByteArray receipt; ///< the value of `Payment-Receipt`
    };
    /** What `credential`, the token of `Authorization: Payment`, is worth. It works once. */
    Verdict redeem(const QByteArray &credential, Millis now);

private:
    struct Challenge
    {
        QByteArray request;
        Millis expires = 0;
    };
    QByteArray issue(Millis expires, const QByteArray &description);

    QHash<QString, Challenge> m_open; ///< by id
};

} // namespace chatelaine::practice
