// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace chatelaine::bench {

/** The shortest of some runs, in milliseconds. */
template<typename F>
double shortest(F work, int times)
{
    double best = 0;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        best = i == 0 ? milliseconds : std::min(best, milliseconds);
    }
    return best;
}

inline void print(const char *what, double milliseconds)
{
    std::printf("%-52s %9.1f ms\n", what, milliseconds);
    std::fflush(stdout);
}

template<typename F>
double measure(const char *what, F work, int times = 1)
{
    const double milliseconds = shortest(work, times);
    print(what, milliseconds);
    return milliseconds;
}

/** Of this process, in MiB: a line of /proc/self/status. */
inline double memory(const char *line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype from = status.indexOf(line);
    return status.sliced(from).split(':').value(1).trimmed().split(' ').value(0).toDouble() / 1024;
}

/** From here on the largest memory is counted anew. */
inline void forgetLargestMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

inline double largestMemory()
{
    return memory("VmHWM");
}

} // namespace chatelaine::bench
