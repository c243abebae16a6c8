// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/syncfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestSync : public QObject
{
    Q_OBJECT
private slots:
    void newKeysAndContainersAreAdded();
    void theSameReadingChangesNothing();
    void aChangeKeepsTheUid();
    void equalIdsInTwoContainersAreTwoKeys();
    void aMissingKeyOfACompleteContainerHasVanished();
    void aMissingKeyThatHadEndedIsExpired();
    void aMissingRevokedKeyStaysRevoked();
    void aMissingKeyOfAnIncompleteContainerStays();
    void anIncompleteReadingOfContainersLosesNone();
    void theKeysOfALostContainerVanish();
    void aKeyThatReturnsLosesItsTombstone();
    void aKeyThatWorksAfterItsEndIsAConflict();
    void aManualKeyIsNeverTouched();
    void theKeyInUseIsMarked();
    void aRepeatedKeyCountsOnce();
    void longAndHostileTextsAreBounded();
    void lastSeenFollowsTheReadings();
    void observationFollowsTheReadings();
    void renamedContainersRenameTheirKeys();
    void theListingIsRemembered();
    void theReadingOfAnUnknownAccountIsRefused();
    void manyContainersAreCompared();
};

void TestSync::newKeysAndContainersAreAdded()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    key.scopes = {u"read"_s, u"write all"_s};
    key.environment = u"production"_s;
    key.createdBy = u"sam"_s;
    key.lastUsed = {Timestamp::fromSeconds(1'789'000'000), 900, LastUsed::Source::Vendor,
                    Timestamp::fromSeconds(1'700'000'000), fixture.clock.now().plusSeconds(3595)};
    key.expiresAt = Timestamp::fromSeconds(1'800'000'000);
    key.details = {{u"region"_s, u"eu \"1\""_s}};
    SyncResult result = fixture.reading({acme, web}, {key, makeKey(u"2"_s, u"Root"_s)});
    result.containerDetails.insert(containerKey(web), {{u"plan"_s, u"pro"_s}});
    const SyncSummary summary = fixture.sync(result);
    QCOMPARE(summary.added, 2);
    QCOMPARE(summary.changed, 0);
    QCOMPARE(summary.vanished, 0);
    QCOMPARE(summary.total, 2);

    const KeyRow row = fixture.only(u"CI"_s);
    QCOMPARE(row.record, key);
    QCOMPARE(row.account, fixture.account.id);
    QCOMPARE(row.firstSeenAt, result.endedAt);
    QVERIFY(!row.uid.isEmpty());
    QVERIFY(!row.vanishedAt);
    const QList<ContainerRow> containers = valueOf(fixture.store->containers({}));
    QCOMPARE(containers.size(), 2);
    QCOMPARE(containers[0].path, acme);
    QCOMPARE(containers[0].keys, 0);
    QCOMPARE(containers[1].path, web);
    QCOMPARE(containers[1].keys, 1);
    QCOMPARE(containers[1].details.first().second, u"pro"_s);
    QCOMPARE(valueOf(fixture.store->accounts()).first().status, result.status);
}

void TestSync::theSameReadingChangesNothing()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    key.lastUsed.observedAt = fixture.clock.now();
    fixture.sync(fixture.reading({acme, web}, {key}));
    const InventorySnapshot before = valueOf(fixture.store->freshSnapshot());
    QCoreApplication::processEvents(); // the signals of what was done so far
    QSignalSpy spy(fixture.store.get(), &Store::changed);
    key.lastUsed.observedAt = fixture.clock.now().plusSeconds(60);
    const SyncSummary summary = fixture.sync(fixture.reading({acme, web}, {key}));
    QCOMPARE(summary.added + summary.changed + summary.vanished, 0);
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY(!spy.first().first().value<ChangeSet>().keys);
    QVERIFY(!spy.first().first().value<ChangeSet>().containers);
    QCOMPARE(valueOf(fixture.store->freshSnapshot()), before);
}

void TestSync::aChangeKeepsTheUid()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    fixture.sync(fixture.reading({acme, web}, {key}));
    const KeyRow before = fixture.only(u"CI"_s);
    key.name = u"CI 2"_s;
    key.state = KeyState::Disabled;
    const SyncSummary summary = fixture.sync(fixture.reading({acme, web}, {key}));
    QCOMPARE(summary.changed, 1);
    QCOMPARE(summary.added, 0);
    const KeyRow after = fixture.only(u"CI 2"_s);
    QCOMPARE(after.uid, before.uid);
    QCOMPARE(after.record.state, KeyState::Disabled);
    QCOMPARE(after.firstSeenAt, before.firstSeenAt);
}

void TestSync::equalIdsInTwoContainersAreTwoKeys()
{
    SyncFixture fixture;
    fixture.sync(
        fixture.reading({acme, web, data}, {makeKey(u"7"_s, u"of the organization"_s, acme),
                                            makeKey(u"7"_s, u"of the project"_s, web)}));
    QVERIFY(fixture.only(u"of the organization"_s).uid != fixture.only(u"of the project"_s).uid);
}

void TestSync::aMissingKeyOfACompleteContainerHasVanished()
{
    SyncFixture fixture;
    fixture.sync(fixture.reading({acme, web}, {makeKey(u"1"_s, u"CI"_s, web)}));
    const SyncResult second = fixture.reading({acme, web}, {});
    const SyncSummary summary = fixture.sync(second);
    QCOMPARE(summary.vanished, 1);
    QCOMPARE(summary.total, 0);
    const KeyRow row = fixture.only(u"CI"_s);
    QCOMPARE(row.record.state, KeyState::Deleted);
    QCOMPARE(row.vanishedAt, second.endedAt);
    QCOMPARE(valueOf(fixture.store->containers(fixture.account.id)).last().keys, 0);
    // It vanishes once.
    QCOMPARE(fixture.sync(fixture.reading({acme, web}, {})).vanished, 0);
    QCOMPARE(fixture.only(u"CI"_s).vanishedAt, second.endedAt);
}

void TestSync::aMissingKeyThatHadEndedIsExpired()
{
    SyncFixture fixture;
    KeyRecord ended = makeKey(u"1"_s, u"ended"_s, web);
    ended.expiresAt = fixture.clock.now().plusSeconds(5000);
    KeyRecord valid = makeKey(u"2"_s, u"valid"_s, web);
    valid.expiresAt = fixture.clock.now().plusSeconds(1'000'000);
    fixture.sync(fixture.reading({acme, web}, {ended, valid}));
    fixture.sync(fixture.reading({acme, web}, {}));
    QCOMPARE(fixture.only(u"ended"_s).record.state, KeyState::Expired);
    QCOMPARE(fixture.only(u"valid"_s).record.state, KeyState::Deleted);
}

void TestSync::aMissingRevokedKeyStaysRevoked()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    key.state = KeyState::Revoked;
    fixture.sync(fixture.reading({acme, web}, {key}));
    fixture.sync(fixture.reading({acme, web}, {}));
    QCOMPARE(fixture.only(u"CI"_s).record.state, KeyState::Revoked);
    QVERIFY(fixture.only(u"CI"_s).vanishedAt);
}

void TestSync::aMissingKeyOfAnIncompleteContainerStays()
{
    SyncFixture fixture;
    fixture.sync(fixture.reading({acme, web}, {makeKey(u"1"_s, u"CI"_s, web)}));
    SyncResult partial = fixture.reading({acme, web}, {makeKey(u"2"_s, u"CD"_s, web)});
    partial.completeContainers = {acme};
    const SyncSummary summary = fixture.sync(partial);
    QCOMPARE(summary.added, 1);
    QCOMPARE(summary.vanished, 0);
    QVERIFY(!fixture.only(u"CI"_s).vanishedAt);
    QCOMPARE(fixture.only(u"CI"_s).record.state, KeyState::Active);
}

void TestSync::anIncompleteReadingOfContainersLosesNone()
{
    SyncFixture fixture;
    fixture.sync(fixture.reading({acme, web}, {makeKey(u"1"_s, u"CI"_s, web)}));
    SyncResult partial = fixture.reading({acme}, {});
    partial.containersComplete = false;
    QCOMPARE(fixture.sync(partial).vanished, 0);
    QCOMPARE(valueOf(fixture.store->containers(fixture.account.id)).size(), 2);
}

void TestSync::theKeysOfALostContainerVanish()
{
    SyncFixture fixture;
    fixture.sync(fixture.reading({acme, web, data},
                                 {makeKey(u"1"_s, u"CI"_s, web), makeKey(u"1"_s, u"ETL"_s, data)}));
    QCOMPARE(fixture.sync(fixture.reading({acme, web}, {makeKey(u"1"_s, u"CI"_s, web)})).vanished,
             1);
    QVERIFY(fixture.only(u"ETL"_s).vanishedAt);
    QVERIFY(!fixture.only(u"CI"_s).vanishedAt);
    QCOMPARE(valueOf(fixture.store->containers(fixture.account.id)).size(), 2);
    // Listed again, it is back.
    fixture.sync(fixture.reading({acme, web, data}, {makeKey(u"1"_s, u"CI"_s, web)}));
    QCOMPARE(valueOf(fixture.store->containers(fixture.account.id)).size(), 3);
}

void TestSync::aKeyThatReturnsLosesItsTombstone()
{
    SyncFixture fixture;
    const KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    fixture.sync(fixture.reading({acme, web}, {key}));
    const KeyUid uid = fixture.only(u"CI"_s).uid;
    fixture.sync(fixture.reading({acme, web}, {}));
    QCOMPARE(fixture.sync(fixture.reading({acme, web}, {key})).changed, 1);
    const KeyRow row = fixture.only(u"CI"_s);
    QCOMPARE(row.uid, uid);
    QVERIFY(!row.vanishedAt);
    QCOMPARE(row.record.state, KeyState::Active);
}

void TestSync::aKeyThatWorksAfterItsEndIsAConflict()
{
    SyncFixture fixture;
    const KeyRecord working = makeKey(u"1"_s, u"CI"_s, web);
    fixture.sync(fixture.reading({acme, web}, {working}));
    const auto end = [&fixture](Timestamp at) {
        KeyRow row = fixture.only(u"CI"_s);
        row.record.state = KeyState::Revoked;
        row.endedAt = at;
        valueOf(fixture.store->putKey(row));
    };
    SyncResult early = fixture.reading({acme, web}, {working});
    end(early.startedAt.plusSeconds(1));
    fixture.sync(early); // what was read before it ended says nothing
    QVERIFY(valueOf(fixture.store->journal({})).isEmpty());

    end(fixture.clock.now());
    for (int i = 0; i < 2; ++i) // once is enough
        fixture.sync(fixture.reading({acme, web}, {working}));
    const QList<JournalLine> lines = valueOf(fixture.store->journal({}));
    QCOMPARE(lines.size(), 1);
    const QJsonObject entry = QJsonDocument::fromJson(lines.constFirst().line).object();
    QCOMPARE(entry[u"kind"], u"key.conflict"_s);
    QCOMPARE(entry[u"vendorId"], u"1"_s);
    const QJsonObject states{{u"here"_s, u"revoked"_s}, {u"vendor"_s, u"active"_s}};
    QCOMPARE(entry[u"detail"].toObject(), states);
}

void TestSync::aManualKeyIsNeverTouched()
{
    SyncFixture fixture;
    KeyRow manual;
    manual.account = fixture.account.id;
    manual.manual = true;
    manual.kept = true;
    manual.record = makeKey(u"manual-"_s + newUuid(), u"by hand"_s);
    manual.record.state = KeyState::Unknown;
    const KeyRow put = valueOf(fixture.store->putKey(manual));
    KeyRecord same = put.record;
    same.name = u"from the vendor"_s;
    fixture.sync(fixture.reading({acme}, {same}));
    fixture.sync(fixture.reading({}, {}));
    QCOMPARE(valueOf(fixture.store->key(put.uid)), put);
}

void TestSync::theKeyInUseIsMarked()
{
    // Ids are unique only within a container: a namesake elsewhere is another key.
    SyncFixture fixture;
    const ContainerPath elsewhere = makePath({u"elsewhere"_s});
    const QList<KeyRecord> keys = {makeKey(u"1"_s, u"mine"_s, acme),
                                   makeKey(u"2"_s, u"other"_s, acme),
                                   makeKey(u"1"_s, u"namesake"_s, elsewhere)};
    SyncResult result = fixture.reading({acme, elsewhere}, keys);
    result.inUse = {keyPlace(acme, VendorKeyId(u"1"_s))};
    fixture.sync(result);
    QVERIFY(fixture.only(u"mine"_s).inUse);
    QVERIFY(!fixture.only(u"other"_s).inUse);
    QVERIFY(!fixture.only(u"namesake"_s).inUse);
    const SyncResult next = fixture.reading({acme, elsewhere}, keys);
    QCOMPARE(fixture.sync(next).changed, 1);
    QVERIFY(!fixture.only(u"mine"_s).inUse);
}

void TestSync::aRepeatedKeyCountsOnce()
{
    SyncFixture fixture;
    const KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    const SyncSummary summary = fixture.sync(fixture.reading({acme, web}, {key, key}));
    QCOMPARE(summary.added, 1);
    QCOMPARE(summary.total, 1);
}

void TestSync::longAndHostileTextsAreBounded()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, QString(10'000, u'x'), web);
    key.createdBy = u"a\u0000b\u001fc"_s;
    key.mask = u"half "_s + QChar(0xd83d);
    key.scopes = {u"two\nlines"_s, u""_s};
    key.details = {{u"note"_s, QString(5000, u'y')}};
    fixture.sync(fixture.reading({acme, web}, {key}));
    const KeyRow row = fixture.only(QString(1000, u'x'));
    QCOMPARE(row.record.createdBy, u"a\ufffdb\ufffdc"_s);
    QCOMPARE(row.record.mask, u"half \ufffd"_s);
    QCOMPARE(row.record.scopes, QStringList{u"two lines"_s});
    QCOMPARE(row.record.details.first().second.size(), 1000);
    // What was made safe is not taken for a change the next time.
    QCOMPARE(fixture.sync(fixture.reading({acme, web}, {key})).changed, 0);
}

void TestSync::lastSeenFollowsTheReadings()
{
    SyncFixture fixture;
    const QList<KeyRecord> keys{makeKey(u"1"_s, u"CI"_s, web), makeKey(u"2"_s, u"CD"_s, web)};
    const SyncResult first = fixture.reading({acme, web}, keys);
    fixture.sync(first);
    const SyncResult second = fixture.reading({acme, web}, keys);
    fixture.sync(second);
    QCOMPARE(fixture.only(u"CI"_s).lastSeenAt, second.endedAt);
    QCOMPARE(fixture.only(u"CI"_s).firstSeenAt, first.endedAt);
    SyncResult partial = fixture.reading({acme, web}, {keys.first()});
    partial.completeContainers.clear();
    fixture.sync(partial);
    QCOMPARE(fixture.only(u"CI"_s).lastSeenAt, partial.endedAt);
    QCOMPARE(fixture.only(u"CD"_s).lastSeenAt, second.endedAt);
    fixture.sync(fixture.reading({acme, web}, {keys.first()}));
    QCOMPARE(fixture.only(u"CD"_s).lastSeenAt, second.endedAt);
}

void TestSync::observationFollowsTheReadings()
{
    SyncFixture fixture;
    KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    key.lastUsed.source = LastUsed::Source::Vendor;
    key.lastUsed.observedAt = fixture.clock.now();
    fixture.sync(fixture.reading({acme, web}, {key}));
    const SyncResult second = fixture.reading({acme, web}, {key});
    fixture.sync(second);
    QCOMPARE(fixture.only(u"CI"_s).record.lastUsed.observedAt, second.startedAt);
}

void TestSync::renamedContainersRenameTheirKeys()
{
    SyncFixture fixture;
    const KeyRecord key = makeKey(u"1"_s, u"CI"_s, web);
    fixture.sync(fixture.reading({acme, web}, {key}));
    ContainerPath renamed = web;
    renamed.last().name = u"Website"_s;
    KeyRecord moved = key;
    moved.container = renamed;
    const SyncSummary summary = fixture.sync(fixture.reading({acme, renamed}, {moved}));
    QCOMPARE(summary.changed, 0);
    QCOMPARE(fixture.only(u"CI"_s).record.container, renamed);
    const InventorySnapshot snapshot = valueOf(fixture.store->freshSnapshot());
    QCOMPARE(snapshot->text(0, KeyColumn::Project), u"ACME / Website"_s);
}

void TestSync::theListingIsRemembered()
{
    SyncFixture fixture;
    QVERIFY(valueOf(fixture.store->lastListing(fixture.account.id)).isEmpty());
    SyncResult result = fixture.reading({acme}, {});
    ListingSource source;
    source.endpoint = u"GET /v1/orgs"_s;
    source.parameters = u"limit=100"_s;
    source.pages = 3;
    source.records = 250;
    source.startedAt = result.startedAt;
    source.endedAt = result.endedAt;
    source.requestIds = {u"r1"_s, u"r2"_s};
    source.problem = u"Page 3 failed."_s;
    source.clockAhead = -7;
    result.containers.sources = {source};
    result.keys.sources = {source};
    fixture.sync(result);
    const QList<ListingSource> read = valueOf(fixture.store->lastListing(fixture.account.id));
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[0].endpoint, source.endpoint);
    QCOMPARE(read[0].parameters, source.parameters);
    QCOMPARE(read[0].pages, source.pages);
    QCOMPARE(read[0].records, source.records);
    QCOMPARE(read[0].startedAt, source.startedAt);
    QCOMPARE(read[0].endedAt, source.endedAt);
    QCOMPARE(read[0].requestIds, source.requestIds);
    QCOMPARE(read[0].problem, source.problem);
    QCOMPARE(read[0].clockAhead, source.clockAhead);
}

void TestSync::theReadingOfAnUnknownAccountIsRefused()
{
    SyncFixture fixture;
    SyncResult result = fixture.reading({acme}, {});
    result.account = AccountId(newUuid());
    const auto outcome = outcomeOf(fixture.store->applySync(result));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
}

void TestSync::manyContainersAreCompared()
{
    SyncFixture fixture;
    QList<ContainerPath> projects{acme};
    QList<KeyRecord> keys;
    for (int p = 0; p < 200; ++p) {
        projects.append(makePath({u"acme"_s, u"p%1"_s.arg(p)}));
        for (int k = 0; k < 100; ++k)
            keys.append(makeKey(QString::number(k), u"key %1-%2"_s.arg(p).arg(k), projects.last()));
    }
    QCOMPARE(fixture.sync(fixture.reading(projects, keys)).added, 20'000);
    keys[4711].name = u"changed"_s;
    keys.removeLast();
    const SyncSummary summary = fixture.sync(fixture.reading(projects, keys));
    QCOMPARE(summary.changed, 1);
    QCOMPARE(summary.vanished, 1);
    QCOMPARE(summary.added, 0);
    QCOMPARE(summary.total, 19'999);
    QCOMPARE(valueOf(fixture.store->freshSnapshot())->size(), 20'000U);
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_store_sync.moc"
