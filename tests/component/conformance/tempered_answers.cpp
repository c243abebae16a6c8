// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_tempered.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

namespace {

const QByteArray admin = "prx_admin";

qint64 secondsUntil(const Error &error)
{
    return error.retryAt ? error.retryAt->seconds() - SystemClock().now().seconds() : -1;
}

} // namespace

void ConformanceTempered::expectList(const QString &setting, bool complete)
{
    set({{u"lists"_s, setting}});
    const auto reading = outcomeOf(client().client->readInventory());
    CONFORMANCE_OK(reading);
    QCOMPARE(reading->keys.complete(), complete);
    QCOMPARE(!reading->keys.items.isEmpty(), complete);
}

void ConformanceTempered::states()
{
    ScriptedServer server;
    server.play({answer(200, R"([{"id":"1","is_active":true},{"id":"2","is_active":false},
        {"id":"3","revoked_at":"2026-01-01T00:00:00Z"},{"id":"4","revoked":true},
        {"id":"5","status":"revoked"},{"id":"6"},
        {"id":"7","is_active":true,"expires_at":"2020-01-01T00:00:00Z"}])")});
    const auto keys = outcomeOf(clientOf(server, admin).client->listKeys({}, kind));
    CONFORMANCE_OK(keys);
    QList<KeyState> found;
    for (const KeyRecord &key : keys->items)
        found.append(key.state);
    using State = KeyState;
    QCOMPARE(found, (QList<State>{State::Active, State::Revoked, State::Revoked, State::Revoked,
                                  State::Revoked, State::Unknown, State::Expired}));
}

Conformance::Cases ConformanceTempered::limitCases()
{
    Cases cases;
    cases[u"1.1-throttled"_s] = [this] {
        set({{u"requestsPerMinute"_s, 0}});
        const auto refused = make(client(), u"Throttled"_s, u"eval"_s);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
        QVERIFY(refused.error().message.contains(u"organization to wait"_s));
        QVERIFY(secondsUntil(refused.error()) >= 0 && secondsUntil(refused.error()) <= 61);
    };
    cases[u"1.2-quota"_s] = [this] {
        set({{u"evaluationsPerMonth"_s, 0}});
        const auto refused = client().client->info().hasQuotas;
        QVERIFY(refused);
        ScriptedServer server;
        server.play({answer(429, R"({"detail":"Monthly evaluation quota exceeded."})")});
        const auto made = make(clientOf(server, admin), u"Quota"_s, u"eval"_s);
        QCOMPARE(made.error().kind, ErrorKind::QuotaExhausted);
        QVERIFY(made.error().message.contains(u"monthly quota"_s));
        QVERIFY(!made.error().retryAt);
    };
    cases[u"1.2-usage"_s] = [this] {
        const auto quotas = outcomeOf(client().client->quotas());
        CONFORMANCE_OK(quotas);
        QCOMPARE(quotas->size(), 1);
        QCOMPARE(quotas->first().limit.value_or(0), 1000.0);
        QVERIFY(quotas->first().used.value_or(0) >= 412);
        QVERIFY(quotas->first().resetAt);
    };
    cases[u"1.3-retry-after-date"_s] = [this] {
        set({{u"requestsPerMinute"_s, 0}, {u"retryAfter"_s, u"date"_s}});
        const auto refused = make(client(), u"Throttled"_s, u"eval"_s);
        QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
        QVERIFY(secondsUntil(refused.error()) >= 0 && secondsUntil(refused.error()) <= 61);
    };
    cases[u"1.3-retry-after-unreadable"_s] = [this] {
        set({{u"requestsPerMinute"_s, 0}, {u"retryAfter"_s, u"unreadable"_s}});
        const auto refused = make(client(), u"Throttled"_s, u"eval"_s);
        QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
        QVERIFY(secondsUntil(refused.error()) >= 28 && secondsUntil(refused.error()) <= 31);
    };
    cases[u"1.3-retry-after-long"_s] = [this] {
        ScriptedServer server;
        server.play({answer(429, R"({"detail":"Quota."})", {{"Retry-After", "7200"}})});
        const auto listed = outcomeOf(clientOf(server, admin).client->listKeys({}, kind));
        QVERIFY(!listed.ok());
        QCOMPARE(listed.error().kind, ErrorKind::QuotaExhausted);
        QVERIFY(secondsUntil(listed.error()) > 7000);
        QCOMPARE(server.count(), 1);
    };
    cases[u"1.3-quota-by-usage"_s] = [this] {
        set({{u"evaluationsPerMonth"_s, 1}});
        const Bench at = client();
        CONFORMANCE_OK(outcomeOf(at.client->quotas()));
        set({{u"requestsPerMinute"_s, 0}});
        const auto refused = make(at, u"Full"_s, u"eval"_s);
        QCOMPARE(refused.error().kind, ErrorKind::QuotaExhausted);
    };
    cases[u"1.3-quota-not-repeated"_s] = [this] {
        ScriptedServer server;
        server.play({answer(429, R"({"detail":"Quota."})")});
        const auto listed = outcomeOf(clientOf(server, admin).client->listKeys({}, kind));
        QCOMPARE(listed.error().kind, ErrorKind::QuotaExhausted);
        QCOMPARE(server.count(), 1);
    };
    cases[u"1.3-usage-unknown"_s] = [this] {
        for (const char *body : {R"({"plan":"team"})", R"({"used":"12","limit":1000})",
                                 R"({"used":1.5,"limit":10})", "[]"}) {
            ScriptedServer server;
            server.play({answer(200, body)});
            const auto quotas = outcomeOf(clientOf(server, admin).client->quotas());
            CONFORMANCE_OK(quotas);
            QVERIFY(quotas->isEmpty());
        }
    };
    return cases;
}

Conformance::Cases ConformanceTempered::oddCases()
{
    Cases cases;
    cases[u"1.2-error-detail"_s] = [this] {
        const auto refused = outcomeOf(client("prx_nobody").client->check());
        QVERIFY(!refused.error().vendorMessage.isEmpty());
    };
    cases[u"1.2-error-fields"_s] = [this] {
        ScriptedServer server;
        server.play({answer(400, R"({"scope":["\"root\" is not a valid choice."],
                                     "name":["This field is required."]})")});
        const auto refused = make(clientOf(server, admin), u"x"_s, u"eval"_s);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(refused.error().vendorMessage.contains(u"scope: \"root\" is not a valid"_s));
        QVERIFY(refused.error().vendorMessage.contains(u"name: This field is required."_s));
    };
    cases[u"1.3-list-paged"_s] = [this] {
        expectList(u"paged"_s, true);
    };
    cases[u"1.3-list-array"_s] = [this] {
        expectList(u"array"_s, true);
    };
    cases[u"1.3-list-none"_s] = [this] {
        expectList(u"none"_s, false);
        const auto report = outcomeOf(client().client->check());
        CONFORMANCE_OK(report);
        QVERIFY(report->note.contains(u"does not list"_s));
    };
    cases[u"1.3-list-next-elsewhere"_s] = [this] {
        ScriptedServer other;
        other.play({answer(200, "[]")});
        ScriptedServer server;
        server.play({answer(200, R"({"results":[{"id":"1"}],"next":")" +
                                     other.url(u"/api/v1/org/api-keys/"_s).toEncoded() + "\"}")});
        const auto keys = outcomeOf(clientOf(server, admin).client->listKeys({}, kind));
        CONFORMANCE_OK(keys);
        QVERIFY(!keys->complete());
        QCOMPARE(other.count(), 0);
    };
    cases[u"1.3-list-fields"_s] = [this] {
        set({{u"keyFields"_s, u"documented"_s}});
        const auto keys = outcomeOf(client().client->listKeys({}, kind));
        CONFORMANCE_OK(keys);
        for (const KeyRecord &key : keys->items)
            QCOMPARE(key.state, KeyState::Unknown);
    };
    cases[u"1.3-revoked-vanishes"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"Vanishes"_s, u"eval"_s);
        CONFORMANCE_OK(made);
        set({{u"revokedListed"_s, false}});
        const auto revoked = outcomeOf(at.client->apply(KeyVerb::Revoke, *made->record));
        CONFORMANCE_OK(revoked);
        QVERIFY(revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Deleted);
    };
    cases[u"1.3-create-any-2xx"_s] = [this] {
        for (const int status : {200, 201, 202}) {
            ScriptedServer server;
            server.play({answer(status, R"({"id":"1","name":"x","raw_key":"prx_Zk3qSECRET"})")});
            CONFORMANCE_OK(make(clientOf(server, admin), u"x"_s, u"eval"_s));
        }
    };
    cases[u"1.3-create-without-secret"_s] = [this] {
        fault(u"POST"_s, u"/api/v1/org/api-keys/"_s, u"no-secret"_s);
        const auto made = make(client(), u"Lost"_s, u"eval"_s);
        QVERIFY(!made.ok());
        QVERIFY(made.error().message.contains(u"without a secret"_s));
        QVERIFY(made.error().outcomeUnknown);
        QVERIFY(made.error().next.contains(u"revoke"_s));
    };
    cases[u"1.3-create-once"_s] = [this] {
        fault(u"POST"_s, u"/api/v1/org/api-keys/"_s, u"close-after"_s);
        const Bench at = client();
        const auto made = make(at, u"Doubtful"_s, u"eval"_s);
        QVERIFY(!made.ok());
        QVERIFY(made.error().outcomeUnknown);
        const auto keys = outcomeOf(at.client->listKeys({}, kind));
        CONFORMANCE_OK(keys);
        QCOMPARE(std::count_if(keys->items.begin(), keys->items.end(),
                               [](const KeyRecord &key) { return key.name == u"Doubtful"_s; }),
                 1);
    };
    cases[u"1.3-revoke-any-answer"_s] = [this] {
        for (const auto &step : {answer(204, {}), answer(200, "{}"), answer(200, "done")}) {
            ScriptedServer server;
            server.play({step, answer(200, R"([{"id":"1","is_active":false}])")});
            const auto revoked =
                outcomeOf(clientOf(server, admin).client->apply(KeyVerb::Revoke, someKey(u"1"_s)));
            CONFORMANCE_OK(revoked);
            QVERIFY(revoked->verified);
        }
    };
    cases[u"1.3-revoke-404"_s] = [this] {
        const auto gone =
            outcomeOf(client().client->apply(KeyVerb::Revoke, someKey(u"no-such-key"_s)));
        CONFORMANCE_OK(gone);
        QCOMPARE(gone->record.state, KeyState::Deleted);
    };
    cases[u"1.3-revoke-400"_s] = [this] {
        ScriptedServer server;
        server.play({answer(400, R"({"detail":"Already revoked."})"),
                     answer(200, R"([{"id":"1","is_active":false}])")});
        const auto revoked =
            outcomeOf(clientOf(server, admin).client->apply(KeyVerb::Revoke, someKey(u"1"_s)));
        CONFORMANCE_OK(revoked);
        QVERIFY(revoked->verified && revoked->note.contains(u"already"_s));
    };
    cases[u"1.3-403-bad-key"_s] = [this] {
        set({{u"badKeyStatus"_s, 403}});
        const auto refused = outcomeOf(client("prx_nobody").client->check());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(verdictOn(client(), secretOf("prx_nobody")), Verdict::Refused);
    };
    cases[u"1.3-check-scope"_s] = [this] {
        ScriptedServer server;
        server.play({answer(403, R"({"detail":"Not for this scope."})")});
        const auto verdict =
            outcomeOf(clientOf(server, admin).client->checkSecret(secretOf("prx_some"), kind, {}));
        CONFORMANCE_OK(verdict);
        QCOMPARE(verdict->verdict, Verdict::Accepted);
        QVERIFY(verdict->sentence.contains(u"scope"_s));
    };
    cases[u"1.3-no-audit"_s] = [this] {
        const Bench at = client();
        const ProviderInfo &info = at.client->info();
        QVERIFY(info.levels.isEmpty() && !info.audit && info.metrics.isEmpty());
    };
    cases[u"1.3-webhook-list"_s] = [this] {
        ScriptedServer server;
        server.play({answer(405, R"({"detail":"Method \"GET\" not allowed."})")});
        const Bench at = clientOf(server, admin);
        QVERIFY(!outcomeOf(at.client->listWebhooks({})).ok());
        const auto again = outcomeOf(at.client->listWebhooks({}));
        CONFORMANCE_OK(again);
        QVERIFY(!again->complete());
        QCOMPARE(server.count(), 1);
    };
    cases[u"1.3-redirect"_s] = [this] {
        ScriptedServer server;
        server.play({answer(301, "{}", {{"Location", "/api/v1/org/api-keys"}})});
        const auto refused = outcomeOf(clientOf(server, admin).client->check());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().httpStatus, 301);
        QVERIFY(refused.error().next.contains(u"address"_s));
        QCOMPARE(server.count(), 1);
    };
    cases[u"1.3-http"_s] = [] {
        const Bench at(u"tempered"_s, u"http://tempered.example.com"_s, admin);
        const auto refused = outcomeOf(at.client->check());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().httpStatus, 0);
    };
    cases[u"1.3-odd-error"_s] = [this] {
        ScriptedServer server;
        server.play({answer(400, "something else entirely")});
        const auto refused = make(clientOf(server, admin), u"x"_s, u"eval"_s);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    };
    cases[u"5.1-states"_s] = [this] {
        states();
    };
    cases[u"5.3-webhook-secret-hidden"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"([{"id":"1","url":"https://a.example/h?token=whsec_inurl",
                                      "secret":"whsec_leaked","events":[],"is_active":true}])")});
        const auto webhooks = outcomeOf(clientOf(server, admin).client->listWebhooks({}));
        CONFORMANCE_OK(webhooks);
        QCOMPARE(webhooks->items.first().url, u"https://a.example/h?…"_s);
    };
    cases[u"5.4-html"_s] = [this] {
        fault(u"GET"_s, u"/api/v1/org/api-keys/"_s, u"html"_s, 3);
        QVERIFY(!outcomeOf(client().client->listKeys({}, kind)).ok());
        QVERIFY(!outcomeOf(client().client->check()).ok());
    };
    cases[u"5.4-snippets"_s] = [this] {
        const KindInfo info = client().client->info().kinds.first();
        QCOMPARE(info.environmentVariable, u"TEMPERED_API_KEY"_s);
        QCOMPARE(info.snippets.size(), 4);
        for (const auto &[language, text] : info.snippets)
            QVERIFY2(text.contains(u"TEMPERED_API_KEY"_s) && !text.contains(u"prx_"_s),
                     qPrintable(language));
    };
    return cases;
}

} // namespace chatelaine::test
