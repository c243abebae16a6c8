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
    void aKeyThatComesBackIsWrittenDown();
    void aConflictIsNotToldTwice();
    void whatIsReadAboutTheTimeOfOwnOperationIsNot();
    void whatIsReadLongAfterAnOwnOperationIs();
    void anOwnOperationHidesOnlyWhatItCanChange();
    void itsMakingHidesNothing();
    void theEndOfAnOverlapIsNot();
    void anOwnOperationThatFailedHidesNothing();
    void anAnswerMayHaveLessInItThanAList();
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
                 const QString &verb = u"disable"_s)
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
        event.outcome = u"succeeded"_s;
        valueOf(store->endOperation(operation, event));
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

void TestVendorChanges::aKeyThatComesBackIsWrittenDown()
{
    ChangesFixture fixture;
    fixture.sync(fixture.reading({acme, web}, {}));
    QVERIFY(fixture.entries().isEmpty()); // that is in the inventory
    fixture.read();
    const QList<QJsonObject> entries = fixture.entries();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.constFirst()["detail"_L1]["was.state"_L1].toString(), u"deleted"_s);
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

void TestVendorChanges::whatIsReadLongAfterAnOwnOperationIs()
{
    ChangesFixture fixture;
    fixture.clock.advance(1800);
    fixture.operate();
    fixture.key.state = KeyState::Disabled;
    fixture.read(); // an hour later
    QCOMPARE(fixture.entries().size(), 1);
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

void TestVendorChanges::theEndOfAnOverlapIsNot()
{
    ChangesFixture fixture;
    fixture.key.state = KeyState::Rotating;
    fixture.read();
    QCOMPARE(fixture.entries().size(), 1); // that others began
    fixture.key.state = KeyState::Active;
    fixture.read();
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

void TestVendorChanges::oneReadingWritesOnlySoMuch()
{
    SyncFixture plain;
    QList<KeyRecord> keys;
    for (int i = 0; i < VendorChanges::mostKeys + 5; ++i)
        keys.append(makeKey(QString::number(i), u"key %1"_s.arg(i), web));
    plain.sync(plain.reading({acme, web}, keys));
    for (KeyRecord &key : keys)
        key.name += u'!';
    plain.sync(plain.reading({acme, web}, keys));
    JournalFilter filter;
    filter.limit = 10'000;
    const QList<JournalLine> lines = valueOf(plain.store->journal(filter));
    QCOMPARE(lines.size(), VendorChanges::mostKeys + 1);
    int others = 0;
    for (const JournalLine &line : lines)
        others += QJsonDocument::fromJson(line.line)["detail"_L1]["others"_L1].toInt();
    QCOMPARE(others, 5);
}

QTEST_GUILESS_MAIN(TestVendorChanges)
#include "tst_store_vendorchanges.moc"
