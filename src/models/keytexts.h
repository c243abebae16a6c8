// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keyquery.h"

namespace chatelaine {

/** The words of the interface for what the inventory names by enum or id. */
QString keyStateText(KeyState state);
QString keyColumnTitle(KeyColumn column);
QString environmentText(const QString &environment);

} // namespace chatelaine
