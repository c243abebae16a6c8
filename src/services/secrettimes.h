// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace chatelaine {

/** How long a one-time secret may be in sight and on the clipboard, in seconds. */
struct SecretTimes
{
    static constexpr int shortest = 5;
    static constexpr int longest = 300;
    static constexpr int defaultClipboard = 30;

    int reveal = 60;
    int clipboard = defaultClipboard;
    bool operator==(const SecretTimes &) const = default;

    /** From `settings.ini`; what is not set there, or makes no sense, is as it comes. An empty file
     * name: all of it. */
    static SecretTimes read(const QString &settingsFile);
    void write(const QString &settingsFile) const;
};

} // namespace chatelaine
