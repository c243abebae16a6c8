// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/inputpipe.h"

#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace chatelaine {

InputPipe::~InputPipe()
{
    close();
}

void InputPipe::close()
{
    if (m_readEnd >= 0)
        ::close(std::exchange(m_readEnd, -1));
}

bool InputPipe::fill(QByteArrayView input)
{
    std::array<int, 2> ends = {};
    if (::pipe(ends.data()) != 0)
        return false;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK); // a full pipe is told, not waited for
    const auto size = static_cast<size_t>(input.size());
    const bool whole =
        size == 0 || ::write(ends[1], input.data(), size) == static_cast<ssize_t>(size);
    ::close(ends[1]);
    m_readEnd = ends[0];
    if (!whole)
        close();
    return whole;
}

void InputPipe::connectTo(QProcess &process)
{
    process.setChildProcessModifier([readEnd = m_readEnd] {
        ::dup2(readEnd, STDIN_FILENO);
        // A group of its own, so that what it starts can be ended with it. There it must not wait
        // for a terminal that nobody looks at.
        ::setpgid(0, 0);
        ::signal(SIGTTIN, SIG_IGN);
        ::signal(SIGTTOU, SIG_IGN);
    });
}

bool InputPipe::isEmpty() const
{
    int unread = 0;
    return m_readEnd < 0 || ::ioctl(m_readEnd, FIONREAD, &unread) != 0 || unread == 0;
}

void InputPipe::end(QProcess &process, Ending ending)
{
    const auto group = static_cast<pid_t>(process.processId());
    if (group > 0)
        ::kill(-group, ending == Ending::Asked ? SIGTERM : SIGKILL);
}

} // namespace chatelaine
