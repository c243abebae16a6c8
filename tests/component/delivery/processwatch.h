// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QStringList>

#include <atomic>
#include <thread>

namespace chatelaine::test {

/** Reads the arguments and the environment of every process, over and over, and counts in how many
 * of them a value was seen. */
class ProcessWatch
{
public:
    explicit ProcessWatch(QByteArray value)
        : m_value(std::move(value))
        , m_thread([this] { watch(); })
    {}
    ~ProcessWatch() { stop(); }
    Q_DISABLE_COPY_MOVE(ProcessWatch)

    void stop()
    {
        m_ended = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    int rounds() const { return m_rounds; }
    int sightings() const { return m_sightings; }

private:
    void watch()
    {
        while (!m_ended) {
            for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
                if (!name.front().isDigit())
                    continue;
                for (const char *of : {"cmdline", "environ"}) {
                    QFile file(QStringLiteral("/proc/%1/%2").arg(name, QLatin1StringView(of)));
                    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(m_value))
                        ++m_sightings;
                }
            }
            ++m_rounds;
        }
    }

    const QByteArray m_value;
    std::atomic_bool m_ended = false;
    std::atomic_int m_rounds = 0;
    std::atomic_int m_sightings = 0;
    std::thread m_thread;
};

} // namespace chatelaine::test
