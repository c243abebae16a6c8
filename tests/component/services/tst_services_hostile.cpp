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

/** An account at a scripted vendor, and all services. */
struct HostileFixture
{
    explicit HostileFixture(const ServerStep &firstAnswer = list({}),
                            const QString &system = u"tempered"_s)
    {
        server.play({firstAnswer});
        services.endpoints.systems[system].baseUrl = server.url().toString();
        services.endpoints.systems[system].credential = QString::fromLatin1(credential);
        account = services.connectTo(system);
    }

    void sync() { services.sync(account.id); }
    KeyRow keyNamed(const QString &name) { return services.keyNamed(account.id, name); }
    Outcome<NewKeyResult> create(const QString &name)
    {
        NewKey order;
        order.account = account.id;
        order.kind = services.accounts->providerOf(account.id)->kinds.first().id;
        order.values = {{u"name"_s, name}, {u"scope"_s, u"eval"_s}};
        return outcomeOf(services.keyService->create(order));
    }
    Outcome<KeyChange> revoke(const KeyUid &key)
    {
        return outcomeOf(services.keyService->apply(key, KeyVerb::Revoke));
    }
    Outcome<QList<Doubt>> doubts() { return outcomeOf(services.keyService->doubts()); }
    Outcome<QList<HeldSecret>> pending() { return outcomeOf(services.held->pending()); }

    ScriptedServer server;
    ServiceFixture services;
    AccountRow account;
};

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
    HostileFixture f;
    f.server.play({list({}), step, list(row("k9", "mute"))});
    const auto made = f.create(u"mute"_s);
    QVERIFY(!made);
    QVERIFY2(made.error().outcomeUnknown, qPrintable(made.error().message));
    QVERIFY(!made.error().next.isEmpty());
    QVERIFY2(!made.error().message.contains(u"was made"_s), qPrintable(made.error().message));
    f.sync();
    const auto doubts = f.doubts();
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().certain);
    QVERIFY(!doubts->first().held);
    QCOMPARE(doubts->first().candidates.first().record.id.toString(), u"k9"_s);
    QCOMPARE(f.services.outcomes(u"key.create"_s), (QStringList{u"intended"_s, u"in_doubt"_s}));
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
    HostileFixture f;
    f.server.play({list({}), answer(status, "{}", {{"Location", "/api/v1/x"}})});
    const auto made = f.create(u"refused"_s);
    QVERIFY(!made);
    QVERIFY(!made.error().outcomeUnknown);
    QCOMPARE(f.services.outcomes(u"key.create"_s), (QStringList{u"intended"_s, u"failed"_s}));
}

void TestServicesHostile::aSecretForAKeyThatWasThereBeforeIsHeldForNobody()
{
    HostileFixture f(list(row("k1", "first")));
    f.sync();
    f.server.play({list(row("k1", "first")),
                   answer(201, row("k1", "second", R"(,"raw_key":")" + newSecret + '"')),
                   list(row("k1", "first") + ',' + row("k2", "second"))});
    const auto made = f.create(u"second"_s);
    QVERIFY(!made);
    QVERIFY(made.error().outcomeUnknown);
    const auto pending = f.pending();
    QCOMPARE(pending->size(), 1);
    QVERIFY2(pending->first().key.isEmpty(), "it is nobody's until somebody says so");
    QVERIFY(pending->first().inKeychain);

    f.sync();
    const auto doubts = f.doubts();
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().held);
    QVERIFY2(doubts->first().meaning.contains(u"not lost"_s), qPrintable(doubts->first().meaning));
    QCOMPARE(doubts->first().candidates.size(), 1);
    const KeyRow second = doubts->first().candidates.first();
    QCOMPARE(second.record.id.toString(), u"k2"_s);
    QVERIFY(outcomeOf(f.services.keyService->settle(doubts->first().operation.id, second.uid)));
    QCOMPARE(f.pending()->first().key, second.uid);
    QVERIFY(outcomeOf(f.services.held->keep(pending->first().id)));
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
    HostileFixture f(readings, u"confident-ai"_s);
    f.sync();
    const KeyRow before = f.keyNamed(u"CI"_s);
    QVERIFY(!before.uid.isEmpty());
    f.server.play({answer(200, R"({"success":true,"data":{"apiKey":)" +
                                   key("2", "confident_us_org_ANOTHERkeysSECRET0123456789") + "}}"),
                   readings});
    const auto rotated = outcomeOf(f.services.keyService->rotate({before.uid, {}, false, true}));
    QVERIFY(!rotated);
    QVERIFY2(rotated.error().outcomeUnknown, qPrintable(rotated.error().message));
    const auto pending = f.pending();
    QCOMPARE(pending->size(), 1);
    QVERIFY(pending->first().key.isEmpty());
    const auto doubts = f.doubts();
    QVERIFY(doubts->first().held);
    QCOMPARE(f.services.outcomes(u"key.rotate"_s), (QStringList{u"intended"_s, u"in_doubt"_s}));
    QCOMPARE(f.keyNamed(u"CI"_s).record.id, before.record.id);
}

void TestServicesHostile::aSecretThatNoListNamesIsFoundForItsDoubt()
{
    HostileFixture f;
    // As a process leaves it that could write nothing more down when the answer came.
    OperationRow sent;
    sent.id = OperationId(newUuid());
    sent.account = f.account.id;
    sent.verb = u"create"_s;
    sent.object = u"key"_s;
    sent.kind = u"organization"_s;
    sent.sentName = u"full disk"_s;
    sent.intendedAt = f.services.clock.now();
    JournalEvent event;
    event.kind = u"key.create"_s;
    event.outcome = u"intended"_s;
    event.account = f.account.id;
    QVERIFY(outcomeOf(f.services.store->beginOperation(sent, event)));
    QVERIFY(outcomeOf(f.services.store->markSent(sent.id)));
    QVERIFY(outcomeOf(f.services.keychain.write(keychainUser::held(sent.id),
                                                secretOf(QString::fromLatin1(newSecret)))));
    f.services.restart();
    QCOMPARE(*outcomeOf(f.services.keyService->recover()), 1);
    QVERIFY(f.pending()->isEmpty());

    const auto doubts = f.doubts();
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().held);
    QVERIFY2(doubts->first().meaning.contains(u"not lost"_s), qPrintable(doubts->first().meaning));
    const auto pending = f.pending();
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().keyName, u"full disk"_s);
    const auto value = outcomeOf(f.services.held->value(pending->first().id, u"reveal"_s));
    QVERIFY(value);
    QCOMPARE((*value)->borrowed(), QByteArrayView(newSecret));
    f.services.restart();
    QCOMPARE(f.pending()->size(), 1);
}

void TestServicesHostile::aRevocationThatTheListDoesNotShowIsOnlyAccepted()
{
    HostileFixture f(list(row("k1", "first")));
    f.sync();
    const KeyRow key = f.keyNamed(u"first"_s);
    f.server.play({answer(200, "{}"), list(row("k1", "first"))});
    const auto revoked = f.revoke(key.uid);
    QVERIFY(revoked);
    QVERIFY(!revoked->verified);
    QVERIFY2(revoked->note.contains(u"still lists"_s), qPrintable(revoked->note));
    QVERIFY(!revoked->key.endedAt);
    QCOMPARE(f.services.outcomes(u"key.revoke"_s), (QStringList{u"intended"_s, u"accepted"_s}));

    f.server.play({answer(200, "{}"), list({})});
    QVERIFY(f.revoke(key.uid)->verified);
    QCOMPARE(f.services.outcomes(u"key.revoke"_s).last(), u"succeeded"_s);
}

void TestServicesHostile::amongManyItIsOnlyAcceptedToo()
{
    HostileFixture f(list(row("k1", "first")));
    f.sync();
    const KeyRow key = f.keyNamed(u"first"_s);
    f.server.play({answer(200, "{}"), list(row("k1", "first"))});
    QSignalSpy changes(f.services.bulk.get(), &BulkService::itemChanged);
    QSignalSpy stopped(f.services.bulk.get(), &BulkService::stopped);
    const auto plan = outcomeOf(f.services.bulk->plan(KeyVerb::Revoke, {std::nullopt, {key.uid}}));
    QVERIFY(plan);
    const auto run = outcomeOf(f.services.bulk->start(*plan));
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 20'000);
    QCOMPARE(changes.constLast().at(2).value<BulkItem>().state, BulkState::Accepted);
    f.services.restart(); // what the store knows, not what this run remembers
    QCOMPARE(outcomeOf(f.services.bulk->items(*run))->constFirst().state, BulkState::Accepted);
    const auto runs = outcomeOf(f.services.bulk->runs(false));
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
        HostileFixture f;
        f.server.play(
            {answer(200, R"({"next":null,"results":[]})", headers),
             answer(201, hostile("9", secret) + R"(,"raw_key":")" + secret + "\"}", headers),
             answer(200, R"({"next":null,"results":[)" + hostile("9", secret) + "}]}", headers)});
        const auto made = f.create(u"hostile"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        f.sync();
        f.server.play(
            {answer(400, R"({"detail":"bad )" + credential.toBase64() + R"("})", headers)});
        f.sync();
        const QByteArray files = allFilesOf(f.services.profile.path());
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
    HostileFixture f(list(row(newSecret, "telltale")));
    f.sync();
    const KeyRow key = f.keyNamed(u"telltale"_s);
    QVERIFY(key.record.id.toString().startsWith(u"secret-sha256-"_s));
    const int before = f.server.count();
    const auto revoked = f.revoke(key.uid);
    QVERIFY(!revoked);
    QCOMPARE(revoked.error().kind, ErrorKind::Unsupported);
    QVERIFY(!revoked.error().next.isEmpty());
    QCOMPARE(f.server.count(), before);
    f.sync();
    QCOMPARE(f.services.keys(f.account.id).size(), 1);
}

QTEST_GUILESS_MAIN(TestServicesHostile)
#include "tst_services_hostile.moc"
