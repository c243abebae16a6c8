// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempo"_s;

QString code(const Answer &answer)
{
    return answer.json.value("error"_L1).toObject().value("code"_L1).toString();
}

QJsonArray data(const Answer &answer)
{
    return answer.json.value("data"_L1).toArray();
}

QJsonObject named(const QJsonArray &array, const QString &name)
{
    for (const QJsonValue &value : array) {
        if (value["name"_L1] == name)
            return value.toObject();
    }
    return {};
}

QString organization(const PracticeBench &bench, const QString &name)
{
    return u"/v1/orgs/"_s +
           named(data(bench.get(vendor, u"/v1/orgs"_s)), name).value("id"_L1).toString();
}

QString project(const PracticeBench &bench, const QString &org, const QString &name)
{
    return org + u"/projects/"_s +
           named(data(bench.get(vendor, org + u"/projects"_s)), name).value("id"_L1).toString();
}

struct Company
{
    explicit Company(const PracticeBench &bench)
        : own(organization(bench, u"Halden Freight"_s))
        , partner(organization(bench, u"Nordkai Treasury"_s))
        , settlement(project(bench, own, u"Settlement"_s))
    {}
    QString own;
    QString partner;
    QString settlement;
};

} // namespace

class TestPracticeTempo : public QObject
{
    Q_OBJECT
private slots:
    void everyAnswerHasItsRequestId();
    void managementWantsTheSession();
    void environmentsAreListedApart();
    void createShowsTheTokenOnce();
    void createRefusesWhatTheVendorRefuses();
    void deleteWorksOnTheNextRequest();
    void allowedIpsAreEnforced();
    void expiredKeysVanish();
    void rolesAreEnforced();
    void projectsAndOrganizationsComeAndGo();
    void managementQueriesAreStrict();
    void usageAddsUp();
    void usageSeesTheNextRequest();
    void sandboxKeysStayOffMainnet();
};

void TestPracticeTempo::everyAnswerHasItsRequestId()
{
    const PracticeBench bench;
    const Answer found = bench.get(vendor, u"/v1/me"_s);
    QCOMPARE(found.status, 200);
    QVERIFY(!found.header("tempo-request-id").isEmpty());
    const Answer missing = bench.get(vendor, u"/v1/nothing"_s);
    QCOMPARE(missing.status, 404);
    QCOMPARE(code(missing), u"not_found"_s);
    QCOMPARE(missing.json.value("requestId"_L1).toString().toLatin1(),
             missing.header("tempo-request-id"));
    QVERIFY(missing.header("tempo-request-id") != found.header("tempo-request-id"));
}

void TestPracticeTempo::managementWantsTheSession()
{
    const PracticeBench bench;
    const QString key = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"production"_s}});
    const Answer wrongLane = bench.get(vendor, u"/v1/orgs"_s, key);
    QCOMPARE(wrongLane.status, 403);
    QCOMPARE(code(wrongLane), u"forbidden"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/orgs"_s, QString())), u"api_key_missing"_s);
    const Answer dead = bench.get(vendor, u"/v1/orgs"_s, u"tempo:sk:00"_s);
    QCOMPARE(dead.status, 401);
    QCOMPARE(code(dead), u"api_key_invalid"_s);
    PracticeBench::Call both{vendor, "GET", u"/v1/orgs"_s};
    both.headers = {{"tempo-api-key", key.toLatin1()}};
    QCOMPARE(bench.send(both).status, 403);
    const QString session = bench.endpoints().systems.value(vendor).credential;
    const Answer onData = bench.get(vendor, u"/v1/verified-tokens"_s, session);
    QCOMPARE(onData.status, 401);
    PracticeBench::Call malformed{vendor, "GET", u"/v1/orgs"_s, {}, QString()};
    malformed.headers = {{"Authorization", "Basic abc"}};
    QCOMPARE(code(bench.send(malformed)), u"api_key_malformed"_s);
}

void TestPracticeTempo::environmentsAreListedApart()
{
    const PracticeBench bench;
    const Company company(bench);
    const auto production = data(bench.get(vendor, company.own + u"/api-keys"_s));
    const auto sandbox = data(bench.get(vendor, company.own + u"/api-keys?environment=sandbox"_s));
    QVERIFY(!production.isEmpty() && !sandbox.isEmpty());
    for (const QJsonValue &key : production) {
        QCOMPARE(key["environment"_L1].toString(), u"production"_s);
        QCOMPARE(key["tokenLast4"_L1].toString().size(), 4);
        QVERIFY(!key.toObject().contains("token"_L1));
    }
    for (const QJsonValue &key : sandbox)
        QCOMPARE(key["environment"_L1].toString(), u"sandbox"_s);
    const auto ofProject = data(bench.get(vendor, company.settlement + u"/api-keys"_s));
    QVERIFY(!ofProject.isEmpty() && ofProject.size() < production.size());
    const Answer wrong = bench.get(vendor, company.own + u"/api-keys?environment=test"_s);
    QCOMPARE(code(wrong), u"query_invalid"_s);
}

void TestPracticeTempo::createShowsTheTokenOnce()
{
    const PracticeBench bench;
    const Company company(bench);
    const Answer created = bench.post(vendor, company.settlement + u"/api-keys"_s,
                                      {{u"name"_s, u"worker"_s}, {u"environment"_s, u"sandbox"_s}});
    QCOMPARE(created.status, 200);
    const QString token = created.json.value("token"_L1).toString();
    QVERIFY(QRegularExpression(u"^tempo_sandbox:sk:[0-9a-f]{48}$"_s).match(token).hasMatch());
    QCOMPARE(created.json.value("tokenLast4"_L1).toString(), token.right(4));
    QVERIFY(created.json.value("createdBy"_L1).toString().startsWith("usr_"_L1));
    const Answer list = bench.get(vendor, company.settlement + u"/api-keys?environment=sandbox"_s);
    QVERIFY(!list.body.contains(token.toUtf8()));
    const QJsonObject listed = named(data(list), u"worker"_s);
    QCOMPARE(listed.value("id"_L1), created.json.value("id"_L1));
    QVERIFY(!listed.contains("expiresAt"_L1));
}

void TestPracticeTempo::createRefusesWhatTheVendorRefuses()
{
    const PracticeBench bench;
    const QString path = Company(bench).settlement + u"/api-keys"_s;
    const Answer unknown = bench.post(vendor, path, {{u"scopes"_s, QJsonArray{u"data:write"_s}}});
    QCOMPARE(unknown.status, 400);
    QCOMPARE(code(unknown), u"body_invalid"_s);
    const QJsonObject detail =
        unknown.json.value("error"_L1)["details"_L1].toArray().first().toObject();
    QCOMPARE(detail.value("path"_L1).toArray(), (QJsonArray{u"scopes"_s, 0}));
    const Answer reserved =
        bench.post(vendor, path, {{u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
    QCOMPARE(reserved.status, 403);
    QCOMPARE(code(reserved), u"scope_not_issuable"_s);
    const Answer address =
        bench.post(vendor, path, {{u"allowedIps"_s, QJsonArray{u"not an address"_s}}});
    QCOMPARE(code(address), u"body_invalid"_s);
    PracticeBench::Call call{vendor, "POST", path};
    call.rawBody = "{broken";
    const Answer broken = bench.send(call);
    QCOMPARE(broken.status, 400);
    QCOMPARE(broken.body, "Malformed JSON in request body"_ba);
    QVERIFY(broken.header("content-type").startsWith("text/plain"));
}

void TestPracticeTempo::deleteWorksOnTheNextRequest()
{
    const PracticeBench bench;
    const Company company(bench);
    const QString path = company.settlement + u"/api-keys"_s;
    const Answer created = bench.post(vendor, path, {{u"name"_s, u"short lived"_s}});
    const QString token = created.json.value("token"_L1).toString();
    const QString keyPath = path + u'/' + created.json.value("id"_L1).toString();
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 200);
    QCOMPARE(bench.send({vendor, "DELETE", keyPath}).json.value("id"_L1),
             created.json.value("id"_L1));
    const Answer refused = bench.get(vendor, u"/v1/verified-tokens"_s, token);
    QCOMPARE(refused.status, 401);
    QCOMPARE(code(refused), u"api_key_invalid"_s);
    QVERIFY(named(data(bench.get(vendor, path)), u"short lived"_s).isEmpty());
    QCOMPARE(code(bench.send({vendor, "DELETE", keyPath})), u"api_key_not_found"_s);
}

void TestPracticeTempo::allowedIpsAreEnforced()
{
    const PracticeBench bench;
    const Company company(bench);
    const QString path = company.settlement + u"/api-keys"_s;
    const Answer created =
        bench.post(vendor, path, {{u"allowedIps"_s, QJsonArray{u"203.0.113.0/24"_s}}});
    const QString token = created.json.value("token"_L1).toString();
    const Answer refused = bench.get(vendor, u"/v1/verified-tokens"_s, token);
    QCOMPARE(refused.status, 403);
    QCOMPARE(code(refused), u"api_key_ip_forbidden"_s);
    const Answer patched = bench.send({vendor,
                                       "PATCH",
                                       path + u'/' + created.json.value("id"_L1).toString(),
                                       {{u"allowedIps"_s, QJsonArray{u"127.0.0.1"_s}}}});
    QCOMPARE(patched.status, 200);
    QCOMPARE(patched.json.value("allowedIps"_L1), QJsonArray{u"127.0.0.1"_s});
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 200);
}

void TestPracticeTempo::expiredKeysVanish()
{
    const PracticeBench bench;
    const Company company(bench);
    const QString soon = QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODateWithMs);
    const QString token = bench.mint({{u"system"_s, vendor},
                                      {u"kind"_s, u"key"_s},
                                      {u"name"_s, u"trial"_s},
                                      {u"expiresAt"_s, soon}});
    const QString list = company.own + u"/api-keys"_s;
    QCOMPARE(named(data(bench.get(vendor, list)), u"trial"_s).value("expiresAt"_L1).toString(),
             soon);
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 200);
    bench.control("POST", u"/clock"_s, {{u"offset"_s, 7200}});
    QVERIFY(named(data(bench.get(vendor, list)), u"trial"_s).isEmpty());
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 401);
    // This one had expired before the server was first started.
    QVERIFY(named(data(bench.get(vendor, list)), u"tracker-2025"_s).isEmpty());
}

void TestPracticeTempo::rolesAreEnforced()
{
    const PracticeBench bench;
    const Company company(bench);
    QCOMPARE(bench.get(vendor, company.partner + u"/projects"_s).status, 200);
    const Answer refused =
        bench.post(vendor, company.partner + u"/projects"_s, {{u"name"_s, u"Mine"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(code(refused), u"forbidden"_s);
    QCOMPARE(bench.send({vendor, "DELETE", company.partner}).status, 403);
    QCOMPARE(code(bench.get(vendor, u"/v1/orgs/org_unknown"_s)), u"organization_not_found"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/orgs/prj_unknown"_s)), u"not_found"_s);
    const QString foreign = company.partner + company.settlement.mid(company.own.size());
    QCOMPARE(code(bench.get(vendor, foreign)), u"project_not_found"_s);
}

void TestPracticeTempo::projectsAndOrganizationsComeAndGo()
{
    const PracticeBench bench;
    const Answer org = bench.post(vendor, u"/v1/orgs"_s, {{u"name"_s, u"New"_s}});
    QCOMPARE(org.json.value("role"_L1).toString(), u"owner"_s);
    const QString orgPath = u"/v1/orgs/"_s + org.json.value("id"_L1).toString();
    const Answer made = bench.post(vendor, orgPath + u"/projects"_s, {{u"name"_s, u"One"_s}});
    QCOMPARE(made.status, 200);
    const QString path = orgPath + u"/projects/"_s + made.json.value("id"_L1).toString();
    const Answer renamed = bench.send({vendor, "PATCH", path, {{u"name"_s, u"Two"_s}}});
    QCOMPARE(renamed.json.value("name"_L1).toString(), u"Two"_s);
    const QString token =
        bench.post(vendor, path + u"/api-keys"_s, {}).json.value("token"_L1).toString();
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 200);
    QCOMPARE(bench.send({vendor, "DELETE", path}).status, 200);
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 401);
    QCOMPARE(bench.send({vendor, "DELETE", orgPath}).status, 200);
    QCOMPARE(bench.get(vendor, orgPath).status, 404);
    QCOMPARE(code(bench.post(vendor, u"/v1/orgs"_s, {{u"name"_s, QString()}})), u"body_invalid"_s);
}

void TestPracticeTempo::managementQueriesAreStrict()
{
    const PracticeBench bench;
    const Answer refused = bench.get(vendor, u"/v1/orgs?limit=5"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(code(refused), u"query_invalid"_s);
    const Answer scopes = bench.get(vendor, u"/v1/scopes"_s, QString());
    QCOMPARE(data(scopes).size(), 9);
    const QString key = bench.mint({{u"system"_s, vendor}});
    QCOMPARE(bench.get(vendor, u"/v1/scopes"_s, key).status, 403);
}

void TestPracticeTempo::usageAddsUp()
{
    const PracticeBench bench;
    const Company company(bench);
    const QString path = company.own + u"/usage/requests"_s;
    const Answer all = bench.get(vendor, path);
    QCOMPARE(all.status, 200);
    const QJsonObject totals = all.json.value("totals"_L1).toObject();
    QVERIFY(totals.value("requests"_L1).toInt() > 1000);
    QVERIFY(totals.value("errors"_L1).toInt() > 0);
    const auto sum = [&](QLatin1StringView member) {
        int requests = 0;
        for (const QJsonValue &value : all.json.value(member).toArray())
            requests += value["requests"_L1].toInt();
        return requests;
    };
    for (const QLatin1StringView member : {"series"_L1, "byKey"_L1, "byRoute"_L1, "byStatus"_L1})
        QCOMPARE(sum(member), totals.value("requests"_L1).toInt());
    const auto days = all.json.value("series"_L1).toArray().size();
    QVERIFY2(days >= 30 && days <= 31, qPrintable(QString::number(days)));
    const auto requestsOf = [&](const QString &query) {
        return bench.get(vendor, path + query).json.value("totals"_L1)["requests"_L1].toInt();
    };
    const int sandbox = requestsOf(u"?environment=sandbox"_s);
    QVERIFY(sandbox > 0);
    QCOMPARE(sandbox + requestsOf(u"?environment=production"_s),
             totals.value("requests"_L1).toInt());
    const int hours =
        int(bench.get(vendor, path + u"?interval=hour"_s).json.value("series"_L1).toArray().size());
    QVERIFY2(hours >= 23 && hours <= 25, qPrintable(QString::number(hours)));
    QCOMPARE(code(bench.get(vendor, path + u"?interval=hour&from=2026-01-01T00:00:00Z"
                                           "&to=2026-02-01T00:00:00Z"_s)),
             u"query_invalid"_s);
}

void TestPracticeTempo::usageSeesTheNextRequest()
{
    const PracticeBench bench;
    const Company company(bench);
    const QString token = bench.mint({{u"system"_s, vendor}});
    const auto requests = [&] {
        const Answer usage = bench.get(vendor, company.own + u"/usage/requests"_s);
        return usage.json.value("totals"_L1)["requests"_L1].toInt();
    };
    const int before = requests();
    QCOMPARE(bench.get(vendor, u"/v1/blocks?limit=5"_s, token).status, 200);
    QCOMPARE(requests(), before + 1);
}

void TestPracticeTempo::sandboxKeysStayOffMainnet()
{
    const PracticeBench bench;
    const QString sandbox = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"sandbox"_s}});
    const auto chainOf = [](const Answer &answer) {
        return answer.json.value("meta"_L1)["chainId"_L1].toInt();
    };
    const Answer steered = bench.get(vendor, u"/v1/blocks"_s, sandbox);
    QCOMPARE(steered.status, 200);
    QCOMPARE(chainOf(steered), 42431);
    QCOMPARE(steered.header("ratelimit-scope"), "data:read"_ba);
    const Answer onTestnet = bench.get(vendor, u"/v1/blocks?chainId=testnet&limit=5"_s, sandbox);
    QCOMPARE(chainOf(onTestnet), 42431);
    QCOMPARE(data(onTestnet).size(), 5);
    // An explicit mainnet makes the caller anonymous.
    for (const QString &mainnet : {u"mainnet"_s, u"4217"_s}) {
        const Answer anonymous = bench.get(vendor, u"/v1/blocks?chainId="_s + mainnet, sandbox);
        QCOMPARE(anonymous.status, 200);
        QCOMPARE(chainOf(anonymous), 4217);
        QCOMPARE(anonymous.header("ratelimit-limit"), "20"_ba);
        QVERIFY(anonymous.header("ratelimit-scope").isEmpty());
    }
    QCOMPARE(code(bench.get(vendor, u"/v1/webhooks?chainId=mainnet"_s, sandbox)),
             u"api_key_missing"_s);
    const QString production = bench.mint({{u"system"_s, vendor}});
    QCOMPARE(chainOf(bench.get(vendor, u"/v1/blocks"_s, production)), 4217);
    QCOMPARE(code(bench.get(vendor, u"/v1/blocks?chainId=moon"_s, QString())),
             u"chain_id_invalid"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/blocks?chainId=1"_s, production)),
             u"chain_id_unsupported"_s);
    QCOMPARE(code(bench.get(vendor, u"/v1/blocks?limit=500"_s, QString())), u"query_invalid"_s);
}

QTEST_GUILESS_MAIN(TestPracticeTempo)
#include "tst_practice_tempo.moc"
