// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QPalette;

namespace chatelaine {

/** How much something matters; decides icon and tint, never alone what is said. */
enum class Severity { Information, Good, Warning, Error };

/** Readable on the palette's window and base. */
QColor severityColor(Severity severity, const QPalette &palette);

} // namespace chatelaine
