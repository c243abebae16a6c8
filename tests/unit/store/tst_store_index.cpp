// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/storefixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const ContainerPath web = makePath({u"acme"_s, u"web"_s});
const ContainerPath data = makePath({u"acme"_s, u"data"_s});

/** A store with one account and keys put one by one. */
class IndexFixture : public StoreFixture
{
public:
    IndexFixture()
        : account(makeAccount(u"Acme"_s))
    {
        valueOf(store->putAccount(account));
    }

    KeyRow put(const KeyRecord &record)
    {
        KeyRow key;
        key.account = account.id;
        key.record = record;
        return valueOf(store->putKey(key));
    }
    InventorySnapshot fresh() { return valueOf(store->freshSnapshot()); }

    AccountRow account;
};

QStringList names(const InventorySnapshot &snapshot, const KeyQuery &query)
{
    QStringList result;
    for (const std::uint32_t row : snapshot->select(query))
        result.append(snapshot->text(row, KeyColumn::Name));
    return result;
}

QStringList found(const InventorySnapshot &snapshot, const QString &text)
{
    KeyQuery query;
    query.text = text;
    return names(snapshot, query);
}

} // namespace

class TestIndex : public QObject
{
    Q_OBJECT
private slots:
    void anEmptyStoreHasAnEmptySnapshot();
    void aRowShowsItsKey();
    void wordsAreFoundInAnyTextColumn();
    void foldingFindsOtherLanguages();
    void aMatchDoesNotSpanColumnsOrRows();
    void filtersHold();
    void aSubtreeIsNotItsNeighbour();
    void unknownTimesAreLastInEitherOrder();
    void aKeyNeverUsedComesBeforeUsedOnes();
    void eachColumnSorts_data();
    void eachColumnSorts();
    void rowsKeepTheirNumbers();
    void removedRowsAreInNoSelection();
    void sameRowTellsChangedRows();
    void aSnapshotDoesNotChange();
    void aNewSnapshotIsTold();
    void renamingReordersProjects();
    void withoutAnIndexNothingIsLoadedUntilAsked();
    void changesGiveWhatANewIndexGives();
};

void TestIndex::anEmptyStoreHasAnEmptySnapshot()
{
    StoreFixture fixture;
    QVERIFY(fixture.store->snapshot());
    QCOMPARE(fixture.store->snapshot()->size(), 0U);
    QVERIFY(valueOf(fixture.store->freshSnapshot())->select({}).empty());
    QVERIFY(!fixture.store->snapshot()->rowOf(KeyUid(newUuid())));
}

void TestIndex::aRowShowsItsKey()
{
    IndexFixture fixture;
    KeyRow key;
    key.account = fixture.account.id;
    key.record = makeKey(u"1"_s, u"CI"_s, web);
    key.record.scopes = {u"read"_s, u"write"_s};
    key.record.environment = u"sandbox"_s;
    key.record.lastUsed.source = LastUsed::Source::Vendor;
    key.record.lastUsed.at = Timestamp::fromSeconds(1'789'000'000);
    key.inUse = true;
    key.kept = true;
    key = valueOf(fixture.store->putKey(key));
    const InventorySnapshot snapshot = fixture.fresh();
    const auto row = snapshot->rowOf(key.uid);
    QVERIFY(row);
    QCOMPARE(snapshot->uid(*row), key.uid);
    QCOMPARE(snapshot->account(*row), fixture.account.id);
    QCOMPARE(snapshot->accountName(*row), u"Acme"_s);
    QCOMPARE(snapshot->provider(*row), fixture.account.provider);
    QCOMPARE(snapshot->text(*row, KeyColumn::Name), u"CI"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Mask), key.record.mask);
    QCOMPARE(snapshot->text(*row, KeyColumn::Kind), u"project"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Scopes), u"read, write"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Environment), u"sandbox"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::State), u"active"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Project), u"ACME / WEB"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Account), u"Acme"_s);
    QCOMPARE(snapshot->text(*row, KeyColumn::Created), QString());
    QCOMPARE(snapshot->time(*row, KeyColumn::Created), key.record.createdAt);
    QCOMPARE(snapshot->time(*row, KeyColumn::LastUsed), key.record.lastUsed.at);
    QCOMPARE(snapshot->time(*row, KeyColumn::Expires), std::nullopt);
    QCOMPARE(snapshot->lastUsedSource(*row), LastUsed::Source::Vendor);
    QVERIFY(snapshot->inUse(*row));
    QVERIFY(snapshot->kept(*row));
    QVERIFY(!snapshot->manual(*row));
}

void TestIndex::wordsAreFoundInAnyTextColumn()
{
    IndexFixture fixture;
    KeyRecord billing = makeKey(u"1"_s, u"Billing Export"_s, web);
    billing.scopes = {u"invoices:read"_s};
    billing.environment = u"production"_s;
    fixture.put(billing);
    fixture.put(makeKey(u"2"_s, u"CI"_s, data));
    const InventorySnapshot snapshot = fixture.fresh();
    QCOMPARE(found(snapshot, u"bILL"_s), QStringList{u"Billing Export"_s});
    QCOMPARE(found(snapshot, u"invoices"_s), QStringList{u"Billing Export"_s});
    QCOMPARE(found(snapshot, u"abc…2"_s), QStringList{u"CI"_s});
    QCOMPARE(found(snapshot, u"production"_s), QStringList{u"Billing Export"_s});
    QCOMPARE(found(snapshot, u"DATA"_s), QStringList{u"CI"_s});
    QCOMPARE(found(snapshot, u"acme project"_s).size(), 2);
    QCOMPARE(found(snapshot, u"  export   web billing "_s), QStringList{u"Billing Export"_s});
    QCOMPARE(found(snapshot, u"export data"_s), QStringList());
    QCOMPARE(found(snapshot, u"nothing"_s), QStringList());
}

void TestIndex::foldingFindsOtherLanguages()
{
    IndexFixture fixture;
    fixture.put(makeKey(u"1"_s, u"SCHLÜSSEL Ключ"_s, web));
    const InventorySnapshot snapshot = fixture.fresh();
    QCOMPARE(found(snapshot, u"schlüssel"_s).size(), 1);
    QCOMPARE(found(snapshot, u"КЛЮЧ"_s).size(), 1);
}

void TestIndex::aMatchDoesNotSpanColumnsOrRows()
{
    IndexFixture fixture;
    KeyRecord first = makeKey(u"1"_s, u"one"_s, web);
    first.mask = u"abc"_s;
    first.scopes = {u"end"_s};
    fixture.put(first);
    fixture.put(makeKey(u"2"_s, u"start"_s, web));
    const InventorySnapshot snapshot = fixture.fresh();
    QVERIFY(found(snapshot, u"oneabc"_s).isEmpty());
    QVERIFY(found(snapshot, u"endstart"_s).isEmpty());
}

void TestIndex::filtersHold()
{
    IndexFixture fixture;
    KeyRecord admin = makeKey(u"1"_s, u"admin"_s, web);
    admin.kind = u"admin"_s;
    fixture.put(admin);
    KeyRecord disabled = makeKey(u"2"_s, u"disabled"_s, data);
    disabled.state = KeyState::Disabled;
    fixture.put(disabled);
    KeyRecord deleted = makeKey(u"3"_s, u"gone"_s, data);
    deleted.state = KeyState::Deleted;
    fixture.put(deleted);
    KeyRow vanished;
    vanished.account = fixture.account.id;
    vanished.record = makeKey(u"4"_s, u"vanished"_s, data);
    vanished.record.state = KeyState::Expired;
    vanished.vanishedAt = fixture.clock.now();
    valueOf(fixture.store->putKey(vanished));
    const AccountRow other = makeAccount(u"Other"_s);
    valueOf(fixture.store->putAccount(other));
    KeyRow foreign;
    foreign.account = other.id;
    foreign.record = makeKey(u"1"_s, u"foreign"_s, web);
    valueOf(fixture.store->putKey(foreign));

    const InventorySnapshot snapshot = fixture.fresh();
    KeyQuery query;
    QCOMPARE(names(snapshot, query).size(), 5);
    query.includeDeleted = false;
    QCOMPARE(names(snapshot, query), (QStringList{u"admin"_s, u"disabled"_s, u"foreign"_s}));
    query.account = fixture.account.id;
    QCOMPARE(names(snapshot, query), (QStringList{u"admin"_s, u"disabled"_s}));
    query.container = containerKey(data);
    QCOMPARE(names(snapshot, query), QStringList{u"disabled"_s});
    query.container = u"acme"_s;
    query.kind = u"admin"_s;
    QCOMPARE(names(snapshot, query), QStringList{u"admin"_s});
    query.kind.clear();
    query.states = {KeyState::Disabled, KeyState::Expired};
    query.includeDeleted = true;
    QCOMPARE(names(snapshot, query), (QStringList{u"disabled"_s, u"vanished"_s}));
}

void TestIndex::aSubtreeIsNotItsNeighbour()
{
    IndexFixture fixture;
    fixture.put(makeKey(u"1"_s, u"in"_s, makePath({u"a"_s, u"p"_s})));
    fixture.put(makeKey(u"1"_s, u"out"_s, makePath({u"ab"_s})));
    KeyQuery query;
    query.account = fixture.account.id;
    query.container = u"a"_s;
    QCOMPARE(names(fixture.fresh(), query), QStringList{u"in"_s});
    QCOMPARE(valueOf(fixture.store->keysOf(fixture.account.id, makePath({u"a"_s}))).size(), 1);
    QCOMPARE(valueOf(fixture.store->keysOf(fixture.account.id, {})).size(), 2);
}

void TestIndex::unknownTimesAreLastInEitherOrder()
{
    IndexFixture fixture;
    for (const auto &[name, expires] :
         {std::pair{u"never"_s, 0}, std::pair{u"late"_s, 900}, std::pair{u"early"_s, 100}}) {
        KeyRecord key = makeKey(name, name, web);
        if (expires != 0)
            key.expiresAt = Timestamp::fromSeconds(expires);
        fixture.put(key);
    }
    KeyQuery query;
    query.sortBy = KeyColumn::Expires;
    QCOMPARE(names(fixture.fresh(), query), (QStringList{u"early"_s, u"late"_s, u"never"_s}));
    query.order = Qt::DescendingOrder;
    QCOMPARE(names(fixture.fresh(), query), (QStringList{u"late"_s, u"early"_s, u"never"_s}));
}

void TestIndex::aKeyNeverUsedComesBeforeUsedOnes()
{
    IndexFixture fixture;
    KeyRecord used = makeKey(u"1"_s, u"used"_s, web);
    used.lastUsed.source = LastUsed::Source::Vendor;
    used.lastUsed.at = Timestamp::fromSeconds(100);
    KeyRecord never = makeKey(u"2"_s, u"never"_s, web);
    never.lastUsed.source = LastUsed::Source::Vendor;
    for (const KeyRecord &key :
         {used, never, makeKey(u"3"_s, u"a vendor that does not say"_s, web)})
        fixture.put(key);
    KeyQuery query;
    query.sortBy = KeyColumn::LastUsed;
    QCOMPARE(names(fixture.fresh(), query),
             (QStringList{u"never"_s, u"used"_s, u"a vendor that does not say"_s}));
    query.order = Qt::DescendingOrder;
    QCOMPARE(names(fixture.fresh(), query),
             (QStringList{u"used"_s, u"never"_s, u"a vendor that does not say"_s}));
}

void TestIndex::eachColumnSorts_data()
{
    QTest::addColumn<KeyColumn>("column");
    QTest::addColumn<QStringList>("ascending");
    QTest::newRow("name") << KeyColumn::Name << QStringList{u"a"_s, u"B"_s, u"c"_s};
    QTest::newRow("mask") << KeyColumn::Mask << QStringList{u"B"_s, u"c"_s, u"a"_s};
    QTest::newRow("kind") << KeyColumn::Kind << QStringList{u"c"_s, u"a"_s, u"B"_s};
    QTest::newRow("scopes") << KeyColumn::Scopes << QStringList{u"c"_s, u"B"_s, u"a"_s};
    QTest::newRow("environment") << KeyColumn::Environment << QStringList{u"B"_s, u"a"_s, u"c"_s};
    QTest::newRow("state") << KeyColumn::State << QStringList{u"c"_s, u"B"_s, u"a"_s};
    QTest::newRow("project") << KeyColumn::Project << QStringList{u"B"_s, u"c"_s, u"a"_s};
    QTest::newRow("created") << KeyColumn::Created << QStringList{u"a"_s, u"c"_s, u"B"_s};
    QTest::newRow("account") << KeyColumn::Account << QStringList{u"a"_s, u"B"_s, u"c"_s};
}

void TestIndex::eachColumnSorts()
{
    QFETCH(const KeyColumn, column);
    QFETCH(const QStringList, ascending);
    IndexFixture fixture;
    struct Row
    {
        QString name, mask, kind, scope, environment, project;
        KeyState state;
        int created;
    };
    const QList<Row> rows{
        {u"c"_s, u"2"_s, u"admin"_s, u"a"_s, u"sandbox"_s, u"n"_s, KeyState::Active, 2},
        {u"a"_s, u"3"_s, u"data"_s, u"c"_s, u"production"_s, u"z"_s, KeyState::Unknown, 1},
        {u"B"_s, u"1"_s, u"data"_s, u"b"_s, u""_s, u"m"_s, KeyState::Disabled, 3},
    };
    for (const Row &row : rows) {
        KeyRecord key = makeKey(row.name, row.name, makePath({row.project}));
        key.mask = row.mask;
        key.kind = row.kind;
        key.scopes = {row.scope};
        key.environment = row.environment;
        key.state = row.state;
        key.createdAt = Timestamp::fromSeconds(row.created);
        fixture.put(key);
    }
    KeyQuery query;
    query.sortBy = column;
    QCOMPARE(names(fixture.fresh(), query), ascending);
    query.order = Qt::DescendingOrder;
    QStringList descending = ascending;
    std::reverse(descending.begin(), descending.end());
    QCOMPARE(names(fixture.fresh(), query), descending);
}

void TestIndex::rowsKeepTheirNumbers()
{
    IndexFixture fixture;
    KeyRow first = fixture.put(makeKey(u"1"_s, u"first"_s, web));
    const KeyRow second = fixture.put(makeKey(u"2"_s, u"second"_s, web));
    const InventorySnapshot before = fixture.fresh();
    first.record.name = u"zzz"_s;
    valueOf(fixture.store->putKey(first));
    const KeyRow third = fixture.put(makeKey(u"3"_s, u"third"_s, data));
    const InventorySnapshot after = fixture.fresh();
    QVERIFY(before != after);
    QCOMPARE(after->rowOf(first.uid), before->rowOf(first.uid));
    QCOMPARE(after->rowOf(second.uid), before->rowOf(second.uid));
    QCOMPARE(after->size(), 3U);
    QVERIFY(!before->rowOf(third.uid));
    QCOMPARE(names(after, {}), (QStringList{u"second"_s, u"third"_s, u"zzz"_s}));
}

void TestIndex::removedRowsAreInNoSelection()
{
    IndexFixture fixture;
    const KeyRow lost = fixture.put(makeKey(u"1"_s, u"lost"_s, web));
    const AccountRow other = makeAccount(u"Other"_s);
    valueOf(fixture.store->putAccount(other));
    KeyRow stays;
    stays.account = other.id;
    stays.record = makeKey(u"1"_s, u"stays"_s, web);
    stays = valueOf(fixture.store->putKey(stays));
    const auto row = fixture.fresh()->rowOf(stays.uid);
    valueOf(fixture.store->removeAccount(fixture.account.id));
    const InventorySnapshot snapshot = fixture.fresh();
    QCOMPARE(snapshot->size(), 1U);
    QVERIFY(!snapshot->rowOf(lost.uid));
    QCOMPARE(snapshot->rowOf(stays.uid), row);
    QVERIFY(found(snapshot, u"lost"_s).isEmpty());
    QCOMPARE(names(snapshot, {}), QStringList{u"stays"_s});
}

void TestIndex::sameRowTellsChangedRows()
{
    IndexFixture fixture;
    KeyRow key = fixture.put(makeKey(u"1"_s, u"CI"_s, web));
    const KeyRow other = fixture.put(makeKey(u"2"_s, u"CD"_s, web));
    const InventorySnapshot before = fixture.fresh();
    key.record.state = KeyState::Disabled;
    valueOf(fixture.store->putKey(key));
    const InventorySnapshot after = fixture.fresh();
    const std::uint32_t row = *before->rowOf(key.uid);
    const std::uint32_t otherRow = *before->rowOf(other.uid);
    QVERIFY(!after->sameRow(row, *before, row));
    QVERIFY(after->sameRow(otherRow, *before, otherRow));
    QVERIFY(!after->sameRow(row, *after, otherRow));
    fixture.account.name = u"Renamed"_s;
    valueOf(fixture.store->putAccount(fixture.account));
    QVERIFY(!fixture.fresh()->sameRow(otherRow, *after, otherRow));
}

void TestIndex::aSnapshotDoesNotChange()
{
    IndexFixture fixture;
    KeyRow key = fixture.put(makeKey(u"1"_s, u"before"_s, web));
    const InventorySnapshot before = fixture.fresh();
    key.record.name = u"after"_s;
    valueOf(fixture.store->putKey(key));
    QCOMPARE(names(fixture.fresh(), {}), QStringList{u"after"_s});
    QCOMPARE(names(before, {}), QStringList{u"before"_s});
}

void TestIndex::aNewSnapshotIsTold()
{
    IndexFixture fixture;
    fixture.fresh();
    QCoreApplication::processEvents();
    QSignalSpy spy(fixture.store.get(), &Store::snapshotChanged);
    fixture.put(makeKey(u"1"_s, u"CI"_s, web));
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(fixture.store->snapshot()->size(), 1U);
    // A journal entry is nothing that the index shows.
    JournalEvent event;
    event.kind = u"report.export"_s;
    valueOf(fixture.store->append(event));
    fixture.fresh();
    QCoreApplication::processEvents();
    QCOMPARE(spy.size(), 1);
}

void TestIndex::renamingReordersProjects()
{
    IndexFixture fixture;
    SyncResult result;
    result.account = fixture.account.id;
    result.containers.items = {makePath({u"a"_s}), makePath({u"b"_s})};
    // So many that the order of a column is made, and kept from snapshot to snapshot.
    for (int i = 0; i < 3000; ++i)
        result.keys.items.append(
            makeKey(QString::number(i), u"key"_s, result.containers.items.at(i % 2)));
    valueOf(fixture.store->applySync(result));
    KeyQuery query;
    query.sortBy = KeyColumn::Project;
    const InventorySnapshot before = fixture.fresh();
    QCOMPARE(before->text(before->select(query).front(), KeyColumn::Project), u"A"_s);
    result.containers.items[0].last().name = u"Z"_s;
    valueOf(fixture.store->applySync(result));
    const InventorySnapshot after = fixture.fresh();
    QCOMPARE(after->text(after->select(query).front(), KeyColumn::Project), u"B"_s);
    QCOMPARE(after->text(after->select(query).back(), KeyColumn::Project), u"Z"_s);
}

void TestIndex::withoutAnIndexNothingIsLoadedUntilAsked()
{
    StoreFixture fixture(false);
    StoreOptions options = fixture.options();
    options.keepIndex = false;
    fixture.store = Store::open(options).value();
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    KeyRow key;
    key.account = account.id;
    key.record = makeKey(u"1"_s, u"CI"_s, web);
    valueOf(fixture.store->putKey(key));
    valueOf(fixture.store->accounts()); // behind whatever the reader had to do
    QCOMPARE(fixture.store->snapshot()->size(), 0U);
    QCOMPARE(valueOf(fixture.store->freshSnapshot())->size(), 1U);
}

/** The order that a query asks for, worked out in the plainest way. */
QStringList expectedNames(QList<KeyRow> keys, const QString &word, KeyColumn sortBy)
{
    keys.removeIf([&word](const KeyRow &key) { return !key.record.name.contains(word); });
    std::sort(keys.begin(), keys.end(), [sortBy](const KeyRow &a, const KeyRow &b) {
        if (sortBy == KeyColumn::Expires && a.record.expiresAt != b.record.expiresAt) {
            if (!a.record.expiresAt || !b.record.expiresAt)
                return a.record.expiresAt.has_value();
            return *a.record.expiresAt < *b.record.expiresAt;
        }
        return a.record.name < b.record.name;
    });
    QStringList result;
    for (const KeyRow &key : keys)
        result.append(key.record.name);
    return result;
}

void TestIndex::changesGiveWhatANewIndexGives()
{
    // Enough rows for several chunks and for orders that are kept from snapshot to snapshot.
    IndexFixture fixture;
    QRandomGenerator random(20'261'122);
    SyncResult result;
    result.account = fixture.account.id;
    for (int i = 0; i < 9000; ++i) {
        KeyRecord key =
            makeKey(QString::number(i), u"k%1"_s.arg(random.generate(), 8, 16, QLatin1Char('0')),
                    i % 2 == 0 ? web : data);
        if (random.bounded(3) > 0)
            key.expiresAt = Timestamp::fromSeconds(random.bounded(1000));
        result.keys.items.append(key);
    }
    valueOf(fixture.store->applySync(result));
    KeyQuery byExpiry;
    byExpiry.sortBy = KeyColumn::Expires;
    for (int round = 0; round < 5; ++round) {
        fixture.fresh()->select(byExpiry); // so that this order is there to be kept
        fixture.fresh()->select({});
        for (int change = 0; change < 40; ++change) {
            KeyRecord &key = result.keys.items[random.bounded(result.keys.items.size())];
            key.name = u"n%1"_s.arg(random.generate(), 8, 16, QLatin1Char('0'));
            key.expiresAt.reset();
        }
        result.keys.items.append(makeKey(u"new%1"_s.arg(round), u"new%1"_s.arg(round), web));
        valueOf(fixture.store->applySync(result));
    }
    const InventorySnapshot kept = fixture.fresh();
    const QList<KeyRow> keys = valueOf(fixture.store->keysOf(fixture.account.id, {}));
    QCOMPARE(kept->size(), std::uint32_t(keys.size()));
    for (const QString &word : {u""_s, u"n"_s, u"k00"_s, u"f1"_s}) {
        for (const KeyColumn column : {KeyColumn::Name, KeyColumn::Expires}) {
            KeyQuery query;
            query.text = word;
            query.sortBy = column;
            QCOMPARE(names(kept, query), expectedNames(keys, word, column));
        }
    }
    for (const KeyRow &key : keys)
        QCOMPARE(kept->uid(*kept->rowOf(key.uid)), key.uid);
    fixture.reopen();
    QCOMPARE(names(fixture.fresh(), byExpiry), names(kept, byExpiry));
}

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_store_index.moc"
