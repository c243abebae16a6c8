// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QQueue>

#include <functional>
#include <map>

namespace chatelaine {

/** Runs asynchronous steps, a bounded number at once, in the order in which they were added. A step
 * calls the function that it gets exactly once, at once or later, with what takes its result: that
 * is called in the order of the steps, whichever of them ends first. */
class WorkList
{
public:
    using Take = std::function<void()>;
    using Step = std::function<void(std::function<void(Take)> done)>;

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
            const int step = m_started++;
            m_waiting.dequeue()([this, step](Take take) { stepDone(step, std::move(take)); });
        }
        m_inside = false;
        if (m_running == 0 && m_waiting.isEmpty()) {
            const auto idle = m_idle; // it may destroy this
            idle();
        }
    }

private:
    void stepDone(int step, Take take)
    {
        --m_running;
        ++m_finished;
        m_ended.emplace(step, std::move(take));
        while (!m_ended.empty() && m_ended.begin()->first == m_taken) {
            const auto next = m_ended.extract(m_ended.begin());
            ++m_taken;
            next.mapped()();
        }
        run();
    }

    QQueue<Step> m_waiting;
    std::function<void()> m_idle;
    int m_parallel;
    std::map<int, Take> m_ended; ///< by step: those that wait for an earlier one
    int m_started = 0;
    int m_taken = 0;
    int m_running = 0;
    int m_total = 0;
    int m_finished = 0;
    bool m_inside = false;
};

} // namespace chatelaine
