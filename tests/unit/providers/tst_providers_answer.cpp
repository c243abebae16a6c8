// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/exchanger.h"
#include "providers/vendoranswer.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class ProvidersAnswer : public QObject
{
    Q_OBJECT

    Catalog m_catalog{QString()};

    VendorAnswerPtr read(const QString &provider, int status, const QByteArray &body,
                         bool write = false, const HttpHeaders &headers = {},
                         const QList<SharedSecret> &known = {},
                         const QList<JsonPointer> &places = {}) const
    {
        HttpAnswer http;
        http.status = status;
        http.headers = headers;
        http.body = std::make_shared<WipedBytes>();
        http.body->append(body);
        ReadingRules rules;
        rules.definition = m_catalog.find(ProviderId(provider));
        rules.write = write;
        rules.knownSecrets = known;
        rules.secretPlaces = places;
        return readAnswer(http, rules);
    }

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void meanings_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *provider, int status, const char *body, const char *kind) {
            QTest::addRow("%s %d %s", provider, status, body)
                << QString::fromLatin1(provider) << status << QByteArray(body)
                << QString::fromLatin1(kind);
        };
        row("tempered", 400, R"({"scope":["root is not a valid choice."]})", "invalid_request");
        row("tempered", 401, R"({"detail":"Authentication credentials were not provided."})",
            "unauthorized");
        row("tempered", 403, R"({"detail":"Authentication credentials were not provided."})",
            "unauthorized");
        row("tempered", 403, R"({"detail":"You do not have permission."})", "forbidden");
        row("tempered", 404, R"({"detail":"Not found."})", "not_found");
        row("tempered", 429, R"({"detail":"Monthly quota exceeded."})", "quota_exhausted");
        row("tempered", 301, "", "protocol");
        row("tempered", 502, "<html>bad gateway</html>", "protocol");
        row("tempo", 403, R"({"error":{"code":"forbidden","message":"no"}})", "forbidden");
        row("tempo", 403, R"({"error":{"code":"limit_exceeded","message":"no"}})",
            "quota_exhausted");
        row("tempo", 429, "Rate limit exceeded", "rate_limited");
        row("tempo", 400, "Malformed JSON in request body", "invalid_request");
        row("tempo", 402, "", "payment_required");
        row("tempo", 501, R"({"error":{"code":"analytics_unconfigured","message":"no"}})",
            "unsupported");
        row("temporis", 402, R"({"detail":"Add a credit card before using the API."})",
            "payment_required");
        row("temporis", 422, R"({"detail":[{"loc":["body","name"],"msg":"field required"}]})",
            "invalid_request");
        row("confident-ai", 200, R"({"success":false,"error":"Name is taken"})", "invalid_request");
        row("confident-ai", 401, R"({"success":false,"error":"Invalid API key"})", "unauthorized");
        row("confident-ai", 409, R"({"success":false,"error":"exists"})", "conflict");
        row("confident-ai", 200, R"({"success":true,"data":{}})", "");
    }

    void meanings()
    {
        QFETCH(QString, provider);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        const auto answer = read(provider, status, body);
        QCOMPARE(answer->error ? errorKindName(answer->error->kind) : QString(), kind);
        if (answer->error)
            QVERIFY(!answer->error->message.isEmpty());
    }

    void aThrottleIsNotAQuota()
    {
        const auto answer = read(u"tempered"_s, 429, R"({"detail":"Request was throttled."})",
                                 false, {{"retry-after", "7"}});
        QCOMPARE(answer->error->kind, ErrorKind::RateLimited);
    }

    void theVendorsWordsForEachInput()
    {
        QCOMPARE(
            read(u"tempered"_s, 400, R"({"name":["This field is required."],"scope":["Bad."]})")
                ->message,
            u"name: This field is required.; scope: Bad."_s);
        QCOMPARE(
            read(
                u"tempo"_s, 400,
                R"({"error":{"code":"body_invalid","message":"Invalid body","details":[{"message":"too long","path":["name"]},{"message":"bad","path":["scopes",0]}]},"requestId":"r-1"})")
                ->message,
            u"Invalid body (name: too long; scopes.0: bad)"_s);
        QCOMPARE(
            read(u"temporis"_s, 422, R"({"detail":[{"loc":["body","name"],"msg":"required"}]})")
                ->message,
            u"body.name: required"_s);
    }

    void theRequestIdIsFound()
    {
        QCOMPARE(read(u"tempo"_s, 500, R"({"error":{"message":"x"},"requestId":"in-the-body"})")
                     ->error->requestId,
                 u"in-the-body"_s);
        QCOMPARE(
            read(u"tempo"_s, 200, "{}", false, {{"tempo-request-id", "in-a-header"}})->requestId,
            u"in-a-header"_s);
    }

    void aServersFailureLeavesAWriteInDoubt()
    {
        QVERIFY(read(u"tempo"_s, 500, "{}", true)->error->outcomeUnknown);
        QVERIFY(!read(u"tempo"_s, 500, "{}", false)->error->outcomeUnknown);
        QVERIFY(!read(u"tempo"_s, 400, "{}", true)->error->outcomeUnknown);
    }

    void anEchoedCredentialStaysOut()
    {
        const QByteArray credential = "hunter2-session";
        const auto answer =
            read(u"tempo"_s, 400, R"({"error":{"message":"bad token hunter2-session here"}})",
                 false, {}, {Secret::copyOf(credential).value()});
        QVERIFY(!answer->error->vendorMessage.contains(u"hunter2"_s));
        QVERIFY(answer->error->vendorMessage.contains(u"bad token"_s));
    }

    void aSecretInAFailedCreateStaysOut()
    {
        const QList<JsonPointer> places{JsonPointer::parse(u"/data/apiKey/value"_s).value()};
        const auto answer = read(
            u"confident-ai"_s, 200,
            R"({"success":false,"error":"x abc-new-secret","data":{"apiKey":{"value":"abc-new-secret"}}})",
            true, {}, {}, places);
        QVERIFY(!answer->error->vendorMessage.contains(u"abc-new-secret"_s));
        const auto broken =
            read(u"confident-ai"_s, 500, "{\"data\":{\"apiKey\":{\"value\":\"abc-new-sec", true, {},
                 {}, places);
        QVERIFY(!broken->error->vendorMessage.contains(u"abc-new"_s));
    }

    void baseUrls_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("normalized");
        QTest::newRow("origin") << u"https://t.example"_s << u"https://t.example/api/v1"_s;
        QTest::newRow("slash") << u"https://t.example/"_s << u"https://t.example/api/v1"_s;
        QTest::newRow("with path")
            << u"https://t.example/api/v1/"_s << u"https://t.example/api/v1"_s;
        QTest::newRow("prefix") << u"https://t.example/risk"_s
                                << u"https://t.example/risk/api/v1"_s;
        QTest::newRow("query goes")
            << u"https://t.example/?a=b#c"_s << u"https://t.example/api/v1"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:81"_s << u"http://127.0.0.1:81/api/v1"_s;
        QTest::newRow("plain http") << u"http://t.example"_s << QString();
        QTest::newRow("almost loopback") << u"http://127.0.0.1.example"_s << QString();
        QTest::newRow("user in it") << u"https://me@t.example"_s << QString();
        QTest::newRow("no scheme") << u"t.example"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void baseUrls()
    {
        QFETCH(QString, entered);
        QFETCH(QString, normalized);
        const auto url =
            normalizedBaseUrl(*m_catalog.find(ProviderId(u"tempered"_s)), QUrl(entered));
        QCOMPARE(url ? url->toString() : QString(), normalized);
    }

    void addressesKeepTheirSegments()
    {
        const auto definition = m_catalog.find(ProviderId(u"tempo"_s));
        const KindTemplate &kind = *definition->kind(u"project"_s);
        Call call;
        call.request = kind.verb(KeyVerb::Delete)->request;
        call.values = {
            {u"organization"_s, u"a/b"_s}, {u"project"_s, u"p?x#y"_s}, {u"id"_s, u"../%2e"_s}};
        const auto address = addressOf(QUrl(u"https://api.tempo.xyz/v1"_s), call);
        QVERIFY(address.ok());
        QCOMPARE(address->url.toEncoded(),
                 QByteArray("https://api.tempo.xyz/v1/orgs/a%2Fb/projects/p%3Fx%23y/api-keys/"
                            "..%2F%252e"));
        call.values[u"id"_s] = u".."_s;
        QCOMPARE(addressOf(QUrl(u"https://api.tempo.xyz/v1"_s), call).error().kind,
                 ErrorKind::InvalidRequest);
        call.values.remove(u"id"_s);
        QVERIFY(!addressOf(QUrl(u"https://api.tempo.xyz/v1"_s), call).ok());
    }

    void anAbsentParameterIsNotSent()
    {
        Call call;
        call.request = m_catalog.find(ProviderId(u"tempo"_s))->usage->request;
        call.values = {
            {u"organization"_s, u"org"_s}, {u"from"_s, u"a+b"_s}, {u"interval"_s, u"day"_s}};
        const auto address = addressOf(QUrl(u"https://api.tempo.xyz/v1"_s), call);
        QVERIFY(address.ok());
        QCOMPARE(address->parameters, u"from=a%2Bb&interval=day"_s);
    }
};

QTEST_GUILESS_MAIN(ProvidersAnswer)
#include "tst_providers_answer.moc"
