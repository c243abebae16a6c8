// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httptesting.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** What one exchange sends, and what it makes of a server's misbehaviour. */
class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void sendsWhatItShould();
    void sendsNoCookies();
    void doesNotAskForCompressionOfASecret();
    void unpacksOtherAnswers();
    void dripMeetsTheDeadline();
    void silenceMeetsTheDeadline();
    void hugeBodyIsBounded_data();
    void hugeBodyIsBounded();
    void largeBodyArrivesWhole_data();
    void largeBodyArrivesWhole();
    void bombIsBounded();
    void foreignRedirectIsAnErrorAndLeaksNothing_data();
    void foreignRedirectIsAnErrorAndLeaksNothing();
    void credentialsLeaveToTheirOriginOnly();
    void httpLeavesToThisComputerOnly();
    void whatIsNotHttpIsAnError();
    void refusedAndUnknownHostAreNetworkErrors();
    void errorsAndTracesHoldNoCredential();
    void answerKnowsTheServersTime();
};

void TestFaults::sendsWhatItShould()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    HttpRequest request = reading(server.url(QStringLiteral("/v1/keys")));
    request.url.setQuery(QStringLiteral("limit=5&name=a%20b"));
    request.headers = {{"Cache-Control", "no-store"}};
    request.auth = {bearer("prx_0123456789"), {"CONFIDENT_API_KEY", "", bearer("raw").value}};
    QVERIFY(queue.outcomeOf(request));
    const SeenRequest seen = server.requests().constFirst();
    QCOMPARE(seen.method, QByteArray("GET"));
    QCOMPARE(seen.target, QByteArray("/v1/keys?limit=5&name=a%20b"));
    QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer prx_0123456789"));
    QCOMPARE(seen.headers.value("confident_api_key"), QByteArray("raw"));
    QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("cache-control"), QByteArray("no-store"));
    QCOMPARE(seen.headers.value("user-agent"), QByteArray("Chatelaine/" CHATELAINE_VERSION));
}

void TestFaults::sendsNoCookies()
{
    ScriptedServer server;
    server.play({answerWith(200, "{}", {{"Set-Cookie", "session=1; Path=/"}})});
    TestQueue queue(server.url());
    QVERIFY(queue.outcomeOf(reading(server.url())));
    QVERIFY(queue.outcomeOf(reading(server.url())));
    QVERIFY(!server.requests().constLast().headers.contains("cookie"));
}

void TestFaults::doesNotAskForCompressionOfASecret()
{
    ScriptedServer server;
    TestQueue queue(server.url());
    HttpRequest request = reading(server.url());
    request.carriesSecret = true;
    QVERIFY(queue.outcomeOf(request));
    QCOMPARE(server.requests().constLast().headers.value("accept-encoding"),
             QByteArray("identity"));
}

void TestFaults::unpacksOtherAnswers()
{
    const QByteArray body(500'000, 'x');
    ScriptedServer server;
    server.play({answerWith(200, qCompress(body).mid(4), {{"Content-Encoding", "deflate"}})});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QVERIFY(bodyOf(outcome) == body);
}

void TestFaults::dripMeetsTheDeadline()
{
    ScriptedServer server;
    server.play({faulty(Fault::Drip)});
    TestQueue queue(server.url());
    HttpRequest request = reading(server.url());
    request.deadline = std::chrono::milliseconds(300);
    QElapsedTimer elapsed;
    elapsed.start();
    const auto outcome = queue.outcomeOf(request);
    QCOMPARE(kindOf(outcome), QStringLiteral("timeout"));
    QVERIFY(elapsed.elapsed() < 2'000);
    QCOMPARE(server.count(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestFaults::silenceMeetsTheDeadline()
{
    ScriptedServer server;
    server.play({faulty(Fault::Hold)});
    TestQueue queue(server.url());
    HttpRequest request = reading(server.url());
    request.deadline = std::chrono::milliseconds(200);
    const auto outcome = queue.outcomeOf(request);
    QCOMPARE(kindOf(outcome), QStringLiteral("timeout"));
    QVERIFY(!outcome.error().next.isEmpty());
    QCOMPARE(server.count(), 1);
}

void TestFaults::hugeBodyIsBounded_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with length") << false;
    QTest::newRow("chunked") << true;
}

void TestFaults::hugeBodyIsBounded()
{
    QFETCH(bool, chunked);
    ServerStep huge = answerWith(200, QByteArray(32 << 20, 'x'));
    huge.chunked = chunked;
    ScriptedServer server;
    server.play({huge});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QCOMPARE(kindOf(outcome), QStringLiteral("protocol"));
    QCOMPARE(outcome.error().httpStatus, 200);
    QVERIFY2(outcome.error().message.contains(u'1'), "the limit is named");
    QCOMPARE(server.count(), 1);
}

void TestFaults::largeBodyArrivesWhole_data()
{
    hugeBodyIsBounded_data();
}

void TestFaults::largeBodyArrivesWhole()
{
    QFETCH(bool, chunked);
    QByteArray body(16 << 20, 'x');
    for (qsizetype i = 0; i < body.size(); i += 4096)
        body.replace(i, 8, QByteArray::number(i).rightJustified(8));
    ServerStep large = answerWith(200, body);
    large.chunked = chunked;
    ScriptedServer server;
    server.play({large});
    TestQueue queue(server.url());
    HttpRequest request = reading(server.url());
    request.maximumBody = body.size();
    const auto outcome = queue.outcomeOf(request);
    QCOMPARE(kindOf(outcome), QStringLiteral("ok"));
    QVERIFY(bodyOf(outcome) == body);
}

void TestFaults::bombIsBounded()
{
    ScriptedServer server;
    server.play({answerWith(200, qCompress(QByteArray(64 << 20, 'x')).mid(4),
                            {{"Content-Encoding", "deflate"}})});
    TestQueue queue(server.url());
    QCOMPARE(kindOf(queue.outcomeOf(reading(server.url()))), QStringLiteral("protocol"));
}

void TestFaults::foreignRedirectIsAnErrorAndLeaksNothing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char *method : {"GET", "POST"}) {
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
    }
}

void TestFaults::foreignRedirectIsAnErrorAndLeaksNothing()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    ScriptedServer other;
    ScriptedServer server;
    server.play({answerWith(status, "", {{"Location", other.url().toEncoded()}})});
    TestQueue queue(server.url());
    HttpRequest request =
        method == "GET" ? reading(server.url()) : writing(method, server.url(), "{}");
    request.auth = {bearer("prx_0123456789")};
    const auto outcome = queue.outcomeOf(request);
    QCOMPARE(kindOf(outcome), QStringLiteral("protocol"));
    QCOMPARE(outcome.error().httpStatus, status);
    QCOMPARE(server.count(), 1);
    QCOMPARE(other.acceptedConnections(), 0);
}

void TestFaults::credentialsLeaveToTheirOriginOnly()
{
    ScriptedServer other;
    ScriptedServer server;
    TestQueue queue(server.url());
    HttpRequest request = reading(other.url());
    request.auth = {bearer("prx_0123456789")};
    const auto outcome = queue.outcomeOf(request);
    QCOMPARE(kindOf(outcome), QStringLiteral("invalid_request"));
    QCOMPARE(other.acceptedConnections(), 0);
}

void TestFaults::httpLeavesToThisComputerOnly()
{
    const QUrl url(QStringLiteral("http://192.0.2.1/")); // RFC 5737: nobody's
    TestQueue queue(url);
    const auto future = queue->send(reading(url));
    QVERIFY(future.isFinished());
    QCOMPARE(kindOf(future.result()), QStringLiteral("invalid_request"));
}

void TestFaults::whatIsNotHttpIsAnError()
{
    ServerStep garbage;
    garbage.raw = "220 mail.example.com ESMTP\r\n";
    ScriptedServer server;
    server.play({garbage});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(writing("POST", server.url(), "{}"));
    QCOMPARE(kindOf(outcome), QStringLiteral("network")); // Qt sees no status line and a close
    QVERIFY(outcome.error().outcomeUnknown);
    QCOMPARE(server.count(), 1);
}

void TestFaults::refusedAndUnknownHostAreNetworkErrors()
{
    QUrl gone;
    {
        ScriptedServer server;
        gone = server.url();
    }
    const auto refused = TestQueue(gone).outcomeOf(reading(gone));
    QCOMPARE(kindOf(refused), QStringLiteral("network"));
    QVERIFY(refused.error().message.contains(u"refused"));

    const QUrl nowhere(QStringLiteral("https://nowhere.invalid/")); // RFC 2606
    const auto unknown = TestQueue(nowhere).outcomeOf(writing("POST", nowhere, "{}"));
    QCOMPARE(kindOf(unknown), QStringLiteral("network"));
    QVERIFY(unknown.error().message.contains(u"nowhere.invalid"));
    QVERIFY(!unknown.error().outcomeUnknown);
}

namespace {

QString &traced()
{
    static QString text;
    return text;
}

void keepTrace(QtMsgType, const QMessageLogContext &, const QString &message)
{
    traced() += message + u'\n';
}

} // namespace

void TestFaults::errorsAndTracesHoldNoCredential()
{
    ServerStep cut = answerWith(200, QByteArray(1000, 'x'));
    cut.fault = Fault::CutBody;
    ScriptedServer server;
    server.play({cut, answerWith(200, "{\"secret\":\"fresh-secret-value\"}")});
    TestQueue queue(server.url());
    HttpRequest request = writing("POST", server.url(QStringLiteral("/v1/orgs/7/keys")), "{}");
    request.url.setQuery(QStringLiteral("name=private-name"));
    request.label = QStringLiteral("POST /v1/orgs/{org}/keys");
    request.auth = {bearer("prx_secretvalue")};

    QLoggingCategory::setFilterRules(QStringLiteral("chatelaine.net.debug=true"));
    const auto previous = qInstallMessageHandler(keepTrace);
    const auto failed = queue.outcomeOf(request);
    const auto done = queue.outcomeOf(request);
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules({});

    QCOMPARE(kindOf(failed), QStringLiteral("network"));
    QCOMPARE(kindOf(done), QStringLiteral("ok"));
    QVERIFY(traced().contains(u"POST /v1/orgs/{org}/keys status 200"));
    const QString all = traced() + failed.error().message + failed.error().next;
    for (const char *hidden : {"secretvalue", "fresh-secret", "private-name", "orgs/7", "Bearer"})
        QVERIFY2(!all.contains(QString::fromLatin1(hidden)), hidden);
}

void TestFaults::answerKnowsTheServersTime()
{
    ScriptedServer server;
    server.play({answerWith(200, "{}", {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}),
                 answerWith(200, "{}", {{"Date", "yesterday"}})});
    TestQueue queue(server.url());
    const auto outcome = queue.outcomeOf(reading(server.url()));
    QVERIFY(outcome && outcome->serverTime);
    QCOMPARE(outcome->serverTime->toIso(), QStringLiteral("1994-11-06T08:49:37Z"));
    const auto without = queue.outcomeOf(reading(server.url()));
    QVERIFY(without && !without->serverTime);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_net_faults.moc"
