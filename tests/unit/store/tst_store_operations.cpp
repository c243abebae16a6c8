// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/storefixture.h"

#include <QJsonDocument>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestOperations : public QObject
{
    Q_OBJECT
private slots:
    void anOperationAndItsEntryAreCommittedTogether();
    void aRefusedEntryLeavesNoOperation();
    void anOperationGoesOnlyForward();
    void anOperationInDoubtIsSettled();
    void anUnknownOperationIsNotFound();
    void operationsAreListedByState();
    void operationsOutliveTheirAccount();
};

namespace {

OperationRow makeOperation(const AccountId &account)
{
    OperationRow operation;
    operation.id = OperationId(newUuid());
    operation.account = account;
    operation.verb = u"create"_s;
    operation.object = u"key"_s;
    operation.container = makePath({u"acme"_s, u"web"_s});
    operation.kind = u"project"_s;
    operation.sentName = u"CI \"1\""_s;
    operation.idsBefore = {u"a"_s, u"b"_s};
    operation.idsBeforeComplete = true;
    return operation;
}

JournalEvent makeEvent(const OperationRow &operation, const QString &outcome)
{
    JournalEvent event;
    event.kind = u"key.create"_s;
    event.outcome = outcome;
    event.account = operation.account;
    event.object = operation.sentName;
    return event;
}

} // namespace

void TestOperations::anOperationAndItsEntryAreCommittedTogether()
{
    StoreFixture fixture;
    OperationRow operation = makeOperation(AccountId(newUuid()));
    valueOf(fixture.store->beginOperation(operation, makeEvent(operation, u"intended"_s)));
    fixture.clock.advance(1);
    valueOf(fixture.store->markSent(operation.id));
    fixture.clock.advance(1);
    operation.state = OperationState::Succeeded;
    operation.vendorKey = VendorKeyId(u"k1"_s);
    operation.key = KeyUid(newUuid());
    operation.requestId = u"req-1"_s;
    operation.secretHeld = true;
    valueOf(fixture.store->endOperation(operation, makeEvent(operation, u"succeeded"_s)));
    fixture.reopen();

    const OperationRow read = valueOf(fixture.store->operation(operation.id));
    QCOMPARE(read.state, OperationState::Succeeded);
    QCOMPARE(read.account, operation.account);
    QCOMPARE(read.container, operation.container);
    QCOMPARE(read.sentName, operation.sentName);
    QCOMPARE(read.idsBefore, operation.idsBefore);
    QVERIFY(read.idsBeforeComplete);
    QCOMPARE(read.vendorKey, operation.vendorKey);
    QCOMPARE(read.key, operation.key);
    QCOMPARE(read.requestId, operation.requestId);
    QVERIFY(read.secretHeld);
    QCOMPARE(read.sentAt, read.intendedAt.plusSeconds(1));
    QCOMPARE(read.endedAt, read.intendedAt.plusSeconds(2));

    JournalFilter filter;
    filter.operation = operation.id;
    const QList<JournalLine> lines = valueOf(fixture.store->journal(filter));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines[0].line)[u"outcome"].toString(), u"intended"_s);
    QCOMPARE(QJsonDocument::fromJson(lines[1].line)[u"outcome"].toString(), u"succeeded"_s);
}

void TestOperations::aRefusedEntryLeavesNoOperation()
{
    StoreFixture fixture;
    const OperationRow operation = makeOperation(AccountId(newUuid()));
    JournalEvent event = makeEvent(operation, u"intended"_s);
    event.detail = {{u"ratio"_s, 0.5}}; // the journal holds no fractions
    const auto outcome = outcomeOf(fixture.store->beginOperation(operation, event));
    QVERIFY(!outcome);
    QVERIFY(valueOf(fixture.store->operations({})).isEmpty());
    QCOMPARE(valueOf(fixture.store->journalLength()), 0);
}

void TestOperations::anOperationGoesOnlyForward()
{
    StoreFixture fixture;
    OperationRow operation = makeOperation(AccountId(newUuid()));
    const JournalEvent event = makeEvent(operation, u"x"_s);
    valueOf(fixture.store->beginOperation(operation, event));
    operation.state = OperationState::Succeeded; // without having been sent
    auto outcome = outcomeOf(fixture.store->endOperation(operation, event));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    operation.state = OperationState::Failed;
    valueOf(fixture.store->endOperation(operation, event));
    QVERIFY(!outcomeOf(fixture.store->markSent(operation.id)));
    QVERIFY(!outcomeOf(fixture.store->endOperation(operation, event)));
    QCOMPARE(valueOf(fixture.store->operation(operation.id)).state, OperationState::Failed);
    QCOMPARE(valueOf(fixture.store->journalLength()), 2);
}

void TestOperations::anOperationInDoubtIsSettled()
{
    StoreFixture fixture;
    OperationRow operation = makeOperation(AccountId(newUuid()));
    const JournalEvent event = makeEvent(operation, u"x"_s);
    valueOf(fixture.store->beginOperation(operation, event));
    valueOf(fixture.store->markSent(operation.id));
    operation.state = OperationState::InDoubt;
    valueOf(fixture.store->endOperation(operation, event));
    operation.state = OperationState::Settled;
    operation.message = u"The key was found and revoked."_s;
    valueOf(fixture.store->endOperation(operation, event));
    QCOMPARE(valueOf(fixture.store->operation(operation.id)).message, operation.message);
}

void TestOperations::anUnknownOperationIsNotFound()
{
    StoreFixture fixture;
    const auto outcome = outcomeOf(fixture.store->operation(OperationId(newUuid())));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
    QCOMPARE(outcomeOf(fixture.store->markSent(OperationId(newUuid()))).error().kind,
             ErrorKind::NotFound);
}

void TestOperations::operationsAreListedByState()
{
    StoreFixture fixture;
    const OperationRow first = makeOperation(AccountId(newUuid()));
    const OperationRow second = makeOperation(AccountId(newUuid()));
    for (const OperationRow &operation : {first, second})
        valueOf(fixture.store->beginOperation(operation, makeEvent(operation, u"intended"_s)));
    valueOf(fixture.store->markSent(first.id));
    const auto all = valueOf(fixture.store->operations({}));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().id, second.id);
    const auto sent = valueOf(fixture.store->operations(OperationState::Sent));
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().id, first.id);
}

void TestOperations::operationsOutliveTheirAccount()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    const OperationRow operation = makeOperation(account.id);
    valueOf(fixture.store->beginOperation(operation, makeEvent(operation, u"intended"_s)));
    valueOf(fixture.store->removeAccount(account.id));
    QCOMPARE(valueOf(fixture.store->operation(operation.id)).account, account.id);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_store_operations.moc"
