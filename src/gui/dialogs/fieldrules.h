// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"

#include <QJsonValue>

namespace chatelaine {

/** The rules of the fields that a definition declares: pure functions, shared by every form. A
 * value is what CreateOrder takes; undefined: not given. */
namespace fieldRules {

/** What a field holds before the user touches it. */
QJsonValue defaultOf(const FieldInfo &field);
bool isGiven(const QJsonValue &value);
/** What is wrong, a sentence; empty when nothing is. `options`: those loaded, or the field's own.
 */
QString problemOf(const FieldInfo &field, const QJsonValue &value,
                  const QList<FieldOption> &options);
/** "90 days", "12 hours". */
QString durationText(qint64 seconds);

} // namespace fieldRules
} // namespace chatelaine
