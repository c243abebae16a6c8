// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"
#include "store/migrations.h"
#include "unit/store/storefixture.h"

#include <QFile>
#include <QJsonArray>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

/** What comes with containers, webhooks and replacements. */
class TestStoreChanges : public QObject
{
    Q_OBJECT
private slots:
    void anOlderDatabaseIsBroughtForward();
    void webhooksAreKeptAsListedAndAsMade();
    void oneReplacementOfAKeyIsOpenAtATime();
    void replacementsAreReadBackWhole();
    void aRenamedContainerIsRenamedForThoseBelowIt();
    void anEndedContainerTakesItsKeysWithIt();
};

namespace {

AccountId addAccount(StoreFixture &fixture, const QString &name)
{
    const AccountRow account = makeAccount(name);
    valueOf(fixture.store->putAccount(account));
    return account.id;
}

WebhookRecord hook(const QString &id, WebhookRecord::State state = WebhookRecord::State::Active)
{
    WebhookRecord record;
    record.id = id;
    record.title = u"Title of "_s + id;
    record.url = u"https://app.example/"_s + id;
    record.events = {u"block:created"_s, u"token:transfer"_s};
    record.state = state;
    record.createdAt = Timestamp::fromSeconds(1'780'000'000);
    return record;
}

Listing<WebhookRecord> listed(const QList<WebhookRecord> &records, const QString &problem = {})
{
    Listing<WebhookRecord> listing;
    listing.items = records;
    ListingSource source;
    source.problem = problem;
    listing.sources.append(source);
    return listing;
}

QStringList idsOf(const QList<WebhookRow> &rows)
{
    QStringList ids;
    for (const WebhookRow &row : rows) {
        if (!row.goneAt)
            ids.append(row.record.id);
    }
    return ids;
}

ReplacementRow replacementOf(const AccountId &account, const KeyUid &key)
{
    ReplacementRow row;
    row.id = ReplacementId(newUuid());
    row.account = account;
    row.oldKey = key;
    row.creation = OperationId(newUuid());
    row.values = {{u"name"_s, u"CI"_s}, {u"scopes"_s, QJsonArray{u"data:read"_s}}};
    row.startedAt = Timestamp::fromSeconds(1'790'000'000);
    return row;
}

KeyRow keyIn(const AccountId &account, const ContainerPath &container, const QString &id,
             KeyState state = KeyState::Active)
{
    KeyRow key;
    key.account = account;
    key.record.container = container;
    key.record.id = VendorKeyId(id);
    key.record.name = u"key "_s + id;
    key.record.state = state;
    return key;
}

/** The file as the first version of the program made it, with one account. */
void makeFirstVersion(const QString &path)
{
    QFile sql(u":/chatelaine/sql/0001_initial.sql"_s);
    if (!sql.open(QIODevice::ReadOnly))
        qFatal("the first migration is missing");
    QString text;
    for (const QString &line : QString::fromUtf8(sql.readAll()).split(u'\n'))
        text += line.startsWith(u"--"_s) ? QString() : line + u'\n';
    Database database(path, Database::Access::ReadWrite);
    for (const QString &statement : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        if (!statement.trimmed().isEmpty())
            database.run(statement);
    }
    database.run(u"INSERT INTO installation (id) VALUES (?)"_s, {newUuid()});
    database.run(u"INSERT INTO accounts (id, name, provider, definition_file, base_url, ca_file,"
                 " credentials, facts, practice, created_at, condition, message, reasons, revision)"
                 " VALUES ('a1', 'Old', 'tempo', '', 'https://old.example', '', '{}', '{}', 0, 0,"
                 " 'fresh', '', '[]', 1)"_s);
    database.run(u"PRAGMA application_id = %1"_s.arg(databaseApplicationId));
    database.run(u"PRAGMA user_version = 1"_s);
}

} // namespace

void TestStoreChanges::anOlderDatabaseIsBroughtForward()
{
    StoreFixture fixture;
    fixture.store.reset();
    QVERIFY(QFile::remove(fixture.file()));
    makeFirstVersion(fixture.file());
    fixture.open();
    const QList<AccountRow> accounts = valueOf(fixture.store->accounts());
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(accounts.first().name, u"Old"_s);
    QVERIFY(accounts.first().pin.isEmpty());
    QVERIFY(valueOf(fixture.store->webhooks(accounts.first().id)).isEmpty());
    QVERIFY(valueOf(fixture.store->openReplacements()).isEmpty());
    QVERIFY(valueOf(fixture.store->bulkRuns(false)).isEmpty());
    QVERIFY(!outcomeOf(fixture.store->putAccount(makeAccount(u"Old"_s))).ok()); // it is written to
    valueOf(fixture.store->putAccount(makeAccount(u"New"_s)));
    QCOMPARE(valueOf(fixture.store->accounts()).size(), 2);
}

void TestStoreChanges::webhooksAreKeptAsListedAndAsMade()
{
    StoreFixture fixture;
    const AccountId account = addAccount(fixture, u"tempo"_s);
    WebhookRow made;
    made.account = account;
    made.record = hook(u"wh_1"_s);
    made.madeBy = OperationId(newUuid());
    const WebhookRow first = valueOf(fixture.store->putWebhook(made));
    QVERIFY(!first.uid.isEmpty());
    QCOMPARE(first.record, made.record);

    // What is listed is the same one; what made it stays known.
    valueOf(fixture.store->applyWebhooks(
        {account, {}, listed({hook(u"wh_1"_s, WebhookRecord::State::Paused), hook(u"wh_2"_s)})}));
    const WebhookRow paused = valueOf(fixture.store->webhook(first.uid));
    QCOMPARE(paused.record.state, WebhookRecord::State::Paused);
    QCOMPARE(paused.madeBy, made.madeBy);
    QCOMPARE(idsOf(valueOf(fixture.store->webhooks(account))), (QStringList{u"wh_1"_s, u"wh_2"_s}));

    // Missing from an incomplete listing is not gone; from a complete one it is.
    valueOf(fixture.store->applyWebhooks({account, {}, listed({hook(u"wh_1"_s)}, u"cut"_s)}));
    QCOMPARE(idsOf(valueOf(fixture.store->webhooks(account))).size(), 2);
    valueOf(fixture.store->applyWebhooks({account, {}, listed({hook(u"wh_1"_s)})}));
    QCOMPARE(idsOf(valueOf(fixture.store->webhooks(account))), QStringList{u"wh_1"_s});
    // Another container's set is another set.
    valueOf(fixture.store->applyWebhooks({account, makePath({u"acme"_s}), listed({})}));
    QCOMPARE(idsOf(valueOf(fixture.store->webhooks(account))), QStringList{u"wh_1"_s});
    fixture.reopen();
    QCOMPARE(valueOf(fixture.store->webhook(first.uid)).record.events, made.record.events);
    const auto none = outcomeOf(fixture.store->webhook(WebhookUid(newUuid())));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
}

void TestStoreChanges::oneReplacementOfAKeyIsOpenAtATime()
{
    StoreFixture fixture;
    const AccountId account = addAccount(fixture, u"tempo"_s);
    const KeyUid key(newUuid());
    ReplacementRow first = replacementOf(account, key);
    valueOf(fixture.store->putReplacement(first));
    const auto second = outcomeOf(fixture.store->putReplacement(replacementOf(account, key)));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    first.step = ReplacementStep::Abandoned;
    first.endedAt = fixture.clock.now();
    valueOf(fixture.store->putReplacement(first));
    valueOf(fixture.store->putReplacement(replacementOf(account, key)));
}

void TestStoreChanges::replacementsAreReadBackWhole()
{
    StoreFixture fixture;
    const AccountId account = addAccount(fixture, u"tempo"_s);
    ReplacementRow row = replacementOf(account, KeyUid(newUuid()));
    JournalEvent event;
    event.kind = u"key.replace"_s;
    event.outcome = u"intended"_s;
    valueOf(fixture.store->putReplacement(row, event));
    QCOMPARE(valueOf(fixture.store->journalLength()), 1);
    row.step = ReplacementStep::Delivering;
    row.newKey = KeyUid(newUuid());
    row.message = u"waiting"_s;
    valueOf(fixture.store->putReplacement(row));
    QCOMPARE(valueOf(fixture.store->journalLength()), 1);
    fixture.reopen();
    const ReplacementRow read = valueOf(fixture.store->replacement(row.id));
    QCOMPARE(read.step, ReplacementStep::Delivering);
    QCOMPARE(read.account, account);
    QCOMPARE(read.oldKey, row.oldKey);
    QCOMPARE(read.newKey, row.newKey);
    QCOMPARE(read.creation, row.creation);
    QCOMPARE(read.values, row.values);
    QCOMPARE(read.startedAt, row.startedAt);
    QCOMPARE(read.message, row.message);
    QCOMPARE(valueOf(fixture.store->openReplacements()).size(), 1);
}

void TestStoreChanges::aRenamedContainerIsRenamedForThoseBelowIt()
{
    StoreFixture fixture;
    const AccountId account = addAccount(fixture, u"tempo"_s);
    ContainerPath project = makePath({u"acme"_s, u"web"_s});
    valueOf(fixture.store->putContainer(account, project.first(1)));
    valueOf(fixture.store->putContainer(account, project));
    project[0].name = u"Acme, Inc."_s;
    valueOf(fixture.store->putContainer(account, project.first(1)));
    const QList<ContainerRow> rows = valueOf(fixture.store->containers(account));
    QCOMPARE(rows.size(), 2);
    for (const ContainerRow &row : rows)
        QCOMPARE(row.path.first().name, u"Acme, Inc."_s);
}

void TestStoreChanges::anEndedContainerTakesItsKeysWithIt()
{
    StoreFixture fixture;
    const AccountId account = addAccount(fixture, u"tempo"_s);
    const ContainerPath organization = makePath({u"acme"_s});
    const ContainerPath web = makePath({u"acme"_s, u"web"_s});
    const ContainerPath other = makePath({u"acme2"_s});
    valueOf(fixture.store->putKey(keyIn(account, web, u"1"_s)));
    valueOf(fixture.store->putKey(keyIn(account, web, u"2"_s, KeyState::Revoked)));
    valueOf(fixture.store->putKey(keyIn(account, other, u"3"_s)));

    OperationRow operation;
    operation.id = OperationId(newUuid());
    operation.account = account;
    operation.verb = u"delete"_s;
    operation.object = u"organization"_s;
    operation.container = organization;
    JournalEvent event;
    event.kind = u"organization.delete"_s;
    event.outcome = u"intended"_s;
    valueOf(fixture.store->beginOperation(operation, event));
    valueOf(fixture.store->markSent(operation.id));
    operation.state = OperationState::Succeeded;
    event.outcome = u"succeeded"_s;
    const QList<KeyRow> ended = valueOf(fixture.store->endContainer(
        operation, event, {account, organization, true}, [](const KeyRow &key) {
            JournalEvent gone;
            gone.kind = u"key.delete"_s;
            gone.outcome = u"succeeded"_s;
            gone.object = key.record.name;
            return gone;
        }));
    QCOMPARE(ended.size(), 2);
    QCOMPARE(valueOf(fixture.store->journalLength()), 4);
    for (const KeyRow &key : valueOf(fixture.store->keysOf(account, {}))) {
        const KeyState expected = key.record.id.toString() == u"1"_s   ? KeyState::Deleted
                                  : key.record.id.toString() == u"2"_s ? KeyState::Revoked
                                                                       : KeyState::Active;
        QCOMPARE(key.record.state, expected);
        QCOMPARE(key.endedAt.has_value(), expected != KeyState::Active);
    }
    const QList<ContainerRow> left = valueOf(fixture.store->containers(account));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().path, other);
}

QTEST_GUILESS_MAIN(TestStoreChanges)
#include "tst_store_changes.moc"
