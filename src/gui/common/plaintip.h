// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace chatelaine {

/** A tool tip that shows `text` as it stands: Qt would read what looks like rich text as such, and
 * texts of vendors must be able to load and link nothing. */
QString plainTip(const QString &text);

} // namespace chatelaine
