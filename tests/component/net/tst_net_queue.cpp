// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httptesting.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** Order, repetition, throttling and the end of a queue. */
class TestQueueBehaviour : public QObject
{
    Q_OBJECT
private slots:
    void interactiveOvertakesBackground();
    void keepsToItsNumberAtOnce();
    void refusesMoreThanItsLength();
    void repeatsReads_data();
    void repeatsReads();
    void givesUpAfterItsAttempts();
    void doesNotRepeatOtherStatuses_data();
    void doesNotRepeatOtherStatuses();
    void retryAfterPausesEverything_data();
    void retryAfterPausesEverything();
    void aThrottledWriteIsAnAnswerAndPausesTheRest();
    void aLongRetryAfterEndsTheRequest();
    void cancelsWhatWaits();
    void cancelsWhatIsUnderWay();
    void cancelsWhatRestsBetweenAttempts();
    void isCancelledFromTheStart();
    void destructionFinishesEveryFuture();
    void continuationMaySendAgain();
    void dropsIdleConnections();
};

namespace {

QByteArrayList targets(const ScriptedServer &server)
{
    QByteArrayList all;
    for (const SeenRequest &request : server.requests())
        all.append(request.target);
    return all;
}

HttpRequest inBackground(const QUrl &url)
{
    HttpRequest request = reading(url);
    request.background = true;
    return request;
}

} // namespace

void TestQueueBehaviour::interactiveOvertakesBackground()
{
    ScriptedServer server;
    server.play({faulty(Fault::Hold), answerWith(200)});
    RetryPolicy one = TestQueue::quick();
    one.parallel = 1;
    TestQueue queue(server.url(), {}, one);

    QList<FutureOutcome<HttpAnswer>> all;
    for (const char *path : {"/background1", "/background2", "/background3"})
        all.append(queue->send(inBackground(server.url(QString::fromLatin1(path)))));
    QTRY_COMPARE(server.count(), 1);
    all.append(queue->send(reading(server.url(QStringLiteral("/interactive")))));
    server.release();
    for (const auto &future : all)
        QVERIFY(outcomeOf(future));
    QCOMPARE(targets(server),
             QByteArrayList({"/background1", "/interactive", "/background2", "/background3"}));
}

void TestQueueBehaviour::keepsToItsNumberAtOnce()
{
    ScriptedServer server;
    server.play({faulty(Fault::Hold)});
    RetryPolicy three = TestQueue::quick();
    three.parallel = 3;
    TestQueue queue(server.url(), {}, three);
    QList<FutureOutcome<HttpAnswer>> all;
    for (int i = 0; i < 5; ++i)
        all.append(queue->send(reading(server.url())));
    QTRY_COMPARE(server.count(), 3);
    QTest::qWait(50); // a fourth would come at once
    QCOMPARE(server.count(), 3);
    server.play({answerWith(200)});
    server.release();
    for (const auto &future : all)
        QVERIFY(outcomeOf(future));
    QCOMPARE(server.count(), 5);
}

void TestQueueBehaviour::refusesMoreThanItsLength()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    QList<FutureOutcome<HttpAnswer>> all;
    for (int i = 0; i < 10'000; ++i)
        all.append(queue->send(reading(server.url())));
    const auto refused = queue->send(reading(server.url()));
    QVERIFY(refused.isFinished());
    QCOMPARE(kindOf(refused.result()), QStringLiteral("rate_limited"));
    QVERIFY(!all.constLast().isFinished());
}

void TestQueueBehaviour::repeatsReads_data()
{
    QTest::addColumn<ServerStep>("step");
    QTest::newRow("429") << answerWith(429);
    QTest::newRow("502") << answerWith(502, "<html>bad gateway</html>");
    QTest::newRow("503") << answerWith(503);
    QTest::newRow("504") << answerWith(504);
    QTest::newRow("reset") << faulty(Fault::Reset);
    ServerStep cut =
        answerWith(200, "{\"items\":[{\"name\":\"a } in \\\" a string\"},{\"name\":\"b\"}]}");
    cut.fault = Fault::CutBody;
    QTest::newRow("cut") << cut;
    cut.chunked = true;
    QTest::newRow("cut, chunked") << cut;
}

void TestQueueBehaviour::repeatsReads()
{
    QFETCH(ServerStep, step);
    ScriptedServer server;
    server.play({step, answerWith(200, "{\"ok\":true}")});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->status, 200);
    QCOMPARE(bodyOf(outcome), QByteArray("{\"ok\":true}"));
    QVERIFY(server.count() >= 2); // Qt may send a read again by itself
}

void TestQueueBehaviour::givesUpAfterItsAttempts()
{
    ScriptedServer server;
    server.play({answerWith(503, "{\"maintenance\":true}")});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->status, 503);
    QCOMPARE(bodyOf(outcome), QByteArray("{\"maintenance\":true}"));
    QCOMPARE(server.count(), 3);
}

void TestQueueBehaviour::doesNotRepeatOtherStatuses_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 304, 400, 401, 402, 403, 404, 405, 407, 409, 410, 418,
                             422, 500, 501, 505, 599})
        QTest::addRow("%d", status) << status;
}

void TestQueueBehaviour::doesNotRepeatOtherStatuses()
{
    QFETCH(int, status);
    const bool hasBody = status != 204 && status != 304;
    ScriptedServer server;
    server.play({answerWith(status, hasBody ? "{\"detail\":\"so\"}" : "",
                            {{"WWW-Authenticate", "Bearer realm=\"api\""},
                             {"Proxy-Authenticate", "Basic realm=\"x\""}})});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->status, status);
    QCOMPARE(bodyOf(outcome), hasBody ? QByteArray("{\"detail\":\"so\"}") : QByteArray());
    QCOMPARE(server.count(), 1);
}

void TestQueueBehaviour::retryAfterPausesEverything_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("date");
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT"; // a clock that is decades behind ours
    QTest::newRow("seconds") << 429 << QByteArray("1") << date;
    QTest::newRow("date") << 429 << QByteArray("Sun, 06 Nov 1994 08:49:38 GMT") << date;
    QTest::newRow("maintenance") << 503 << QByteArray("1") << date;
}

void TestQueueBehaviour::retryAfterPausesEverything()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, date);
    ScriptedServer server;
    server.play(
        {answerWith(status, "{}", {{"Retry-After", retryAfter}, {"Date", date}}), answerWith(200)});
    TestQueue queue(server.url());
    QSignalSpy throttled(queue.get(), &HttpQueue::throttled);
    QSignalSpy unthrottled(queue.get(), &HttpQueue::unthrottled);

    const Timestamp before = queue.clock().now();
    const auto first = queue->send(reading(server.url(QStringLiteral("/first"))));
    QTRY_COMPARE(throttled.count(), 1);
    const auto until = throttled.constFirst().constFirst().value<Timestamp>();
    QVERIFY(until.millis() >= before.millis() + 1'000);
    QVERIFY(until.millis() < before.millis() + 5'000);

    // Sent meanwhile, it waits as well; what was asked for earlier comes first.
    const auto second = queue->send(reading(server.url(QStringLiteral("/second"))));
    QVERIFY(outcomeOf(first));
    QVERIFY(outcomeOf(second));
    QVERIFY(queue.clock().now().millis() >= until.millis() - 1); // a millisecond's rounding
    QCOMPARE(unthrottled.count(), 1);
    QCOMPARE(targets(server), QByteArrayList({"/first", "/first", "/second"}));
}

void TestQueueBehaviour::aThrottledWriteIsAnAnswerAndPausesTheRest()
{
    ScriptedServer server;
    server.play({answerWith(429, "slow down", {{"Retry-After", "1"}}), answerWith(200)});
    TestQueue queue(server.url());
    QSignalSpy throttled(queue.get(), &HttpQueue::throttled);
    QSignalSpy unthrottled(queue.get(), &HttpQueue::unthrottled);
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QCOMPARE(outcome->status, 429);
    QCOMPARE(bodyOf(outcome), QByteArray("slow down"));
    QCOMPARE(throttled.count(), 1);
    QVERIFY(queue.outcomeOf(reading(server.url())));
    QCOMPARE(unthrottled.count(), 1);
    QCOMPARE(server.count(), 2);
}

void TestQueueBehaviour::aLongRetryAfterEndsTheRequest()
{
    ScriptedServer server;
    server.play({answerWith(429, "{}", {{"Retry-After", "3600"}}), answerWith(200)});
    TestQueue queue(server.url());
    QSignalSpy throttled(queue.get(), &HttpQueue::throttled);
    const Timestamp before = queue.clock().now();
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("rate_limited"));
    QCOMPARE(outcome.error().httpStatus, 429);
    QVERIFY(outcome.error().retryAt >= before.plusSeconds(3'599));
    QVERIFY(outcome.error().retryAt <= before.plusSeconds(3'610));
    QCOMPARE(server.count(), 1);
    QCOMPARE(throttled.count(), 0); // others are not kept waiting for an hour
    QVERIFY(queue.outcomeOf(reading(server.url())));
}

void TestQueueBehaviour::cancelsWhatWaits()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    const auto cancellation = std::make_shared<Cancellation>();
    const auto cancelled = queue->send(reading(server.url(QStringLiteral("/a"))), cancellation);
    const auto kept = queue->send(reading(server.url(QStringLiteral("/b"))));
    cancellation->request();
    QVERIFY(cancelled.isFinished());
    QCOMPARE(kindOf(cancelled.result()), QStringLiteral("cancelled"));
    QVERIFY(outcomeOf(kept));
    QCOMPARE(targets(server), QByteArrayList({"/b"}));
}

void TestQueueBehaviour::cancelsWhatIsUnderWay()
{
    ScriptedServer server;
    server.play({faulty(Fault::Hold)});
    TestQueue queue(server.url());
    const auto cancellation = std::make_shared<Cancellation>();
    const auto future = queue->send(reading(server.url()), cancellation);
    QTRY_COMPARE(server.count(), 1);
    cancellation->request();
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestQueueBehaviour::cancelsWhatRestsBetweenAttempts()
{
    ScriptedServer server;
    server.play({answerWith(503)});
    RetryPolicy slow = TestQueue::quick();
    slow.firstWait = std::chrono::milliseconds(1'000);
    TestQueue queue(server.url(), {}, slow);
    const auto cancellation = std::make_shared<Cancellation>();
    const auto future = queue->send(reading(server.url()), cancellation);
    QVERIFY(queue.outcomeOf(writing("POST", server.url()))); // by then the read is answered too
    QTRY_COMPARE(server.count(), 2);
    QVERIFY(!future.isFinished());
    cancellation->request();
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
}

void TestQueueBehaviour::isCancelledFromTheStart()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    const auto cancellation = std::make_shared<Cancellation>();
    cancellation->request();
    const auto future = queue->send(reading(server.url()), cancellation);
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
}

void TestQueueBehaviour::destructionFinishesEveryFuture()
{
    ScriptedServer server;
    server.play({answerWith(503), faulty(Fault::Hold)});
    RetryPolicy two = TestQueue::quick();
    two.parallel = 2;
    two.firstWait = std::chrono::milliseconds(60'000);
    two.longestWait = two.firstWait;
    TestQueue queue(server.url(), {}, two);
    const auto cancellation = std::make_shared<Cancellation>();

    const auto resting = queue->send(reading(server.url()), cancellation);
    QTRY_COMPARE(server.count(), 1);
    const auto written = queue->send(writing("POST", server.url(), "{}"), cancellation);
    const auto read = queue->send(reading(server.url()), cancellation);
    const auto waiting = queue->send(writing("POST", server.url(), "{}"), cancellation);
    QTRY_COMPARE(server.count(), 3);

    // A continuation that sends again must not revive a queue that is going.
    QString again;
    HttpQueue *going = queue.get();
    QFuture(resting).then([&](const Outcome<HttpAnswer> &) {
        again = kindOf(going->send(reading(server.url())).result());
    });
    queue.destroy();
    for (const auto &future : {resting, written, read, waiting}) {
        QVERIFY(future.isFinished());
        QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
    }
    QCOMPARE(again, QStringLiteral("cancelled"));
    QVERIFY(written.result().error().outcomeUnknown);
    QVERIFY(!waiting.result().error().outcomeUnknown);
    QVERIFY(!read.result().error().outcomeUnknown);
    cancellation->request(); // nobody listens any more
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestQueueBehaviour::continuationMaySendAgain()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    QObject context;
    int answers = 0;
    std::function<void()> next = [&] {
        whenDone(queue->send(reading(server.url())), &context,
                 [&](const Outcome<HttpAnswer> &outcome) {
                     QVERIFY(outcome);
                     if (++answers < 20)
                         next();
                 });
    };
    next();
    QTRY_COMPARE(answers, 20);
    QCOMPARE(server.acceptedConnections(), 1); // reads share a connection
}

void TestQueueBehaviour::dropsIdleConnections()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    QVERIFY(queue.outcomeOf(reading(server.url())));
    QCOMPARE(server.openConnections(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(elapsed.elapsed() < 3'000);

    // One that carried a secret goes at once.
    HttpRequest secretive = writing("POST", server.url(), "{}");
    secretive.carriesSecret = true;
    QVERIFY(queue.outcomeOf(std::move(secretive)));
    elapsed.start();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(elapsed.elapsed() < 500);
}

QTEST_GUILESS_MAIN(TestQueueBehaviour)
#include "tst_net_queue.moc"
