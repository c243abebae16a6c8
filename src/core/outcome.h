// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QFuture>
#include <QPromise>

#include <utility>
#include <variant>

namespace chatelaine {

/** The value of an Outcome that succeeds without one. */
using Done = std::monostate;

/** A value or an Error: what every fallible call returns. */
template<typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    Outcome(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    /** Precondition: ok(). Of an outcome that is about to go, its own: a loop may run over it. */
    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }

    /** Precondition: !ok(). */
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/** What an asynchronous call returns. T must be copyable: a move-only T crashes in Qt 6.4
 * (QTBUG-112513). */
template<typename T>
using FutureOutcome = QFuture<Outcome<T>>;

template<typename T>
FutureOutcome<T> readyOutcome(Outcome<T> outcome)
{
    QPromise<Outcome<T>> promise;
    promise.start();
    promise.addResult(std::move(outcome));
    promise.finish();
    return promise.future();
}

} // namespace chatelaine
