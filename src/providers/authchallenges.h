// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace chatelaine {

/** One challenge of a WWW-Authenticate header (RFC 9110, 11.6.1). */
struct AuthChallenge
{
    QByteArray scheme;                                   ///< lower case
    QByteArray token68;                                  ///< in place of parameters
    QList<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case, values unquoted
    bool broken = false; ///< a quoted text without its end, or a parameter that stands twice

    /** Empty when it is not there. */
    QByteArray parameter(QByteArrayView name) const;
};

/** Splits at the beginnings of schemes, not at commas. What belongs to no challenge is left out. */
QList<AuthChallenge> splitAuthChallenges(QByteArrayView header);

} // namespace chatelaine
