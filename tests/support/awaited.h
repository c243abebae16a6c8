// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <optional>

namespace chatelaine::test {

/** Whether the future ended in time. Turns the event loop meanwhile, and rests in it. */
template<typename T>
bool endsInTime(const QFuture<T> &future, int milliseconds)
{
    if (future.isFinished())
        return true;
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return future.isFinished();
}

/** The result of a future, once it is there; nothing when it is cancelled or late. */
template<typename T>
std::optional<T> awaited(QFuture<T> future, int milliseconds = 10'000)
{
    if (!endsInTime(future, milliseconds) || future.resultCount() == 0)
        return std::nullopt;
    return future.result();
}

/** The same of an outcome: late or cancelled is an error with a kind that nobody expects. */
template<typename T>
Outcome<T> outcomeOf(FutureOutcome<T> future, int milliseconds = 10'000)
{
    const bool late = !endsInTime(future, milliseconds);
    if (!late && future.resultCount() > 0)
        return future.result();
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = late ? QStringLiteral("the future did not finish in time")
                         : QStringLiteral("the future was cancelled");
    return error;
}

} // namespace chatelaine::test
