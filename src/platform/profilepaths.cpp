// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/profilepaths.h"

#include <QStandardPaths>

namespace chatelaine {

QString defaultProfileFolder()
{
    // Not AppDataLocation: that depends on the program's name, and all programs share the profile.
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.isEmpty() ? QString() : data + QStringLiteral("/chatelaine");
}

} // namespace chatelaine
