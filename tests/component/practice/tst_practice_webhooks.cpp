// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempo"_s;
const QString webhooks = u"/v1/webhooks"_s;

QString code(const Answer &answer)
{
    return answer.json.value("error"_L1)["code"_L1].toString();
}

QJsonArray data(const Answer &answer)
{
    return answer.json.value("data"_L1).toArray();
}

QString text(const Answer &answer, QLatin1StringView name)
{
    return answer.json.value(name).toString();
}

QJsonObject destination(const QString &type, const QString &url)
{
    return {{u"type"_s, type}, {u"url"_s, url}};
}

QJsonObject order(const QString &eventType = u"block:created"_s)
{
    return {{u"eventType"_s, eventType},
            {u"destination"_s, destination(u"url"_s, u"https://a.example/hook"_s)}};
}

/** A bench with a key that may do everything to webhooks. */
class Hooks : public PracticeBench
{
public:
    Hooks()
        : m_key(mint({{u"system"_s, vendor},
                      {u"scopes"_s, QJsonArray{u"webhooks:read"_s, u"webhooks:write"_s}}}))
    {}

    Answer call(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const
    {
        return send({vendor, method, path, body, m_key});
    }
    Answer make(const QJsonObject &body = order()) const { return call("POST", webhooks, body); }
    QString makePath() const { return webhooks + u'/' + text(make(), "id"_L1); }

private:
    QString m_key;
};

} // namespace

class TestPracticeWebhooks : public QObject
{
    Q_OBJECT
private slots:
    void eventTypesArePublic();
    void theyNeedTheirScope();
    void createShowsTheSecretOnce();
    void badOrdersAreRefused_data();
    void badOrdersAreRefused();
    void theyArePausedAndResumed();
    void theyComeInPages();
    void pingsAreLogged();
    void retriesCount();
    void theyGoAway();
    void aHostMayHaveNone();
};

void TestPracticeWebhooks::eventTypesArePublic()
{
    const Hooks bench;
    const Answer types = bench.get(vendor, webhooks + u"/event-types"_s, QString());
    QCOMPARE(types.status, 200);
    QCOMPARE(data(types).size(), 4);
    QCOMPARE(data(types)[0]["type"_L1].toString(), u"block:created"_s);
}

void TestPracticeWebhooks::theyNeedTheirScope()
{
    const Hooks bench;
    const QString plain = bench.mint({{u"system"_s, vendor}});
    QCOMPARE(code(bench.get(vendor, webhooks, plain)), u"api_key_forbidden"_s);
    QCOMPARE(code(bench.get(vendor, webhooks, QString())), u"api_key_missing"_s);
    const QString session = bench.endpoints().systems.value(vendor).credential;
    QCOMPARE(code(bench.get(vendor, webhooks, session)), u"api_key_invalid"_s);
    const QString reader =
        bench.mint({{u"system"_s, vendor}, {u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
    QCOMPARE(bench.get(vendor, webhooks, reader).status, 200);
    QCOMPARE(code(bench.post(vendor, webhooks, order(), reader)), u"api_key_forbidden"_s);
}

void TestPracticeWebhooks::createShowsTheSecretOnce()
{
    const Hooks bench;
    const Answer made = bench.make();
    QCOMPARE(made.status, 200);
    static const QRegularExpression id(u"^wh_\\d{15}_[a-z0-9]{24}$"_s);
    QVERIFY(id.match(text(made, "id"_L1)).hasMatch());
    QVERIFY(text(made, "secret"_L1).startsWith("whsec_"_L1));
    QCOMPARE(text(made, "status"_L1), u"active"_s);
    QCOMPARE(made.json.value("chainId"_L1).toInt(), 4217);
    const Answer list = bench.call("GET", webhooks);
    QCOMPARE(data(list).size(), 1);
    QVERIFY(list.json.contains("nextCursor"_L1) && !list.json.contains("meta"_L1));
    QVERIFY(!list.body.contains("whsec_"));
    const Answer read = bench.call("GET", webhooks + u'/' + text(made, "id"_L1));
    QVERIFY(!read.body.contains("whsec_"));
    QCOMPARE(read.json.value("eventType"_L1).toString(), u"block:created"_s);
}

void TestPracticeWebhooks::badOrdersAreRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    const auto to = [](const QJsonObject &target) {
        return QJsonObject{{u"eventType"_s, u"block:created"_s}, {u"destination"_s, target}};
    };
    QTest::newRow("event") << order(u"key:revoked"_s) << u"body_invalid"_s;
    QTest::newRow("logs without a filter") << order(u"log:emitted"_s) << u"body_invalid"_s;
    QTest::newRow("no destination") << to({}) << u"body_invalid"_s;
    QTest::newRow("no address") << to(destination(u"url"_s, u"somewhere"_s)) << u"body_invalid"_s;
    QTest::newRow("not encrypted")
        << to(destination(u"url"_s, u"http://a.example"_s)) << u"url_invalid"_s;
    QTest::newRow("with a password")
        << to(destination(u"url"_s, u"https://u:p@a.example"_s)) << u"url_invalid"_s;
    QTest::newRow("not Slack") << to(destination(u"slack"_s, u"https://a.example"_s))
                               << u"url_invalid"_s;
    QTest::newRow("Better Stack without its token")
        << to(destination(u"betterstack"_s, u"https://s1.betterstackdata.com"_s))
        << u"body_invalid"_s;
}

void TestPracticeWebhooks::badOrdersAreRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    const Hooks bench;
    const Answer refused = bench.make(body);
    QCOMPARE(refused.status, 400);
    QCOMPARE(::code(refused), code);
}

void TestPracticeWebhooks::theyArePausedAndResumed()
{
    const Hooks bench;
    const QString path = bench.makePath();
    QCOMPARE(text(bench.call("PATCH", path, {{u"status"_s, u"paused"_s}}), "status"_L1),
             u"paused"_s);
    QCOMPARE(text(bench.call("GET", path), "status"_L1), u"paused"_s);
    QCOMPARE(text(bench.call("PATCH", path, {{u"status"_s, u"active"_s}}), "status"_L1),
             u"active"_s);
    QCOMPARE(code(bench.call("PATCH", path, {{u"status"_s, u"asleep"_s}})), u"body_invalid"_s);
    const QJsonObject elsewhere = destination(u"url"_s, u"https://b.example/"_s);
    const Answer moved = bench.call("PATCH", path, {{u"destination"_s, elsewhere}});
    QCOMPARE(moved.json.value("destination"_L1), elsewhere);
    const QJsonObject logs{{u"address"_s, u"0x20c0"_s}};
    QJsonObject body = order(u"log:emitted"_s);
    body.insert("filters"_L1, logs);
    const QString filtered = webhooks + u'/' + text(bench.make(body), "id"_L1);
    QCOMPARE(code(bench.call("PATCH", filtered, {{u"filters"_s, QJsonObject()}})),
             u"filters_invalid"_s);
}

void TestPracticeWebhooks::theyComeInPages()
{
    const Hooks bench;
    for (int i = 0; i < 6; ++i)
        QCOMPARE(bench.make().status, 200);
    const Answer first = bench.call("GET", webhooks + u"?limit=5"_s);
    QCOMPARE(data(first).size(), 5);
    const QString cursor = text(first, "nextCursor"_L1);
    const Answer rest = bench.call("GET", webhooks + u"?limit=5&cursor="_s + cursor);
    QCOMPARE(data(rest).size(), 1);
    QVERIFY(rest.json.value("nextCursor"_L1).isNull());
    QCOMPARE(data(bench.call("GET", webhooks + u"?limit=5&page=2"_s)), data(rest));
    // A cursor that means nothing starts again.
    QCOMPARE(data(bench.call("GET", webhooks + u"?limit=5&cursor=x"_s)), data(first));
    for (const QString &query : {u"?limit=4"_s, u"?limit=201"_s, u"?page=0"_s,
                                 u"?page=2000&limit=10"_s, u"?page=1&cursor=x"_s})
        QCOMPARE(code(bench.call("GET", webhooks + query)), u"query_invalid"_s);
    bench.set(vendor, {{u"webhooksPerOrganization"_s, 6}});
    const Answer tooMany = bench.make();
    QCOMPARE(tooMany.status, 403);
    QCOMPARE(code(tooMany), u"limit_exceeded"_s);
}

void TestPracticeWebhooks::pingsAreLogged()
{
    const Hooks bench;
    const QString path = bench.makePath();
    const Answer good = bench.call("POST", path + u"/ping"_s);
    QCOMPARE(good.json.value("delivered"_L1), QJsonValue(true));
    QCOMPARE(good.json.value("responseStatus"_L1).toInt(), 200);
    bench.set(vendor, {{u"deliveriesFail"_s, true}});
    const Answer bad = bench.call("POST", path + u"/ping"_s);
    QCOMPARE(bad.json.value("delivered"_L1), QJsonValue(false));
    QVERIFY(!text(bad, "error"_L1).isEmpty());
    const QJsonArray log = data(bench.call("GET", path + u"/deliveries"_s));
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0]["status"_L1].toString(), u"failed"_s);
    QCOMPARE(log[0]["eventId"_L1].toString(), text(bad, "eventId"_L1));
    QCOMPARE(log[1]["status"_L1].toString(), u"succeeded"_s);
    QVERIFY(log[1]["id"_L1].toString().startsWith("whd_"_L1));
    QCOMPARE(bench.call("GET", path).json.value("failureCount"_L1).toInt(-1), 0);
}

void TestPracticeWebhooks::retriesCount()
{
    const Hooks bench;
    const QString path = bench.makePath();
    const Answer ping = bench.call("POST", path + u"/ping"_s);
    const QJsonArray log = data(bench.call("GET", path + u"/deliveries"_s));
    const QString retry = path + u"/deliveries/"_s + log[0]["id"_L1].toString() + u"/retry"_s;
    bench.set(vendor, {{u"deliveriesFail"_s, true}});
    const Answer retried = bench.call("POST", retry);
    QCOMPARE(text(retried, "eventId"_L1), text(ping, "eventId"_L1));
    for (int i = 1; i < 9; ++i)
        bench.call("POST", retry);
    QCOMPARE(text(bench.call("GET", path), "status"_L1), u"active"_s);
    bench.call("POST", retry);
    const Answer disabled = bench.call("GET", path);
    QCOMPARE(text(disabled, "status"_L1), u"disabled"_s);
    QCOMPARE(disabled.json.value("failureCount"_L1).toInt(), 10);
    bench.set(vendor, {{u"deliveriesFail"_s, false}});
    bench.call("PATCH", path, {{u"status"_s, u"active"_s}});
    bench.call("POST", retry);
    const Answer healthy = bench.call("GET", path);
    QCOMPARE(healthy.json.value("failureCount"_L1).toInt(-1), 0);
    QVERIFY(!text(healthy, "lastDeliveryAt"_L1).isEmpty());
    QCOMPARE(code(bench.call("POST", path + u"/deliveries/whd_x/retry"_s)),
             u"delivery_not_found"_s);
}

void TestPracticeWebhooks::theyGoAway()
{
    const Hooks bench;
    const QString path = bench.makePath();
    QCOMPARE(bench.call("DELETE", path).status, 200);
    const QList<std::pair<QByteArray, QString>> calls{{"GET", path},
                                                      {"PATCH", path},
                                                      {"DELETE", path},
                                                      {"GET", path + u"/deliveries"_s},
                                                      {"POST", path + u"/ping"_s}};
    for (const auto &[method, gone] : calls)
        QCOMPARE(code(bench.call(method, gone)), u"webhook_not_found"_s);
}

void TestPracticeWebhooks::aHostMayHaveNone()
{
    const Hooks bench;
    bench.set(vendor, {{u"webhooks"_s, false}});
    const Answer off = bench.call("GET", webhooks);
    QCOMPARE(off.status, 404);
    QCOMPARE(code(off), u"webhooks_not_enabled"_s);
}

QTEST_GUILESS_MAIN(TestPracticeWebhooks)
#include "tst_practice_webhooks.moc"
