// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/keylisting.h"

namespace chatelaine {

/** Checks an order against its form: InvalidRequest that names the field, or Unsupported. */
Outcome<Done> validateOrder(const Definition &definition, const CreateOrder &order);

/** The same for what is done with a key that is there: also whether its state allows it. */
Outcome<Done> validateChange(const Definition &definition, KeyVerb verb, const KeyRecord &key,
                             const QMap<QString, QJsonValue> &values);

/** One request, never repeated. The order is valid. */
FutureOutcome<CreatedKey> createKey(Exchanger *exchanger, const CreateOrder &order);

/** One request, never repeated, then a fresh listing. The order is valid. */
FutureOutcome<RotatedKey> rotateKey(Exchanger *exchanger, const RotateOrder &order);

/** Sends what is to be changed, then lists to see it. The values are valid. */
FutureOutcome<VerbResult> updateKey(Exchanger *exchanger, const KeyRecord &key,
                                    const QMap<QString, QJsonValue> &values);

/** Enable, Disable, Revoke or Delete, and a fresh listing that tells what became of it. */
FutureOutcome<VerbResult> applyVerb(Exchanger *exchanger, KeyVerb verb, const KeyRecord &key);

/** Asks each probe of the kind until one is certain. */
FutureOutcome<SecretVerdict> checkSecretWith(Exchanger *exchanger, Random *random,
                                             const KindTemplate &kind, SharedSecret secret,
                                             const std::optional<KeyRecord> &key);

} // namespace chatelaine
