// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tokens.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chatelaine::practice;
using namespace Qt::Literals::StringLiterals;

namespace {

KeyRecord keyIn(const QString &container, const QString &id, const QString &secret)
{
    KeyRecord key;
    key.system = u"tempo"_s;
    key.container = container;
    key.kind = u"key"_s;
    key.id = id;
    key.name = u"name \"quoted\"\n\u202etxt"_s;
    key.digest = digestOf(secret.toUtf8());
    key.scopes = {u"data:read"_s, u"webhooks:read"_s};
    key.createdAt = 1;
    return key;
}

} // namespace

class TestPracticeState : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsFoundByItsSecretOnly();
    void valuesSurviveTheDatabase();
    void aRotationBelongsToItsKey();
    void documentsAreReplaced();
    void listsAreNewestFirstAndPaged();
    void removingAnOrganizationTakesItsProjectsAndKeys();
    void trafficOfOneHourAddsUp();
    void aFailedTransactionLeavesNothing();
    void theClockIsMoved();
    void anUnusableFileThrows();
};

void TestPracticeState::aKeyIsFoundByItsSecretOnly()
{
    State state({});
    QVERIFY(state.isNew());
    state.addKey(keyIn(u"prj"_s, u"1"_s, u"secret one"_s));
    QVERIFY(state.keyBySecret(u"tempo"_s, "secret one"));
    QVERIFY(!state.keyBySecret(u"tempo"_s, "secret two"));
    QVERIFY(!state.keyBySecret(u"tempered"_s, "secret one"));
    const QString digest = state.keys({u"tempo"_s}).first().digest;
    QVERIFY(!state.keyBySecret(u"tempo"_s, digest.toLatin1()));
}

void TestPracticeState::valuesSurviveTheDatabase()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"state.sqlite"_s);
    KeyRecord before = keyIn(u"prj"_s, u"1"_s, u"s"_s);
    before.lastUsedAt = 5;
    before.enabled = false;
    State(file).addKey(before);
    State state(file);
    QVERIFY(!state.isNew());
    const auto after = state.keyById({u"tempo"_s, u"prj"_s}, u"1"_s);
    QVERIFY(after);
    QCOMPARE(after->name, before.name);
    QCOMPARE(after->scopes, before.scopes);
    QCOMPARE(after->enabled, false);
    QCOMPARE(after->lastUsedAt, std::optional<Millis>(5));
    QVERIFY(!after->revokedAt);
}

void TestPracticeState::aRotationBelongsToItsKey()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"state.sqlite"_s);
    {
        State state(file);
        KeyRecord key = keyIn(u"prj"_s, u"1"_s, u"going"_s);
        key.row = state.addKey(key);
        key.rotation = Rotation{digestOf("coming"), u"hint"_s, 17};
        state.updateKey(key);
    }
    State state(file);
    for (const QByteArrayView secret : {"going", "coming"}) {
        const auto key = state.keyBySecret(u"tempo"_s, secret);
        QVERIFY(key && key->rotation);
        QCOMPARE(key->id, u"1"_s);
        QCOMPARE(key->rotation->at, 17);
        QCOMPARE(key->rotation->hint, u"hint"_s);
    }
    QVERIFY(!state.keyBySecret(u"tempered"_s, "coming"));
    // Another key in the same row later must not inherit it.
    state.removeKey(state.keys({u"tempo"_s}).first().row);
    QVERIFY(!state.keyBySecret(u"tempo"_s, "coming"));
    KeyRecord settled = keyIn(u"prj"_s, u"2"_s, u"other"_s);
    settled.row = state.addKey(settled);
    settled.rotation = Rotation{digestOf("next"), {}, 1};
    state.updateKey(settled);
    settled.rotation.reset();
    state.updateKey(settled);
    QVERIFY(!state.keyBySecret(u"tempo"_s, "next"));
}

void TestPracticeState::documentsAreReplaced()
{
    State state({});
    state.addDocument(u"things"_s, u"me"_s, {u"1"_s, {{u"a"_s, 1}}});
    QVERIFY(state.updateDocument(u"things"_s, u"me"_s, {u"1"_s, {{u"b"_s, 2}}}));
    QCOMPARE(state.document(u"things"_s, u"me"_s, u"1"_s)->content, (QJsonObject{{u"b"_s, 2}}));
    QVERIFY(!state.updateDocument(u"things"_s, u"you"_s, {u"1"_s, {}}));
    QVERIFY(!state.document(u"things"_s, u"you"_s, u"1"_s));
    QCOMPARE(state.documents(u"things"_s, u"me"_s).size(), 1);
}

void TestPracticeState::listsAreNewestFirstAndPaged()
{
    State state({});
    for (int i = 1; i <= 5; ++i)
        state.addKey(keyIn(u"prj"_s, QString::number(i), QString::number(i)));
    const KeyFilter filter{u"tempo"_s, u"prj"_s};
    QCOMPARE(state.countKeys(filter), 5);
    const auto page = state.keys(filter, 2, 1);
    QCOMPARE(page.size(), 2);
    QCOMPARE(page[0].id, u"4"_s);
    QCOMPARE(page[1].id, u"3"_s);
    QCOMPARE(state.countKeys({u"tempo"_s, u"other"_s}), 0);
}

void TestPracticeState::removingAnOrganizationTakesItsProjectsAndKeys()
{
    State state({});
    state.addContainer({u"tempo"_s, u"org"_s, {}, u"Org"_s, {}, {}, 1, 1});
    state.addContainer({u"tempo"_s, u"prj"_s, u"org"_s, u"Project"_s, {}, {}, 1, 1});
    state.addContainer({u"tempo"_s, u"other"_s, {}, u"Other"_s, {}, {}, 1, 1});
    state.addKey(keyIn(u"prj"_s, u"1"_s, u"a"_s));
    state.addKey(keyIn(u"other"_s, u"1"_s, u"b"_s));
    KeyFilter ofOrganization{u"tempo"_s};
    ofOrganization.parent = u"org"_s;
    QCOMPARE(state.countKeys(ofOrganization), 1);
    state.removeContainer(u"tempo"_s, u"org"_s);
    QVERIFY(!state.container(u"tempo"_s, u"prj"_s));
    QVERIFY(!state.keyBySecret(u"tempo"_s, "a"));
    QVERIFY(state.keyBySecret(u"tempo"_s, "b"));
}

void TestPracticeState::trafficOfOneHourAddsUp()
{
    State state({});
    const TrafficRecord one{u"org"_s, u"prj"_s, u"key"_s, u"production"_s, u"/v1/blocks"_s, 200,
                            hourMs,   2,        10};
    state.addTraffic(one);
    state.addTraffic(one);
    const auto traffic = state.traffic(u"org"_s, 0, 2 * hourMs);
    QCOMPARE(traffic.size(), 1);
    QCOMPARE(traffic[0].requests, 4);
    QCOMPARE(traffic[0].durationMs, 20);
    QVERIFY(state.traffic(u"org"_s, 2 * hourMs, 3 * hourMs).isEmpty());
}

void TestPracticeState::aFailedTransactionLeavesNothing()
{
    State state({});
    const auto addTwice = [&state] {
        Transaction transaction = state.transaction();
        state.addKey(keyIn(u"prj"_s, u"1"_s, u"a"_s));
        state.addKey(keyIn(u"prj"_s, u"1"_s, u"b"_s)); // the id is taken
        transaction.commit();
    };
    QVERIFY_THROWS_EXCEPTION(DatabaseError, addTwice());
    QCOMPARE(state.countKeys({u"tempo"_s}), 0);
}

void TestPracticeState::theClockIsMoved()
{
    State state({});
    const Millis before = state.now();
    state.setClockOffset(40 * dayMs);
    QVERIFY(state.now() >= before + 40 * dayMs);
    QCOMPARE(parseIsoTime(isoTime(before)), std::optional(before));
    QCOMPARE(parseIsoTime(u"2026-01-01T01:00:00+01:00"), parseIsoTime(u"2026-01-01T00:00:00.000Z"));
    QVERIFY(!parseIsoTime(u"2026-01-01T00:00:00"));
}

void TestPracticeState::anUnusableFileThrows()
{
    QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(DatabaseError, State(folder.path()));
}

QTEST_GUILESS_MAIN(TestPracticeState)
#include "tst_practice_state.moc"
