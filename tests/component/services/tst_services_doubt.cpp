// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"
#include "services/doubts.h"
#include "support/awaited.h"

#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

/** Operations whose answer is lost: found, never repeated, settled only on proof. */
class TestServicesDoubt : public QObject
{
    Q_OBJECT
private slots:
    void lostAnswerLeavesADoubtThatTheNextSyncExplains();
    void requestThatNeverArrivedLeavesADoubtWithoutCandidates();
    void answerWithoutSecretIsAnError();
    void whatADeadProcessLeftIsRecovered();
    void judgement_data();
    void judgement();
};

namespace {

/** An order at Tempered whose kind and scope come from what the provider declares. */
NewKey orderFor(ServiceFixture &fixture, const AccountRow &account, const QString &name)
{
    NewKey order;
    order.account = account.id;
    const auto info = fixture.accounts->providerOf(account.id);
    order.kind = info->kinds.first().id;
    for (const FieldInfo &field : info->kinds.first().verb(KeyVerb::Create)->fields) {
        if (field.isName == QLatin1StringView("name"))
            order.values.insert(field.id, name);
        else if (field.required && !field.options.isEmpty())
            order.values.insert(field.id, field.options.first().value);
    }
    return order;
}

void fault(ServiceFixture &fixture, const QByteArray &action)
{
    fixture.control(
        "POST", QStringLiteral("/faults"),
        R"({"system":"tempered","method":"POST","path":"/api/v1/org/api-keys/","action":")" +
            action + R"(","count":1})");
}

} // namespace

void TestServicesDoubt::lostAnswerLeavesADoubtThatTheNextSyncExplains()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    const int posts = fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST"));
    fault(fixture, "close-after");
    const auto lost = outcomeOf(
        fixture.keyService->create(orderFor(fixture, account, QStringLiteral("lost answer"))));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    QCOMPARE(fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST")), posts + 1);

    fixture.restart();
    QCOMPARE(*outcomeOf(fixture.keyService->recover()), 0);
    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QVERIFY(doubts);
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().certain);
    QCOMPARE(doubts->first().candidates.size(), 1);
    QCOMPARE(doubts->first().candidates.first().record.name, QStringLiteral("lost answer"));
    QCOMPARE(fixture.requestCount(QStringLiteral("tempered"), QStringLiteral("POST")), posts + 1);

    const Doubt doubt = doubts->first();
    QVERIFY(outcomeOf(fixture.keyService->apply(doubt.candidates.first().uid, KeyVerb::Revoke)));
    QVERIFY(
        outcomeOf(fixture.keyService->settle(doubt.operation.id, doubt.candidates.first().uid)));
    QVERIFY(outcomeOf(fixture.keyService->doubts())->isEmpty());
    QVERIFY(!outcomeOf(fixture.keyService->settle(doubt.operation.id, {})));
}

void TestServicesDoubt::requestThatNeverArrivedLeavesADoubtWithoutCandidates()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    fault(fixture, "close-before");
    const auto lost = outcomeOf(
        fixture.keyService->create(orderFor(fixture, account, QStringLiteral("never there"))));
    QVERIFY(!lost);
    QVERIFY(lost.error().outcomeUnknown);
    fixture.sync(account.id);
    const auto doubts = outcomeOf(fixture.keyService->doubts());
    QCOMPARE(doubts->size(), 1);
    QVERIFY(doubts->first().candidates.isEmpty());
    QVERIFY(!doubts->first().certain);
    QVERIFY(outcomeOf(fixture.keyService->settle(doubts->first().operation.id, {})));
}

void TestServicesDoubt::answerWithoutSecretIsAnError()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    fixture.sync(account.id);
    fault(fixture, "no-secret");
    const auto made =
        outcomeOf(fixture.keyService->create(orderFor(fixture, account, QStringLiteral("mute"))));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Protocol);
    QVERIFY(!made.error().message.isEmpty());
    fixture.sync(account.id);
    QVERIFY(!fixture.keyNamed(account.id, QStringLiteral("mute")).uid.isEmpty());
}

void TestServicesDoubt::whatADeadProcessLeftIsRecovered()
{
    ServiceFixture fixture;
    const AccountRow account = fixture.connectTo(QStringLiteral("tempered"));
    // As a process leaves them that is killed: rows without a lock.
    JournalEvent event;
    event.kind = QStringLiteral("key.create");
    event.outcome = QStringLiteral("intended");
    event.account = account.id;
    OperationRow intended;
    intended.id = OperationId(newUuid());
    intended.account = account.id;
    intended.verb = QStringLiteral("create");
    intended.object = QStringLiteral("key");
    intended.sentName = QStringLiteral("not sent");
    intended.intendedAt = fixture.clock.now();
    OperationRow sent = intended;
    sent.id = OperationId(newUuid());
    sent.sentName = QStringLiteral("sent");
    QVERIFY(outcomeOf(fixture.store->beginOperation(intended, event)));
    QVERIFY(outcomeOf(fixture.store->beginOperation(sent, event)));
    QVERIFY(outcomeOf(fixture.store->markSent(sent.id)));

    fixture.restart();
    QCOMPARE(*outcomeOf(fixture.keyService->recover()), 1);
    QCOMPARE(outcomeOf(fixture.store->operation(intended.id))->state, OperationState::Failed);
    QCOMPARE(outcomeOf(fixture.store->operation(sent.id))->state, OperationState::InDoubt);
    QCOMPARE(*outcomeOf(fixture.keyService->recover()), 0);
}

void TestServicesDoubt::judgement_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("secondsAfter");
    QTest::addColumn<bool>("completeBefore");
    QTest::addColumn<int>("candidates");
    QTest::addColumn<bool>("certain");
    QTest::newRow("the one") << "wanted"
                             << "new" << 1 << true << 1 << true;
    QTest::newRow("another name") << "Wanted"
                                  << "new" << 1 << true << 0 << false;
    QTest::newRow("was there before") << "wanted"
                                      << "old" << 1 << true << 0 << false;
    QTest::newRow("made long after") << "wanted"
                                     << "new" << 7200 << true << 1 << false;
    QTest::newRow("list before was incomplete") << "wanted"
                                                << "new" << 1 << false << 1 << false;
}

void TestServicesDoubt::judgement()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    QFETCH(int, secondsAfter);
    QFETCH(bool, completeBefore);
    OperationRow operation;
    operation.verb = QStringLiteral("create");
    operation.sentName = QStringLiteral("wanted");
    operation.idsBefore = {QStringLiteral("old")};
    operation.idsBeforeComplete = completeBefore;
    operation.intendedAt = Timestamp::fromSeconds(1'000'000);
    operation.endedAt = Timestamp::fromSeconds(1'000'010);
    KeyRow key;
    key.record.name = name;
    key.record.id = VendorKeyId(id);
    key.record.state = KeyState::Active;
    key.record.createdAt = operation.intendedAt.plusSeconds(secondsAfter);
    const Doubt doubt = judge(operation, {key});
    QTEST(static_cast<int>(doubt.candidates.size()), "candidates");
    QTEST(doubt.certain, "certain");
    // With a twin nobody can tell which of the two it was.
    KeyRow twin = key;
    twin.record.id = VendorKeyId(id + QStringLiteral("-twin"));
    if (!doubt.candidates.isEmpty())
        QVERIFY(!judge(operation, {key, twin}).certain);
}

QTEST_GUILESS_MAIN(TestServicesDoubt)
#include "tst_services_doubt.moc"
