// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>

namespace chatelaine {

/** Something the desktop shall tell the user, whatever is in front. Plain text. */
struct DesktopNotice
{
    QString title;
    QString text;
    bool isUrgent = false; ///< stays until it is dismissed
};

/** The desktop's notifications. Telling waits for nobody; where nobody shows them, nothing happens.
 */
class DesktopNotifier
{
public:
    virtual ~DesktopNotifier() = default;
    virtual void tell(const DesktopNotice &notice) = 0;
};

/** Null where there is none yet: on Windows and macOS. */
std::unique_ptr<DesktopNotifier> makeDesktopNotifier();

} // namespace chatelaine
