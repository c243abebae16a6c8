// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <deque>
#include <functional>

namespace chatelaine {

/**
 * Work that several threads do at once, whose results are taken one after the other, in the order
 * in which the work was given. Used by one thread, which takes the results and helps with the work
 * when it has to wait; so no more than a few results are held at a time.
 */
template<typename T>
class InOrder
{
public:
    /** `take` gives false to end: no further result is taken. */
    explicit InOrder(std::function<bool(T)> take)
        : m_take(std::move(take))
    {}
    ~InOrder() { m_pool.waitForDone(); }
    InOrder(const InOrder &) = delete;
    InOrder &operator=(const InOrder &) = delete;

    /** False when a result was refused. */
    bool add(std::function<T()> work)
    {
        if (!m_isGood)
            return false;
        m_running.push_back(QtConcurrent::run(&m_pool, std::move(work)));
        while (m_isGood && m_running.size() > ahead())
            takeFirst();
        return m_isGood;
    }

    /** Takes what is under way; false when a result was refused. */
    bool finish()
    {
        while (m_isGood && !m_running.empty())
            takeFirst();
        return m_isGood;
    }

private:
    /** Enough that nobody waits for the one whose turn it is. */
    std::size_t ahead() const { return 4 * static_cast<std::size_t>(m_pool.maxThreadCount()); }

    void takeFirst()
    {
        QFuture<T> first = std::move(m_running.front());
        m_running.pop_front();
        m_isGood = m_take(first.takeResult());
    }

    const std::function<bool(T)> m_take;
    QThreadPool m_pool;
    std::deque<QFuture<T>> m_running;
    bool m_isGood = true;
};

} // namespace chatelaine
