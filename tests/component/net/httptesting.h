// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/http.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

namespace chatelaine::test {

using Fault = ServerStep::Fault;

/** The middle of every range, so that waits can be told. */
class MiddleOfRange final : public Random
{
public:
    double fraction() override { return 0.5; }
};

/** A queue with waits that a test can bear. */
class TestQueue
{
public:
    explicit TestQueue(const QUrl &baseUrl, const TrustSettings &trust = {},
                       RetryPolicy retry = quick())
        : m_queue(std::make_unique<HttpQueue>(baseUrl, trust, retry, &m_clock, &m_random))
    {}

    HttpQueue *operator->() const { return m_queue.get(); }
    HttpQueue *get() const { return m_queue.get(); }
    void destroy() { m_queue.reset(); }
    const Clock &clock() const { return m_clock; }

    Outcome<HttpAnswer> outcomeOf(HttpRequest request) const
    {
        return test::outcomeOf(m_queue->send(std::move(request)));
    }

    static RetryPolicy quick()
    {
        RetryPolicy retry;
        retry.firstWait = std::chrono::milliseconds(5);
        retry.longestWait = std::chrono::milliseconds(2'000);
        return retry;
    }

private:
    SystemClock m_clock;
    MiddleOfRange m_random;
    std::unique_ptr<HttpQueue> m_queue;
};

inline HttpRequest reading(const QUrl &url)
{
    HttpRequest request;
    request.method = "GET";
    request.url = url;
    request.label = QStringLiteral("GET ") + url.path();
    return request;
}

inline HttpRequest writing(const QByteArray &method, const QUrl &url, const QByteArray &body = {})
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.body = body;
    if (!body.isEmpty())
        request.contentType = "application/json";
    request.write = true;
    request.label = QString::fromLatin1(method) + u' ' + url.path();
    return request;
}

inline AuthHeader bearer(QByteArrayView token)
{
    return {"Authorization", "Bearer ", Secret::copyOf(token).value()};
}

inline ServerStep answerWith(int status, const QByteArray &body = "{}",
                             const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    ServerStep step;
    step.status = status;
    step.body = body;
    step.headers = headers;
    return step;
}

inline ServerStep faulty(Fault fault)
{
    ServerStep step;
    step.fault = fault;
    return step;
}

inline QByteArray bodyOf(const Outcome<HttpAnswer> &outcome)
{
    return outcome ? outcome->body->view().toByteArray() : QByteArray();
}

/** For QCOMPARE: the kind of an Error, or "ok". */
inline QString kindOf(const Outcome<HttpAnswer> &outcome)
{
    return outcome ? QStringLiteral("ok") : errorKindName(outcome.error().kind);
}

} // namespace chatelaine::test
