// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace chatelaine {

/** Who works here, as the journal names them: asked of the system, not of the environment. */
struct SystemUser
{
    QString user; ///< the account's name, or its number when it has none
    QString host;
};

SystemUser currentSystemUser();

} // namespace chatelaine
