// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace chatelaine {

/** Where the profile is when the user names none; empty when the system has no home for it. */
QString defaultProfileFolder();

} // namespace chatelaine
