// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace chatelaine::test {

/** While it lives, every thread of the global pool waits: what is started meanwhile has not begun.
 */
class BusyPool
{
public:
    BusyPool()
    {
        for (int thread = 0; thread < m_threads; ++thread) {
            QThreadPool::globalInstance()->start([this] {
                m_begun.release();
                m_end.acquire();
                m_ended.release();
            });
        }
        m_begun.acquire(m_threads);
    }
    ~BusyPool()
    {
        m_end.release(m_threads);
        m_ended.acquire(m_threads);
    }
    Q_DISABLE_COPY_MOVE(BusyPool)

private:
    const int m_threads = QThreadPool::globalInstance()->maxThreadCount();
    QSemaphore m_begun;
    QSemaphore m_end;
    QSemaphore m_ended;
};

} // namespace chatelaine::test
