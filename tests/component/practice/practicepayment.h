// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practicebench.h"

namespace chatelaine {

/** An object as the Payment scheme carries it: JSON in base64url without padding. */
QByteArray carried(const QJsonObject &object);
QJsonObject uncarried(const QByteArray &text);

/** The parameters of the first challenge of an answer. */
QJsonObject challengeOf(const Answer &answer);
/** The credential that the practice server takes for a challenge. */
QJsonObject paymentFor(const QJsonObject &challenge);

} // namespace chatelaine
