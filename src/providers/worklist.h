// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QQueue>

#include <functional>

namespace chatelaine {

/** Runs asynchronous steps, a bounded number at once, in the order in which they were added. A step
 * calls the function that it gets exactly once, at once or later. */
class WorkList
{
public:
    using Step = std::function<void(std::function<void()> done)>;

    /** `idle` is called each time that the last step is done. It may destroy this. */
    WorkList(int parallel, std::function<void()> idle)
        : m_idle(std::move(idle))
        , m_parallel(parallel)
    {}

    void add(const Step &step)
    {
        m_waiting.enqueue(step);
        ++m_total;
    }
    int total() const { return m_total; }
    int finished() const { return m_finished; }

    /** Begins what waits. Call it after adding. */
    void run()
    {
        if (m_inside)
            return;
        m_inside = true;
        while (m_running < m_parallel && !m_waiting.isEmpty()) {
            ++m_running;
            m_waiting.dequeue()([this] { stepDone(); });
        }
        m_inside = false;
        if (m_running == 0 && m_waiting.isEmpty()) {
            const auto idle = m_idle; // it may destroy this
            idle();
        }
    }

private:
    void stepDone()
    {
        --m_running;
        ++m_finished;
        run();
    }

    QQueue<Step> m_waiting;
    std::function<void()> m_idle;
    int m_parallel;
    int m_running = 0;
    int m_total = 0;
    int m_finished = 0;
    bool m_inside = false;
};

} // namespace chatelaine
