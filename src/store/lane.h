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
        auto promise = std::make_shared<QPromise<Outcome<T>>>();
        promise->start();
        post<T>(promise, std::make_shared<Step>(std::move(step)));
        return promise->future();
    }

private:
    template<typename T, typename Step>
    void post(std::shared_ptr<QPromise<Outcome<T>>> promise, std::shared_ptr<Step> step)
    {
        QMetaObject::invokeMethod(
            this,
            [this, promise, step] {
                const std::optional<Outcome<T>> outcome = attempt<T>(*step);
                if (!outcome) {
                    post<T>(promise, step);
                    return;
                }
                promise->addResult(*outcome);
                promise->finish();
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
