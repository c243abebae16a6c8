// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/storefixture.h"

#include <QSignalSpy>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestAccounts : public QObject
{
    Q_OBJECT
private slots:
    void anAccountComesBackAsItWasPut();
    void anUpdateKeepsTheInventory();
    void aNameIsTakenOnce();
    void aNameWithoutTextOrWithASlashIsRefused();
    void statusAndFactsAreKept();
    void removingTakesTheInventoryAlong();
    void removingAnUnknownAccountIsNotFound();
    void aChangeIsTold();
    void usageIsReplacedWithinItsTime();
    void usageReadTwiceKeepsWhatTheVendorForgot();
    void quotaHistoryHasEachValueAndEachDay();
    void aThresholdIsToldOncePerPeriod();
    void usageOfAnAccountIsItsOwnOrTheSum();
    void quotasAreTheLastReading();
    void keychainEntriesAreListedAndRemoved();
};

void TestAccounts::anAccountComesBackAsItWasPut()
{
    StoreFixture fixture;
    AccountRow account = makeAccount(u"Acme \"prod\""_s);
    account.definitionFile = u"/etc/vendor.json"_s;
    account.caFile = u"/etc/ca.pem"_s;
    account.pin = QByteArray(31, '\xfe') + '\0';
    account.credentials = {{u"admin"_s, {CredentialSource::Kind::Environment, u"ACME_TOKEN"_s}},
                           {u"data"_s, {CredentialSource::Kind::Keychain, {}}}};
    account.facts = {{u"variant"_s, u"second"_s}};
    account.practice = true;
    account.status.condition = AccountStatus::Condition::Incomplete;
    account.status.message = u"One page failed."_s;
    account.status.asOf = Timestamp::fromMicros(1'790'000'000'123'456);
    account.status.reasons = {u"page 3"_s, u"no right"_s};
    valueOf(fixture.store->putAccount(account));
    fixture.reopen();
    QCOMPARE(valueOf(fixture.store->accounts()), QList<AccountRow>{account});
}

void TestAccounts::anUpdateKeepsTheInventory()
{
    StoreFixture fixture;
    AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    KeyRow key;
    key.account = account.id;
    key.record = makeKey(u"7"_s, u"CI"_s);
    const KeyRow put = valueOf(fixture.store->putKey(key));
    account.name = u"Acme Ltd"_s;
    valueOf(fixture.store->putAccount(account));
    QCOMPARE(valueOf(fixture.store->accounts()).first().name, u"Acme Ltd"_s);
    QCOMPARE(valueOf(fixture.store->key(put.uid)), put);
}

void TestAccounts::aNameIsTakenOnce()
{
    StoreFixture fixture;
    valueOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    const auto outcome = outcomeOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Conflict);
    QVERIFY(outcome.error().message.contains(u"Acme"_s));
    QCOMPARE(valueOf(fixture.store->accounts()).size(), 1);
}

void TestAccounts::aNameWithoutTextOrWithASlashIsRefused()
{
    StoreFixture fixture;
    for (const QString &name : {u""_s, u"a/b"_s}) {
        const auto outcome = outcomeOf(fixture.store->putAccount(makeAccount(name)));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::InvalidRequest);
    }
}

void TestAccounts::statusAndFactsAreKept()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    AccountStatus status;
    status.condition = AccountStatus::Condition::Offline;
    status.message = u"No network."_s;
    valueOf(fixture.store->setAccountStatus(account.id, status));
    valueOf(fixture.store->setAccountFact(account.id, u"header \"form\".x"_s, u"Basic"_s));
    valueOf(fixture.store->setAccountFact(account.id, u"variant"_s, u"2"_s));
    const AccountRow read = valueOf(fixture.store->accounts()).first();
    QCOMPARE(read.status, status);
    const QMap<QString, QString> facts{{u"header \"form\".x"_s, u"Basic"_s},
                                       {u"variant"_s, u"2"_s}};
    QCOMPARE(read.facts, facts);
}

void TestAccounts::removingTakesTheInventoryAlong()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    const AccountRow other = makeAccount(u"Other"_s);
    valueOf(fixture.store->putAccount(account));
    valueOf(fixture.store->putAccount(other));
    for (const AccountId &id : {account.id, other.id}) {
        KeyRow key;
        key.account = id;
        key.record = makeKey(u"7"_s, u"CI"_s, makePath({u"org"_s}));
        valueOf(fixture.store->putKey(key));
    }
    QCOMPARE(valueOf(fixture.store->freshSnapshot())->size(), 2U);
    valueOf(fixture.store->removeAccount(account.id));
    QCOMPARE(valueOf(fixture.store->accounts()), QList<AccountRow>{other});
    QVERIFY(valueOf(fixture.store->containers(account.id)).isEmpty());
    QVERIFY(valueOf(fixture.store->keysOf(account.id, {})).isEmpty());
    const InventorySnapshot snapshot = valueOf(fixture.store->freshSnapshot());
    QCOMPARE(snapshot->size(), 1U);
    const auto rows = snapshot->select({});
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(snapshot->account(rows.front()), other.id);
}

void TestAccounts::removingAnUnknownAccountIsNotFound()
{
    StoreFixture fixture;
    const auto outcome = outcomeOf(fixture.store->removeAccount(AccountId(newUuid())));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
}

void TestAccounts::aChangeIsTold()
{
    StoreFixture fixture;
    QSignalSpy spy(fixture.store.get(), &Store::changed);
    valueOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    QTRY_COMPARE(spy.size(), 1);
    const auto changes = spy.first().first().value<ChangeSet>();
    QVERIFY(changes.accounts);
    QVERIFY(!changes.everything);
    QVERIFY(!changes.journal);
}

void TestAccounts::usageIsReplacedWithinItsTime()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    const auto day = [](int number) {
        return Timestamp::fromSeconds(number * 86400LL);
    };
    const auto sample = [&day](int number, double value) {
        return UsageSample{u"requests"_s, {}, {}, day(number), 86400, value};
    };
    valueOf(fixture.store->putUsage(account.id, {}, {sample(1, 10), sample(2, 20), sample(3, 30)},
                                    day(1), day(4)));
    // As read again, there is no figure for day 2 any more.
    valueOf(
        fixture.store->putUsage(account.id, {}, {sample(1, 10), sample(3, 31)}, day(1), day(4)));
    UsageQuery query;
    query.account = account.id;
    query.from = day(0);
    query.to = day(10);
    const QList<UsageSample> expected{sample(1, 10), sample(3, 31)};
    QCOMPARE(valueOf(fixture.store->usage(query)), expected);
    query.to = day(3);
    QCOMPARE(valueOf(fixture.store->usage(query)).size(), 1);
}

void TestAccounts::usageOfAnAccountIsItsOwnOrTheSum()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    const Timestamp start = Timestamp::fromSeconds(0);
    const Timestamp end = Timestamp::fromSeconds(86400);
    const auto sample = [&start](double value, const QString &place = {}) {
        return UsageSample{u"requests"_s, {}, {}, start, 86400, value, 1, place};
    };
    valueOf(fixture.store->putUsage(account.id, makePath({u"a"_s}), {sample(1)}, start, end));
    valueOf(fixture.store->putUsage(account.id, makePath({u"b"_s}), {sample(2)}, start, end));
    UsageQuery query;
    query.account = account.id;
    query.to = end;
    QCOMPARE(valueOf(fixture.store->usage(query)),
             (QList<UsageSample>{sample(1, u"a"_s), sample(2, u"b"_s)}));
    // What is read of a part of a part counts once.
    valueOf(
        fixture.store->putUsage(account.id, makePath({u"a"_s, u"x"_s}), {sample(1)}, start, end));
    QCOMPARE(valueOf(fixture.store->usage(query)).size(), 2);
    query.container = makePath({u"b"_s});
    QCOMPARE(valueOf(fixture.store->usage(query)), (QList<UsageSample>{sample(2, u"b"_s)}));
    valueOf(fixture.store->putUsage(account.id, {}, {sample(7)}, start, end));
    query.container.clear();
    QCOMPARE(valueOf(fixture.store->usage(query)), QList<UsageSample>{sample(7)});
}

void TestAccounts::quotasAreTheLastReading()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    Quota quota{u"evaluations"_s,           u"Evaluations"_s, u"runs"_s, 10.0, {}, {},
                Timestamp::fromSeconds(100)};
    Quota dropped = quota;
    dropped.id = u"seats"_s;
    valueOf(fixture.store->putQuotas(account.id, {quota, dropped}));
    quota.used = 12;
    quota.limit = 100;
    quota.resetAt = Timestamp::fromSeconds(1000);
    quota.observedAt = Timestamp::fromSeconds(200);
    valueOf(fixture.store->putQuotas(account.id, {quota}));
    QCOMPARE(valueOf(fixture.store->quotas(account.id)), QList<Quota>{quota});
}

void TestAccounts::quotaHistoryHasEachValueAndEachDay()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    constexpr qint64 day = 86'400;
    const auto read = [&](qint64 at, double used) {
        Quota quota{u"evaluations"_s,           u"Evaluations"_s, u"runs"_s, used, 100.0, {},
                    Timestamp::fromSeconds(at), u"all"_s};
        valueOf(fixture.store->putQuotas(account.id, {quota}));
        return quota;
    };
    read(10, 5); // said again by the next
    const Quota first = read(20, 5);
    const Quota second = read(30, 6);
    const Quota nextDay = read(day + 10, 6); // nothing was used: a reading of its own
    const Quota last = read(2 * day, 6);
    const QList<Quota> all{first, second, nextDay, last};
    QCOMPARE(valueOf(fixture.store->quotaHistory(account.id, {})), all);
    QCOMPARE(valueOf(fixture.store->quotaHistory(account.id, nextDay.observedAt)), all.mid(2));
    QCOMPARE(valueOf(fixture.store->quotas(account.id)), QList<Quota>{last});
}

void TestAccounts::aThresholdIsToldOncePerPeriod()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    qint64 now = 0;
    const auto levels = [&](double used, double limit, std::optional<Timestamp> reset) {
        Quota quota{u"runs"_s, u"Runs"_s, {}, used, limit, reset, Timestamp::fromSeconds(++now)};
        valueOf(fixture.store->putQuotas(account.id, {quota}));
        QList<QuotaLevel> told;
        for (const QuotaCrossing &crossing : valueOf(fixture.store->takeQuotaCrossings(account.id)))
            told.append(crossing.level);
        return told;
    };
    const QList<QuotaLevel> nothing;
    const QList<QuotaLevel> warning{QuotaLevel::Warning};
    const QList<QuotaLevel> alarm{QuotaLevel::Alarm};
    const auto reset = std::optional(Timestamp::fromSeconds(100));
    QCOMPARE(levels(79, 100, reset), nothing);
    QCOMPARE(levels(80, 100, reset), warning);
    QCOMPARE(levels(90, 100, reset), nothing);
    QCOMPARE(levels(95, 100, reset), alarm);
    QCOMPARE(levels(70, 100, reset), nothing); // corrected by the vendor, and up again
    QCOMPARE(levels(99, 100, reset), nothing);
    QCOMPARE(levels(180, 200, reset), warning); // a higher limit, and reached as well
    now = 200;
    const auto next = std::optional(Timestamp::fromSeconds(300));
    QCOMPARE(levels(170, 200, next), warning);
    valueOf(fixture.store->putQuotaThresholds(account.id, u"runs"_s, {0.5, 0.85}));
    QCOMPARE(valueOf(fixture.store->quotaThresholds(account.id)).value(u"runs"_s),
             (QuotaThresholds{0.5, 0.85}));
    QCOMPARE(levels(170, 200, next), alarm);
    valueOf(fixture.store->putQuotaThresholds(account.id, u"runs"_s, {}));
    QVERIFY(valueOf(fixture.store->quotaThresholds(account.id)).isEmpty());
    // Without a reset time, falling below the thresholds ends a period.
    QCOMPARE(levels(10, 50, {}), nothing);
    QCOMPARE(levels(45, 50, {}), warning);
    QCOMPARE(levels(46, 50, {}), nothing);
    QCOMPARE(levels(10, 50, {}), nothing);
    QCOMPARE(levels(45, 50, {}), warning);
}

void TestAccounts::usageReadTwiceKeepsWhatTheVendorForgot()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    const auto day = [](int number) {
        return Timestamp::fromSeconds(number * 86400LL);
    };
    const auto sample = [&day](int number, const QString &series) {
        return UsageSample{u"requests"_s, series, {}, day(number), 86400, 1.0 * number};
    };
    valueOf(fixture.store->putUsage(account.id, makePath({u"a"_s}),
                                    {sample(1, {}), sample(2, {}), sample(2, u"key"_s)}, day(1),
                                    day(3)));
    valueOf(
        fixture.store->putUsage(account.id, makePath({u"b"_s}), {sample(2, {})}, day(2), day(3)));
    valueOf(fixture.store->putUsage(account.id, makePath({u"a"_s}), {sample(40, {})}, day(10),
                                    day(41)));
    UsageQuery query;
    query.account = account.id;
    query.container = makePath({u"a"_s});
    query.to = day(100);
    // The vendor answered for all days and had forgotten the first ones.
    valueOf(fixture.store->putUsage(account.id, makePath({u"a"_s}), {sample(41, {})}, day(0),
                                    day(100)));
    QCOMPARE(valueOf(fixture.store->usage(query)).size(), 4);
    query.grain = UsageQuery::Grain::EverySeries;
    QCOMPARE(valueOf(fixture.store->usage(query)).size(), 5);
    query.container.clear();
    query.grain = UsageQuery::Grain::Parts;
    const auto parts = valueOf(fixture.store->usage(query));
    QCOMPARE(parts.size(), 5);
    QCOMPARE(parts.constFirst().series, u"part"_s);
    QCOMPARE(parts.constFirst().group, u"a"_s);
    QCOMPARE(parts.constLast().group, u"b"_s);

    // Of projects too, which are two levels below the account; with the place of each figure.
    valueOf(fixture.store->putUsage(account.id, makePath({u"a"_s, u"p 1"_s}), {sample(41, {})},
                                    day(0), day(100)));
    query.depth = 2;
    const auto projects = valueOf(fixture.store->usage(query));
    QCOMPARE(projects.size(), 1);
    QCOMPARE(projects.constFirst().group, u"a/p%201"_s);
    QCOMPARE(projects.constFirst().place, u"a/p%201"_s);
}

void TestAccounts::keychainEntriesAreListedAndRemoved()
{
    StoreFixture fixture;
    KeychainEntry entry;
    entry.user = u"held/"_s + newUuid();
    entry.purpose = KeychainEntry::Purpose::Held;
    entry.operation = OperationId(newUuid());
    entry.createdAt = Timestamp::fromSeconds(5);
    valueOf(fixture.store->putKeychainEntry(entry));
    const auto entries = valueOf(fixture.store->keychainEntries());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().user, entry.user);
    QCOMPARE(entries.first().purpose, entry.purpose);
    QCOMPARE(entries.first().operation, entry.operation);
    QCOMPARE(entries.first().createdAt, entry.createdAt);
    valueOf(fixture.store->removeKeychainEntry(entry.user));
    QVERIFY(valueOf(fixture.store->keychainEntries()).isEmpty());
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_store_accounts.moc"
