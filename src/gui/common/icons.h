// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "core/rows.h"

#include "painting/severity.h"

#include <QIcon>

namespace chatelaine {

/** A monochrome icon of resources/icons in the colour of the palette's text, also when selected or
 * disabled, in light and dark. */
QIcon tintedIcon(const QString &name);
/** The same in a colour of meaning, readable on the palette's base. */
QIcon tintedIcon(const QString &name, Severity severity);

QString stateIconName(KeyState state);
QIcon stateIcon(KeyState state);
QIcon conditionIcon(AccountStatus::Condition condition); ///< null when all is well
QString severityIconName(Severity severity);

} // namespace chatelaine
