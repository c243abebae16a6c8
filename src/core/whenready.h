// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QThread>

#include <utility>

namespace chatelaine {

/**
 * Calls `ended(const QFuture<T> &)` once on the context's thread when the future has ended, with a
 * result or cancelled. Never called after the context is gone. On the context's thread, a future
 * that has ended already calls back at once, inside this call; any other from the event loop.
 */
template<typename T, typename F>
void whenEnded(QFuture<T> future, QObject *context, F ended)
{
    if (context->thread() != QThread::currentThread()) {
        QMetaObject::invokeMethod(
            context,
            [future, context, ended = std::move(ended)]() mutable {
                whenEnded(future, context, std::move(ended));
            },
            Qt::QueuedConnection);
        return;
    }
    if (future.isFinished()) {
        ended(future);
        return;
    }
    // No continuation: Qt 6.4 may run it twice, and crash, when the future ends in another thread
    // while it is being attached. The watcher is the context's child, and so goes with it.
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, ended = std::move(ended)]() mutable {
                         watcher->deleteLater();
                         auto call = std::move(ended); // what it holds goes with this call
                         call(watcher->future());
                     });
    watcher->setFuture(future);
}

/**
 * whenDone() for a future of a plain value, as QtConcurrent::run() and the prompts return: calls
 * `done(const T &)` once on the context's thread, never after the context is gone, and not at all
 * when the future is cancelled.
 */
template<typename T, typename F>
void whenReady(QFuture<T> future, QObject *context, F done)
{
    whenEnded(future, context, [done = std::move(done)](const QFuture<T> &ended) mutable {
        if (!ended.isCanceled())
            done(ended.result());
    });
}

} // namespace chatelaine
