// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The four definitions and the engine against the practice server, which has never read them.

#include "practice/practiceserver.h"
#include "providerbench.h"
#include "support/awaited.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

using Verdict = SecretVerdict::Verdict;

class ProvidersPractice : public QObject
{
    Q_OBJECT

private:
    Bench bench(const QString &system) const
    {
        const auto entry = m_endpoints.systems.value(system);
        return Bench(system, entry.baseUrl, entry.credential.toLatin1());
    }

    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QNetworkRequest request(QUrl(m_endpoints.controlUrl + path));
        request.setRawHeader("Authorization", "Bearer " + m_endpoints.controlToken.toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.sendCustomRequest(
            request, method, method == "POST" ? QJsonDocument(body).toJson() : QByteArray());
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            return {};
        const QByteArray answer = reply->readAll();
        reply->deleteLater();
        return QJsonDocument::fromJson(answer).object();
    }

    void fault(const QString &system, const QString &method, const QString &path,
               const QString &action)
    {
        control("POST", u"/faults"_s,
                {{u"system"_s, system},
                 {u"method"_s, method},
                 {u"path"_s, path},
                 {u"action"_s, action},
                 {u"count"_s, 1}});
    }

    static std::optional<ContainerPath> placeOf(const InventoryReading &reading,
                                                const QString &level)
    {
        for (const ContainerPath &path : reading.containers.items) {
            if (path.last().level == level)
                return path;
        }
        return std::nullopt;
    }

    PracticeServer m_server;
    PracticeEndpoints m_endpoints;
    QNetworkAccessManager m_network;

private slots:
    void initTestCase()
    {
        initializeSecretMemory();
        const auto started = m_server.start({});
        QVERIFY2(started.ok(), started ? "" : qPrintable(started.error().message));
        m_endpoints = started.value();
    }

    void cleanup() { control("DELETE", u"/faults"_s); }

    void allSystemsAreRead_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("level");
        QTest::newRow("tempered") << u"tempered"_s << QString();
        QTest::newRow("tempo") << u"tempo"_s << u"project"_s;
        QTest::newRow("confident-ai") << u"confident-ai"_s << u"project"_s;
    }

    void allSystemsAreRead()
    {
        QFETCH(QString, system);
        QFETCH(QString, level);
        Bench at = bench(system);
        const auto report = test::outcomeOf(at.client->check());
        QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().message));
        const auto reading = test::outcomeOf(at.client->readInventory());
        QVERIFY(reading.ok());
        QVERIFY2(reading->keys.complete(), qPrintable(reading->keys.reasons().join(u';')));
        QVERIFY(reading->containersComplete);
        QVERIFY(!reading->problem);
        QVERIFY(reading->keys.items.size() >= 3);
        QVERIFY(level.isEmpty() || placeOf(*reading, level));
        for (const KeyRecord &key : reading->keys.items) {
            QVERIFY(!key.id.isEmpty());
            QVERIFY(!key.mask.isEmpty());
            QVERIFY2(key.mask.size() < 24, qPrintable(key.mask));
            QVERIFY(key.state != KeyState::Unknown);
            QVERIFY(key.createdAt);
        }
    }

    void theCredentialInUseIsRecognised()
    {
        for (const QString &system : {u"tempered"_s, u"confident-ai"_s}) {
            Bench at = bench(system);
            const auto reading = test::outcomeOf(at.client->readInventory());
            QVERIFY(reading.ok());
            QCOMPARE(reading->inUse.size(), 1);
        }
    }

    void temperedKeyLivesAndDies()
    {
        Bench at = bench(u"tempered"_s);
        CreateOrder order;
        order.kind = u"organization"_s;
        order.values = {{u"name"_s, u"Nightly \"agent\""_s}, {u"scope"_s, u"eval"_s}};
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().message));
        QVERIFY(created->secret->borrowed().startsWith("prx_"));
        QCOMPARE(created->record->name, u"Nightly \"agent\""_s);
        QCOMPARE(created->record->scopes, QStringList{u"eval"_s});
        QVERIFY(!created->record->mask.contains(QString::fromLatin1(created->secret->borrowed())));

        const auto alive = test::outcomeOf(at.client->checkSecret(created->secret, order.kind, {}));
        QVERIFY(alive.ok());
        QCOMPARE(alive->verdict, Verdict::Accepted);

        const auto revoked = test::outcomeOf(at.client->apply(KeyVerb::Revoke, *created->record));
        QVERIFY2(revoked.ok(), revoked ? "" : qPrintable(revoked.error().message));
        QVERIFY(revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Revoked);

        const auto dead = test::outcomeOf(at.client->checkSecret(created->secret, order.kind, {}));
        QVERIFY(dead.ok());
        QCOMPARE(dead->verdict, Verdict::Refused);
    }

    void confidentProjectKeyIsDisabledEnabledAndDeleted()
    {
        Bench at = bench(u"confident-ai"_s);
        const auto reading = test::outcomeOf(at.client->readInventory());
        QVERIFY(reading.ok());
        CreateOrder order;
        order.kind = u"project"_s;
        order.container = placeOf(*reading, u"project"_s).value();
        order.values = {{u"name"_s, u"CI"_s}};
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().message));
        QVERIFY(created->secret->borrowed().startsWith("confident_us_proj_"));
        QVERIFY(created->record->mask != QString::fromLatin1(created->secret->borrowed()));

        const QList<std::pair<KeyVerb, KeyState>> steps{{KeyVerb::Disable, KeyState::Disabled},
                                                        {KeyVerb::Enable, KeyState::Active},
                                                        {KeyVerb::Delete, KeyState::Deleted}};
        for (const auto &[verb, state] : steps) {
            const auto result = test::outcomeOf(at.client->apply(verb, *created->record));
            QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
            QVERIFY2(result->verified, qPrintable(result->note));
            QCOMPARE(result->record.state, state);
        }
        const auto again = test::outcomeOf(at.client->apply(KeyVerb::Delete, *created->record));
        QVERIFY2(again.ok(), "a second delete is done already");
        QVERIFY(again->verified);
        QVERIFY(!again->note.isEmpty());
    }

    void confidentOrganizationKeyIsChecked()
    {
        Bench at = bench(u"confident-ai"_s);
        const auto reading = test::outcomeOf(at.client->readInventory());
        CreateOrder order;
        order.kind = u"organization"_s;
        order.container = placeOf(*reading, u"organization"_s).value();
        order.values = {{u"name"_s, u"Second admin"_s}};
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().message));
        const auto verdictAfter = [&](KeyVerb verb) {
            const auto done = test::outcomeOf(at.client->apply(verb, *created->record));
            const auto checked =
                test::outcomeOf(at.client->checkSecret(created->secret, order.kind, {}));
            return done && done->verified && checked ? checked->verdict : Verdict::Inconclusive;
        };
        QCOMPARE(verdictAfter(KeyVerb::Disable), Verdict::Refused);
        QCOMPARE(verdictAfter(KeyVerb::Enable), Verdict::Accepted);
        QCOMPARE(verdictAfter(KeyVerb::Delete), Verdict::Refused);
    }

    void tempoSandboxKeyStandsBesideTheProductionKeys()
    {
        Bench at = bench(u"tempo"_s);
        const auto reading = test::outcomeOf(at.client->readInventory());
        CreateOrder order;
        order.kind = u"project"_s;
        order.container = placeOf(*reading, u"project"_s).value();
        const auto scopes = test::outcomeOf(
            at.client->fieldOptions(order.kind, KeyVerb::Create, u"scopes"_s, order.container));
        QVERIFY2(scopes.ok(), scopes ? "" : qPrintable(scopes.error().message));
        QVERIFY(std::any_of(scopes->begin(), scopes->end(),
                            [](const FieldOption &option) { return !option.enabled; }));
        order.values = {{u"name"_s, u"Trial"_s},
                        {u"environment"_s, u"sandbox"_s},
                        {u"scopes"_s, QJsonArray{u"data:read"_s}},
                        {u"allowedIps"_s, QJsonArray{u"203.0.113.7"_s}}};
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().message));
        QVERIFY(created->secret->borrowed().startsWith("tempo_sandbox:sk:"));
        QVERIFY(created->record->mask.startsWith(u"tempo_sandbox:sk:…"_s));
        QVERIFY2(created->warnings.isEmpty(), qPrintable(created->warnings.join(u';')));

        const auto listed = test::outcomeOf(at.client->listKeys(order.container, order.kind));
        QVERIFY(listed.ok());
        QVERIFY(listed->complete());
        QCOMPARE(listed->sources.size(), 2);
        const auto in = [&](const QString &environment) {
            return std::any_of(
                listed->items.begin(), listed->items.end(),
                [&](const KeyRecord &key) { return key.environment == environment; });
        };
        QVERIFY(in(u"production"_s));
        QVERIFY(in(u"sandbox"_s));

        const auto revoked = test::outcomeOf(at.client->apply(KeyVerb::Revoke, *created->record));
        QVERIFY2(revoked.ok(), revoked ? "" : qPrintable(revoked.error().message));
        QVERIFY(revoked->verified);
        QCOMPARE(revoked->record.state, KeyState::Deleted);
        QVERIFY2(!revoked->note.isEmpty(), "Tempo may take a minute");
        const auto dead =
            test::outcomeOf(at.client->checkSecret(created->secret, order.kind, created->record));
        QCOMPARE(dead->verdict, Verdict::Refused);
    }

    void tempoKeysOfBothEnvironmentsAreAccepted()
    {
        Bench at = bench(u"tempo"_s);
        for (const QString &kind : {u"production"_s, u"sandbox"_s}) {
            const QJsonObject minted =
                control("POST", u"/mint"_s,
                        {{u"system"_s, u"tempo"_s}, {u"kind"_s, kind}, {u"name"_s, u"check"_s}});
            const auto checked = test::outcomeOf(at.client->checkSecret(
                secretOf(minted[u"secret"].toString().toLatin1()), u"project"_s, {}));
            QVERIFY(checked.ok());
            QVERIFY2(checked->verdict == Verdict::Accepted, qPrintable(checked->sentence));
        }
    }

    void tempoUsageOfThirtyDays()
    {
        Bench at = bench(u"tempo"_s);
        const auto reading = test::outcomeOf(at.client->readInventory());
        const ContainerPath organization = placeOf(*reading, u"organization"_s).value();
        const Timestamp to = at.clock.now();
        const auto samples =
            test::outcomeOf(at.client->usage(organization, to.plusSeconds(-30 * 86'400), to));
        QVERIFY2(samples.ok(), samples ? "" : qPrintable(samples.error().message));
        double total = 0;
        double byKey = 0;
        QSet<qint64> days;
        for (const UsageSample &sample : *samples) {
            if (sample.metric == u"requests"_s && sample.series.isEmpty()) {
                total += sample.value;
                days.insert(sample.start.seconds());
                QCOMPARE(sample.seconds, 86'400);
            } else if (sample.metric == u"requests"_s && sample.series == u"key"_s) {
                byKey += sample.value;
                QVERIFY(!sample.group.isEmpty());
            }
        }
        QVERIFY2(days.size() >= 28, qPrintable(QString::number(days.size())));
        QVERIFY(total > 0);
        QCOMPARE(byKey, total);
    }

    void temperedQuotaIsAGauge()
    {
        Bench at = bench(u"tempered"_s);
        const auto quotas = test::outcomeOf(at.client->quotas());
        QVERIFY(quotas.ok());
        QCOMPARE(quotas->size(), 1);
        QCOMPARE(quotas->first().limit.value_or(0), 1000.0);
        QVERIFY(quotas->first().used.value_or(0) >= 412.0);
        QVERIFY(quotas->first().resetAt);
    }

    void temporisTokenIsCheckedAndNothingIsBilled()
    {
        Bench at = bench(u"temporis"_s);
        const QByteArray token = m_endpoints.systems.value(u"temporis"_s).token.toLatin1();
        const auto accepted =
            test::outcomeOf(at.client->checkSecret(secretOf(token), u"token"_s, {}));
        QVERIFY(accepted.ok());
        QVERIFY2(accepted->verdict == Verdict::Accepted, qPrintable(accepted->sentence));
        const auto refused =
            test::outcomeOf(at.client->checkSecret(secretOf("ts_neverexisted"), u"token"_s, {}));
        QCOMPARE(refused->verdict, Verdict::Refused);
        const QJsonObject billed = control("GET", u"/billing"_s);
        QCOMPARE(billed[u"temporis"][u"predictions"].toInteger(-1), 0);
        const auto made = at.client->validate(CreateOrder{{}, u"token"_s, {}});
        QCOMPARE(made.error().kind, ErrorKind::Unsupported);
    }

    void aCreateWithoutItsSecretSaysSo_data()
    {
        QTest::addColumn<QString>("system");
        QTest::newRow("no member") << u"tempered"_s;
        QTest::newRow("masked") << u"confident-ai"_s;
    }

    void aCreateWithoutItsSecretSaysSo()
    {
        QFETCH(QString, system);
        Bench at = bench(system);
        const auto reading = test::outcomeOf(at.client->readInventory());
        CreateOrder order;
        order.kind = u"organization"_s;
        order.values = {{u"name"_s, u"Lost secret"_s}};
        if (system == u"tempered"_s)
            order.values.insert(u"scope"_s, u"eval"_s);
        else
            order.container = placeOf(*reading, u"organization"_s).value();
        fault(system, u"POST"_s, u"*"_s, u"no-secret"_s);
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY(!created.ok());
        QCOMPARE(created.error().kind, ErrorKind::Protocol);
        QVERIFY(created.error().outcomeUnknown);
        QVERIFY(created.error().message.contains(u"Lost secret"_s));
    }

    void aCreateWhoseAnswerIsLostIsInDoubtAndSentOnce()
    {
        Bench at = bench(u"tempered"_s);
        CreateOrder order;
        order.kind = u"organization"_s;
        order.values = {{u"name"_s, u"Only once"_s}, {u"scope"_s, u"eval"_s}};
        fault(u"tempered"_s, u"POST"_s, u"/api/v1/org/api-keys/"_s, u"close-after"_s);
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY(!created.ok());
        QVERIFY(created.error().outcomeUnknown);
        const auto listed = test::outcomeOf(at.client->listKeys({}, order.kind));
        QCOMPARE(std::count_if(listed->items.begin(), listed->items.end(),
                               [](const KeyRecord &key) { return key.name == u"Only once"_s; }),
                 1);
    }

    void aRevokeWhoseAnswerIsLostIsProvenByTheList()
    {
        Bench at = bench(u"tempered"_s);
        CreateOrder order;
        order.kind = u"organization"_s;
        order.values = {{u"name"_s, u"Leaked"_s}, {u"scope"_s, u"eval"_s}};
        const auto created = test::outcomeOf(at.client->create(order));
        QVERIFY(created.ok());
        fault(u"tempered"_s, u"POST"_s, u"*"_s, u"close-after"_s);
        const auto revoked = test::outcomeOf(at.client->apply(KeyVerb::Revoke, *created->record));
        QVERIFY2(revoked.ok(), revoked ? "" : qPrintable(revoked.error().message));
        QVERIFY(revoked->verified);
    }

    void everyFaultOfAListingMakesItIncomplete_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"status:500", "html", "huge", "redirect", "wrong-types", "empty"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }

    void everyFaultOfAListingMakesItIncomplete()
    {
        QFETCH(QString, action);
        Bench at = bench(u"tempered"_s);
        fault(u"tempered"_s, u"GET"_s, u"/api/v1/org/api-keys/"_s, action);
        const auto reading = test::outcomeOf(at.client->readInventory(), 30'000);
        QVERIFY(reading.ok());
        QVERIFY(!reading->keys.complete());
        QVERIFY(reading->problem);
        QVERIFY(!reading->keys.reasons().isEmpty());
        QVERIFY(reading->completeContainers.isEmpty());
    }

    void keysOfUnreadContainersAreMissingToo()
    {
        Bench at = bench(u"tempo"_s);
        fault(u"tempo"_s, u"GET"_s, u"/v1/orgs"_s, u"status:403"_s);
        const auto reading = test::outcomeOf(at.client->readInventory());
        QVERIFY(reading.ok());
        QVERIFY(!reading->containersComplete);
        QVERIFY(!reading->keys.complete());
        QCOMPARE(reading->problem->kind, ErrorKind::Forbidden);
    }

    void aWrongCredentialIsExplainedBeforeItIsSent_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QByteArray>("credential");
        QTest::newRow("tempo key as session") << u"tempo"_s << QByteArray("tempo:sk:00ff");
        QTest::newRow("project key") << u"confident-ai"_s << QByteArray("confident_us_proj_abc=");
        QTest::newRow("global key") << u"confident-ai"_s << QByteArray("confident_eu_global_abc=");
        QTest::newRow("no prx_") << u"tempered"_s << QByteArray("tempo:sk:00ff");
        QTest::newRow("line break")
            << u"confident-ai"_s << QByteArray("confident_us_org_a\r\nX: y");
    }

    void aWrongCredentialIsExplainedBeforeItIsSent()
    {
        QFETCH(QString, system);
        QFETCH(QByteArray, credential);
        control("DELETE", u"/requests"_s);
        Bench at(system, m_endpoints.systems.value(system).baseUrl, credential);
        const auto checked = test::outcomeOf(at.client->check());
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(!checked.error().message.contains(QString::fromLatin1(credential)));
        const QJsonObject seen = control("GET", u"/requests"_s);
        QVERIFY2(!QJsonDocument(seen).toJson().contains(system.toLatin1()), "it was sent");
    }

    void aDestroyedClientFinishesItsFutures()
    {
        Bench at = bench(u"tempo"_s);
        fault(u"tempo"_s, u"GET"_s, u"*"_s, u"hang"_s);
        auto future = at.client->readInventory();
        at.client.reset();
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 2000));
        std::optional<ErrorKind> kind;
        whenDone(future, this, [&](const Outcome<InventoryReading> &outcome) {
            kind = outcome ? std::optional<ErrorKind>() : outcome.error().kind;
        });
        QVERIFY(QTest::qWaitFor([&] { return kind.has_value(); }, 2000));
        QCOMPARE(*kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ProvidersPractice)
#include "tst_providers_practice.moc"
