// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httptesting.h"
#include "net/httperrors.h"
#include "support/testpki.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** A write arrives once, whatever becomes of the connection (PITFALLS.md, E5). */
class TestWrites : public QObject
{
    Q_OBJECT
private slots:
    void arrivesOnceWhenTheServerCloses_data();
    void arrivesOnceWhenTheServerCloses();
    void aReadDoesArriveAgain();
    void arrivesWithItsBody_data();
    void arrivesWithItsBody();
    void isNotRepeatedOnAStatus_data();
    void isNotRepeatedOnAStatus();
    void aRedirectWithinTheOriginIsAnAnswer_data();
    void aRedirectWithinTheOriginIsAnAnswer();
    void hasAConnectionOfItsOwn();
    void outcomeIsUnknownOnceItMayHaveLeft_data();
    void outcomeIsUnknownOnceItMayHaveLeft();
    void aWholeAnswerIsTakenThoughItEndsByClosing_data();
    void aWholeAnswerIsTakenThoughItEndsByClosing();
    void halfAnAnswerThatEndsByClosingIsADoubt_data();
    void halfAnAnswerThatEndsByClosingIsADoubt();
    void anInterimAnswerIsNoAnswer_data();
    void anInterimAnswerIsNoAnswer();
    void aHostThatSpellsTheCredentialIsNotNamed();
    void outcomeIsKnownWhenTheConnectionIsRefused();
    void outcomeIsKnownWhenCancelledBeforeItsTurn();
    void outcomeIsUnknownWhenCancelledUnderWay();

private:
    TestPki m_pki;
};

void TestWrites::arrivesOnceWhenTheServerCloses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("warm");
    QTest::addColumn<Fault>("fault");

    const std::pair<const char *, QByteArray> writes[] = {{"POST", "{\"name\":\"CI\"}"},
                                                          {"POST", ""},
                                                          {"PUT", "{\"valid\":false}"},
                                                          {"PATCH", "{\"name\":\"x\"}"},
                                                          {"DELETE", ""}};
    for (const auto &[method, body] : writes) {
        for (const bool tls : {false, true}) {
            for (const bool warm : {false, true}) {
                for (const Fault fault : {Fault::CloseBeforeAnswer, Fault::Reset}) {
                    QTest::addRow("%s%s%s%s%s", method, body.isEmpty() ? " without body" : "",
                                  tls ? ", TLS" : "", warm ? ", warm" : "",
                                  fault == Fault::Reset ? ", reset" : "")
                        << QByteArray(method) << body << tls << warm << fault;
                }
            }
        }
    }
}

void TestWrites::arrivesOnceWhenTheServerCloses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, tls);
    QFETCH(bool, warm);
    QFETCH(Fault, fault);

    ScriptedServer server(tls ? m_pki.identity() : ServerIdentity());
    TestQueue queue(server.url(), {.caFile = m_pki.authorityFile(), .pin = {}});
    int before = 0;
    if (warm) {
        QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
        before = server.count();
    }
    server.play({faulty(fault)});
    const auto outcome = queue.outcomeOf(writing(method, server.url(), body));
    QCOMPARE(kindOf(outcome), QStringLiteral("network"));
    QVERIFY(outcome.error().outcomeUnknown);
    QVERIFY(!outcome.error().message.isEmpty());

    // Were it to come again, it would come before this one's answer.
    server.play({answerWith(200)});
    QCOMPARE(kindOf(queue.outcomeOf(writing("POST", server.url(QStringLiteral("/after"))))),
             QStringLiteral("ok"));
    QCOMPARE(server.count(), before + 2);
}

void TestWrites::aReadDoesArriveAgain()
{
    // The control: the server's fault does make Qt, and the queue, send again.
    ScriptedServer server;
    server.play({faulty(Fault::CloseBeforeAnswer), answerWith(200)});
    TestQueue queue(server.url());
    QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("ok"));
    QCOMPARE(server.count(), 2);
}

void TestWrites::arrivesWithItsBody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("{\"name\":\"CI\"}");
    QTest::newRow("large POST") << QByteArray("POST") << QByteArray(300'000, 'x');
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("{}");
    QTest::newRow("PATCH") << QByteArray("PATCH") << QByteArray("{}");
    QTest::newRow("empty POST") << QByteArray("POST") << QByteArray();
    QTest::newRow("empty DELETE") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("DELETE with body") << QByteArray("DELETE") << QByteArray("{\"id\":7}");
}

void TestWrites::arrivesWithItsBody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    TestQueue queue(server.url());
    HttpRequest request = writing(method, server.url(QStringLiteral("/v1/keys")), body);
    request.secretBody = true;
    QCOMPARE(kindOf(queue.outcomeOf(std::move(request))), QStringLiteral("ok"));

    QCOMPARE(server.count(), 1);
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.target, QByteArray("/v1/keys"));
    QVERIFY(seen.body == body);
    QCOMPARE(seen.headers.value("content-length"), QByteArray::number(body.size()));
    QCOMPARE(seen.headers.value("content-type"),
             body.isEmpty() ? QByteArray() : QByteArray("application/json"));
}

void TestWrites::isNotRepeatedOnAStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {401, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestWrites::isNotRepeatedOnAStatus()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.play({answerWith(status, "{\"detail\":\"no\"}",
                            {{"Retry-After", "3600"}, {"WWW-Authenticate", "Basic realm=\"x\""}})});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->status, status);
    QCOMPARE(bodyOf(outcome), QByteArray("{\"detail\":\"no\"}"));
    QCOMPARE(server.count(), 1);
}

void TestWrites::aRedirectWithinTheOriginIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestWrites::aRedirectWithinTheOriginIsAnAnswer()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.play({answerWith(status, "moved", {{"Location", "/v1/keys/"}})});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->status, status);
    QCOMPARE(outcome->header("location"), QByteArray("/v1/keys/"));
    QCOMPARE(server.count(), 1);
}

void TestWrites::hasAConnectionOfItsOwn()
{
    // An idle connection that the server has just closed would raise doubt for nothing.
    ScriptedServer server;
    TestQueue queue(server.url());
    QVERIFY(queue.outcomeOf(reading(server.url())));
    QVERIFY(queue.outcomeOf(writing("POST", server.url())));
    QVERIFY(queue.outcomeOf(writing("POST", server.url())));
    const QList<SeenRequest> seen = server.requests();
    QCOMPARE(seen.size(), 3);
    QCOMPARE(seen.at(0).connection, 1);
    QCOMPARE(seen.at(1).connection, 2);
    QCOMPARE(seen.at(2).connection, 3);
}

void TestWrites::outcomeIsUnknownOnceItMayHaveLeft_data()
{
    QTest::addColumn<ServerStep>("step");
    QTest::addColumn<QString>("kind");
    ServerStep cut = faulty(Fault::CutBody);
    cut.body = QByteArray(1000, 'x');
    QTest::newRow("cut") << cut << QStringLiteral("network");
    QTest::newRow("hang") << faulty(Fault::Hold) << QStringLiteral("timeout");
    QTest::newRow("huge") << answerWith(200, QByteArray(100'000, 'x'))
                          << QStringLiteral("protocol");
    QTest::newRow("redirect") << answerWith(307, "", {{"Location", "https://evil.example/"}})
                              << QStringLiteral("protocol");
}

void TestWrites::outcomeIsUnknownOnceItMayHaveLeft()
{
    QFETCH(ServerStep, step);
    QFETCH(QString, kind);
    ScriptedServer server;
    server.play({step});
    TestQueue queue(server.url());
    HttpRequest request = writing("POST", server.url(), "{}");
    request.deadline = std::chrono::milliseconds(500);
    request.maximumBody = 10'000;
    const auto outcome = queue.outcomeOf(std::move(request));
    QCOMPARE(kindOf(outcome), kind);
    QVERIFY(outcome.error().outcomeUnknown);
    QCOMPARE(outcome.error().next, HttpErrors::lookFirst());
    QCOMPARE(server.count(), 1);
}

namespace {

ServerStep rawAnswer(const QByteArray &bytes)
{
    ServerStep step;
    step.raw = bytes;
    return step;
}

} // namespace

void TestWrites::aWholeAnswerIsTakenThoughItEndsByClosing_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("HTTP/1.1 without a length")
        << QByteArray("HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 201 Created\r\n\r\n");
}

void TestWrites::aWholeAnswerIsTakenThoughItEndsByClosing()
{
    QFETCH(QByteArray, head);
    const QByteArray body = R"({"key":{"id":"k1"},"secret":"s"})";
    ScriptedServer server;
    server.play({rawAnswer(head + body)});
    TestQueue queue(server.url());
    constexpr int times = 100; // the end of the connection comes before or after all was read
    for (int i = 0; i < times; ++i) {
        HttpRequest request = writing("POST", server.url(), "{\"name\":\"CI\"}");
        request.carriesSecret = true;
        const auto outcome = queue.outcomeOf(std::move(request));
        QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->status, 201);
        QCOMPARE(bodyOf(outcome), body);
    }
    QCOMPARE(server.count(), times);
}

void TestWrites::halfAnAnswerThatEndsByClosingIsADoubt_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray open = "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n";
    QTest::newRow("inside a text") << QByteArray(open + R"({"key":{"id":"k9"},"secret":"ak_NEW)");
    QTest::newRow("before the end") << QByteArray(open + R"({"key":{"id":"k9"})");
    QTest::newRow("shorter than its length")
        << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{\"id\":\"k9\"}");
}

void TestWrites::halfAnAnswerThatEndsByClosingIsADoubt()
{
    QFETCH(QByteArray, answer);
    ScriptedServer server;
    server.play({rawAnswer(answer)});
    TestQueue queue(server.url());
    for (int i = 0; i < 20; ++i) {
        const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
        QCOMPARE(kindOf(outcome), QStringLiteral("network"));
        QVERIFY(outcome.error().outcomeUnknown);
    }
}

void TestWrites::anInterimAnswerIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
}

void TestWrites::anInterimAnswerIsNoAnswer()
{
    QFETCH(QByteArray, interim);
    const QByteArray last = "HTTP/1.1 201 Created\r\nContent-Length: 12\r\n\r\n{\"id\":\"k9\"}";
    ScriptedServer server;
    server.play({rawAnswer(interim + last)});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    if (outcome) {
        QCOMPARE(outcome->status, 201);
        QCOMPARE(bodyOf(outcome), QByteArray("{\"id\":\"k9\"}"));
    } else {
        QVERIFY2(outcome.error().outcomeUnknown, qPrintable(outcome.error().message));
    }
    server.play({rawAnswer(interim)});
    const auto nothing = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QVERIFY(!nothing);
    QVERIFY(nothing.error().outcomeUnknown);
}

void TestWrites::aHostThatSpellsTheCredentialIsNotNamed()
{
    ScriptedServer server;
    server.play(
        {answerWith(302, "", {{"Location", "https://zx-cred9.secret-value7.evil.example/"}})});
    TestQueue queue(server.url());
    HttpRequest request = writing("POST", server.url(), "{}");
    request.auth = {bearer("zx_Cred9Secret_Value7")};
    const auto outcome = queue.outcomeOf(std::move(request));
    QCOMPARE(kindOf(outcome), QStringLiteral("protocol"));
    QVERIFY2(!outcome.error().message.contains(QStringLiteral("cred9")),
             qPrintable(outcome.error().message));
}

void TestWrites::outcomeIsKnownWhenTheConnectionIsRefused()
{
    QUrl url;
    {
        ScriptedServer gone;
        url = gone.url();
    }
    TestQueue queue(url);
    const auto outcome = queue.outcomeOf(writing("POST", url, "{}"));
    QCOMPARE(kindOf(outcome), QStringLiteral("network"));
    QVERIFY(!outcome.error().outcomeUnknown);
}

void TestWrites::outcomeIsKnownWhenCancelledBeforeItsTurn()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    const auto cancellation = std::make_shared<Cancellation>();
    const auto future = queue->send(writing("POST", server.url(), "{}"), cancellation);
    cancellation->request();
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
    QVERIFY(!future.result().error().outcomeUnknown);
    QVERIFY(queue.outcomeOf(reading(server.url()))); // whatever was queued has had its turn
    QCOMPARE(server.count(), 1);
}

void TestWrites::outcomeIsUnknownWhenCancelledUnderWay()
{
    ScriptedServer server;
    server.play({faulty(Fault::Hold)});
    TestQueue queue(server.url());
    const auto cancellation = std::make_shared<Cancellation>();
    const auto future = queue->send(writing("POST", server.url(), "{}"), cancellation);
    QTRY_COMPARE(server.count(), 1);
    cancellation->request();
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("cancelled"));
    QVERIFY(future.result().error().outcomeUnknown);
}

QTEST_GUILESS_MAIN(TestWrites)
#include "tst_net_writes.moc"
