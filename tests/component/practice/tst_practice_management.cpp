// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"tempo"_s;

QString code(const Answer &answer)
{
    return answer.json.value("error"_L1)["code"_L1].toString();
}

QJsonArray data(const Answer &answer)
{
    return answer.json.value("data"_L1).toArray();
}

/** The path of the organization in which the session has that role. */
QString organization(const PracticeBench &bench, const QString &role)
{
    for (const QJsonValue &one : data(bench.get(vendor, u"/v1/orgs"_s))) {
        if (one["role"_L1] == role)
            return u"/v1/orgs/"_s + one["id"_L1].toString();
    }
    return {};
}

QString keysOf(const PracticeBench &bench)
{
    const QString projects = organization(bench, u"owner"_s) + u"/projects"_s;
    const QJsonArray all = data(bench.get(vendor, projects));
    return projects + u'/' + all[0]["id"_L1].toString() + u"/api-keys"_s;
}

QString session(const PracticeBench &bench)
{
    return bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"session"_s}});
}

} // namespace

/** Tempo's management side where its releases and hosts differ. */
class TestPracticeManagement : public QObject
{
    Q_OBJECT
private slots:
    void sessionsLastADay();
    void signingOutEndsASession();
    void theCookieIsASessionToo();
    void aSessionInAKeysHeaderIsNone();
    void signInKnowsNoWallet();
    void membersAreListed();
    void membersChange();
    void theLastOwnerStays();
    void invitationsComeAndGo();
    void deprecationIsSaid();
    void billingHasLimits();
    void thePublishedReleaseDropsAllowedIps();
    void thePublishedReleaseKnowsFewerScopes();
    void featuresCanBeOff();
    void queriesAreStrict_data();
    void queriesAreStrict();
    void deadKeysStayInTheUsage();
};

void TestPracticeManagement::sessionsLastADay()
{
    const PracticeBench bench;
    const QString token = session(bench);
    bench.setClock(23 * 3600);
    QCOMPARE(bench.get(vendor, u"/v1/me"_s, token).status, 200); // which does not renew it
    bench.setClock(25 * 3600);
    QCOMPARE(code(bench.get(vendor, u"/v1/me"_s, token)), u"api_key_invalid"_s);
    QCOMPARE(bench.get(vendor, u"/v1/me"_s).status, 200); // the sample one stays
}

void TestPracticeManagement::signingOutEndsASession()
{
    const PracticeBench bench;
    const QString token = session(bench);
    const QString path = u"/v1/auth/siwe/logout"_s;
    QCOMPARE(bench.post(vendor, path, {}, token).status, 204);
    QCOMPARE(bench.get(vendor, u"/v1/me"_s, token).status, 401);
    QCOMPARE(bench.post(vendor, path, {}, token).status, 401);
    QCOMPARE(bench.post(vendor, path, {}, QString()).status, 204);
    QCOMPARE(bench.post(vendor, path, {}, bench.mint({{u"system"_s, vendor}})).status, 403);
}

void TestPracticeManagement::theCookieIsASessionToo()
{
    const PracticeBench bench;
    PracticeBench::Call call{vendor, "GET", u"/v1/me"_s, {}, QString()};
    call.headers = {{"Cookie", "theme=dark; accounts_auth=" + session(bench).toLatin1()}};
    QCOMPARE(bench.send(call).status, 200);
    call.headers = {{"Cookie", "accounts_auth=unknown"}};
    QCOMPARE(bench.send(call).status, 401);
}

void TestPracticeManagement::aSessionInAKeysHeaderIsNone()
{
    const PracticeBench bench;
    PracticeBench::Call call{vendor, "GET", u"/v1/me"_s, {}, QString()};
    call.headers = {{"tempo-api-key", session(bench).toLatin1()}};
    QCOMPARE(code(bench.send(call)), u"api_key_invalid"_s);
    const QString key = bench.mint({{u"system"_s, vendor}});
    call.headers = {{"Authorization", "Bearer " + session(bench).toLatin1()},
                    {"x-api-key", key.toLatin1()}};
    QCOMPARE(code(bench.send(call)), u"forbidden"_s);
}

void TestPracticeManagement::signInKnowsNoWallet()
{
    const PracticeBench bench;
    const QString path = u"/v1/auth/siwe"_s;
    const Answer challenge = bench.post(vendor, path + u"/challenge"_s, {}, QString());
    const QString message = challenge.json.value("message"_L1).toString();
    QVERIFY(message.contains("Nonce: "_L1));
    QCOMPARE(code(bench.post(vendor, path, {{u"address"_s, u"0x1"_s}}, QString())),
             u"body_invalid"_s);
    QJsonObject body{{u"address"_s, u"0x1"_s}, {u"message"_s, message}, {u"signature"_s, u"0x2"_s}};
    const Answer refused = bench.post(vendor, path, body, QString());
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.json.value("error"_L1).isString());
    QCOMPARE(bench.post(vendor, path, body, QString()).status, 409); // it works once
    const Answer second = bench.post(vendor, path + u"/challenge"_s, {}, QString());
    body.insert("message"_L1, second.json.value("message"_L1));
    bench.setClock(600);
    QCOMPARE(bench.post(vendor, path, body, QString()).status, 400);
}

void TestPracticeManagement::membersAreListed()
{
    const PracticeBench bench;
    const QJsonArray members =
        data(bench.get(vendor, organization(bench, u"owner"_s) + u"/members"_s));
    QCOMPARE(members.size(), 3);
    const Answer me = bench.get(vendor, u"/v1/me"_s);
    int owners = 0;
    QString before;
    for (const QJsonValue &member : members) {
        QVERIFY(member["userId"_L1].toString().startsWith("usr_"_L1));
        QVERIFY(member["createdAt"_L1].toString() >= before); // the oldest first
        before = member["createdAt"_L1].toString();
        if (member["role"_L1] == "owner"_L1) {
            ++owners;
            QCOMPARE(member["userId"_L1], me.json.value("id"_L1));
        }
    }
    QCOMPARE(owners, 1);
}

void TestPracticeManagement::membersChange()
{
    const PracticeBench bench;
    const QString path = organization(bench, u"owner"_s) + u"/members/"_s;
    QString admin;
    for (const QJsonValue &member : data(bench.get(vendor, path.chopped(1)))) {
        if (member["role"_L1] == "admin"_L1)
            admin = member["userId"_L1].toString();
    }
    const Answer changed = bench.send({vendor, "PATCH", path + admin, {{u"role"_s, u"owner"_s}}});
    QCOMPARE(changed.json.value("role"_L1).toString(), u"owner"_s);
    QCOMPARE(code(bench.send({vendor, "PATCH", path + admin, {{u"role"_s, u"king"_s}}})),
             u"body_invalid"_s);
    QCOMPARE(bench.send({vendor, "DELETE", path + admin}).json.value("userId"_L1).toString(),
             admin);
    QCOMPARE(code(bench.send({vendor, "DELETE", path + admin})), u"member_not_found"_s);
    QCOMPARE(data(bench.get(vendor, path.chopped(1))).size(), 2);
    // A member changes nobody, but may leave.
    const QString partner = organization(bench, u"member"_s);
    const QJsonArray members = data(bench.get(vendor, partner + u"/members"_s));
    const QString self = bench.get(vendor, u"/v1/me"_s).json.value("id"_L1).toString();
    for (const QJsonValue &member : members) {
        const QString one = partner + u"/members/"_s + member["userId"_L1].toString();
        QCOMPARE(bench.send({vendor, "PATCH", one, {{u"role"_s, u"owner"_s}}}).status, 403);
        if (member["userId"_L1] != self)
            QCOMPARE(bench.send({vendor, "DELETE", one}).status, 403);
    }
    QCOMPARE(bench.send({vendor, "DELETE", partner + u"/members/"_s + self}).status, 200);
    QCOMPARE(code(bench.get(vendor, partner)), u"organization_not_found"_s);
    QCOMPARE(data(bench.get(vendor, u"/v1/orgs"_s)).size(), 1);
}

void TestPracticeManagement::theLastOwnerStays()
{
    const PracticeBench bench;
    const QString self = organization(bench, u"owner"_s) + u"/members/"_s +
                         bench.get(vendor, u"/v1/me"_s).json.value("id"_L1).toString();
    const Answer refused = bench.send({vendor, "PATCH", self, {{u"role"_s, u"member"_s}}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(code(refused), u"last_owner"_s);
    QCOMPARE(code(bench.send({vendor, "DELETE", self})), u"last_owner"_s);
}

void TestPracticeManagement::invitationsComeAndGo()
{
    const PracticeBench bench;
    const QString path = organization(bench, u"owner"_s) + u"/invitations"_s;
    const QJsonObject body{{u"email"_s, u"new@halden-freight.example"_s}, {u"role"_s, u"admin"_s}};
    const Answer invited = bench.post(vendor, path, body);
    QCOMPARE(invited.status, 200);
    QVERIFY(invited.json.contains("expiresAt"_L1));
    QCOMPARE(data(bench.get(vendor, path)).size(), 1);
    const QString one = path + u'/' + invited.json.value("id"_L1).toString();
    QCOMPARE(bench.send({vendor, "DELETE", one}).status, 200);
    QCOMPARE(code(bench.send({vendor, "DELETE", one})), u"invitation_not_found"_s);
    QCOMPARE(code(bench.post(vendor, path, {{u"role"_s, u"admin"_s}})), u"body_invalid"_s);
    const QString partner = organization(bench, u"member"_s) + u"/invitations"_s;
    QCOMPARE(bench.get(vendor, partner).status, 403);
}

void TestPracticeManagement::deprecationIsSaid()
{
    const PracticeBench bench;
    QVERIFY(!bench.get(vendor, u"/v1/me"_s).headers.contains("deprecation"));
    bench.set(vendor, {{u"deprecated"_s, true}});
    const Answer answer = bench.get(vendor, u"/v1/me"_s);
    QCOMPARE(answer.header("deprecation"), "true"_ba);
    QVERIFY(answer.header("sunset").endsWith(" GMT"));
    QVERIFY(answer.header("link").contains("rel=\"deprecation\""));
}

void TestPracticeManagement::billingHasLimits()
{
    const PracticeBench bench;
    const QString path = organization(bench, u"owner"_s) + u"/billing"_s;
    QCOMPARE(bench.get(vendor, path).json.value("status"_L1).toString(), u"active"_s);
    bench.set(vendor, {{u"billing"_s, u"past_due"_s}});
    QCOMPARE(bench.get(vendor, path).json.value("status"_L1).toString(), u"past_due"_s);
    const Answer sandbox = bench.get(vendor, path + u"?environment=sandbox"_s);
    QCOMPARE(sandbox.json.value("status"_L1).toString(), u"active"_s);
    const QJsonObject limit{{u"amount"_s, u"250"_s}};
    const Answer limited = bench.send({vendor, "PATCH", path, {{u"spendLimit"_s, limit}}});
    QCOMPARE(limited.json.value("spendLimit"_L1)["amount"_L1].toString(), u"250"_s);
    QCOMPARE(limited.json.value("spendLimit"_L1)["period"_L1].toString(), u"month"_s);
    const Answer kept = bench.send(
        {vendor, "PATCH", path, {{u"txFeeLimit"_s, QJsonObject{{u"amount"_s, u"0.5"_s}}}}});
    QVERIFY(kept.json.contains("spendLimit"_L1) && kept.json.contains("txFeeLimit"_L1));
    const Answer cleared = bench.send({vendor, "PATCH", path, {{u"spendLimit"_s, QJsonValue()}}});
    QVERIFY(!cleared.json.contains("spendLimit"_L1) && cleared.json.contains("txFeeLimit"_L1));
    const QJsonObject zero{{u"amount"_s, u"0"_s}};
    QCOMPARE(code(bench.send({vendor, "PATCH", path, {{u"spendLimit"_s, zero}}})),
             u"body_invalid"_s);
    const QString partner = organization(bench, u"member"_s) + u"/billing"_s;
    QCOMPARE(bench.get(vendor, partner).status, 200);
    QCOMPARE(bench.send({vendor, "PATCH", partner, {{u"spendLimit"_s, limit}}}).status, 403);
}

void TestPracticeManagement::thePublishedReleaseDropsAllowedIps()
{
    const PracticeBench bench;
    bench.set(vendor, {{u"release"_s, u"published"_s}});
    const QString path = keysOf(bench);
    const QJsonObject body{{u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}},
                           {u"expiresAt"_s, u"2030-01-01T00:00:00Z"_s}};
    const Answer made = bench.post(vendor, path, body);
    QCOMPARE(made.status, 200);
    QVERIFY(!made.json.contains("allowedIps"_L1) && !made.json.contains("expiresAt"_L1));
    const QString token = made.json.value("token"_L1).toString();
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 200);
    const QString key = path + u'/' + made.json.value("id"_L1).toString();
    const Answer patched = bench.send({vendor, "PATCH", key, body});
    QCOMPARE(patched.status, 404);
    QCOMPARE(code(patched), u"not_found"_s);
    bench.set(vendor, {{u"release"_s, u"hosted"_s}});
    QCOMPARE(bench.send({vendor, "PATCH", key, body}).status, 200);
    QCOMPARE(bench.get(vendor, u"/v1/verified-tokens"_s, token).status, 403);
}

void TestPracticeManagement::thePublishedReleaseKnowsFewerScopes()
{
    const PracticeBench bench;
    const QJsonObject body{{u"scopes"_s, QJsonArray{u"routes:read"_s}}};
    QCOMPARE(bench.post(vendor, keysOf(bench), body).status, 200);
    bench.set(vendor, {{u"release"_s, u"published"_s}});
    QCOMPARE(data(bench.get(vendor, u"/v1/scopes"_s)).size(), 6);
    QCOMPARE(code(bench.post(vendor, keysOf(bench), body)), u"body_invalid"_s);
}

void TestPracticeManagement::featuresCanBeOff()
{
    const PracticeBench bench;
    const QString keys = keysOf(bench);
    const QString own = organization(bench, u"owner"_s);
    bench.set(vendor,
              {{u"apiKeys"_s, false}, {u"analytics"_s, false}, {u"billing"_s, u"unconfigured"_s}});
    for (const QByteArray &method : {"GET"_ba, "POST"_ba})
        QCOMPARE(code(bench.send({vendor, method, keys})), u"api_keys_not_enabled"_s);
    const Answer usage = bench.get(vendor, own + u"/usage/requests"_s);
    QCOMPARE(usage.status, 501);
    QCOMPARE(code(usage), u"analytics_unconfigured"_s);
    const Answer billing = bench.get(vendor, own + u"/billing"_s);
    QCOMPARE(billing.status, 501);
    QCOMPARE(code(billing), u"billing_unconfigured"_s);
}

void TestPracticeManagement::queriesAreStrict_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("projects") << u"/projects"_s;
    QTest::newRow("keys") << u"/api-keys"_s;
    QTest::newRow("members") << u"/members"_s;
    QTest::newRow("billing") << u"/billing"_s;
    QTest::newRow("requests") << u"/usage/requests"_s;
    QTest::newRow("sponsorships") << u"/usage/sponsorships"_s;
}

void TestPracticeManagement::queriesAreStrict()
{
    QFETCH(QString, path);
    const PracticeBench bench;
    const QString own = organization(bench, u"owner"_s) + path;
    QCOMPARE(bench.get(vendor, own).status, 200);
    const Answer refused = bench.get(vendor, own + u"?limit=5"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(code(refused), u"query_invalid"_s);
}

void TestPracticeManagement::deadKeysStayInTheUsage()
{
    const PracticeBench bench;
    const QString path = keysOf(bench);
    const Answer made = bench.post(vendor, path);
    const QString token = made.json.value("token"_L1).toString();
    bench.get(vendor, u"/v1/verified-tokens"_s, token);
    bench.get(vendor, u"/v1/webhooks"_s, token); // refused
    bench.send({vendor, "DELETE", path + u'/' + made.json.value("id"_L1).toString()});
    const Answer usage = bench.get(vendor, organization(bench, u"owner"_s) + u"/usage/requests"_s);
    int requests = 0;
    for (const QJsonValue &key : usage.json.value("byKey"_L1).toArray()) {
        if (key["apiKeyId"_L1] == made.json.value("id"_L1))
            requests = key["requests"_L1].toInt();
    }
    QCOMPARE(requests, 2);
    bool refusedRoute = false;
    for (const QJsonValue &route : usage.json.value("byRoute"_L1).toArray())
        refusedRoute |= route["route"_L1] == "/*"_L1;
    QVERIFY(refusedRoute);
}

QTEST_GUILESS_MAIN(TestPracticeManagement)
#include "tst_practice_management.moc"
