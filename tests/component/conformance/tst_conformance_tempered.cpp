// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_tempered.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

ConformanceTempered::ConformanceTempered()
    : Conformance(u"tempered"_s)
{}

Conformance::Cases ConformanceTempered::cases()
{
    Cases all = keyCases();
    all.insert(limitCases());
    all.insert(oddCases());
    return all;
}

Outcome<CreatedKey> ConformanceTempered::make(const Bench &at, const QString &name,
                                              const QString &scope)
{
    CreateOrder order;
    order.kind = kind;
    order.values = {{u"name"_s, name}, {u"scope"_s, scope}};
    return outcomeOf(at.client->create(order));
}

Outcome<CreatedWebhook> ConformanceTempered::makeWebhook(const Bench &at, const QString &url)
{
    WebhookOrder order;
    order.values = {{u"url"_s, url}, {u"events"_s, QJsonArray{u"evaluation.completed"_s}}};
    return outcomeOf(at.client->createWebhook(order));
}

Verdict ConformanceTempered::verdictOn(const Bench &at, const SharedSecret &secret)
{
    const auto verdict = outcomeOf(at.client->checkSecret(secret, kind, {}));
    return verdict ? verdict->verdict : Verdict::Inconclusive;
}

ServerStep ConformanceTempered::answer(int status, const QByteArray &body,
                                       const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    ServerStep step;
    step.status = status;
    step.body = body;
    step.headers = headers;
    return step;
}

KeyRecord ConformanceTempered::someKey(const QString &id)
{
    KeyRecord key;
    key.kind = kind;
    key.id = VendorKeyId(id);
    key.state = KeyState::Active;
    return key;
}

Conformance::Cases ConformanceTempered::keyCases()
{
    Cases cases;
    cases[u"1.1-base-url"_s] = [this] {
        for (const QString &end : {u""_s, u"/"_s, u"/api/v1"_s, u"/api/v1/"_s}) {
            const QUrl base(endpoint().baseUrl);
            const QString origin = base.toString(QUrl::RemovePath | QUrl::StripTrailingSlash);
            const Bench at(Catalog(QString()).find(ProviderId(u"tempered"_s)), origin + end,
                           endpoint().credential.toLatin1());
            CONFORMANCE_OK(outcomeOf(at.client->check()));
        }
        CONFORMANCE_OK(outcomeOf(client().client->listKeys({}, kind)));
        CONFORMANCE_OK(outcomeOf(client().client->quotas()));
        for (const QJsonValue request : requests())
            QVERIFY2(request[u"path"_s].toString().endsWith(u'/'),
                     qPrintable(request[u"path"_s].toString()));
        QVERIFY(client().client->info().baseUrl.isEmpty());
    };
    cases[u"1.1-bearer"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, "[]")});
        const Bench at = clientOf(server, "prx_admin");
        CONFORMANCE_OK(outcomeOf(at.client->listKeys({}, kind)));
        const SeenRequest seen = server.requests().first();
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer prx_admin"));
        QVERIFY(!seen.target.contains("prx_"));
    };
    cases[u"1.1-scopes"_s] = [this] {
        const Bench at = client();
        for (const QString &scope : {u"eval"_s, u"admin"_s}) {
            const auto made = make(at, u"Scope "_s + scope, scope);
            CONFORMANCE_OK(made);
            QCOMPARE(made->record->scopes, QStringList{scope});
        }
        const auto refused = make(at, u"Root"_s, u"root"_s);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(refused.error().httpStatus, 0);
    };
    cases[u"1.1-admin-needed"_s] = [this] {
        const QByteArray small = mint({{u"kind"_s, u"eval"_s}})[u"secret"_s].toString().toLatin1();
        const auto refused = outcomeOf(client(small).client->check());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QVERIFY(refused.error().next.contains(u"scope admin"_s));
        const auto bad = outcomeOf(client("prx_nobody").client->check());
        QCOMPARE(bad.error().kind, ErrorKind::Unauthorized);
    };
    cases[u"1.1-create"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"Nightly agent"_s, u"eval"_s);
        CONFORMANCE_OK(made);
        QVERIFY(made->secret->borrowed().startsWith("prx_"));
        QCOMPARE(verdictOn(at, made->secret), Verdict::Accepted);
        const auto listing = outcomeOf(at.client->listKeys({}, kind));
        CONFORMANCE_OK(listing);
        for (const KeyRecord &key : listing->items)
            QVERIFY(!key.mask.toUtf8().contains(made->secret->borrowed().toByteArray()));
    };
    cases[u"1.1-revoke"_s] = [this] {
        const Bench at = client();
        const auto made = make(at, u"Revoked soon"_s, u"eval"_s);
        CONFORMANCE_OK(made);
        const auto revoked = outcomeOf(at.client->apply(KeyVerb::Revoke, *made->record));
        CONFORMANCE_OK(revoked);
        QVERIFY(revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Revoked);
        QVERIFY(revoked->note.isEmpty());
        QCOMPARE(verdictOn(at, made->secret), Verdict::Refused);
        for (const QJsonValue request : requests()) {
            if (request[u"path"_s].toString().endsWith(u"/revoke/"_s)) {
                QCOMPARE(request[u"method"_s].toString(), u"POST"_s);
                QCOMPARE(request[u"bodySize"_s].toInt(), 0);
            }
        }
    };
    cases[u"1.1-no-other-verbs"_s] = [this] {
        const KindInfo info = client().client->info().kinds.first();
        QCOMPARE(info.verbs.size(), 2);
        QVERIFY(info.verb(KeyVerb::Create) && info.verb(KeyVerb::Revoke));
        QVERIFY(info.verb(KeyVerb::Revoke)->final);
    };
    cases[u"1.2-last-used"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"([{"id":"1","last_used_at":"2026-01-02T03:04:05Z"},
                                     {"id":"2","last_used_at":null},{"id":"3"}])")});
        const auto keys = outcomeOf(clientOf(server, "prx_admin").client->listKeys({}, kind));
        CONFORMANCE_OK(keys);
        QCOMPARE(keys->items[0].lastUsed.at, Timestamp::fromIso(u"2026-01-02T03:04:05Z"_s));
        QCOMPARE(keys->items[1].lastUsed.source, LastUsed::Source::Vendor);
        QVERIFY(!keys->items[1].lastUsed.at);
        QVERIFY(keys->items[2].lastUsed.source != LastUsed::Source::Vendor);
    };
    cases[u"1.2-webhook-create"_s] = [this] {
        const auto made = makeWebhook(client(), u"https://app.example/hook"_s);
        CONFORMANCE_OK(made);
        QVERIFY(made->secret->borrowed().startsWith("whsec_"));
        QCOMPARE(made->record.url, u"https://app.example/hook"_s);
        QCOMPARE(made->record.events, QStringList{u"evaluation.completed"_s});
        QCOMPARE(made->record.state, WebhookRecord::State::Active);
        const auto listing = outcomeOf(client().client->listWebhooks({}));
        CONFORMANCE_OK(listing);
        QVERIFY(listing->complete());
        QVERIFY(std::any_of(
            listing->items.begin(), listing->items.end(),
            [&](const WebhookRecord &webhook) { return webhook.id == made->record.id; }));
    };
    cases[u"1.2-webhook-events"_s] = [this] {
        const Bench at = client();
        const auto options = outcomeOf(at.client->webhookFieldOptions(u"events"_s, {}));
        CONFORMANCE_OK(options);
        QStringList values;
        for (const FieldOption &option : *options)
            values.append(option.value);
        QCOMPARE(values, (QStringList{u"evaluation.completed"_s, u"evaluation.failed"_s}));
        QVERIFY(at.client->info().webhooks->verb(WebhookVerb::Create));
        QCOMPARE(at.client->info().webhooks->verbs.size(), 1);
    };
    cases[u"1.2-webhook-https"_s] = [this] {
        const auto refused = makeWebhook(client(), u"http://app.example/hook"_s);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(requests().isEmpty());
    };
    cases[u"1.3-mask"_s] = [this] {
        const auto listing = outcomeOf(client().client->listKeys({}, kind));
        CONFORMANCE_OK(listing);
        for (const KeyRecord &key : listing->items) {
            QVERIFY2(key.mask.startsWith(u"prx_"_s) && key.mask.endsWith(u'…') &&
                         key.mask.size() == 9,
                     qPrintable(key.mask));
        }
    };
    cases[u"1.3-own-key"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QCOMPARE(reading->inUse.size(), 1);
    };
    return cases;
}

} // namespace chatelaine::test

QTEST_GUILESS_MAIN(chatelaine::test::ConformanceTempered)
