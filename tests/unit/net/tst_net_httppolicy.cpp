// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httppolicy.h"
#include "net/oneshotbody.h"

#include <QTest>

using namespace chatelaine;

class TestHttpPolicy : public QObject
{
    Q_OBJECT
private slots:
    void loopback_data();
    void loopback();
    void origins_data();
    void origins();
    void urls_data();
    void urls();
    void nothingThatEndsAHeaderLineLeaves_data();
    void nothingThatEndsAHeaderLineLeaves();
    void aRefusalDoesNotQuoteTheCredential();
    void bodyIsReadOnce();
    void headersOfOneNameAreJoined();
};

namespace {

HttpRequest requestTo(const QString &url)
{
    HttpRequest request;
    request.method = "GET";
    request.url = QUrl(url);
    return request;
}

SharedSecret secret(QByteArrayView text)
{
    return Secret::copyOf(text).value();
}

} // namespace

void TestHttpPolicy::loopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("expected");
    QTest::newRow("127.0.0.1") << QStringLiteral("http://127.0.0.1:8080/") << true;
    QTest::newRow("127.1.2.3") << QStringLiteral("http://127.1.2.3/") << true;
    QTest::newRow("::1") << QStringLiteral("http://[::1]/") << true;
    QTest::newRow("localhost") << QStringLiteral("http://LOCALHOST/") << true;
    QTest::newRow("128.0.0.1") << QStringLiteral("http://128.0.0.1/") << false;
    QTest::newRow("0.0.0.0") << QStringLiteral("http://0.0.0.0/") << false;
    QTest::newRow("name in front") << QStringLiteral("http://127.0.0.1.example.com/") << false;
    QTest::newRow("localhost in front") << QStringLiteral("http://localhost.example.com/") << false;
    QTest::newRow("::2") << QStringLiteral("http://[::2]/") << false;
}

void TestHttpPolicy::loopback()
{
    QFETCH(QString, url);
    QFETCH(bool, expected);
    QCOMPARE(isLoopback(QUrl(url)), expected);
}

void TestHttpPolicy::origins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("path") << QStringLiteral("https://api.example.com/v2?x=1") << true;
    QTest::newRow("default port") << QStringLiteral("https://api.example.com:443/") << true;
    QTest::newRow("case") << QStringLiteral("HTTPS://API.example.com/") << true;
    QTest::newRow("port") << QStringLiteral("https://api.example.com:444/") << false;
    QTest::newRow("scheme") << QStringLiteral("http://api.example.com/") << false;
    QTest::newRow("scheme, same port") << QStringLiteral("http://api.example.com:443/") << false;
    QTest::newRow("host") << QStringLiteral("https://example.com/") << false;
    QTest::newRow("user") << QStringLiteral("https://api.example.com@evil.example/") << false;
}

void TestHttpPolicy::origins()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(sameOrigin(QUrl(QStringLiteral("https://api.example.com/v1")), QUrl(other)), same);
}

void TestHttpPolicy::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("allowed");
    const QString base = QStringLiteral("https://api.example.com/v1");
    QTest::newRow("https") << QStringLiteral("https://api.example.com/v1/keys") << base << true;
    QTest::newRow("http to this computer") << QStringLiteral("http://127.0.0.1:8080/v1")
                                           << QStringLiteral("http://127.0.0.1:8080") << true;
    QTest::newRow("http elsewhere") << QStringLiteral("http://api.example.com/v1")
                                    << QStringLiteral("http://api.example.com") << false;
    QTest::newRow("other origin") << QStringLiteral("https://evil.example/v1") << base << false;
    QTest::newRow("other port") << QStringLiteral("https://api.example.com:8443/") << base << false;
    QTest::newRow("user information")
        << QStringLiteral("https://user:word@api.example.com/") << base << false;
    QTest::newRow("no host") << QStringLiteral("https:///v1") << base << false;
    QTest::newRow("relative") << QStringLiteral("/v1/keys") << base << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QStringLiteral("file:///etc")
                          << false;
    QTest::newRow("ftp") << QStringLiteral("ftp://127.0.0.1/") << QStringLiteral("ftp://127.0.0.1/")
                         << false;
}

void TestHttpPolicy::urls()
{
    QFETCH(QString, url);
    QFETCH(QString, base);
    QFETCH(bool, allowed);
    const auto error = refusal(requestTo(url), QUrl(base));
    QCOMPARE(!error, allowed);
    if (error) {
        QCOMPARE(error->kind, ErrorKind::InvalidRequest);
        QVERIFY(!error->message.isEmpty());
        QVERIFY(!error->outcomeUnknown);
    }
}

void TestHttpPolicy::nothingThatEndsAHeaderLineLeaves_data()
{
    QTest::addColumn<HttpRequest>("request");
    const auto row = [](const char *name, auto change) {
        HttpRequest request = requestTo(QStringLiteral("https://api.example.com/"));
        change(request);
        QTest::newRow(name) << request;
    };
    row("method", [](HttpRequest &r) { r.method = "GET / HTTP/1.1\r\nX: y"; });
    row("no method", [](HttpRequest &r) { r.method.clear(); });
    row("header name", [](HttpRequest &r) { r.headers = {{"X y", "z"}}; });
    row("header value", [](HttpRequest &r) { r.headers = {{"X", "y\nZ: z"}}; });
    row("header with zero", [](HttpRequest &r) { r.headers = {{"X", QByteArray("a\0b", 3)}}; });
    row("content type", [](HttpRequest &r) { r.contentType = "a/b\r\nX: y"; });
    row("credential", [](HttpRequest &r) {
        r.auth = {{"Authorization", "Bearer ", secret("abc\r\nX-Admin: 1")}};
    });
    row("credential with umlaut", [](HttpRequest &r) {
        r.auth = {{"Authorization", "Bearer ", secret("schlüssel")}};
    });
    row("no credential", [](HttpRequest &r) {
        r.auth = {{"Authorization", "Bearer ", SharedSecret()}};
    });
}

void TestHttpPolicy::nothingThatEndsAHeaderLineLeaves()
{
    QFETCH(HttpRequest, request);
    const auto error = refusal(request, QUrl(QStringLiteral("https://api.example.com")));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::InvalidRequest);
}

void TestHttpPolicy::aRefusalDoesNotQuoteTheCredential()
{
    HttpRequest request = requestTo(QStringLiteral("https://api.example.com/"));
    request.auth = {{"Authorization", "Bearer ", secret("prx_verysecret\n")}};
    const auto error = refusal(request, QUrl(QStringLiteral("https://api.example.com")));
    QVERIFY(error);
    QVERIFY(!(error->message + error->next).contains(u"verysecret"));
}

void TestHttpPolicy::bodyIsReadOnce()
{
    auto request = std::make_shared<HttpRequest>();
    request->body = "0123456789";
    OneShotBody body(request);
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 10);
    QCOMPARE(body.read(4), QByteArray("0123"));
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), QByteArray("456789"));
    QVERIFY(body.atEnd());
    char one = 0;
    QCOMPARE(body.read(&one, 1), -1);
}

void TestHttpPolicy::headersOfOneNameAreJoined()
{
    HttpAnswer answer;
    answer.headers = {{"x-limit", "a"}, {"date", "now"}, {"x-limit", "b"}};
    QCOMPARE(answer.header("x-limit"), QByteArray("a, b"));
    QCOMPARE(answer.header("absent"), QByteArray());
}

QTEST_GUILESS_MAIN(TestHttpPolicy)
#include "tst_net_httppolicy.moc"
