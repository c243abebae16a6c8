// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Containers, updates and rotations where the answer is lost, odd or late.

#include "providerbench.h"
#include "support/awaited.h"
#include "support/scriptedserver.h"

#include <QJsonArray>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const ContainerPath organization{{u"organization"_s, ContainerId(u"org_1"_s), u"Acme"_s}};
const ContainerPath project =
    organization + ContainerPath{{u"project"_s, ContainerId(u"prj_1"_s), u"Web"_s}};

ServerStep answer(int status, const QByteArray &body)
{
    ServerStep step;
    step.status = status;
    step.body = body;
    return step;
}

ServerStep lost()
{
    ServerStep step;
    step.fault = ServerStep::Fault::CloseBeforeAnswer;
    return step;
}

ServerStep projects(const QByteArray &rows)
{
    return answer(200, "{\"data\":[" + rows + "]}");
}

ContainerOrder order(ContainerVerb verb)
{
    ContainerOrder made;
    made.verb = verb;
    made.level = u"project"_s;
    made.container = verb == ContainerVerb::Create ? organization : project;
    if (verb != ContainerVerb::Delete)
        made.values = {{u"name"_s, u"Shop"_s}};
    return made;
}

KeyRecord tempoKey()
{
    KeyRecord key;
    key.container = project;
    key.id = VendorKeyId(u"key_1"_s);
    key.kind = u"project"_s;
    key.state = KeyState::Active;
    return key;
}

QByteArray keyRow(const QByteArray &more)
{
    return R"({"id":"key_1","name":"CI","environment":"production","tokenLast4":"9f3c")" + more +
           '}';
}

} // namespace

class ProvidersChanges : public QObject
{
    Q_OBJECT

private:
    static Bench tempo(const ScriptedServer &server)
    {
        return Bench(u"tempo"_s, server.url().toString(), "session");
    }

private slots:
    void initTestCase() { initializeSecretMemory(); }

    void aNewContainerIsFoundInItsList()
    {
        ScriptedServer server;
        server.play({answer(200, R"({"id":"prj_2","name":"Shop"})"),
                     projects(R"({"id":"prj_1","name":"Web"},{"id":"prj_2","name":"Shop"})")});
        const Bench at = tempo(server);
        const auto made = outcomeOf(at.client->changeContainer(order(ContainerVerb::Create)));
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
        QVERIFY(made->verified);
        QVERIFY(!made->key && made->keyKind.isEmpty());
        QCOMPARE(made->container.size(), 2);
        QCOMPARE(made->container.last().id.toString(), u"prj_2"_s);
        const auto seen = server.requests();
        QCOMPARE(seen[0].method, QByteArray("POST"));
        QCOMPARE(seen[0].target, QByteArray("/v1/orgs/org_1/projects"));
        QCOMPARE(seen[0].body, QByteArray(R"({"name":"Shop"})"));
    }

    void aNewContainerWithoutAnIdIsFoundByItsName_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("id");
        QTest::newRow("one") << QByteArray(R"({"id":"prj_2","name":"Shop"})") << u"prj_2"_s;
        QTest::newRow("two") << QByteArray(
                                    R"({"id":"prj_2","name":"Shop"},{"id":"prj_3","name":"Shop"})")
                             << QString();
        QTest::newRow("none") << QByteArray() << QString();
    }

    void aNewContainerWithoutAnIdIsFoundByItsName()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, id);
        ScriptedServer server;
        server.play({answer(200, "{}"), projects(rows)});
        const Bench at = tempo(server);
        const auto made = outcomeOf(at.client->changeContainer(order(ContainerVerb::Create)));
        QCOMPARE(made.ok(), !id.isEmpty());
        if (!made) {
            QVERIFY2(made.error().outcomeUnknown, "something was made, and nobody can say what");
            return;
        }
        QVERIFY(made->verified);
        QCOMPARE(made->container.last().id.toString(), id);
        QCOMPARE(made->container.last().name, u"Shop"_s);
    }

    void aCreateWhoseAnswerIsLostStaysInDoubt()
    {
        ScriptedServer server;
        server.play({lost(), projects(R"({"id":"prj_2","name":"Shop"})")});
        const Bench at = tempo(server);
        const auto made = outcomeOf(at.client->changeContainer(order(ContainerVerb::Create)));
        QVERIFY(!made.ok());
        QVERIFY(made.error().outcomeUnknown);
        QCOMPARE(server.count(), 1);
    }

    void theListTellsWhatBecameOfALostChange_data()
    {
        QTest::addColumn<ContainerVerb>("verb");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<bool>("done");
        const QByteArray before = R"({"id":"prj_1","name":"Web"})";
        const QByteArray renamed = R"({"id":"prj_1","name":"Shop"})";
        QTest::newRow("renamed") << ContainerVerb::Rename << renamed << true;
        QTest::newRow("not renamed") << ContainerVerb::Rename << before << false;
        QTest::newRow("deleted") << ContainerVerb::Delete << QByteArray() << true;
        QTest::newRow("not deleted") << ContainerVerb::Delete << before << false;
    }

    void theListTellsWhatBecameOfALostChange()
    {
        QFETCH(ContainerVerb, verb);
        QFETCH(QByteArray, rows);
        QFETCH(bool, done);
        ScriptedServer server;
        server.play({lost(), projects(rows)});
        const Bench at = tempo(server);
        const auto changed = outcomeOf(at.client->changeContainer(order(verb)));
        QCOMPARE(changed.ok(), done);
        if (done)
            QVERIFY(changed->verified);
        else
            QVERIFY(changed.error().outcomeUnknown);
        QCOMPARE(server.count(), 2);
    }

    void aYesIsNoProof()
    {
        ScriptedServer server;
        server.play({answer(200, R"({"id":"prj_1"})"), projects(R"({"id":"prj_1","name":"Web"})")});
        const Bench at = tempo(server);
        const auto deleted = outcomeOf(at.client->changeContainer(order(ContainerVerb::Delete)));
        QVERIFY(deleted.ok());
        QVERIFY(!deleted->verified);
        ScriptedServer silent;
        silent.play({answer(200, R"({"id":"prj_1"})"), answer(403, "{}")});
        const Bench later = tempo(silent);
        const auto unseen = outcomeOf(later.client->changeContainer(order(ContainerVerb::Delete)));
        QVERIFY(unseen.ok());
        QVERIFY2(!unseen->verified, "a list that cannot be read proves nothing");
    }

    void wrongOrdersAreNotSent()
    {
        ScriptedServer server;
        const Bench at = tempo(server);
        ContainerOrder elsewhere = order(ContainerVerb::Create);
        elsewhere.container = project;
        ContainerOrder nameless = order(ContainerVerb::Rename);
        nameless.values = {{u"name"_s, QString(101, u'n')}};
        ContainerOrder root = order(ContainerVerb::Delete);
        root.container = {};
        for (const ContainerOrder &wrong : {elsewhere, nameless, root}) {
            QCOMPARE(at.client->validate(wrong).error().kind, ErrorKind::InvalidRequest);
            QVERIFY(!outcomeOf(at.client->changeContainer(wrong)).ok());
        }
        const Bench tempered(u"tempered"_s, server.url().toString(), "prx_admin");
        QCOMPARE(
            outcomeOf(tempered.client->changeContainer(order(ContainerVerb::Create))).error().kind,
            ErrorKind::Unsupported);
        QCOMPARE(server.count(), 0);
    }

    void anUpdateIsBelievedWhenTheListShowsIt_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<bool>("verified");
        QTest::newRow("shown") << keyRow(R"(,"allowedIps":["203.0.113.7","10.0.0.0/8"])") << true;
        QTest::newRow("another") << keyRow(R"(,"allowedIps":["203.0.113.7"])") << false;
        QTest::newRow("not told") << keyRow({}) << false;
    }

    void anUpdateIsBelievedWhenTheListShowsIt()
    {
        QFETCH(QByteArray, row);
        QFETCH(bool, verified);
        ScriptedServer server;
        server.play({answer(200, "{}"), projects(row)});
        const Bench at = tempo(server);
        const QJsonArray wanted{u"10.0.0.0/8"_s, u"203.0.113.7"_s};
        const auto updated = outcomeOf(at.client->update(tempoKey(), {{u"allowedIps"_s, wanted}}));
        QVERIFY(updated.ok());
        QCOMPARE(updated->verified, verified);
        QVERIFY(!updated->note.isEmpty());
        const auto seen = server.requests();
        QCOMPARE(seen[0].method, QByteArray("PATCH"));
        QCOMPARE(seen[0].body, QByteArray(R"({"allowedIps":["10.0.0.0/8","203.0.113.7"]})"));
    }

    void anEmptyListOfAddressesIsSent()
    {
        ScriptedServer server;
        server.play({answer(200, "{}"), projects(keyRow(R"(,"allowedIps":[])"))});
        const Bench at = tempo(server);
        const auto updated =
            outcomeOf(at.client->update(tempoKey(), {{u"allowedIps"_s, QJsonArray()}}));
        QVERIFY(updated.ok());
        QVERIFY(updated->verified);
        QCOMPARE(server.requests().first().body, QByteArray(R"({"allowedIps":[]})"));
    }

    void anUpdateThatWasLostIsLookedFor()
    {
        ScriptedServer server;
        server.play({lost(), projects(keyRow(R"(,"allowedIps":["203.0.113.7"])"))});
        const Bench at = tempo(server);
        const QJsonArray wanted{u"203.0.113.7"_s};
        const auto updated = outcomeOf(at.client->update(tempoKey(), {{u"allowedIps"_s, wanted}}));
        QVERIFY(updated.ok());
        QVERIFY(updated->verified);
        ScriptedServer another;
        another.play({lost(), projects(keyRow({}))});
        const Bench later = tempo(another);
        const auto unknown =
            outcomeOf(later.client->update(tempoKey(), {{u"allowedIps"_s, wanted}}));
        QVERIFY(!unknown.ok());
        QVERIFY(unknown.error().outcomeUnknown);
    }

    void aStateThatForbidsARotationIsToldBeforeItIsSent()
    {
        ScriptedServer server;
        const Bench at(Catalog(QString()).find(ProviderId(u"confident-ai"_s)),
                       server.url().toString(), "confident_us_org_x", {{u"variant"_s, u"v2"_s}});
        KeyRecord key = tempoKey();
        key.kind = u"organization"_s;
        key.state = KeyState::Disabled;
        QCOMPARE(outcomeOf(at.client->rotate({key, {}})).error().kind, ErrorKind::InvalidRequest);
        key.state = KeyState::Expired;
        QVERIFY(!at.client->validate(RotateOrder{key, {}}).ok());
        QVERIFY(at.client->validate(RotateOrder{key, {{u"expires"_s, 86'400}}}).ok());
        QCOMPARE(server.count(), 0);
    }

    void whatAnswersWithASecretIsNotAppliedAsIfItDidNot()
    {
        ScriptedServer server;
        const Bench at(Catalog(QString()).find(ProviderId(u"confident-ai"_s)),
                       server.url().toString(), "confident_us_org_x", {{u"variant"_s, u"v2"_s}});
        KeyRecord key = tempoKey();
        key.kind = u"organization"_s;
        for (const KeyVerb verb : {KeyVerb::Create, KeyVerb::Rotate, KeyVerb::Update}) {
            const auto applied = outcomeOf(at.client->apply(verb, key));
            QCOMPARE(applied.error().kind, ErrorKind::Unsupported);
        }
        QCOMPARE(server.count(), 0);
    }

    void aClientThatGoesWhileItChoosesEndsWell()
    {
        ScriptedServer server;
        ServerStep held;
        held.fault = ServerStep::Fault::Hold;
        server.play({held});
        auto at = std::make_unique<Bench>(Catalog(QString()).find(ProviderId(u"confident-ai"_s)),
                                          server.url().toString(), "confident_us_org_x");
        const auto checked = at->client->check();
        const auto read = at->client->readInventory();
        QVERIFY(QTest::qWaitFor([&] { return server.count() > 0; }, 5000));
        at.reset();
        QVERIFY(QTest::qWaitFor([&] { return checked.isFinished() && read.isFinished(); }, 5000));
        server.release();
    }
};

QTEST_GUILESS_MAIN(ProvidersChanges)
#include "tst_providers_changes.moc"
