// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportsink.h"

namespace chatelaine {

/** The sheets with a row for each key; AuditRows makes the rows. */
Sheet keysSheet();
Sheet reviewSheet();

} // namespace chatelaine
