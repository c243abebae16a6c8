// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

class QProcess;

namespace chatelaine {

/**
 * The standard input of a program, filled and closed before the program starts: what was in it is
 * then the system's, and QProcess never has it in a buffer. Also what ends such a program with
 * everything that it started.
 */
class InputPipe
{
public:
    enum class Ending { Asked, Forced };

    InputPipe() = default;
    ~InputPipe();
    InputPipe(const InputPipe &) = delete;
    InputPipe &operator=(const InputPipe &) = delete;

    /** False when the system has no room for it; nothing is left of it then. */
    bool fill(QByteArrayView input);
    /** Call before the process is started. */
    void connectTo(QProcess &process);
    bool isEmpty() const; ///< whether all of it was read
    void end(QProcess &process, Ending ending);

private:
    void close();
    int m_readEnd = -1;
};

} // namespace chatelaine
