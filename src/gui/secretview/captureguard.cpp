// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretview/captureguard.h"

#include <QWidget>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace chatelaine {

bool setCapturable([[maybe_unused]] QWidget *window, [[maybe_unused]] bool capturable)
{
#ifdef Q_OS_WIN
    constexpr DWORD excludeFromCapture = 0x11; // WDA_EXCLUDEFROMCAPTURE, missing in older headers
    return SetWindowDisplayAffinity(reinterpret_cast<HWND>(window->winId()),
                                    capturable ? 0 : excludeFromCapture) != FALSE;
#else
    return false;
#endif
}

} // namespace chatelaine
