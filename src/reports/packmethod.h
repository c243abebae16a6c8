// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportsink.h"

namespace chatelaine {

/** How what is in a pack was read, and how the pack was made from it: text for people, in the
 * language of the interface. */
QByteArray packMethod(const ReportHeader &header);

} // namespace chatelaine
