// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace chatelaine {

/**
 * The document with the patch applied (RFC 7396): members are merged, null removes, all else
 * replaces. An array whose elements are objects with an `id` can also be patched by an object of
 * those ids; an array in the patch replaces it as a whole.
 */
QJsonValue mergePatched(const QJsonValue &document, const QJsonValue &patch);

/** Where in the patch a place of the patched document comes from: the deepest pointer into the
 * patch on the way there. `patched`: the result. */
QString placeInPatch(const QJsonValue &patched, const QJsonValue &patch, const QString &pointer);

} // namespace chatelaine
