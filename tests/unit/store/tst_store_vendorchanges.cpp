// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/syncfixture.h"

#include "store/vendorchanges.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

using Change = std::function<void(KeyRecord &)>;

/** What a reading shows that others did at the vendor. */
class TestVendorChanges : public QObject
{
    Q_OBJECT
private slots:
    void whatOthersChangedIsWrittenDown_data();
    void whatOthersChangedIsWrittenDown();
    void whatIsNoChangeByOthersIsNot_data();
    void whatIsNoChangeByOthersIsNot();
    void aKeyThatComesBackIsNot();
    void aConflictIsNotToldTwice();
    void whatIsReadAboutTheTimeOfOwnOperationIsNot();
    void whatUndoesAnOwnOperationIs_data();
    void whatUndoesAnOwnOperationIs();
    void theEffectOfAnUnprovenOperationIsNot_data();
    void theEffectOfAnUnprovenOperationIsNot();
    void aLateListAfterARotationIsNot();
    void whatEndedHereMayEndOtherwise();
    void itWasSoWhenItsContainerWasListed();
    void anOwnOperationHidesOnlyWhatItCanChange();
    void itsMakingHidesNothing();
    void theEndOfAnOverlapIsNot();
    void anOwnOperationThatFailedHidesNothing();
    void anAnswerMayHaveLessInItThanAList();
    void aDetailThatCanBeSetIs_data();
    void aDetailThatCanBeSetIs();
    void oneReadingWritesOnlySoMuch_data();
    void oneReadingWritesOnlySoMuch();
};

namespace {

class ChangesFixture : public SyncFixture
{
public:
    ChangesFixture()
        : key(makeKey(u"1"_s, u"CI"_s, web))
    {
        key.scopes = {u"read"_s, u"write"_s};
        key.createdBy = u"kim"_s;
        key.environment = u"production"_s;
        key.expiresAt = Timestamp::fromSeconds(1'800'000'000);
        read();
    }

    /** Reads the key as it is now, an hour later. */
    void read() { sync(reading({acme, web}, {key})); }

    QList<QJsonObject> entries(const QString &kind = u"key.changed_elsewhere"_s)
    {
        QList<QJsonObject> found;
        JournalFilter filter;
        filter.limit = 10'000;
        const QList<JournalLine> lines = valueOf(store->journal(filter));
        for (const JournalLine &line : lines) {
            const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
            if (entry.value("kind"_L1).toString() == kind)
                found.append(entry);
        }
        return found;
    }

    /** Ten seconds after the last thing that happened. */
    SyncResult readingNow()
    {
        clock.advance(-3590);
        return reading({acme, web}, {key});
    }

    /** One of ours about the key, that ends now. */
    void operate(OperationState state = OperationState::Succeeded,
                 const QString &verb = u"disable"_s, const QString &outcome = u"succeeded"_s)
    {
        OperationRow operation;
        operation.id = OperationId(newUuid());
        operation.account = account.id;
        operation.verb = verb;
        operation.object = u"key"_s;
        operation.key = only(u"CI"_s).uid;
        JournalEvent event;
        event.kind = u"key.disable"_s;
        event.outcome = u"intended"_s;
        valueOf(store->beginOperation(operation, event));
        valueOf(store->markSent(operation.id));
        operation.state = state;
        event.outcome = outcome;
        valueOf(store->endOperation(operation, event));
    }

    /** As the answer to an operation of ours had it. */
    void becomes(KeyState state)
    {
        KeyRow row = only(u"CI"_s);
        row.record.state = state;
        row.lastSeenAt = clock.now();
        valueOf(store->putKey(row));
    }

    KeyRecord key;
};

QJsonObject changed(const QString &member, const QString &was, const QString &now)
{
    return {{"was."_L1 + member, was}, {"now."_L1 + member, now}};
}

} // namespace

void TestVendorChanges::whatOthersChangedIsWrittenDown_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QJsonObject>("detail");
    const QString end = Timestamp::fromSeconds(1'800'000'000).toIso();
    const auto row = [](const char *name, const Change &change, const QJsonObject &detail) {
        QTest::newRow(name) << change << detail;
    };
    row(
        "renamed", [](KeyRecord &key) { key.name = u"CD"_s; },
        changed(u"name"_s, u"CI"_s, u"CD"_s));
    row(
        "re-scoped",
        [](KeyRecord &key) {
            key.scopes = {u"write"_s, u"admin"_s, u"read"_s};
        },
        changed(u"scopes"_s, u"read write"_s, u"admin read write"_s));
    row(
        "without scopes", [](KeyRecord &key) { key.scopes.clear(); },
        changed(u"scopes"_s, u"read write"_s, {}));
    row(
        "re-owned", [](KeyRecord &key) { key.createdBy = u"sam"_s; },
        changed(u"owner"_s, u"kim"_s, u"sam"_s));
    row(
        "moved", [](KeyRecord &key) { key.environment = u"sandbox"_s; },
        changed(u"environment"_s, u"production"_s, u"sandbox"_s));
    row(
        "a new secret", [](KeyRecord &key) { key.mask = u"abc…9"_s; },
        changed(u"mask"_s, u"abc…1"_s, u"abc…9"_s));
    row(
        "for ever", [](KeyRecord &key) { key.expiresAt.reset(); }, changed(u"expires"_s, end, {}));
    row(
        "disabled", [](KeyRecord &key) { key.state = KeyState::Disabled; },
        changed(u"state"_s, u"active"_s, u"disabled"_s));
}

void TestVendorChanges::whatOthersChangedIsWrittenDown()
{
    QFETCH(Change, change);
    QFETCH(QJsonObject, detail);
    ChangesFixture fixture;
    const Timestamp before = fixture.clock.now();
    QVERIFY(fixture.entries().isEmpty());
    change(fixture.key);
    fixture.read();
    fixture.read(); // once is enough
    const QList<QJsonObject> entries = fixture.entries();
    QCOMPARE(entries.size(), 1);
    const QJsonObject &entry = entries.constFirst();
    detail.insert("wasSoAt"_L1, before.plusSeconds(-10).toIso()); // when that reading began
    QCOMPARE(entry.value("detail"_L1).toObject(), detail);
    QCOMPARE(entry.value("outcome"_L1).toString(), u"succeeded"_s);
    QCOMPARE(entry.value("vendorId"_L1).toString(), u"1"_s);
    QCOMPARE(entry.value("account"_L1).toString(), fixture.account.id.toString());
    QCOMPARE(entry.value("accountName"_L1).toString(), u"Acme"_s);
    QCOMPARE(entry.value("object"_L1).toString(), fixture.key.name);
    QCOMPARE(entry.value("container"_L1).toString(), containerKey(web));
}

void TestVendorChanges::whatIsNoChangeByOthersIsNot_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) {
        QTest::newRow(name) << change;
    };
    row("the same scopes", [](KeyRecord &key) { key.scopes = {u"write"_s, u"read"_s}; });
    row("a use", [](KeyRecord &key) { key.lastUsed.at = Timestamp::fromSeconds(1'790'000'000); });
    row("an owner that is not said", [](KeyRecord &key) { key.createdBy.clear(); });
    row("a state that is not said", [](KeyRecord &key) { key.state = KeyState::Unknown; });
    row("a detail", [](KeyRecord &key) { key.details = {{u"calls"_s, u"7"_s}}; });
    row("its time is over", [](KeyRecord &key) {
        key.state = KeyState::Expired;
        key.expiresAt = Timestamp::fromSeconds(1'790'000'000);
    });
}

void TestVendorChanges::whatIsNoChangeByOthersIsNot()
{
    QFETCH(Change, change);
    ChangesFixture fixture;
    fixture.key.expiresAt = Timestamp::fromSeconds(1'790'000'000);
    fixture.read();
    const qsizetype known = fixture.entries().size();
    QCOMPARE(known, 1); // the end that was set just now
    change(fixture.key);
    fixture.key.expiresAt = Timestamp::fromSeconds(1'790'000'000);
    fixture.read();
    QCOMPARE(fixture.entries().size(), known);
}

void TestVendorChanges::aConflictIsNotToldTwice()
{
    ChangesFixture fixture;
    KeyRow row = fixture.only(u"CI"_s);
    row.record.state = KeyState::Revoked;
    row.endedAt = fixture.clock.now().plusSeconds(60);
    valueOf(fixture.store->putKey(row));
    fixture.key.createdBy = u"sam"_s;
    fixture.read();
    QCOMPARE(fixture.entries(u"key.conflict"_s).size(), 1);
    const QList<QJsonObject> entries = fixture.entries();
    QCOMPARE(entries.size(), 1);
    QVERIFY(!entries.constFirst()["detail"_L1].toObject().contains("now.state"_L1));
}

void TestVendorChanges::whatIsReadAboutTheTimeOfOwnOperationIsNot()
{
    ChangesFixture fixture;
    SyncResult stale = fixture.reading({acme, web}, {fixture.key});
    fixture.operate();
    KeyRow row = fixture.only(u"CI"_s);
    row.record.state = KeyState::Disabled;
    valueOf(fixture.store->putKey(row));
    fixture.sync(stale); // was read before that
    QVERIFY(fixture.entries().isEmpty());
    fixture.key.state = KeyState::Disabled;
    fixture.read(); // against what was read before that
    QVERIFY(fixture.entries().isEmpty());
    fixture.key.state = KeyState::Active;
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1); // but this is news
}

void TestVendorChanges::anOwnOperationHidesOnlyWhatItCanChange()
{
    ChangesFixture fixture;
    fixture.clock.advance(3600);
    fixture.operate();
    fixture.key.scopes = {u"admin"_s};
    fixture.key.state = KeyState::Disabled;
    fixture.sync(fixture.readingNow());
    QCOMPARE(fixture.entries().size(), 1);
    QVERIFY(!fixture.entries().constFirst()["detail"_L1].toObject().contains("now.state"_L1));
}

void TestVendorChanges::itsMakingHidesNothing()
{
    ChangesFixture fixture;
    fixture.clock.advance(3600);
    fixture.operate(OperationState::Succeeded, u"create"_s);
    fixture.key.state = KeyState::Disabled;
    fixture.sync(fixture.readingNow()); // ten seconds later
    QCOMPARE(fixture.entries().size(), 1);
}

void TestVendorChanges::anOwnOperationThatFailedHidesNothing()
{
    ChangesFixture fixture;
    fixture.clock.advance(3600);
    fixture.operate(OperationState::Failed);
    fixture.key.state = KeyState::Disabled;
    fixture.sync(fixture.readingNow());
    QCOMPARE(fixture.entries().size(), 1);
}

void TestVendorChanges::anAnswerMayHaveLessInItThanAList()
{
    ChangesFixture fixture;
    fixture.clock.advance(1800);
    fixture.operate();
    KeyRow row = fixture.only(u"CI"_s); // as the answer had it
    row.record.scopes.clear();
    row.record.expiresAt.reset();
    valueOf(fixture.store->putKey(row));
    fixture.read();
    QVERIFY(fixture.entries().isEmpty());
}

void TestVendorChanges::aKeyThatComesBackIsNot()
{
    ChangesFixture fixture;
    fixture.sync(fixture.reading({acme, web}, {}));
    fixture.read(); // no vendor has said that it was deleted
    QVERIFY(fixture.entries().isEmpty());
}

void TestVendorChanges::theEndOfAnOverlapIsNot()
{
    ChangesFixture fixture;
    fixture.key.state = KeyState::Rotating;
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1); // that others began
    fixture.key.state = KeyState::Active;
    fixture.key.mask = u"abc…9"_s; // the list shows the new secret only now
    fixture.key.expiresAt = Timestamp::fromSeconds(1'900'000'000);
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1);
    fixture.key.state = KeyState::Rotating;
    fixture.read();
    fixture.key.state = KeyState::Disabled;
    fixture.read();
    QCOMPARE(fixture.entries().size(), 3); // that is no end of an overlap
}

void TestVendorChanges::whatUndoesAnOwnOperationIs_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::newRow("verified") << u"succeeded"_s;
    QTest::newRow("accepted") << u"accepted"_s;
}

void TestVendorChanges::whatUndoesAnOwnOperationIs()
{
    QFETCH(QString, outcome);
    ChangesFixture fixture;
    fixture.clock.advance(1800);
    fixture.operate(OperationState::Succeeded, u"disable"_s, outcome);
    fixture.becomes(KeyState::Disabled);
    const Timestamp answered = fixture.clock.now();
    fixture.read(); // an hour later it works
    QCOMPARE(fixture.entries().size(), 1);
    QCOMPARE(fixture.entries().constFirst()["detail"_L1]["wasSoAt"_L1].toString(),
             answered.toIso());
}

void TestVendorChanges::theEffectOfAnUnprovenOperationIsNot_data()
{
    QTest::addColumn<OperationState>("state");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("accepted") << OperationState::Succeeded << u"accepted"_s;
    QTest::newRow("in doubt") << OperationState::InDoubt << u"in_doubt"_s;
}

void TestVendorChanges::theEffectOfAnUnprovenOperationIsNot()
{
    QFETCH(OperationState, state);
    QFETCH(QString, outcome);
    ChangesFixture fixture;
    fixture.clock.advance(1800);
    fixture.operate(state, u"disable"_s, outcome);
    fixture.key.state = KeyState::Disabled;
    fixture.read(); // an hour later
    QVERIFY(fixture.entries().isEmpty());
    fixture.key.state = KeyState::Active;
    fixture.read(); // that is no effect of it
    QCOMPARE(fixture.entries().size(), 1);
}

void TestVendorChanges::aLateListAfterARotationIsNot()
{
    ChangesFixture fixture;
    fixture.clock.advance(3600);
    fixture.operate(OperationState::Succeeded, u"rotate"_s);
    fixture.becomes(KeyState::Rotating);
    fixture.sync(fixture.readingNow()); // as before
    fixture.key.state = KeyState::Rotating;
    fixture.key.mask = u"abc…9"_s;
    fixture.read();
    QVERIFY(fixture.entries().isEmpty());
    fixture.key.name = u"CD"_s; // which no rotation changes
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1);
}

void TestVendorChanges::whatEndedHereMayEndOtherwise()
{
    ChangesFixture fixture;
    fixture.clock.advance(1800);
    KeyRow row = fixture.only(u"CI"_s);
    row.record.state = KeyState::Deleted;
    row.endedAt = fixture.clock.now();
    valueOf(fixture.store->putKey(row));
    fixture.key.state = KeyState::Disabled; // a vendor's way to keep what is deleted
    fixture.read();
    QVERIFY(fixture.entries().isEmpty());
}

void TestVendorChanges::itWasSoWhenItsContainerWasListed()
{
    ChangesFixture fixture;
    const Timestamp seen = fixture.clock.now().plusSeconds(-10);
    SyncResult partial = fixture.reading({acme, web}, {});
    partial.completeContainers = {ContainerPath(), acme}; // not the one of the key
    fixture.sync(partial);
    fixture.key.name = u"CD"_s;
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1);
    QCOMPARE(fixture.entries().constFirst()["detail"_L1]["wasSoAt"_L1].toString(), seen.toIso());
}

void TestVendorChanges::aDetailThatCanBeSetIs_data()
{
    using Details = QList<std::pair<QString, QString>>;
    const QString label = u"Allowed addresses"_s;
    const Details one{{label, u"192.0.2.1"_s}, {u"Plan"_s, u"pro"_s}};
    QTest::addColumn<Details>("details");
    QTest::addColumn<QJsonObject>("change");
    QTest::newRow("other ones") << Details{{label, u"any"_s}, {u"Plan"_s, u"pro"_s}}
                                << changed(u"addresses"_s, u"192.0.2.1"_s, u"any"_s);
    QTest::newRow("none") << Details() << changed(u"addresses"_s, u"192.0.2.1"_s, {});
    QTest::newRow("the same") << one << QJsonObject();
    QTest::newRow("another language")
        << Details{{u"Erlaubte Adressen"_s, u"192.0.2.1"_s}, {u"Tarif"_s, u"pro"_s}}
        << QJsonObject();
    QTest::newRow("one that cannot be set")
        << Details{{label, u"192.0.2.1"_s}, {u"Plan"_s, u"free"_s}} << QJsonObject();
}

void TestVendorChanges::aDetailThatCanBeSetIs()
{
    using Details = QList<std::pair<QString, QString>>;
    QFETCH(Details, details);
    QFETCH(QJsonObject, change);
    ChangesFixture fixture;
    fixture.key.details = {{u"Allowed addresses"_s, u"192.0.2.1"_s}, {u"Plan"_s, u"pro"_s}};
    fixture.read();
    fixture.key.details = details;
    SyncResult reading = fixture.reading({acme, web}, {fixture.key});
    reading.settings = {{u"Allowed addresses"_s, u"addresses"_s},
                        {u"Erlaubte Adressen"_s, u"addresses"_s}};
    fixture.sync(reading);
    const QList<QJsonObject> entries = fixture.entries();
    QCOMPARE(entries.size(), change.isEmpty() ? 0 : 1);
    if (entries.isEmpty())
        return;
    QJsonObject detail = entries.constFirst().value("detail"_L1).toObject();
    detail.remove("wasSoAt"_L1);
    QCOMPARE(detail, change);
}

void TestVendorChanges::oneReadingWritesOnlySoMuch_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("most");
    QTest::newRow("names") << Change([](KeyRecord &key) { key.name += u'!'; })
                           << VendorChanges::mostKeys;
    QTest::newRow("scopes") << Change([](KeyRecord &key) { key.scopes = {u"admin"_s}; })
                            << VendorChanges::mostKeysOfRights;
}

void TestVendorChanges::oneReadingWritesOnlySoMuch()
{
    QFETCH(Change, change);
    QFETCH(int, most);
    SyncFixture fixture;
    QList<KeyRecord> keys;
    for (int i = 0; i < most + 5; ++i)
        keys.append(makeKey(QString::number(i), u"key %1"_s.arg(i), web));
    fixture.sync(fixture.reading({acme, web}, keys));
    for (KeyRecord &key : keys)
        change(key);
    fixture.sync(fixture.reading({acme, web}, keys));
    JournalFilter filter;
    filter.limit = 10'000;
    const QList<JournalLine> lines = valueOf(fixture.store->journal(filter));
    QCOMPARE(lines.size(), most + 1);
    int others = 0;
    for (const JournalLine &line : lines)
        others += QJsonDocument::fromJson(line.line)["detail"_L1]["others"_L1].toInt();
    QCOMPARE(others, 5);
}

QTEST_GUILESS_MAIN(TestVendorChanges)
#include "tst_store_vendorchanges.moc"
