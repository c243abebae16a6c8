// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting/severity.h"

#include <QPalette>

namespace chatelaine {

QColor severityColor(Severity severity, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    switch (severity) {
    case Severity::Information:
        return palette.color(QPalette::WindowText);
    case Severity::Good:
        return dark ? QColor(0x7b, 0xd8, 0x8f) : QColor(0x1b, 0x6e, 0x35);
    case Severity::Warning:
        return dark ? QColor(0xf2, 0xc1, 0x4e) : QColor(0x8a, 0x55, 0x00);
    case Severity::Error:
        break;
    }
    return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb0, 0x1e, 0x1e);
}

} // namespace chatelaine
