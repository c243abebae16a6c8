// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QJsonValue>

namespace chatelaine {

/**
 * RFC 8785 canonical JSON, restricted as the journal is: objects, arrays, strings, booleans, null
 * and integers of at most 53 bits. Members are sorted by their UTF-16 code units. Another number or
 * an unpaired surrogate is an Error (Protocol).
 */
Outcome<QByteArray> canonicalJson(const QJsonValue &value);

} // namespace chatelaine
