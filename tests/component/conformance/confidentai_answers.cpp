// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_confidentai.h"

#include "providers/definition.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

namespace {

ServerStep answer(int status, const QByteArray &body)
{
    ServerStep step;
    step.status = status;
    step.body = body;
    return step;
}

const QByteArray admin = "confident_us_org_x";
const QMap<QString, QString> secondFound{{u"variant"_s, u"v2"_s}};
const ContainerPath organization{{u"organization"_s, ContainerId(u"o"_s), u"Acme"_s}};

KeyRecord someKey()
{
    KeyRecord key;
    key.container = organization;
    key.id = VendorKeyId(u"7"_s);
    key.kind = u"organization"_s;
    key.state = KeyState::Active;
    return key;
}

CreateOrder someOrder(const QString &name = u"CI"_s)
{
    CreateOrder order;
    order.container = organization;
    order.kind = u"organization"_s;
    order.values = {{u"name"_s, name}};
    return order;
}

} // namespace

void ConformanceConfidentAi::codes()
{
    const QList<std::pair<int, ErrorKind>> kinds{
        {400, ErrorKind::InvalidRequest}, {401, ErrorKind::Unauthorized},
        {403, ErrorKind::Forbidden},      {404, ErrorKind::NotFound},
        {409, ErrorKind::Conflict},       {422, ErrorKind::InvalidRequest},
        {500, ErrorKind::Protocol},       {503, ErrorKind::Protocol}};
    for (const auto &[status, kind] : kinds) {
        ScriptedServer server;
        server.play({answer(status, R"({"success":false,"error":"The words of the vendor"})")});
        const Bench at = clientOf(server, admin, secondFound);
        const auto made = outcomeOf(at.client->create(someOrder()));
        QVERIFY(!made.ok());
        QCOMPARE(made.error().kind, kind);
        QCOMPARE(made.error().httpStatus, status);
        QCOMPARE(made.error().vendorMessage, u"The words of the vendor"_s);
        QCOMPARE(made.error().outcomeUnknown, status >= 500);
        QCOMPARE(server.count(), 1);
    }
}

Conformance::Cases ConformanceConfidentAi::answerCases()
{
    Cases cases;
    cases[u"4.2-regions"_s] = [this] {
        const Bench at = client();
        QStringList hosts;
        for (const FieldOption &region : at.client->info().regions)
            hosts.append(QUrl(region.value).host());
        QCOMPARE(hosts, (QStringList{u"api.confident-ai.com"_s, u"eu.api.confident-ai.com"_s,
                                     u"au.api.confident-ai.com"_s}));
        CONFORMANCE_OK(outcomeOf(at.client->check()));
    };
    cases[u"4.2-key-text"_s] = [this] {
        for (const char *key :
             {"confident_us_org_ab+/=", "confident_org_0f1e", "confident_eu_org_Zm9v"}) {
            ScriptedServer server;
            server.play({answer(200, R"({"success":true,"data":{"id":"o","name":"Acme"}})")});
            const Bench at = clientOf(server, key);
            CONFORMANCE_OK(outcomeOf(at.client->check()));
            QCOMPARE(server.requests().first().headers.value("confident_api_key"), QByteArray(key));
        }
    };
    cases[u"4.2-failure-in-200"_s] = [this] {
        set({{u"errorsInside200"_s, true}});
        const Bench at = second();
        KeyRecord key = someKey();
        key.container = place(at, u"organization"_s);
        key.id = VendorKeyId(u"999999"_s);
        const auto gone = outcomeOf(at.client->apply(KeyVerb::Disable, key));
        QVERIFY(!gone.ok());
        QCOMPARE(gone.error().vendorMessage, u"API key not found"_s);
        const auto refused = outcomeOf(client("confident_us_org_unknown").client->check());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
    };
    cases[u"4.2-quota-details"_s] = [this] {
        set({{u"keysPerContainer"_s, 1}});
        const auto made = make(second(), u"organization"_s, u"One too many"_s);
        QVERIFY(!made.ok());
        QCOMPARE(made.error().kind, ErrorKind::QuotaExhausted);
        QVERIFY(!made.error().outcomeUnknown);
        const auto old = make(first(), u"organization"_s, u"One too many"_s);
        QCOMPARE(old.error().kind, ErrorKind::Forbidden);
    };
    cases[u"4.2-codes"_s] = [this] {
        codes();
    };
    cases[u"4.2-any-2xx"_s] = [this] {
        for (const int status : {200, 201}) {
            ScriptedServer server;
            server.play({answer(
                status,
                R"({"success":true,"data":{"id":8,"name":"CI","valid":true,"value":"confident_us_org_new1"}})")});
            const Bench at = clientOf(server, admin, secondFound);
            const auto made = outcomeOf(at.client->create(someOrder()));
            CONFORMANCE_OK(made);
            QCOMPARE(made->secret->borrowed(), QByteArrayView("confident_us_org_new1"));
        }
    };
    cases[u"4.2-deprecated"_s] = [this] {
        set({{u"deprecated"_s, true}});
        const Bench at = client();
        const auto checked = outcomeOf(at.client->check());
        CONFORMANCE_OK(checked);
        QVERIFY(checked->note.contains(u"deprecated"_s));
        QVERIFY(checked->note.contains(u"https://www.confident-ai.com/"_s));
        const auto reading = outcomeOf(at.client->readInventory());
        CONFORMANCE_OK(reading);
        QCOMPARE(reading->notes.size(), 1);
        control("DELETE", u"/settings"_s);
        QVERIFY(outcomeOf(at.client->readInventory())->notes.isEmpty());
    };
    cases[u"4.2-times"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"({"success":true,"data":{"apiKeys":[
            {"id":1,"valid":true,"value":"***************a1b2c3","created_at":"2024-12-04T23:00:00.000Z","lastUsed":null},
            {"id":2,"valid":true,"value":"***************d4e5f6","created_at":"2025-01-15T09:30:00+00:00","lastUsed":"2025-01-16T10:30:00+01:00"}]}})")});
        const Bench at = clientOf(server, admin, secondFound);
        const auto keys = outcomeOf(at.client->listKeys(organization, u"organization"_s));
        CONFORMANCE_OK(keys);
        QCOMPARE(keys->items[0].createdAt->toIso(), u"2024-12-04T23:00:00Z"_s);
        QVERIFY(!keys->items[0].lastUsed.at);
        QCOMPARE(keys->items[0].lastUsed.source, LastUsed::Source::Vendor);
        QCOMPARE(keys->items[1].createdAt->toIso(), u"2025-01-15T09:30:00Z"_s);
        QCOMPARE(keys->items[1].lastUsed.at->toIso(), u"2025-01-16T09:30:00Z"_s);
    };
    cases[u"4.2-not-paged"_s] = [this] {
        const Bench at = second();
        const ContainerPath path = place(at, u"organization"_s);
        control("DELETE", u"/requests"_s);
        CONFORMANCE_OK(outcomeOf(at.client->listKeys(path, u"organization"_s)));
        QCOMPARE(requests().size(), 1);
        QVERIFY(requests().first()[u"query"_s].toString().isEmpty());
    };
    cases[u"4.2-create-sent-once"_s] = [this] {
        const Bench at = second();
        const ContainerPath path = place(at, u"organization"_s);
        for (const QString &action : {u"close-after"_s, u"reset"_s, u"cut"_s}) {
            control("DELETE", u"/requests"_s);
            fault(u"POST"_s, u"*"_s, action);
            CreateOrder order = someOrder(u"Lost by "_s + action);
            order.container = path;
            const auto made = outcomeOf(at.client->create(order));
            QVERIFY(!made.ok());
            QVERIFY(made.error().outcomeUnknown);
            QCOMPARE(requests().size(), 1);
            const auto keys = outcomeOf(at.client->listKeys(path, u"organization"_s));
            const QString name = u"Lost by "_s + action;
            QCOMPARE(std::count_if(keys->items.begin(), keys->items.end(),
                                   [&](const KeyRecord &key) { return key.name == name; }),
                     1);
        }
    };
    cases[u"4.2-no-reveal"_s] = [this] {
        const Bench at = client();
        CONFORMANCE_OK(outcomeOf(at.client->check()));
        const auto made = make(at, u"organization"_s, u"Unseen"_s);
        CONFORMANCE_OK(made);
        CONFORMANCE_OK(rotated(at, *made->record, {}));
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Delete, *made->record)));
        QVERIFY(requests().size() > 5);
        for (const QJsonValue seen : requests())
            QVERIFY(seen[u"query"_s].toString().isEmpty());
    };
    cases[u"4.3-both-shapes"_s] = [this] {
        const QByteArray bare =
            R"({"success":true,"data":{"id":8,"name":"CI","valid":true,"value":"confident_us_org_s8"}})";
        const QByteArray wrapped =
            R"({"success":true,"data":{"apiKey":{"id":8,"name":"CI","valid":true,"value":"confident_us_org_s8"}}})";
        for (const QString &variant : {u"v1"_s, u"v2"_s}) {
            for (const QByteArray &body : {bare, wrapped}) {
                ScriptedServer server;
                server.play({answer(200, body)});
                const Bench at = clientOf(server, admin, {{u"variant"_s, variant}});
                const auto made = outcomeOf(at.client->create(someOrder()));
                CONFORMANCE_OK(made);
                QCOMPARE(made->record->id.toString(), u"8"_s);
                QCOMPARE(made->secret->borrowed(), QByteArrayView("confident_us_org_s8"));
            }
        }
    };
    cases[u"4.3-header-fallback"_s] = [this] {
        set({{u"underscoreHeader"_s, false}});
        const Bench at = client();
        CONFORMANCE_OK(outcomeOf(at.client->check()));
        const auto made = make(at, u"organization"_s, u"Through a proxy"_s);
        CONFORMANCE_OK(made);
        int refused = 0;
        for (const QJsonValue seen : requests())
            refused += seen[u"status"_s].toInt() == 401;
        QCOMPARE(refused, 1);
        control("DELETE", u"/requests"_s);
        CONFORMANCE_OK(outcomeOf(client({}, at.facts).client->check()));
        for (const QJsonValue seen : requests())
            QCOMPARE(seen[u"status"_s].toInt(), 200);
    };
    cases[u"4.3-wrong-region"_s] = [this] {
        ScriptedServer server;
        server.play({answer(401, R"({"success":false,"error":"Invalid API key"})")});
        const Bench ready = client();
        auto copy = std::make_shared<Definition>(*ready.definition);
        copy->variants.clear();
        copy->connection.regions = {
            {u"United States"_s, server.url().toString(), u"confident_us_"_s},
            {u"European Union"_s, u"https://eu.api.confident-ai.com"_s, u"confident_eu_"_s}};
        const Bench at(copy, server.url().toString(), "confident_eu_org_x");
        const auto checked = outcomeOf(at.client->check());
        QCOMPARE(checked.error().kind, ErrorKind::Unauthorized);
        QVERIFY(checked.error().next.contains(u"European Union"_s));
        QCOMPARE(server.count(), 1);
        const Bench right(copy, server.url().toString(), "confident_us_org_x");
        QVERIFY(!outcomeOf(right.client->check()).error().next.contains(u"region"_s));
    };
    cases[u"4.3-unknown-prefix"_s] = [this] {
        const auto checked = outcomeOf(client("an-old-key").client->check());
        QCOMPARE(checked.error().kind, ErrorKind::Unauthorized);
        QVERIFY(!requests().isEmpty());
    };
    cases[u"4.3-masked-create"_s] = [this] {
        const Bench at = second();
        const ContainerPath path = place(at, u"organization"_s);
        fault(u"POST"_s, u"*"_s, u"no-secret"_s);
        CreateOrder order = someOrder(u"Masked"_s);
        order.container = path;
        const auto made = outcomeOf(at.client->create(order));
        QCOMPARE(made.error().kind, ErrorKind::Protocol);
        QVERIFY(made.error().outcomeUnknown);
        QVERIFY(made.error().message.contains(u"Masked"_s));
        fault(u"POST"_s, u"*"_s, u"no-secret"_s);
        const auto project =
            change(at, ContainerVerb::Create, path, {{u"name"_s, u"Masked project"_s}});
        CONFORMANCE_OK(project);
        QVERIFY(!project->key);
        QCOMPARE(project->keyKind, u"project"_s);
        QCOMPARE(project->warnings.size(), 1);
    };
    cases[u"4.3-name-limits"_s] = [this] {
        const Bench at = second();
        CONFORMANCE_OK(make(at, u"organization"_s, QString(100, u'n')));
        CONFORMANCE_OK(make(at, u"organization"_s, QString(100, u'n')));
        control("DELETE", u"/requests"_s);
        for (const QString &name : {QString(), QString(101, u'n')}) {
            const auto refused = outcomeOf(at.client->create(someOrder(name)));
            QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        }
        QVERIFY(requests().isEmpty());
    };
    cases[u"4.3-disabled-key"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Second admin"_s);
        CONFORMANCE_OK(made);
        CONFORMANCE_OK(outcomeOf(at.client->apply(KeyVerb::Disable, *made->record)));
        const auto checked =
            outcomeOf(client(made->secret->borrowed().toByteArray()).client->check());
        QCOMPARE(checked.error().kind, ErrorKind::Unauthorized);
        QVERIFY(!checked.error().next.isEmpty());
    };
    cases[u"4.3-throttled"_s] = [this] {
        const Bench at = second();
        fault(u"GET"_s, u"/v2/organization/api-keys"_s, u"status:429"_s);
        const auto keys =
            outcomeOf(at.client->listKeys(place(at, u"organization"_s), u"organization"_s));
        CONFORMANCE_OK(keys);
        QVERIFY(keys->complete());
    };
    cases[u"4.3-maintenance"_s] = [this] {
        ScriptedServer server;
        server.play({answer(503, R"({"success":false,"error":"Service is under maintenance"})")});
        const Bench at = clientOf(server, admin, secondFound);
        const auto made = outcomeOf(at.client->create(someOrder()));
        QVERIFY(made.error().retryAt);
        const qint64 wait = made.error().retryAt->seconds() - at.clock.now().seconds();
        QVERIFY(wait > 50 && wait <= 60);
    };
    cases[u"5.3-one-field"_s] = [this] {
        ScriptedServer server;
        server.play({answer(
            200,
            R"({"success":true,"data":{"id":7,"name":"CI","valid":true,"value":"confident_us_org_wrong","shadowValue":"***************a1b2c3","rotatesAt":null}})")});
        const Bench at = clientOf(server, admin, secondFound);
        const auto turned = rotated(at, someKey(), {{u"grace"_s, 3600}});
        QVERIFY(!turned.ok());
        QCOMPARE(turned.error().kind, ErrorKind::Protocol);
        QVERIFY(!turned.error().vendorMessage.contains(u"wrong"_s));
    };
    cases[u"5.4-rotation-in-doubt"_s] = [this] {
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Doubtful"_s);
        CONFORMANCE_OK(made);
        control("DELETE", u"/requests"_s);
        fault(u"POST"_s, u"*"_s, u"close-after"_s);
        const auto turned = rotated(at, *made->record, {});
        QVERIFY(!turned.ok());
        QVERIFY(turned.error().outcomeUnknown);
        QVERIFY(turned.error().next.contains(u"rotate this key again"_s));
        QCOMPARE(requests().size(), 1);
        CONFORMANCE_OK(rotated(at, *made->record, {}));
    };
    cases[u"5.4-not-json"_s] = [this] {
        const Bench at = second();
        fault(u"GET"_s, u"*"_s, u"html"_s, -1);
        QVERIFY(!outcomeOf(at.client->check()).ok());
        const auto reading = outcomeOf(at.client->readInventory());
        CONFORMANCE_OK(reading);
        QVERIFY(!reading->containersComplete && reading->keys.items.isEmpty());
    };
    cases[u"5.4-redirect"_s] = [this] {
        const Bench at = second();
        fault(u"GET"_s, u"*"_s, u"redirect"_s, -1);
        QVERIFY(!outcomeOf(at.client->check()).ok());
        for (const QJsonValue seen : requests())
            QCOMPARE(seen[u"status"_s].toInt(), 307);
    };
    return cases;
}

} // namespace chatelaine::test
