// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"
#include "servicefixture.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

/** Vendors whose answers are sloppy, contradictory or meant to harm. */
class TestServicesHostile : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerWithoutAUsableSecretIsADoubt_data();
    void anAnswerWithoutAUsableSecretIsADoubt();
    void whatDidNotHappenIsAFailure_data();
    void whatDidNotHappenIsAFailure();
    void aSecretForAKeyThatWasThereBeforeIsHeldForNobody();
    void aRotationThatNamesAnotherKeyIsADoubt();
    void aSecretThatNoListNamesIsFoundForItsDoubt();
    void aRevocationThatTheListDoesNotShowIsOnlyAccepted();
    void amongManyItIsOnlyAcceptedToo();
    void aSecretInEveryFieldReachesNoFile();
    void aKeyWhoseIdIsASecretCannotBeRevoked();
};

namespace {

const QByteArray credential = "prx_admin_CREDENTIAL_0123456789";
const QByteArray newSecret = "prx_WHOLEsecret0123456789abcdefWHOLEsecret";

ServerStep answer(int status, const QByteArray &body,
                  const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    ServerStep step;
    step.status = status;
    step.body = body;
    step.headers = headers;
    return step;
}

QByteArray row(const QByteArray &id, const QByteArray &name, const QByteArray &more = {})
{
    const QByteArray now =
        SystemClock().now().toIso().toUtf8(); // made inside the operation's window
    return R"({"id":")" + id + R"(","name":")" + name + R"(","is_active":true,"created_at":")" +
           now + '"' + more + '}';
}

ServerStep list(const QByteArray &rows)
{
    return answer(200, R"({"next":null,"results":[)" + rows + "]}");
}

/** A Tempered account at the scripted server. */
AccountRow connectTo(ServiceFixture &fixture, const ScriptedServer &server,
                     const QString &system = u"tempered"_s)
{
    fixture.endpoints.systems[system].baseUrl = server.url().toString();
    fixture.endpoints.systems[system].credential = QString::fromLatin1(credential);
    return fixture.connectTo(system);
}

NewKey orderOf(ServiceFixture &fixture, const AccountRow &account, const QString &name)
{
    NewKey order;
    order.account = account.id;
    const auto info = fixture.accounts->providerOf(account.id);
    order.kind = info->kinds.first().id;
    order.values = {{u"name"_s, name}, {u"scope"_s, u"eval"_s}};
    return order;
}

QByteArray allFilesOf(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

void TestServicesHostile::anAnswerWithoutAUsableSecretIsADoubt_data()
{
    QTest::addColumn<ServerStep>("step");
    const QByteArray made = row("k9", "mute");
    const auto with = [](const QByteArray &secret) {
        return row("k9", "mute", R"(,"raw_key":)" + secret);
    };
    QTest::newRow("204") << answer(204, "");
    QTest::newRow("empty body") << answer(201, "");
    QTest::newRow("no secret") << answer(201, made);
    QTest::newRow("null") << answer(201, with("null"));
    QTest::newRow("empty secret") << answer(201, with(R"("")"));
    QTest::newRow("a list") << answer(201, with(R"(["x"])"));
    QTest::newRow("too large") << answer(201, with('"' + QByteArray(20'000, 'A') + '"'));
    QTest::newRow("no text") << answer(201, with(R"("prx_a\u0000b")"));
    QTest::newRow("html") << answer(200, "<html>done</html>");
    QTest::newRow("half of it") << answer(201, R"({"id":"k9","raw_key":"prx_)");
    QTest::newRow("408") << answer(408, "{}");
    QTest::newRow("500") << answer(500, "{}");
    QTest::newRow("302") << answer(302, "", {{"Location", "/api/v1/org/api-keys/k9"}});
    QTest::newRow("303") << answer(303, "", {{"Location", "/api/v1/org/api-keys/k9"}});
}

void TestServicesHostile::anAnswerWithoutAUsableSecretIsADoubt()
{
    QFETCH(ServerStep, step);
    ScriptedServer server;
    server.play({list({})});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    server.play({list({}), step, list(row("k9", "mute"))});
    const auto made = outcomeOf(fixture.keyService->create(orderOf(fixture, account, u"mute"_s)));
    QVERIFY(!made);
    QVERIFY2(made.error().outcomeUnknown, qPrintable(made.error().message));
    QVERIFY(!made.error().next.isEmpty());
    QVERIFY2(!made.error().message.contains(u"was made"_s), qPrintable(made.error().message));
    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().certain);
    QVERIFY(!doubts->first().held);
    QCOMPARE(doubts->first().candidates.first().record.id.toString(), u"k9"_s);
    QCOMPARE(fixture.outcomes(u"key.create"_s), (QStringList{u"intended"_s, u"in_doubt"_s}));
}

void TestServicesHostile::whatDidNotHappenIsAFailure_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {307, 308, 400, 401, 403, 404, 409, 422, 425, 429})
        QTest::addRow("%d", status) << status;
}

void TestServicesHostile::whatDidNotHappenIsAFailure()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.play({list({})});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    server.play({list({}), answer(status, "{}", {{"Location", "/api/v1/x"}})});
    const auto made =
        outcomeOf(fixture.keyService->create(orderOf(fixture, account, u"refused"_s)));
    QVERIFY(!made);
    QVERIFY(!made.error().outcomeUnknown);
    QCOMPARE(fixture.outcomes(u"key.create"_s), (QStringList{u"intended"_s, u"failed"_s}));
}

void TestServicesHostile::aSecretForAKeyThatWasThereBeforeIsHeldForNobody()
{
    ScriptedServer server;
    server.play({list(row("k1", "first"))});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    fixture.sync(account.id);
    server.play({list(row("k1", "first")),
                 answer(201, row("k1", "second", R"(,"raw_key":")" + newSecret + '"')),
                 list(row("k1", "first") + ',' + row("k2", "second"))});
    const auto made = outcomeOf(fixture.keyService->create(orderOf(fixture, account, u"second"_s)));
    QVERIFY(!made);
    QVERIFY(made.error().outcomeUnknown);
    const auto pending = outcomeOf(fixture.held->pending());
    QCOMPARE(pending->size(), 1);
    QVERIFY2(pending->first().key.isEmpty(), "it is nobody's until somebody says so");
    QVERIFY(pending->first().inKeychain);

    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().held);
    QVERIFY2(doubts->first().meaning.contains(u"not lost"_s), qPrintable(doubts->first().meaning));
    QCOMPARE(doubts->first().candidates.size(), 1);
    const KeyRow second = doubts->first().candidates.first();
    QCOMPARE(second.record.id.toString(), u"k2"_s);
    QVERIFY(outcomeOf(fixture.keyService->settle(doubts->first().operation.id, second.uid)));
    QCOMPARE(outcomeOf(fixture.held->pending())->first().key, second.uid);
    QVERIFY(outcomeOf(fixture.held->keep(pending->first().id)));
}

void TestServicesHostile::aRotationThatNamesAnotherKeyIsADoubt()
{
    const auto key = [](const QByteArray &id, const QByteArray &value) {
        return R"({"id":)" + id + R"(,"name":"CI","valid":true,"value":")" + value + R"("})";
    };
    // One answer for whatever is read: who we are, the projects, the keys.
    const ServerStep readings =
        answer(200, R"({"success":true,"data":{"id":"o","name":"Acme","projects":[],"apiKeys":[)" +
                        key("1", "***************KEFAKE") + "]}}");
    ScriptedServer server;
    server.play({readings});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server, u"confident-ai"_s);
    fixture.sync(account.id);
    const KeyRow before = fixture.keyNamed(account.id, u"CI"_s);
    QVERIFY(!before.uid.isEmpty());
    server.play({answer(200, R"({"success":true,"data":{"apiKey":)" +
                                 key("2", "confident_us_org_ANOTHERkeysSECRET0123456789") + "}}"),
                 readings});
    const auto rotated = outcomeOf(fixture.keyService->rotate({before.uid, {}, false, true}));
    QVERIFY(!rotated);
    QVERIFY2(rotated.error().outcomeUnknown, qPrintable(rotated.error().message));
    const auto pending = outcomeOf(fixture.held->pending());
    QCOMPARE(pending->size(), 1);
    QVERIFY(pending->first().key.isEmpty());
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QVERIFY(doubts->first().held);
    QCOMPARE(fixture.outcomes(u"key.rotate"_s), (QStringList{u"intended"_s, u"in_doubt"_s}));
    QCOMPARE(fixture.keyNamed(account.id, u"CI"_s).record.id, before.record.id);
}

void TestServicesHostile::aSecretThatNoListNamesIsFoundForItsDoubt()
{
    ScriptedServer server;
    server.play({list({})});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    // As a process leaves it that could write nothing more down when the answer came.
    OperationRow sent;
    sent.id = OperationId(newUuid());
    sent.account = account.id;
    sent.verb = u"create"_s;
    sent.object = u"key"_s;
    sent.kind = u"organization"_s;
    sent.sentName = u"full disk"_s;
    sent.intendedAt = fixture.clock.now();
    JournalEvent event;
    event.kind = u"key.create"_s;
    event.outcome = u"intended"_s;
    event.account = account.id;
    QVERIFY(outcomeOf(fixture.store->beginOperation(sent, event)));
    QVERIFY(outcomeOf(fixture.store->markSent(sent.id)));
    QVERIFY(outcomeOf(fixture.keychain.write(keychainUser::held(sent.id),
                                             secretOf(QString::fromLatin1(newSecret)))));
    fixture.restart();
    QCOMPARE(*outcomeOf(fixture.keyService->recover()), 1);
    QVERIFY(outcomeOf(fixture.held->pending())->isEmpty());

    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().held);
    QVERIFY2(doubts->first().meaning.contains(u"not lost"_s), qPrintable(doubts->first().meaning));
    const auto pending = outcomeOf(fixture.held->pending());
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().keyName, u"full disk"_s);
    const auto value = outcomeOf(fixture.held->value(pending->first().id, u"reveal"_s));
    QVERIFY(value);
    QCOMPARE((*value)->borrowed(), QByteArrayView(newSecret));
    fixture.restart();
    QCOMPARE(outcomeOf(fixture.held->pending())->size(), 1);
}

void TestServicesHostile::aRevocationThatTheListDoesNotShowIsOnlyAccepted()
{
    ScriptedServer server;
    server.play({list(row("k1", "first"))});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    fixture.sync(account.id);
    const KeyRow key = fixture.keyNamed(account.id, u"first"_s);
    server.play({answer(200, "{}"), list(row("k1", "first"))});
    const auto revoked = outcomeOf(fixture.keyService->apply(key.uid, KeyVerb::Revoke));
    QVERIFY(revoked);
    QVERIFY(!revoked->verified);
    QVERIFY2(revoked->note.contains(u"still lists"_s), qPrintable(revoked->note));
    QVERIFY(!revoked->key.endedAt);
    QCOMPARE(fixture.outcomes(u"key.revoke"_s), (QStringList{u"intended"_s, u"accepted"_s}));

    server.play({answer(200, "{}"), list({})});
    QVERIFY(outcomeOf(fixture.keyService->apply(key.uid, KeyVerb::Revoke))->verified);
    QCOMPARE(fixture.outcomes(u"key.revoke"_s).last(), u"succeeded"_s);
}

void TestServicesHostile::amongManyItIsOnlyAcceptedToo()
{
    ScriptedServer server;
    server.play({list(row("k1", "first"))});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    fixture.sync(account.id);
    const KeyRow key = fixture.keyNamed(account.id, u"first"_s);
    server.play({answer(200, "{}"), list(row("k1", "first"))});
    QSignalSpy changes(fixture.bulk.get(), &BulkService::itemChanged);
    QSignalSpy stopped(fixture.bulk.get(), &BulkService::stopped);
    const auto plan = outcomeOf(fixture.bulk->plan(KeyVerb::Revoke, {std::nullopt, {key.uid}}));
    QVERIFY(plan);
    const auto run = outcomeOf(fixture.bulk->start(*plan));
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 20'000);
    QCOMPARE(changes.constLast().at(2).value<BulkItem>().state, BulkState::Accepted);
    fixture.restart(); // what the store knows, not what this run remembers
    QCOMPARE(outcomeOf(fixture.bulk->items(*run))->constFirst().state, BulkState::Accepted);
    const auto runs = outcomeOf(fixture.bulk->runs(false));
    QCOMPARE(runs->constFirst().counts, (BulkCounts{{BulkState::Accepted, 1}}));
}

void TestServicesHostile::aSecretInEveryFieldReachesNoFile()
{
    const QByteArray unknown = "zx-SECOND.unknown.form.of.a.secret";
    const QList<std::pair<QByteArray, QByteArray>> headers{{"X-Request-Id", credential}};
    const auto hostile = [&](const QByteArray &id, const QByteArray &secret) {
        return R"({"id":")" + id + R"(","name":"made )" + secret + R"(","key_prefix":")" + secret +
               R"(","scope":")" + secret.toBase64() + R"(","created_by":")" + credential +
               R"(","is_active":true)";
    };
    for (const QByteArray &secret : {newSecret, unknown}) {
        ScriptedServer server;
        server.play({list({})});
        ServiceFixture fixture;
        const AccountRow account = connectTo(fixture, server);
        server.play(
            {answer(200, R"({"next":null,"results":[]})", headers),
             answer(201, hostile("9", secret) + R"(,"raw_key":")" + secret + "\"}", headers),
             answer(200, R"({"next":null,"results":[)" + hostile("9", secret) + "}]}", headers)});
        const auto made =
            outcomeOf(fixture.keyService->create(orderOf(fixture, account, u"hostile"_s)));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        fixture.sync(account.id);
        server.play({answer(400, R"({"detail":"bad )" + credential.toBase64() + R"("})", headers)});
        fixture.sync(account.id);
        const QByteArray files = allFilesOf(fixture.profile.path());
        QVERIFY(files.contains("SQLite format"));
        const QByteArray core = secret.mid(4, secret.size() - 8);
        QVERIFY2(!files.contains(core), "the new secret is in a file");
        QVERIFY2(!files.contains(secret.toBase64().left(20)), "the new secret is encoded in one");
        QVERIFY2(!files.contains("CREDENTIAL"), "the account's credential is in a file");
        QVERIFY(!files.contains(credential.toBase64().left(20)));
    }
}

void TestServicesHostile::aKeyWhoseIdIsASecretCannotBeRevoked()
{
    ScriptedServer server;
    server.play({list(row(newSecret, "telltale"))});
    ServiceFixture fixture;
    const AccountRow account = connectTo(fixture, server);
    fixture.sync(account.id);
    const KeyRow key = fixture.keyNamed(account.id, u"telltale"_s);
    QVERIFY(key.record.id.toString().startsWith(u"secret-sha256-"_s));
    const int before = server.count();
    const auto revoked = outcomeOf(fixture.keyService->apply(key.uid, KeyVerb::Revoke));
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().kind, ErrorKind::Unsupported);
    QVERIFY(!revoked.error().next.isEmpty());
    QCOMPARE(server.count(), before);
    fixture.sync(account.id);
    QCOMPARE(fixture.keys(account.id).size(), 1);
}

QTEST_GUILESS_MAIN(TestServicesHostile)
#include "tst_services_hostile.moc"
