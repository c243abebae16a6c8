// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/sessionwatch.h"

#ifdef Q_OS_LINUX
#include "platform/linuxsessionwatch.h"
#endif

namespace chatelaine {

std::unique_ptr<SessionWatch> makeSessionWatch()
{
#ifdef Q_OS_LINUX
    return std::make_unique<LinuxSessionWatch>();
#else
    return nullptr;
#endif
}

} // namespace chatelaine
