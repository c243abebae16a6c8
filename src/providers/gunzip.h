// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

class QIODevice;

namespace chatelaine {

struct UnpackBounds
{
    qint64 maximumSize = 8LL << 30; ///< bytes
    int maximumRatio = 300;         ///< of unpacked to packed, beyond the first MiB
};

/**
 * Copies `packed` to `unpacked` and unpacks it (gzip, RFC 1952, also of several members); what is
 * not packed is copied as it is. Protocol when it is damaged, cut short or beyond the bounds;
 * Storage when it cannot be written. Thread-safe; reads and writes in small pieces.
 */
Outcome<Done> unpackGzip(QIODevice &packed, QIODevice &unpacked, const UnpackBounds &bounds = {});

} // namespace chatelaine
