// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_tempo.h"

#include "providers/authchallenges.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

namespace {

const QStringList webhookScopes{u"webhooks:read"_s, u"webhooks:write"_s};

} // namespace

QList<PaymentChallenge> ConformanceTempo::challenges(const QString &style)
{
    set({{u"webhooks"_s, false}, {u"keyPerMinute"_s, 0}, {u"challenges"_s, style}});
    const auto verdict = checked(minted(u"production"_s, {u"data:read"_s}));
    return verdict ? verdict->challenges : QList<PaymentChallenge>();
}

/** For a challenge that the practice server made; nobody pays anything. */
QByteArray ConformanceTempo::paymentCredential(const QString &type)
{
    set({{u"anonymousPerMinute"_s, 0}});
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(endpoint().baseUrl + u"/v1/blocks?limit=5"_s));
    request.setRawHeader("Cache-Control", "no-store");
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return {};
    QJsonObject challenge;
    for (const AuthChallenge &offered : splitAuthChallenges(reply->rawHeader("WWW-Authenticate"))) {
        for (const auto &[name, value] : offered.parameters)
            challenge.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    }
    const QByteArray hash = QCryptographicHash::hash(challenge[u"id"_s].toString().toLatin1(),
                                                     QCryptographicHash::Sha256);
    const QJsonObject payload{{u"type"_s, type},
                              {u"hash"_s, u"0x"_s + QString::fromLatin1(hash.toHex())}};
    return QJsonDocument(QJsonObject{{u"challenge"_s, challenge}, {u"payload"_s, payload}})
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Conformance::Cases ConformanceTempo::paymentCases()
{
    Cases cases;
    cases[u"2.1-402-not-429"_s] = [this] {
        set({{u"webhooks"_s, false}, {u"keyPerMinute"_s, 0}});
        const auto verdict = checked(minted(u"production"_s, {u"data:read"_s}));
        CONFORMANCE_OK(verdict);
        QVERIFY(verdict->sentence.contains(u"Nothing was paid"_s));
        QCOMPARE(verdict->lane, u"key"_s);
        QCOMPARE(verdict->challenges.size(), 1);
        QCOMPARE(requests().size(), 2); // the two probes: nothing was sent after the 402
    };
    cases[u"2.2-challenge-one"_s] = [this] {
        const auto read = challenges(u"one"_s);
        QCOMPARE(read.size(), 1);
        QVERIFY2(read.first().problem.isEmpty(), qPrintable(read.first().problem));
        QCOMPARE(read.first().amount, u"1000"_s);
        QCOMPARE(read.first().currency, u"0x20c0000000000000000000000000000000000000"_s);
        QCOMPARE(read.first().recipient, u"0x742d35cc6634c0532925a3b844bc9e7595f8fe00"_s);
        QVERIFY(read.first().expiresAt && *read.first().expiresAt > SystemClock().now());
    };
    cases[u"2.2-challenge-several"_s] = [this] {
        const auto read = challenges(u"several"_s);
        QCOMPARE(read.size(), 2);
        QCOMPARE(read[1].method, u"card"_s);
    };
    cases[u"2.2-challenge-merged"_s] = [this] {
        const auto read = challenges(u"merged"_s);
        QCOMPARE(read.size(), 2);
        QCOMPARE(read[0].method, u"tempo"_s);
        QCOMPARE(read[1].amount, u"25"_s);
    };
    cases[u"2.2-challenge-quoted"_s] = [this] {
        const auto read = challenges(u"quoted"_s);
        QCOMPARE(read.size(), 1);
        QVERIFY(read.first().problem.isEmpty());
        QVERIFY(read.first().description.contains(u"Payment id=x"_s));
    };
    cases[u"2.2-challenge-expired"_s] = [this] {
        const auto read = challenges(u"expired"_s);
        QCOMPARE(read.size(), 1);
        QVERIFY2(read.first().problem.contains(u"over"_s), qPrintable(read.first().problem));
        QCOMPARE(read.first().amount, u"1000"_s);
    };
    cases[u"2.2-challenge-malformed"_s] = [this] {
        const auto read = challenges(u"malformed"_s);
        QCOMPARE(read.size(), 1);
        QVERIFY(!read.first().problem.isEmpty());
    };
    cases[u"2.4-02-402-has-limits"_s] = [this] {
        set({{u"webhooks"_s, false}, {u"keyPerMinute"_s, 0}});
        const auto verdict = checked(minted(u"production"_s, {u"data:read"_s}));
        CONFORMANCE_OK(verdict);
        QCOMPARE(verdict->rateLimit->remaining, 0);
        QVERIFY(verdict->rateLimit->resetAt);
    };
    cases[u"2.2-payment-receipt"_s] = [this] {
        const auto verdict = checked("Payment " + paymentCredential(u"hash"_s));
        CONFORMANCE_OK(verdict);
        QVERIFY2(verdict->verdict == Verdict::Accepted, qPrintable(verdict->sentence));
        QCOMPARE(verdict->lane, u"paid"_s);
        QVERIFY(verdict->receipt);
        QCOMPARE(verdict->receipt->status, u"success"_s);
        QVERIFY(verdict->receipt->at && verdict->receipt->reference.startsWith(u"0x"_s));
    };
    cases[u"2.2-payment-refused"_s] = [this] {
        const QByteArray credential = paymentCredential(u"hash"_s);
        CONFORMANCE_OK(checked(credential));
        const auto again = checked(credential);
        CONFORMANCE_OK(again);
        QCOMPARE(again->verdict, Verdict::Refused);
        QVERIFY(!again->receipt);
    };
    cases[u"2.2-payment-transaction"_s] = [this] {
        const QByteArray credential = paymentCredential(u"transaction"_s);
        control("DELETE", u"/requests"_s);
        const auto verdict = checked(credential);
        CONFORMANCE_OK(verdict);
        QVERIFY(verdict->sentence.contains(u"never pays"_s));
        QVERIFY(requests().isEmpty());
    };
    return cases;
}

Bench ConformanceTempo::withWebhookKey()
{
    Bench at = client();
    at.credentials.set(u"data"_s, minted(u"production"_s, webhookScopes));
    return at;
}

Outcome<CreatedWebhook> ConformanceTempo::makeWebhook(const Bench &at, const QString &event,
                                                      const QMap<QString, QJsonValue> &more)
{
    WebhookOrder order;
    order.values = {
        {u"event"_s, event}, {u"type"_s, u"url"_s}, {u"url"_s, u"https://hooks.example/tempo"_s}};
    order.values.insert(more);
    return outcomeOf(at.client->createWebhook(order));
}

void ConformanceTempo::webhookLife()
{
    const Bench at = withWebhookKey();
    const auto made = makeWebhook(at, u"token:transfer"_s, {{u"title"_s, u"Large ones"_s}});
    CONFORMANCE_OK(made);
    QVERIFY(made->secret->borrowed().startsWith("whsec_"));
    QCOMPARE(made->record.events, QStringList{u"token:transfer"_s});
    QCOMPARE(made->record.title, u"Large ones"_s);
    const auto paused = outcomeOf(at.client->changeWebhook(WebhookVerb::Pause, made->record));
    CONFORMANCE_OK(paused);
    QCOMPARE(paused->record->state, WebhookRecord::State::Paused);
    QVERIFY(paused->note.isEmpty());
    const auto resumed = outcomeOf(at.client->changeWebhook(WebhookVerb::Resume, made->record));
    CONFORMANCE_OK(resumed);
    QCOMPARE(resumed->record->state, WebhookRecord::State::Active);
    const auto pinged = outcomeOf(at.client->changeWebhook(WebhookVerb::Ping, made->record));
    CONFORMANCE_OK(pinged);
    QCOMPARE(pinged->note, u"The receiver took it."_s);
    const auto gone = outcomeOf(at.client->changeWebhook(WebhookVerb::Delete, made->record));
    CONFORMANCE_OK(gone);
    QVERIFY(gone->note.isEmpty());
    const auto again = outcomeOf(at.client->changeWebhook(WebhookVerb::Delete, made->record));
    CONFORMANCE_OK(again);
    QVERIFY(again->note.contains(u"already"_s));
    const auto listing = outcomeOf(at.client->listWebhooks({}));
    CONFORMANCE_OK(listing);
    QVERIFY(listing->complete());
    for (const WebhookRecord &webhook : listing->items)
        QVERIFY(webhook.id != made->record.id);
}

Conformance::Cases ConformanceTempo::webhookCases()
{
    Cases cases;
    cases[u"2.2-webhook-life"_s] = [this] {
        webhookLife();
    };
    cases[u"2.2-webhook-deliveries"_s] = [this] {
        const Bench at = withWebhookKey();
        const auto made = makeWebhook(at, u"block:created"_s);
        CONFORMANCE_OK(made);
        set({{u"deliveriesFail"_s, true}});
        const auto pinged = outcomeOf(at.client->changeWebhook(WebhookVerb::Ping, made->record));
        CONFORMANCE_OK(pinged);
        QVERIFY(pinged->note.contains(u"503"_s));
        const auto deliveries = outcomeOf(at.client->webhookDeliveries(made->record));
        CONFORMANCE_OK(deliveries);
        QCOMPARE(deliveries->items.size(), 1);
        QCOMPARE(deliveries->items.first().status, u"failed"_s);
        const QString delivery = deliveries->items.first().id;
        const auto failed = outcomeOf(at.client->retryDelivery(made->record, delivery));
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, ErrorKind::Conflict);
        set({{u"deliveriesFail"_s, false}});
        CONFORMANCE_OK(outcomeOf(at.client->retryDelivery(made->record, delivery)));
    };
    cases[u"2.2-webhook-secret"_s] = [this] {
        const Bench at = withWebhookKey();
        const auto made = makeWebhook(at, u"block:created"_s);
        CONFORMANCE_OK(made);
        QVERIFY(made->secret && made->secret->size() > 20);
        fault(u"POST"_s, u"/v1/webhooks"_s, u"no-secret"_s);
        const auto lost = makeWebhook(at, u"block:created"_s);
        QVERIFY(!lost.ok());
        QVERIFY(lost.error().message.contains(u"no signing secret"_s));
        QVERIFY(lost.error().outcomeUnknown);
    };
    cases[u"2.2-webhook-token"_s] = [this] {
        const Bench at = withWebhookKey();
        const auto made = makeWebhook(at, u"block:created"_s,
                                      {{u"type"_s, u"betterstack"_s},
                                       {u"url"_s, u"https://s1.eu-nbg-2.betterstackdata.com"_s},
                                       {u"token"_s, u"FczKcxEhjEDE58dBX7XaeX1q"_s}});
        CONFORMANCE_OK(made);
        ScriptedServer server;
        server.play({answer(200, R"({"data":[{"id":"wh_1","destination":{"type":"slack",
            "url":"https://hooks.slack.com/services/T0/B0/SECRETPART"}}],"nextCursor":null})")});
        Bench other = clientOf(server, "s");
        other.credentials.set(u"data"_s, "tempo:sk:" + QByteArray(48, 'a'));
        const auto listing = outcomeOf(other.client->listWebhooks({}));
        CONFORMANCE_OK(listing);
        QCOMPARE(listing->items.first().url, u"https://hooks.slack.com/…"_s);
    };
    cases[u"2.2-webhook-events"_s] = [this] {
        const auto options =
            outcomeOf(withWebhookKey().client->webhookFieldOptions(u"event"_s, {}));
        CONFORMANCE_OK(options);
        QCOMPARE(options->size(), 4);
    };
    cases[u"2.2-webhook-key"_s] = [this] {
        CONFORMANCE_OK(outcomeOf(client().client->check())); // none is needed
        CONFORMANCE_OK(outcomeOf(withWebhookKey().client->check()));
        Bench at = client();
        at.credentials.set(u"data"_s, "tempo:sk:" + QByteArray(48, 'f'));
        const auto refused = outcomeOf(at.client->check());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"for webhooks"_s));
        set({{u"webhooks"_s, false}}); // switched off: nothing says that the key is wrong
        CONFORMANCE_OK(outcomeOf(at.client->check()));
    };
    cases[u"2.2-webhook-limit"_s] = [this] {
        set({{u"webhooksPerOrganization"_s, 0}});
        const auto made = makeWebhook(withWebhookKey(), u"block:created"_s);
        QCOMPARE(made.error().kind, ErrorKind::QuotaExhausted);
        QVERIFY(made.error().next.contains(u"Delete one"_s));
    };
    cases[u"2.2-webhooks-off"_s] = [this] {
        set({{u"webhooks"_s, false}});
        const auto listing = outcomeOf(withWebhookKey().client->listWebhooks({}));
        QVERIFY(!listing.ok());
        QCOMPARE(listing.error().kind, ErrorKind::Unsupported);
    };
    cases[u"2.4-08-one-credential"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"({"data":[],"nextCursor":null})")});
        Bench at = clientOf(server, "the-session");
        at.credentials.set(u"data"_s, "tempo:sk:" + QByteArray(48, 'a'));
        CONFORMANCE_OK(outcomeOf(at.client->listWebhooks({})));
        const SeenRequest seen = server.requests().first();
        QCOMPARE(seen.headers.value("authorization"), "Bearer tempo:sk:" + QByteArray(48, 'a'));
        QVERIFY(!seen.headers.contains("tempo-api-key"));
    };
    cases[u"2.4-12-no-meta"_s] = [this] {
        CONFORMANCE_OK(outcomeOf(withWebhookKey().client->listWebhooks({})));
    };
    cases[u"2.4-09-data-401"_s] = [this] {
        Bench at = client();
        at.credentials.set(u"data"_s, "tempo:sk:" + QByteArray(48, 'f'));
        const auto refused = outcomeOf(at.client->listWebhooks({}));
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"API key for webhooks"_s));
    };
    cases[u"2.4-15-sandbox-webhooks"_s] = [this] {
        set({{u"release"_s, u"published"_s}});
        Bench at = client();
        at.credentials.set(u"data"_s, minted(u"sandbox"_s, webhookScopes));
        CONFORMANCE_OK(outcomeOf(at.client->listWebhooks({})));
        QCOMPARE(requests().last()[u"query"_s][u"chainId"_s].toString(), u"testnet"_s);
        CONFORMANCE_OK(makeWebhook(at, u"block:created"_s));
    };
    cases[u"2.4-20-opaque-ids"_s] = [this] {
        const auto made = makeWebhook(withWebhookKey(), u"block:created"_s);
        CONFORMANCE_OK(made);
        QCOMPARE(made->record.id.count(u'_'), 2);
    };
    return cases;
}

Conformance::Cases ConformanceTempo::answerCases()
{
    Cases cases;
    cases[u"2.2-error-code"_s] = [this] {
        ScriptedServer server;
        server.play({answer(400, R"({"error":{"code":"body_invalid","message":"Check the body",
            "details":[{"message":"too long","path":["name"]}]},"requestId":"r-1"})")});
        const auto refused =
            change(clientOf(server, "s"), ContainerVerb::Create, u"organization"_s, {}, u"x"_s);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(refused.error().vendorMessage, u"Check the body (name: too long)"_s);
        QCOMPARE(refused.error().requestId, u"r-1"_s);
    };
    cases[u"2.4-06-plain-400"_s] = [this] {
        ScriptedServer server;
        server.play({answer(400, "Malformed JSON in request body")});
        const auto refused =
            change(clientOf(server, "s"), ContainerVerb::Create, u"organization"_s, {}, u"x"_s);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(refused.error().vendorMessage, u"Malformed JSON in request body"_s);
    };
    cases[u"2.4-07-error-text"_s] = [this] {
        ScriptedServer server;
        server.play({answer(403, R"({"error":"not invited"})")});
        const auto refused = outcomeOf(clientOf(server, "s").client->check());
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QCOMPARE(refused.error().vendorMessage, u"not invited"_s);
    };
    cases[u"5.7-accept"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"({"id":"usr_1"})")});
        CONFORMANCE_OK(outcomeOf(clientOf(server, "s").client->check()));
        QCOMPARE(server.requests().first().headers.value("accept"), QByteArray("application/json"));
    };
    cases[u"5.4-snippets"_s] = [this] {
        const KindInfo info = client().client->info().kinds.first();
        QCOMPARE(info.environmentVariable, u"TEMPO_API_KEY"_s);
        QCOMPARE(info.snippets.size(), 4);
        for (const auto &[language, text] : info.snippets)
            QVERIFY2(text.contains(u"TEMPO_API_KEY"_s) && !text.contains(u"sk:"_s),
                     qPrintable(language));
    };
    return cases;
}

} // namespace chatelaine::test
