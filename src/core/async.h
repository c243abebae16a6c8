// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/whenready.h"

#include <QCoreApplication>

#include <memory>
#include <utility>

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
 * Calls `done(const Outcome<T> &)` once on the context's thread when the future ends; a cancelled
 * future ends as Cancelled. When and where: see whenEnded().
 */
template<typename T, typename F>
void whenDone(QFuture<Outcome<T>> future, QObject *context, F done)
{
    whenEnded(future, context, [done = std::move(done)](const QFuture<Outcome<T>> &ended) mutable {
        if (ended.isCanceled())
            done(Outcome<T>(cancelledError()));
        else
            done(ended.result());
    });
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
    /** Once. whenDone() never calls back inside; a raw continuation does. */
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
