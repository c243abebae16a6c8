// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonpointer.h"
#include "secrets/secret.h"

namespace chatelaine {

/** One text that was cut out of an answer. */
struct CutSecret
{
    SharedSecret value;
    qsizetype place = 0; ///< the index of the place at which it stood
};

/** What was cut out of an answer. */
struct CutSecrets
{
    QList<CutSecret> found; ///< every text that stood at one of the places, in the file's order
    bool readable = false;  ///< the body is JSON to its end, and safe to hand to a parser
};

/**
 * Takes what stands at `places` out of the bytes, before any parser copies them: a text becomes a
 * Secret, and its bytes are overwritten by an empty string; anything else that stands there is
 * overwritten too. All of a member that stands several times is cut. When the body is not JSON to
 * its end, nothing more may be read from it: it is then overwritten as a whole.
 */
CutSecrets cutSecrets(WipedBytes &body, const QList<JsonPointer> &places);

/** Whether a value is a mask (it begins with three asterisks) and so no secret at all. */
bool isMasked(const Secret &secret);

} // namespace chatelaine
