// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace chatelaine {

/** `share` (0 to 1) of the tint over the ground; the result is opaque. */
QColor mixed(const QColor &ground, const QColor &tint, qreal share);

/** The ratio of contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance). */
double contrastRatio(const QColor &one, const QColor &other);

} // namespace chatelaine
