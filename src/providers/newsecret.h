// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/vendoranswer.h"

#include <QMap>

namespace chatelaine {

/** Every place at which an answer may hold a secret, each once: all of them are cut. */
QList<JsonPointer> allPlaces(const QList<SecretPlace> &secrets);

/** The new secret, read from exactly one place: the one that the filled-in form chooses. Null when
 * it is not there, or is a mask, whatever stands at the other places. */
SharedSecret newSecret(const VendorAnswer &answer, const QList<SecretPlace> &secrets,
                       const QMap<QString, QJsonValue> &entered);

/** The warnings of the restrictions that were sent and do not stand in the record. */
QStringList missingEchoes(const QList<EchoTemplate> &echoes, const TemplateValues &sent,
                          const QJsonValue &record);

} // namespace chatelaine
