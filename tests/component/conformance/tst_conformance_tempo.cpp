// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_tempo.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

ConformanceTempo::ConformanceTempo()
    : Conformance(u"tempo"_s)
{}

Conformance::Cases ConformanceTempo::cases()
{
    Cases all = managementCases();
    all.insert(keyCases());
    all.insert(dataCases());
    all.insert(paymentCases());
    all.insert(webhookCases());
    all.insert(answerCases());
    return all;
}

ContainerPath ConformanceTempo::place(const Bench &at, const QString &level)
{
    const auto reading = outcomeOf(at.client->readInventory());
    if (!reading)
        return {};
    // The organizations answer in any order, and in the other one the session may change nothing.
    for (const ContainerPath &path : reading->containers.items) {
        if (path.last().level == level && path.first().name == u"Halden Freight"_s)
            return path;
    }
    return {};
}

Outcome<CreatedKey> ConformanceTempo::make(const Bench &at, const QMap<QString, QJsonValue> &values)
{
    CreateOrder order;
    order.kind = kind;
    order.container = place(at, u"project"_s);
    order.values = values;
    return outcomeOf(at.client->create(order));
}

Outcome<CreatedKey> ConformanceTempo::makeNamed(const Bench &at, const QString &name,
                                                const QString &environment)
{
    return make(at, {{u"name"_s, name}, {u"environment"_s, environment}});
}

Outcome<ContainerResult> ConformanceTempo::change(const Bench &at, ContainerVerb verb,
                                                  const QString &level,
                                                  const ContainerPath &container,
                                                  const QString &name)
{
    ContainerOrder order;
    order.verb = verb;
    order.level = level;
    order.container = container;
    if (!name.isEmpty())
        order.values.insert(u"name"_s, name);
    return outcomeOf(at.client->changeContainer(order));
}

QByteArray ConformanceTempo::minted(const QString &environment, const QStringList &scopes)
{
    return mint({{u"kind"_s, environment},
                 {u"scopes"_s, QJsonArray::fromStringList(scopes)}})[u"secret"_s]
        .toString()
        .toLatin1();
}

Bench ConformanceTempo::impatient(const QUrl &url)
{
    Bench at = client();
    Connection connection;
    connection.baseUrl = url.isEmpty() ? QUrl(endpoint().baseUrl) : url;
    connection.retry.firstWait = std::chrono::milliseconds(5);
    connection.retry.longestWait = std::chrono::milliseconds(10);
    at.client = std::make_unique<ProviderClient>(at.definition, connection, &at.credentials,
                                                 &at.clock, &at.random);
    return at;
}

Outcome<SecretVerdict> ConformanceTempo::checked(const QByteArray &secret)
{
    const Bench at = impatient();
    return outcomeOf(at.client->checkSecret(secretOf(secret), kind, {}));
}

Outcome<SecretVerdict> ConformanceTempo::checkedAgainst(const QList<ServerStep> &steps,
                                                        const QByteArray &secret)
{
    ScriptedServer server;
    server.play(steps);
    const Bench at = impatient(server.url());
    return outcomeOf(at.client->checkSecret(secretOf(secret), kind, {}));
}

ServerStep ConformanceTempo::answer(int status, const QByteArray &body,
                                    const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    ServerStep step;
    step.status = status;
    step.body = body;
    step.headers = headers;
    return step;
}

void ConformanceTempo::lifeOfOrganizations()
{
    const Bench at = client();
    const auto made = change(at, ContainerVerb::Create, u"organization"_s, {}, u"Rehearsal"_s);
    CONFORMANCE_OK(made);
    QVERIFY(made->verified);
    const auto renamed =
        change(at, ContainerVerb::Rename, u"organization"_s, made->container, u"Rehearsed"_s);
    CONFORMANCE_OK(renamed);
    QCOMPARE(renamed->container.last().name, u"Rehearsed"_s);
    const auto gone = change(at, ContainerVerb::Delete, u"organization"_s, made->container);
    CONFORMANCE_OK(gone);
    QVERIFY(gone->verified);
}

void ConformanceTempo::lifeOfProjects()
{
    const Bench at = client();
    const auto made = change(at, ContainerVerb::Create, u"project"_s, place(at, u"organization"_s),
                             u"Short-lived"_s);
    CONFORMANCE_OK(made);
    const auto renamed =
        change(at, ContainerVerb::Rename, u"project"_s, made->container, u"Renamed"_s);
    CONFORMANCE_OK(renamed);
    QVERIFY(renamed->verified);
    CreateOrder order;
    order.kind = kind;
    order.container = made->container;
    order.values = {{u"name"_s, u"Goes with it"_s}, {u"environment"_s, u"production"_s}};
    const auto key = outcomeOf(at.client->create(order));
    CONFORMANCE_OK(key);
    QVERIFY(at.client->info().level(u"project"_s)->verb(ContainerVerb::Delete)->takesKeys);
    const auto gone = change(at, ContainerVerb::Delete, u"project"_s, made->container);
    CONFORMANCE_OK(gone);
    QVERIFY(gone->verified);
    const auto verdict = outcomeOf(at.client->checkSecret(key->secret, kind, {}));
    CONFORMANCE_OK(verdict);
    QCOMPARE(verdict->verdict, Verdict::Refused);
}

Conformance::Cases ConformanceTempo::managementCases()
{
    Cases cases;
    cases[u"2.2-session"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"({"id":"usr_1","email":"a@b.example"})")});
        const auto report = outcomeOf(clientOf(server, "the-session").client->check());
        CONFORMANCE_OK(report);
        QCOMPARE(report->identity, u"a@b.example"_s);
        const SeenRequest seen = server.requests().first();
        QCOMPARE(seen.target, QByteArray("/v1/me"));
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer the-session"));
    };
    cases[u"2.2-api-key-as-session"_s] = [this] {
        for (const QByteArray &key :
             {"tempo:sk:" + QByteArray(48, 'a'), "tempo_sandbox:sk:" + QByteArray(48, 'b'),
              "tempo_" + QByteArray(40, 'c')}) {
            const auto refused = outcomeOf(client(key).client->check());
            QVERIFY(!refused.ok());
            QVERIFY(refused.error().message.contains(u"session token"_s));
            QCOMPARE(refused.error().httpStatus, 0);
        }
        QVERIFY(requests().isEmpty());
    };
    cases[u"2.2-forbidden"_s] = [this] {
        ScriptedServer server;
        server.play({answer(403, R"({"error":{"code":"forbidden","message":"no"}})")});
        const auto refused = outcomeOf(clientOf(server, "other").client->check());
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QVERIFY(refused.error().next.contains(u"an API key cannot manage keys"_s));
    };
    cases[u"2.2-session-over"_s] = [this] {
        const auto refused = outcomeOf(client("session-of-yesterday").client->check());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"session"_s));
        QVERIFY(refused.error().next.contains(u"Sign in"_s));
    };
    cases[u"2.2-request-id"_s] = [this] {
        const auto refused = outcomeOf(client("session-of-yesterday").client->check());
        QVERIFY(!refused.error().requestId.isEmpty());
    };
    cases[u"2.2-organizations"_s] = [this] {
        lifeOfOrganizations();
    };
    cases[u"2.2-projects"_s] = [this] {
        lifeOfProjects();
    };
    cases[u"2.2-usage"_s] = [this] {
        const Bench at = client();
        const Timestamp now = SystemClock().now();
        const auto samples = outcomeOf(
            at.client->usage(place(at, u"organization"_s), now.plusSeconds(-7 * 86'400), now));
        CONFORMANCE_OK(samples);
        QSet<QString> series;
        QSet<QString> metrics;
        for (const UsageSample &sample : *samples) {
            series.insert(sample.series);
            metrics.insert(sample.metric);
        }
        QCOMPARE(series, (QSet<QString>{QString(), u"key"_s, u"route"_s, u"status"_s}));
        QCOMPARE(metrics, (QSet<QString>{u"requests"_s, u"errors"_s, u"duration"_s}));
    };
    cases[u"2.2-usage-off"_s] = [this] {
        set({{u"analytics"_s, false}});
        const Bench at = client();
        const Timestamp now = SystemClock().now();
        const auto samples = outcomeOf(
            at.client->usage(place(at, u"organization"_s), now.plusSeconds(-86'400), now));
        QVERIFY(!samples.ok() || samples->isEmpty());
        if (!samples.ok())
            QCOMPARE(samples.error().kind, ErrorKind::Unsupported);
    };
    cases[u"2.4-05-strict-queries"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QVERIFY(reading->keys.complete());
        for (const QJsonValue request : requests()) {
            const QStringList names = request[u"query"_s].toObject().keys();
            QVERIFY2(names.isEmpty() || names == QStringList{u"environment"_s},
                     qPrintable(names.join(u' ')));
        }
    };
    cases[u"2.4-10-scopes-with-session"_s] = [this] {
        ScriptedServer server;
        server.play({answer(200, R"({"data":[{"scope":"data:read","selfServe":true}]})")});
        const Bench at = clientOf(server, "the-session");
        CONFORMANCE_OK(outcomeOf(at.client->fieldOptions(kind, KeyVerb::Create, u"scopes"_s, {})));
        QCOMPARE(server.requests().first().headers.value("authorization"),
                 QByteArray("Bearer the-session"));
    };
    cases[u"2.4-17-no-limits"_s] = [this] {
        CONFORMANCE_OK(outcomeOf(client().client->readInventory()));
    };
    cases[u"2.4-19-role"_s] = [this] {
        const auto reading = outcomeOf(client().client->readInventory());
        CONFORMANCE_OK(reading);
        QSet<QString> roles;
        for (const auto &details : reading->containerDetails) {
            for (const auto &[label, value] : details) {
                if (label == u"Your role"_s)
                    roles.insert(value);
            }
        }
        QVERIFY(roles.contains(u"owner"_s));
    };
    return cases;
}

} // namespace chatelaine::test

QTEST_GUILESS_MAIN(chatelaine::test::ConformanceTempo)
