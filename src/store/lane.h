// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "store/database.h"
#include "store/failure.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace chatelaine {

/**
 * One connection on one thread: jobs are posted to it and done in order. After stop() each waiting
 * and each later job ends at once as Cancelled, so that every future finishes.
 */
class Lane : public QObject
{
public:
    explicit Lane(QThread *thread) { moveToThread(thread); }

    /** Runs `work` on the lane's thread and waits for it; for opening and closing only. */
    void runNow(const std::function<void()> &work);

    void stop() { m_stopping = true; }
    bool stopping() const { return m_stopping; }

    std::unique_ptr<Database> &database() { return m_database; }

    /** `job` is called with no argument on the lane's thread, and gives a T or throws Failure. */
    template<typename T, typename Job>
    FutureOutcome<T> run(Job job)
    {
        return runSteps<T>([job = std::move(job)]() mutable { return std::optional<T>(job()); });
    }

    /** Calls `step` again and again until it gives a value; other jobs come between the steps. */
    template<typename T, typename Step>
    FutureOutcome<T> runSteps(Step step)
    {
        return runSteps<T>(std::move(step), [](const Outcome<T> &outcome) { return outcome; });
    }

    /** `end` is given the outcome on the lane's thread, once, also after a failure or stop(); what
     * it makes of it is the future's. */
    template<typename T, typename Step, typename End>
    FutureOutcome<T> runSteps(Step step, End end)
    {
        auto run = std::make_shared<Run<T, Step, End>>(std::move(step), std::move(end));
        run->promise.start();
        post<T>(run);
        return run->promise.future();
    }

private:
    template<typename T, typename Step, typename End>
    struct Run
    {
        Run(Step work, End ending)
            : step(std::move(work))
            , end(std::move(ending))
        {}
        Step step;
        End end;
        QPromise<Outcome<T>> promise;
    };

    template<typename T, typename RunPtr>
    void post(RunPtr run)
    {
        QMetaObject::invokeMethod(
            this,
            [this, run] {
                const std::optional<Outcome<T>> outcome = attempt<T>(run->step);
                if (!outcome) {
                    post<T>(run);
                    return;
                }
                run->promise.addResult(run->end(*outcome));
                run->promise.finish();
            },
            Qt::QueuedConnection);
    }

    template<typename T, typename Step>
    std::optional<Outcome<T>> attempt(Step &step)
    {
        if (m_stopping)
            return StorageErrors::cancelled();
        try {
            std::optional<T> value = step();
            if (!value)
                return std::nullopt;
            return Outcome<T>(std::move(*value));
        } catch (const Failure &failure) {
            return failure.error;
        }
    }

    std::unique_ptr<Database> m_database;
    std::atomic_bool m_stopping = false;
};

} // namespace chatelaine
