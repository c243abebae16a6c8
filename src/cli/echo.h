// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace chatelaine::cli {

/** While this lives, the terminal at standard input does not show what is typed; also put right
 * when a signal ends the process. One at a time. */
class EchoOff
{
public:
    EchoOff();
    ~EchoOff();
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;
};

} // namespace chatelaine::cli
