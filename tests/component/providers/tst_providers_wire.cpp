// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine sends, and what it makes of answers that no honest vendor gives.

#include "core/rows.h"
#include "providerbench.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

using Verdict = SecretVerdict::Verdict;

namespace {

ServerStep step(int status, const QByteArray &body,
                const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    ServerStep answer;
    answer.status = status;
    answer.body = body;
    answer.headers = headers;
    return answer;
}

QByteArray json(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson()
                           : QJsonDocument(value.toObject()).toJson();
}

QJsonObject temperedKey(const QString &id)
{
    return {{u"id"_s, id}, {u"name"_s, u"key "_s + id}, {u"is_active"_s, true}};
}

QByteArray temperedPage(const QJsonArray &keys, const QString &next)
{
    return json(QJsonObject{{u"count"_s, 99},
                            {u"next"_s, next.isEmpty() ? QJsonValue() : QJsonValue(next)},
                            {u"results"_s, keys}});
}

} // namespace

class ProvidersWire : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void pagesAreFollowedToTheirEnd()
    {
        ScriptedServer server;
        const QString next = server.url(u"/api/v1/org/api-keys/"_s).toString() + u"?page=2"_s;
        server.play({step(200, temperedPage({temperedKey(u"1"_s), temperedKey(u"2"_s)}, next)),
                     step(200, temperedPage({temperedKey(u"3"_s)}, {}))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto keys = outcomeOf(at.client->listKeys({}, u"organization"_s));
        QVERIFY(keys.ok());
        QVERIFY(keys->complete());
        QCOMPARE(keys->items.size(), 3);
        QCOMPARE(keys->sources.first().pages, 2);
        QCOMPARE(keys->sources.first().records, 3);
        QCOMPARE(server.requests().last().target, QByteArray("/api/v1/org/api-keys/?page=2"));
        QCOMPARE(server.requests().last().headers.value("authorization"),
                 QByteArray("Bearer prx_admin"));
    }

    void theVendorsClockIsComparedWithOurs()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto date = [&now](qint64 seconds) {
            return QLocale::c()
                .toString(now.addSecs(seconds), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                .toLatin1();
        };
        ScriptedServer server;
        server.play({step(200, temperedPage({}, {}), {{"Date", date(-3'600)}}),
                     step(200, temperedPage({}, {}), {{"Date", date(600)}}),
                     step(200, temperedPage({}, {}), {{"Date", "yesterday"}})});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        QList<std::optional<qint64>> ahead;
        for (int i = 0; i < 3; ++i)
            ahead.append(outcomeOf(at.client->listKeys({}, u"organization"_s))
                             ->sources.constFirst()
                             .clockAhead);
        QVERIFY(ahead[0] >= 3'600 && ahead[0] < 3'610);
        QVERIFY(ahead[1] <= -590 && ahead[1] > -601);
        QCOMPARE(ahead[2], std::nullopt);
    }

    void aBareArrayIsAListToo()
    {
        ScriptedServer server;
        server.play({step(200, json(QJsonArray{temperedKey(u"1"_s)}))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto keys = outcomeOf(at.client->listKeys({}, u"organization"_s));
        QVERIFY(keys.ok());
        QCOMPARE(keys->items.size(), 1);
        QVERIFY(keys->complete());
    }

    void theNextPageIsNeverOnAnotherServer()
    {
        ScriptedServer other;
        other.play({step(200, temperedPage({temperedKey(u"9"_s)}, {}))});
        ScriptedServer server;
        server.play({step(200, temperedPage({temperedKey(u"1"_s)},
                                            other.url(u"/api/v1/org/api-keys/"_s).toString()))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto keys = outcomeOf(at.client->listKeys({}, u"organization"_s));
        QVERIFY(keys.ok());
        QVERIFY(!keys->complete());
        QCOMPARE(keys->items.size(), 1);
        QCOMPARE(other.count(), 0);
        QVERIFY2(keys->reasons().first().contains(u"another server"_s),
                 qPrintable(keys->reasons().first()));
    }

    void aNextPageThatSpellsTheCredentialIsNotAskedFor()
    {
        ScriptedServer server;
        const QString next =
            server.url(u"/api/v1/org/api-keys/"_s).toString() + u"?page=prx%5Fadmin_secret"_s;
        server.play({step(200, temperedPage({temperedKey(u"1"_s)}, next))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin_secret");
        const auto keys = outcomeOf(at.client->listKeys({}, u"organization"_s));
        QVERIFY(keys.ok());
        QVERIFY(!keys->complete());
        QCOMPARE(server.count(), 1);
    }

    void aListingThatRunsInACircleEnds()
    {
        ScriptedServer server;
        const QString next = server.url(u"/api/v1/org/api-keys/"_s).toString() + u"?page=2"_s;
        server.play({step(200, temperedPage({temperedKey(u"1"_s)}, next))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto keys = outcomeOf(at.client->listKeys({}, u"organization"_s));
        QVERIFY(keys.ok());
        QVERIFY(!keys->complete());
        QCOMPARE(server.count(), 2);
    }

    void aListThatTheServerDoesNotHaveIsNotAskedForAgain()
    {
        ScriptedServer server;
        server.play({step(405, R"({"detail":"Method not allowed."})")});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto first = outcomeOf(at.client->readInventory());
        QVERIFY(first.ok());
        QVERIFY(!first->keys.complete());
        QVERIFY(!first->facts.isEmpty());
        QCOMPARE(at.facts, first->facts);
        const int asked = server.count();
        Bench again(at.definition, server.url().toString(), "prx_admin", first->facts);
        const auto second = outcomeOf(again.client->readInventory());
        QVERIFY(!second->keys.complete());
        QCOMPARE(server.count(), asked);
        const auto checked = outcomeOf(again.client->check());
        QVERIFY2(checked.ok(), "a check tries again");
        QVERIFY(!checked->note.isEmpty());
        QCOMPARE(server.count(), asked + 1);
    }

    void aProxyThatDropsUnderscoresIsFoundOut()
    {
        const QByteArray identity =
            R"({"success":true,"data":{"organization":{"id":"o","name":"Acme"}}})";
        ScriptedServer server;
        server.play(
            {step(401, R"({"success":false,"error":"Invalid API key"})"), step(200, identity)});
        Bench at(u"confident-ai"_s, server.url().toString(), "confident_us_org_x");
        const auto checked = outcomeOf(at.client->check());
        QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.error().message));
        QCOMPARE(checked->identity, u"Acme"_s);
        const auto seen = server.requests(); // the probe of the generation in both forms, the check
        QCOMPARE(seen.size(), 3);
        QCOMPARE(seen[0].headers.value("confident_api_key"), QByteArray("confident_us_org_x"));
        QVERIFY(!seen[0].headers.contains("confident-api-key"));
        QCOMPARE(seen[1].headers.value("confident-api-key"), QByteArray("confident_us_org_x"));
        QVERIFY(!seen[1].headers.contains("confident_api_key"));
        QVERIFY(seen[2].headers.contains("confident-api-key"));
        QVERIFY(!at.facts.isEmpty());

        Bench later(at.definition, server.url().toString(), "confident_us_org_x", at.facts);
        QVERIFY(outcomeOf(later.client->check()).ok());
        QCOMPARE(server.count(), 5);
        QVERIFY(server.requests().last().headers.contains("confident-api-key"));
    }

    void aRefusedCredentialIsTriedInBothFormsOnce()
    {
        ScriptedServer server;
        server.play({step(401, R"({"success":false,"error":"Invalid API key"})")});
        Bench at(u"confident-ai"_s, server.url().toString(), "confident_us_org_x");
        const auto checked = outcomeOf(at.client->check());
        QCOMPARE(checked.error().kind, ErrorKind::Unauthorized);
        const auto seen = server.requests();
        QCOMPARE(seen.size(), 3);
        QVERIFY(seen[1].headers.contains("confident-api-key"));
        QVERIFY(!seen[2].headers.contains("confident-api-key"));
    }

    void aRedirectIsAWrongAddress()
    {
        ScriptedServer server;
        server.play({step(301, {}, {{"Location", "/api/v1/org/api-keys/x/"}})});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto checked = outcomeOf(at.client->check());
        QCOMPARE(checked.error().kind, ErrorKind::Protocol);
        QVERIFY(!checked.error().next.isEmpty());
        QCOMPARE(server.count(), 1);
    }

    void anInventoryKeepsTheVendorsOrder()
    {
        ServerStep late = step(200, R"({"data":[{"id":"p","name":"p"}]})");
        late.fault = ServerStep::Fault::Hold;
        ScriptedServer server;
        server.play({step(200, R"({"data":[{"id":"a","name":"a"},{"id":"b","name":"b"}]})"), late,
                     step(200, R"({"data":[{"id":"p","name":"p"}]})"),
                     step(200, R"({"data":[]})")});
        Bench at(u"tempo"_s, server.url().toString(), "session");
        const auto future = at.client->readInventory();
        QTRY_COMPARE(server.count(), 3);
        // Another answer on the same queue: by then, that of the second organization has been read.
        QVERIFY(outcomeOf(at.client->listKeys(
            {{u"organization"_s, ContainerId(u"c"_s), {}}, {u"project"_s, ContainerId(u"c"_s), {}}},
            u"project"_s)));
        server.release();
        const auto reading = outcomeOf(future);
        QVERIFY(reading.ok());
        QStringList found;
        for (const ContainerPath &path : reading->containers.items)
            found.append(containerKey(path));
        QCOMPARE(found, QStringList({u"a"_s, u"b"_s, u"a/p"_s, u"b/p"_s}));
    }

    void anEmptyFormLeavesOutWhatWasNotEntered()
    {
        ScriptedServer server;
        server.play({step(200, R"({"id":"key_1","token":"tempo:sk:00"})")});
        Bench at(u"tempo"_s, server.url().toString(), "session");
        CreateOrder order;
        order.kind = u"project"_s;
        order.container = {{u"organization"_s, ContainerId(u"org/1"_s), {}},
                           {u"project"_s, ContainerId(u"prj_1"_s), {}}};
        order.values = {{u"name"_s, u"n"_s},
                        {u"environment"_s, u"production"_s},
                        {u"allowedIps"_s, QJsonArray()}};
        const auto created = outcomeOf(at.client->create(order));
        QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().message));
        const SeenRequest seen = server.requests().first();
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.target, QByteArray("/v1/orgs/org%2F1/projects/prj_1/api-keys"));
        const QJsonObject expected{{u"name"_s, u"n"_s}, {u"environment"_s, u"production"_s}};
        QCOMPARE(QJsonDocument::fromJson(seen.body).object(), expected);
    }

    void aRestrictionThatIsNotConfirmedIsAWarning()
    {
        ScriptedServer server;
        server.play({step(200, R"({"id":"key_1","token":"tempo:sk:00"})")});
        Bench at(u"tempo"_s, server.url().toString(), "session");
        CreateOrder order;
        order.kind = u"project"_s;
        order.container = {{u"organization"_s, ContainerId(u"o"_s), {}},
                           {u"project"_s, ContainerId(u"p"_s), {}}};
        order.values = {{u"name"_s, u"n"_s},
                        {u"environment"_s, u"production"_s},
                        {u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}}};
        const auto created = outcomeOf(at.client->create(order));
        QVERIFY(created.ok());
        QCOMPARE(created->warnings.size(), 1);
        QCOMPARE(created->secret->borrowed(), QByteArrayView("tempo:sk:00"));
    }

    void wrongOrdersAreNotSent_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no name") << u"name"_s << QJsonValue(u"  "_s);
        QTest::newRow("name with a line break") << u"name"_s << QJsonValue(u"a\nb"_s);
        QTest::newRow("endless name") << u"name"_s << QJsonValue(QString(10'000, u'x'));
        QTest::newRow("scope that is none") << u"scope"_s << QJsonValue(u"root"_s);
        QTest::newRow("scope of another type") << u"scope"_s << QJsonValue(7);
        QTest::newRow("unknown field") << u"expires"_s << QJsonValue(u"2026"_s);
    }

    void wrongOrdersAreNotSent()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        ScriptedServer server;
        server.play({step(200, "{}")});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        CreateOrder order;
        order.kind = u"organization"_s;
        order.values = {{u"name"_s, u"n"_s}, {u"scope"_s, u"eval"_s}};
        QVERIFY(at.client->validate(order).ok());
        order.values[field] = value;
        const auto created = outcomeOf(at.client->create(order));
        QCOMPARE(created.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(server.count(), 0);
    }

    void aVerbIsBelievedOnlyWhenTheListShowsIt()
    {
        ScriptedServer server;
        server.play({step(200, "{}"), step(200, temperedPage({temperedKey(u"1"_s)}, {}))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        KeyRecord key;
        key.kind = u"organization"_s;
        key.id = VendorKeyId(u"1"_s);
        const auto revoked = outcomeOf(at.client->apply(KeyVerb::Revoke, key));
        QVERIFY(revoked.ok());
        QVERIFY(!revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Active);
        QVERIFY(!revoked->note.isEmpty());
    }

    void aVanishedKeyIsGoneOnlyByACompleteList()
    {
        ScriptedServer server;
        server.play({step(404, R"({"detail":"Not found."})"), step(500, "{}")});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        KeyRecord key;
        key.kind = u"organization"_s;
        key.id = VendorKeyId(u"1"_s);
        const auto broken = outcomeOf(at.client->apply(KeyVerb::Revoke, key));
        QVERIFY(!broken.ok());
        QCOMPARE(broken.error().kind, ErrorKind::NotFound);

        server.play({step(404, R"({"detail":"Not found."})"), step(200, temperedPage({}, {}))});
        const auto gone = outcomeOf(at.client->apply(KeyVerb::Revoke, key));
        QVERIFY(gone.ok());
        QVERIFY(gone->verified);
        QCOMPARE(gone->record.state, KeyState::Deleted);
    }

    void aCheckSendsTheSecretAndNotTheCredential()
    {
        ScriptedServer server;
        server.play(
            {step(404, R"({"error":{"code":"webhooks_not_enabled","message":"x"}})"),
             step(200, "{}", {{"RateLimit-Remaining", "99"}, {"RateLimit-Scope", "data:read"}})});
        Bench at(u"tempo"_s, server.url().toString(), "the-session");
        const auto checked =
            outcomeOf(at.client->checkSecret(secretOf("tempo_sandbox:sk:00"), u"project"_s, {}));
        QVERIFY(checked.ok());
        QVERIFY2(checked->verdict == Verdict::Accepted, qPrintable(checked->sentence));
        const auto seen = server.requests();
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen[0].target, QByteArray("/v1/webhooks?chainId=testnet&limit=5"));
        QCOMPARE(seen[0].headers.value("authorization"), QByteArray("Bearer tempo_sandbox:sk:00"));
        QCOMPARE(seen[0].headers.value("cache-control"), QByteArray("no-store"));
        QCOMPARE(seen[1].target, QByteArray("/v1/verified-tokens?chainId=testnet"));
        QCOMPARE(at.credentials.asked, 0);
    }

    void aCachedAnswerProvesNothing()
    {
        ScriptedServer server;
        server.play({step(404, "{}"), step(200, "{}", {{"RateLimit-Scope", "data:read"}})});
        Bench at(u"tempo"_s, server.url().toString(), "the-session");
        const auto checked =
            outcomeOf(at.client->checkSecret(secretOf("tempo:sk:00"), u"project"_s, {}));
        QCOMPARE(checked->verdict, Verdict::Inconclusive);
    }

    void theTemporisProbeNamesNoRealSource()
    {
        ScriptedServer server;
        server.play({step(404, R"({"detail":"Data source not found."})"), step(204, {}),
                     step(401, R"({"detail":"Invalid access token."})")});
        Bench at(u"temporis"_s, server.url().toString(), {});
        const auto check = [&] {
            return outcomeOf(at.client->checkSecret(secretOf("ts_abcdefgh"), u"token"_s, {}));
        };
        QCOMPARE(check()->verdict, Verdict::Accepted);
        QCOMPARE(check()->verdict, Verdict::Inconclusive);
        QCOMPARE(check()->verdict, Verdict::Refused);
        const auto seen = server.requests();
        const QJsonObject body = QJsonDocument::fromJson(seen[0].body).object();
        static const QRegularExpression form(u"\\A[a-z][a-z0-9_]{0,47}\\z"_s);
        QVERIFY(form.match(body[u"data_source"].toString()).hasMatch());
        QVERIFY(body[u"records"][0][u"timestamp"].isDouble());
        QVERIFY(seen[0].body != seen[1].body);
        QCOMPARE(seen[0].target, QByteArray("/v1/data_sources/ingest"));
    }

    void aSecretThatCannotBeAHeaderIsNotSent()
    {
        ScriptedServer server;
        server.play({step(200, "{}")});
        Bench at(u"temporis"_s, server.url().toString(), {});
        const auto checked =
            outcomeOf(at.client->checkSecret(secretOf("ts_a\r\nX-Evil: 1"), u"token"_s, {}));
        QCOMPARE(checked->verdict, Verdict::Inconclusive);
        QCOMPARE(server.count(), 0);
    }

    void aProjectKeyOfConfidentIsNotGuessedAbout()
    {
        ScriptedServer server;
        server.play({step(200, "{}")});
        Bench at(u"confident-ai"_s, server.url().toString(), "confident_us_org_x");
        const auto checked =
            outcomeOf(at.client->checkSecret(secretOf("confident_us_proj_y"), u"project"_s, {}));
        QCOMPARE(checked->verdict, Verdict::Inconclusive);
        QVERIFY(!checked->sentence.isEmpty());
        QCOMPARE(server.count(), 0);
    }

    void longRangesOfUsageAreSplit()
    {
        ScriptedServer server;
        server.play({step(200, R"({"series":[],"byKey":[]})")});
        Bench at(u"tempo"_s, server.url().toString(), "session");
        const ContainerPath place{{u"organization"_s, ContainerId(u"o"_s), {}}};
        const Timestamp to = Timestamp::fromIso(u"2026-09-01T12:00:00Z").value();
        QVERIFY(outcomeOf(at.client->usage(place, to.plusSeconds(-300 * 86'400), to)).ok());
        QCOMPARE(server.count(), 2);
        QVERIFY(server.requests().last().target.contains("to=2026-09-01T12%3A00%3A00Z"));
        QVERIFY(server.requests().first().target.contains("interval=day"));
        QVERIFY(!server.requests().first().target.contains("projectId"));
        QVERIFY(outcomeOf(at.client->usage(place, to.plusSeconds(-86'400), to)).ok());
        QVERIFY(server.requests().last().target.contains("interval=hour"));
    }

    void aQuotaInUnknownWordsIsNoGauge()
    {
        ScriptedServer server;
        server.play(
            {step(200, R"({"plan":"team","evaluations":{"used":1}})"),
             step(200, R"({"evaluations_used":3,"included":10,"reset_at":"2026-10-01T00:00:00Z"})"),
             step(200, R"({"used":"3","limit":10})")});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        QVERIFY(outcomeOf(at.client->quotas())->isEmpty());
        const auto known = outcomeOf(at.client->quotas());
        QCOMPARE(known->size(), 1);
        QCOMPARE(known->first().used, std::optional<double>(3));
        QCOMPARE(known->first().resetAt->toIso(), u"2026-10-01T00:00:00Z"_s);
        QVERIFY(outcomeOf(at.client->quotas())->isEmpty());
    }

    void aLargeListIsReadToo()
    {
        QJsonArray keys;
        for (int i = 0; i < 20'000; ++i)
            keys.append(temperedKey(QString::number(i)));
        ScriptedServer server;
        server.play({step(200, temperedPage(keys, {}))});
        Bench at(u"tempered"_s, server.url().toString(), "prx_admin");
        const auto listed = outcomeOf(at.client->listKeys({}, u"organization"_s), 30'000);
        QVERIFY(listed.ok());
        QVERIFY(listed->complete());
        QCOMPARE(listed->items.size(), 20'000);
    }

    void anUnusableAddressIsExplained()
    {
        Bench at(u"tempered"_s, u"http://tempered.example.com"_s, "prx_admin");
        const auto checked = outcomeOf(at.client->check());
        QCOMPARE(checked.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(checked.error().next.contains(u"https"_s));
    }
};

QTEST_GUILESS_MAIN(ProvidersWire)
#include "tst_providers_wire.moc"
