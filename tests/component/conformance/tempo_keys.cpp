// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_tempo.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

namespace {

const QByteArray productionKey = "tempo:sk:" + QByteArray(48, 'a');
const QByteArray sandboxKey = "tempo_sandbox:sk:" + QByteArray(48, 'b');
const QByteArray keysRow =
    R"({"data":[{"id":"key_1","environment":"production","tokenLast4":"9f3c"}]})";

} // namespace

Conformance::Cases ConformanceTempo::keyCases()
{
    Cases cases;
    cases[u"2.1-environment-prefix"_s] = [this] {
        const Bench at = client();
        const auto production = makeNamed(at, u"p"_s, u"production"_s);
        CONFORMANCE_OK(production);
        QVERIFY(production->secret->borrowed().startsWith("tempo:sk:"));
        const auto sandbox = makeNamed(at, u"s"_s, u"sandbox"_s);
        CONFORMANCE_OK(sandbox);
        QVERIFY(sandbox->secret->borrowed().startsWith("tempo_sandbox:sk:"));
        QCOMPARE(sandbox->record->environment, u"sandbox"_s);
    };
    cases[u"2.1-token-once"_s] = [this] {
        const Bench at = client();
        const auto made = makeNamed(at, u"Once"_s);
        CONFORMANCE_OK(made);
        const auto listing = outcomeOf(at.client->listKeys(made->record->container, kind));
        CONFORMANCE_OK(listing);
        for (const KeyRecord &key : listing->items)
            QVERIFY(key.mask.size() < 30);
    };
    cases[u"2.2-key-create"_s] = [this] {
        const auto made =
            make(client(), {{u"name"_s, u"prod-worker"_s},
                            {u"environment"_s, u"production"_s},
                            {u"scopes"_s, QJsonArray{u"data:read"_s}},
                            {u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s, u"2001:db8::/32"_s}}});
        CONFORMANCE_OK(made);
        QVERIFY(made->warnings.isEmpty());
        QCOMPARE(made->record->scopes, QStringList{u"data:read"_s});
    };
    cases[u"2.2-allowed-ips-changed"_s] = [this] {
        const Bench at = client();
        const auto made = makeNamed(at, u"Restricted"_s);
        CONFORMANCE_OK(made);
        const auto updated = outcomeOf(
            at.client->update(*made->record, {{u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}}}));
        CONFORMANCE_OK(updated);
        const auto verdict = outcomeOf(at.client->checkSecret(made->secret, kind, {}));
        CONFORMANCE_OK(verdict);
        QVERIFY(verdict->sentence.contains(u"IP address"_s));
    };
    cases[u"2.2-no-other-verbs"_s] = [this] {
        const Bench at = client();
        const KindInfo info = at.client->info().kinds.first();
        for (const KeyVerb verb : {KeyVerb::Enable, KeyVerb::Disable, KeyVerb::Rotate})
            QVERIFY(!info.verb(verb));
        QVERIFY(!at.client->info().audit);
    };
    cases[u"2.2-scopes-loaded"_s] = [this] {
        const auto options =
            outcomeOf(client().client->fieldOptions(kind, KeyVerb::Create, u"scopes"_s, {}));
        CONFORMANCE_OK(options);
        QVERIFY(options->size() >= 6);
        QVERIFY(!options->first().detail.isEmpty());
    };
    cases[u"2.4-03-scope-greyed"_s] = [this] {
        const auto options =
            outcomeOf(client().client->fieldOptions(kind, KeyVerb::Create, u"scopes"_s, {}));
        CONFORMANCE_OK(options);
        for (const FieldOption &option : *options) {
            if (option.value.startsWith(u"webhooks:"_s))
                QVERIFY(!option.enabled && !option.detail.isEmpty());
            if (option.value == u"data:read"_s)
                QVERIFY(option.enabled);
        }
    };
    cases[u"2.4-03-scope-not-issuable"_s] = [this] {
        const auto made = make(client(), {{u"name"_s, u"x"_s},
                                          {u"environment"_s, u"production"_s},
                                          {u"scopes"_s, QJsonArray{u"webhooks:read"_s}}});
        QCOMPARE(made.error().kind, ErrorKind::Forbidden);
        QVERIFY(made.error().message.contains(u"does not give this scope"_s));
    };
    cases[u"2.4-04-scope-unknown"_s] = [this] {
        const auto made = make(client(), {{u"name"_s, u"x"_s},
                                          {u"environment"_s, u"production"_s},
                                          {u"scopes"_s, QJsonArray{u"everything"_s}}});
        QCOMPARE(made.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(made.error().vendorMessage.contains(u"scopes.0"_s));
    };
    cases[u"2.2-mask"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, keysRow), answer(200, R"({"data":[]})")});
        const auto keys =
            outcomeOf(clientOf(server, "s")
                          .client->listKeys({{u"organization"_s, ContainerId(u"o"_s), {}},
                                             {u"project"_s, ContainerId(u"p"_s), {}}},
                                            kind));
        CONFORMANCE_OK(keys);
        QCOMPARE(keys->items.first().mask, u"tempo:sk:…9f3c"_s);
        QVERIFY(keys->items.first().name.isEmpty() && keys->items.first().createdBy.isEmpty());
    };
    cases[u"2.2-absent-members"_s] = cases[u"2.2-mask"_s];
    cases[u"2.3-both-environments"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QSet<QString> environments;
        for (const KeyRecord &key : reading->keys.items)
            environments.insert(key.environment);
        QCOMPARE(environments, (QSet<QString>{u"production"_s, u"sandbox"_s}));
    };
    cases[u"2.3-vanished"_s] = [this] {
        const Bench at = client();
        const auto made = makeNamed(at, u"Vanishes"_s);
        CONFORMANCE_OK(made);
        const auto revoked = outcomeOf(at.client->apply(KeyVerb::Revoke, *made->record));
        CONFORMANCE_OK(revoked);
        QVERIFY(revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Deleted);
    };
    cases[u"5.6-revoke-wording"_s] = [this] {
        const Bench at = client();
        const auto made = makeNamed(at, u"Slowly"_s);
        CONFORMANCE_OK(made);
        const auto revoked = outcomeOf(at.client->apply(KeyVerb::Revoke, *made->record));
        CONFORMANCE_OK(revoked);
        QVERIFY2(revoked->note.contains(u"about 1 minute"_s), qPrintable(revoked->note));
    };
    cases[u"2.3-ips-not-echoed"_s] = [this] {
        set({{u"release"_s, u"published"_s}});
        const auto made = make(client(), {{u"name"_s, u"x"_s},
                                          {u"environment"_s, u"production"_s},
                                          {u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}}});
        CONFORMANCE_OK(made);
        QCOMPARE(made->warnings.size(), 1);
        QVERIFY(made->warnings.first().contains(u"did not confirm"_s));
    };
    cases[u"2.3-older-server"_s] = [this] {
        set({{u"release"_s, u"published"_s}});
        const Bench at = client();
        const auto made = makeNamed(at, u"Old"_s);
        CONFORMANCE_OK(made);
        const auto updated = outcomeOf(
            at.client->update(*made->record, {{u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}}}));
        QVERIFY(!updated.ok());
    };
    cases[u"2.3-create-in-doubt"_s] = [this] {
        const Bench at = client();
        const ContainerPath project = place(at, u"project"_s);
        fault(u"POST"_s, u"/v1/orgs/*"_s, u"close-after"_s);
        CreateOrder order;
        order.kind = kind;
        order.container = project;
        order.values = {{u"name"_s, u"Doubtful"_s}, {u"environment"_s, u"sandbox"_s}};
        const auto made = outcomeOf(at.client->create(order));
        QVERIFY(!made.ok() && made.error().outcomeUnknown);
        const auto keys = outcomeOf(at.client->listKeys(project, kind));
        CONFORMANCE_OK(keys);
        QCOMPARE(std::count_if(keys->items.begin(), keys->items.end(),
                               [](const KeyRecord &key) { return key.name == u"Doubtful"_s; }),
                 1);
    };
    cases[u"2.3-create-5xx"_s] = [this] {
        ScriptedServer server;
        server.play({answer(500, R"({"error":{"code":"internal_error","message":"x"}})")});
        CreateOrder order;
        order.kind = kind;
        order.container = {{u"organization"_s, ContainerId(u"o"_s), {}},
                           {u"project"_s, ContainerId(u"p"_s), {}}};
        order.values = {{u"name"_s, u"x"_s}, {u"environment"_s, u"production"_s}};
        const auto made = outcomeOf(clientOf(server, "s").client->create(order));
        QVERIFY(!made.ok() && made.error().outcomeUnknown);
        QCOMPARE(server.count(), 1);
    };
    return cases;
}

Conformance::Cases ConformanceTempo::dataCases()
{
    Cases cases;
    cases[u"2.3-check-valid"_s] = [this] {
        for (const QStringList &scopes : {QStringList{u"webhooks:read"_s}, QStringList{}}) {
            const auto verdict = checked(minted(u"production"_s, scopes));
            CONFORMANCE_OK(verdict);
            QCOMPARE(verdict->verdict, Verdict::Accepted);
        }
        QCOMPARE(checked(minted(u"sandbox"_s, {u"webhooks:read"_s}))->verdict, Verdict::Accepted);
    };
    cases[u"2.3-check-invalid"_s] = [this] {
        QCOMPARE(checked(productionKey)->verdict, Verdict::Refused);
    };
    cases[u"2.3-check-fallback"_s] = [this] {
        set({{u"webhooks"_s, false}});
        for (const QString &environment : {u"production"_s, u"sandbox"_s}) {
            const auto verdict = checked(minted(environment, {u"data:read"_s}));
            CONFORMANCE_OK(verdict);
            QVERIFY2(verdict->verdict == Verdict::Accepted, qPrintable(verdict->sentence));
            QCOMPARE(verdict->lane, u"key"_s);
        }
        for (const QJsonValue request : requests())
            QVERIFY(!request[u"path"_s].toString().contains(u"verified"_s) ||
                    !request[u"query"_s].toObject().contains(u"limit"_s));
    };
    cases[u"2.3-check-ip"_s] = [this] {
        const auto verdict = checkedAgainst(
            {answer(403, R"({"error":{"code":"api_key_ip_forbidden","message":"x"}})")},
            productionKey);
        CONFORMANCE_OK(verdict);
        QCOMPARE(verdict->verdict, Verdict::Accepted);
    };
    cases[u"2.3-sandbox-on-mainnet"_s] = [this] {
        const auto off = answer(404, R"({"error":{"code":"webhooks_not_enabled","message":"x"}})");
        const auto verdict = checkedAgainst(
            {off, answer(200, "{}"), answer(200, "{}", {{"RateLimit-Remaining", "19"}})},
            sandboxKey);
        CONFORMANCE_OK(verdict);
        QCOMPARE(verdict->verdict, Verdict::Inconclusive);
        QCOMPARE(verdict->lane, u"public"_s);
        QCOMPARE(verdict->sentence,
                 u"Served anonymously: the sandbox key was ignored on mainnet."_s);
    };
    cases[u"2.2-rate-limit"_s] = [this] {
        const auto verdict = checked(minted(u"production"_s, {u"webhooks:read"_s}));
        CONFORMANCE_OK(verdict);
        QVERIFY(verdict->rateLimit);
        QCOMPARE(verdict->rateLimit->limit, 100);
        QCOMPARE(verdict->rateLimit->remaining, 99);
        QCOMPARE(verdict->rateLimit->scope, u"webhooks:read"_s);
        const qint64 wait = verdict->rateLimit->resetAt->seconds() - verdict->at.seconds();
        QVERIFY(wait >= 0 && wait <= 61);
        QCOMPARE(verdict->lane, u"key"_s);
    };
    cases[u"5.5-reset-by-date"_s] = [this] {
        // The server's clock is years behind ours.
        const auto verdict = checkedAgainst({answer(200, "{}",
                                                    {{"Date", "Thu, 01 Jan 2015 00:00:00 GMT"},
                                                     {"RateLimit-Remaining", "9"},
                                                     {"RateLimit-Scope", "x"},
                                                     {"RateLimit-Reset", "1420070430"}})},
                                            productionKey);
        CONFORMANCE_OK(verdict);
        const qint64 wait = verdict->rateLimit->resetAt->seconds() - verdict->at.seconds();
        QVERIFY2(wait >= 28 && wait <= 31, qPrintable(QString::number(wait)));
    };
    cases[u"2.1-no-payment-for-keys"_s] = [this] {
        set({{u"keyPerMinute"_s, 0}});
        const auto verdict = checked(minted(u"production"_s, {u"webhooks:read"_s}));
        CONFORMANCE_OK(verdict);
        QVERIFY2(verdict->sentence.contains(u"requests of this minute are used up"_s),
                 qPrintable(verdict->sentence));
        QVERIFY(verdict->challenges.isEmpty());
    };
    cases[u"2.2-429-envelope"_s] = cases[u"2.1-no-payment-for-keys"_s];
    cases[u"2.2-429-plain-text"_s] = [this] {
        set({{u"edge"_s, u"limiting"_s}});
        const auto verdict = checked(minted(u"production"_s, {u"webhooks:read"_s}));
        CONFORMANCE_OK(verdict);
        QCOMPARE(verdict->verdict, Verdict::Inconclusive);
        QCOMPARE(verdict->cause->kind, ErrorKind::RateLimited);
        QVERIFY(verdict->sentence.contains(u"asks to wait"_s));
    };
    cases[u"2.4-01-cached"_s] = [this] {
        set({{u"edge"_s, u"caching"_s}, {u"webhooks"_s, false}});
        const QByteArray alive = minted(u"production"_s, {u"data:read"_s});
        QCOMPARE(checked(alive)->verdict, Verdict::Accepted);
        QCOMPARE(checked(productionKey)->verdict, Verdict::Refused);
        const auto deceived = checkedAgainst(
            {answer(404, R"({"error":{"code":"webhooks_not_enabled","message":"x"}})"),
             answer(200, "{}", {{"RateLimit-Scope", "data:read"}})},
            productionKey);
        CONFORMANCE_OK(deceived);
        QCOMPARE(deceived->verdict, Verdict::Inconclusive);
    };
    return cases;
}

} // namespace chatelaine::test
