// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/systemuser.h"

#include <QSysInfo>

#ifdef Q_OS_WIN
#include <windows.h>

#include <lmcons.h>
#else
#include <pwd.h>
#include <unistd.h>

#include <vector>
#endif

namespace chatelaine {

namespace {

#ifdef Q_OS_WIN
QString userName()
{
    wchar_t name[UNLEN + 1] = {};
    DWORD length = UNLEN + 1;
    return GetUserNameW(name, &length) ? QString::fromWCharArray(name) : QString();
}
#else
QString userName()
{
    const uid_t uid = geteuid();
    std::vector<char> buffer(16 * 1024);
    passwd entry = {};
    passwd *found = nullptr;
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(uid);
}
#endif

} // namespace

SystemUser currentSystemUser()
{
    return {userName(), QSysInfo::machineHostName()};
}

} // namespace chatelaine
