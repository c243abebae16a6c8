// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <memory>

namespace chatelaine {

/**
 * whenDone() for a future of a plain value, as QtConcurrent::run() and the prompts return: calls
 * `done(const T &)` once on the context's thread, never after the context is gone, and not at all
 * when the future is cancelled.
 */
template<typename T, typename F>
void whenReady(QFuture<T> future, QObject *context, F done)
{
    // Qt 6.4 asserts that a continuation's context is alive when the future ends: see whenDone().
    auto *relay = new QObject;
    relay->moveToThread(context->thread());
    const auto call = std::make_shared<F>(std::move(done));
    future
        .then(relay,
              [relay, call, guard = QPointer<QObject>(context)](const T &value) {
                  relay->deleteLater();
                  if (guard)
                      (*call)(value);
              })
        .onCanceled(relay, [relay] { relay->deleteLater(); });
}

} // namespace chatelaine
