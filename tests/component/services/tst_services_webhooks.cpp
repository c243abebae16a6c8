// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "support/awaited.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** Webhooks from their making to their end, and their signing secrets. */
class TestServicesWebhooks : public QObject
{
    Q_OBJECT
private slots:
    void aWebhookLivesThroughAllItsVerbs();
    void aSigningSecretIsHeldThenKept();
    void aLostAnswerIsADoubt();
    void whatTheVendorLacksIsSaid();
};

namespace {

/** Tempo with its second credential: webhooks are made with an API key, not with the session. */
AccountRow tempoWithKey(ServiceFixture &fixture)
{
    const AccountRow account = fixture.connectTo(u"tempo"_s);
    const QByteArray minted = fixture.control(
        "POST", u"/mint"_s,
        R"({"system":"tempo","kind":"production","name":"hooks","scopes":["webhooks:read","webhooks:write"]})");
    const QString secret = QJsonDocument::fromJson(minted).object().value("secret"_L1).toString();
    const auto info = fixture.accounts->providerOf(account.id);
    AccountInput input;
    input.name = account.name;
    input.provider = account.provider;
    input.baseUrl = account.baseUrl;
    input.credentials.insert(info->webhooks->slotIds.value(0),
                             {CredentialSource{}, secretOf(secret)});
    const auto updated = outcomeOf(fixture.accounts->update(account.id, input));
    if (!updated)
        qWarning("%s", qPrintable(updated.error().message));
    return account;
}

NewWebhook webhookOrder(ServiceFixture &fixture, const AccountRow &account, const QString &url)
{
    NewWebhook order;
    order.account = account.id;
    const auto info = fixture.accounts->providerOf(account.id);
    for (const FieldInfo &field : info->webhooks->verb(WebhookVerb::Create)->fields) {
        if (field.id == "url"_L1) {
            order.values.insert(field.id, url);
            continue;
        }
        QList<FieldOption> options = field.options;
        if (field.loadsOptions) {
            const auto loaded = outcomeOf(fixture.webhooks->fieldOptions(account.id, field.id, {}));
            options = loaded ? *loaded : QList<FieldOption>();
        }
        if (!field.required || options.isEmpty())
            continue;
        if (field.type == FieldInfo::Type::Multi)
            order.values.insert(field.id, QJsonArray{options.first().value});
        else
            order.values.insert(field.id, options.first().value);
    }
    return order;
}

} // namespace

void TestServicesWebhooks::aWebhookLivesThroughAllItsVerbs()
{
    ServiceFixture fixture;
    const AccountRow account = tempoWithKey(fixture);
    const auto made = outcomeOf(
        fixture.webhooks->create(webhookOrder(fixture, account, u"https://hooks.example/t1"_s)));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().vendorMessage));
    QVERIFY(made->secret);
    const WebhookUid uid = made->webhook.uid;
    const auto listed = outcomeOf(fixture.webhooks->refresh(account.id, {}));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message));
    QVERIFY(listed->complete);
    QCOMPARE(outcomeOf(fixture.webhooks->find(account.id, made->webhook.record.id))->uid, uid);

    const auto paused = outcomeOf(fixture.webhooks->apply(uid, WebhookVerb::Pause));
    QVERIFY2(paused, paused ? "" : qPrintable(paused.error().message));
    QCOMPARE(paused->webhook.record.state, WebhookRecord::State::Paused);
    const auto resumed = outcomeOf(fixture.webhooks->apply(uid, WebhookVerb::Resume));
    QVERIFY(resumed);
    QCOMPARE(resumed->webhook.record.state, WebhookRecord::State::Active);
    const auto pinged = outcomeOf(fixture.webhooks->apply(uid, WebhookVerb::Ping));
    QVERIFY2(pinged, pinged ? "" : qPrintable(pinged.error().message));
    const auto deliveries = outcomeOf(fixture.webhooks->deliveries(uid));
    QVERIFY2(deliveries, deliveries ? "" : qPrintable(deliveries.error().message));
    QVERIFY(!deliveries->items.isEmpty());
    const auto retried = outcomeOf(fixture.webhooks->retry(uid, deliveries->items.first().id));
    QVERIFY2(retried, retried ? "" : qPrintable(retried.error().message));
    QVERIFY(outcomeOf(fixture.webhooks->apply(uid, WebhookVerb::Delete)));
    QVERIFY(!outcomeOf(fixture.webhooks->find(account.id, made->webhook.record.id)));
    for (const char *verb : {"create", "pause", "resume", "ping", "retry", "delete"})
        QCOMPARE(fixture.outcomes(u"webhook."_s + QLatin1StringView(verb)),
                 (QStringList{u"intended"_s, u"succeeded"_s}));
}

void TestServicesWebhooks::aSigningSecretIsHeldThenKept()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    fixture.sync(account.id);
    const auto made = outcomeOf(
        fixture.webhooks->create(webhookOrder(fixture, account, u"https://hooks.example/t2"_s)));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().vendorMessage));
    QVERIFY(made->secret && made->secret->inKeychain);
    fixture.restart();
    const auto pending = outcomeOf(fixture.held->pending());
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().webhook, made->webhook.uid);
    QCOMPARE(pending->first().keyName, made->webhook.record.url);
    QVERIFY(outcomeOf(fixture.held->keep(pending->first().id)));
    const auto row = outcomeOf(fixture.webhooks->webhook(made->webhook.uid));
    QVERIFY(row && row->kept);
    const auto value = outcomeOf(fixture.held->kept(*row, u"copy"_s));
    QVERIFY(value);
    QCOMPARE((*value)->size(), made->secret->length);
    // Entries of the keychain are named by our own ids only.
    for (const KeychainEntry &entry : *outcomeOf(fixture.store->keychainEntries()))
        QVERIFY(!entry.user.contains("hooks.example"_L1));
    QCOMPARE(outcomeOf(fixture.webhooks->known(account.id))->size(), 1);
}

void TestServicesWebhooks::aLostAnswerIsADoubt()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"tempered"_s);
    const NewWebhook order = webhookOrder(fixture, account, u"https://hooks.example/t3?key=abc"_s);
    fixture.fault(u"tempered"_s, u"POST"_s, {}, u"close-after"_s);
    const auto lost = outcomeOf(fixture.webhooks->create(order));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QCOMPARE(doubts->first().operation.sentName, u"https://hooks.example"_s);
    QVERIFY(!doubts->first().meaning.isEmpty());
    QVERIFY(outcomeOf(fixture.keyService->settleAs(doubts->first().operation.id, false)));
    for (const JournalLine &line : *outcomeOf(fixture.audit->list({})))
        QVERIFY(!line.line.contains("t3"));
}

void TestServicesWebhooks::whatTheVendorLacksIsSaid()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(u"confident-ai"_s);
    const auto listed = outcomeOf(fixture.webhooks->refresh(account.id, {}));
    QVERIFY(!listed);
    QCOMPARE(listed.error().kind, ErrorKind::Unsupported);
    const auto made = outcomeOf(fixture.webhooks->create({account.id, {}, {}, false}));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Unsupported);
}

QTEST_GUILESS_MAIN(TestServicesWebhooks)
#include "tst_services_webhooks.moc"
