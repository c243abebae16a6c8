// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <memory>

namespace chatelaine {

/** The Error of a call whose future was cancelled, or whose object went away. */
inline Error cancelledError()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = QCoreApplication::translate("Error", "This was cancelled.");
    return error;
}

/**
 * Calls `done(Outcome<T>)` once on the context's thread when the future ends; a cancelled future
 * ends as Cancelled. Never called after the context is gone. A future that is done already calls
 * back at once, inside this call.
 */
template<typename T, typename F>
void whenDone(QFuture<Outcome<T>> future, QObject *context, F done)
{
    // Qt 6.4 asserts that a continuation's context is alive when the future ends. This one is; it
    // asks after the caller's on the caller's own thread.
    auto *relay = new QObject;
    relay->moveToThread(context->thread());
    const auto call = std::make_shared<F>(std::move(done));
    const auto end = [relay, call, guard = QPointer<QObject>(context)](const Outcome<T> &outcome) {
        relay->deleteLater();
        if (guard)
            (*call)(outcome);
    };
    future.then(relay, end).onCanceled(relay, [end] { end(cancelledError()); });
}

/** The sending end of a FutureOutcome; copyable, so that continuations can carry it. Dropped
 * unanswered, it cancels. */
template<typename T>
class Answer
{
public:
    Answer()
        : m_promise(std::make_shared<QPromise<Outcome<T>>>())
    {
        m_promise->start();
    }
    [[nodiscard]] FutureOutcome<T> future() const { return m_promise->future(); }
    /** Once. Continuations may run inside: call it last. */
    void give(Outcome<T> outcome) const
    {
        const auto promise =
            m_promise; // keeps it alive when a continuation drops the last copy of this
        promise->addResult(std::move(outcome));
        promise->finish();
    }

private:
    std::shared_ptr<QPromise<Outcome<T>>> m_promise;
};

} // namespace chatelaine
