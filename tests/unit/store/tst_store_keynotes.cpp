// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/storefixture.h"

#include <QJsonDocument>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestStoreKeyNotes : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSaidIsInTheJournalAndIsRead();
    void severalKeysTogetherOrNone();
    void longReasonsAreKeptWhole();
    void notesAreOfTheirKeyOnly();
    void aClockThatWentBackDoesNotHideWhatIsSaidLater();
    void aClockThatWasFarAheadHoldsNothingUp();
    void notesOutliveTheirAccount();
    void aSayingIsTold();
};

namespace {

JournalEvent saying(const KeyRow &key, const QString &owner)
{
    JournalEvent event;
    event.kind = NoteKinds::note;
    event.outcome = u"succeeded"_s;
    event.account = key.account;
    event.vendorId = key.record.id.toString();
    event.container = key.record.container;
    event.detail = noteDetail({{NoteTopic::Owner, owner}});
    return event;
}

KeyRow put(StoreFixture &fixture, const AccountId &account, const QString &id,
           const ContainerPath &container = makePath({u"acme"_s, u"web / 1"_s}))
{
    KeyRow key;
    key.account = account;
    key.record = makeKey(id, u"CI"_s, container);
    return valueOf(fixture.store->putKey(key));
}

AccountRow putAccount(StoreFixture &fixture, const QString &name)
{
    const AccountRow account = makeAccount(name);
    valueOf(fixture.store->putAccount(account));
    return account;
}

QString ownerOf(StoreFixture &fixture, const KeyRow &key)
{
    return valueOf(fixture.store->keyNotes(key.uid)).text(NoteTopic::Owner);
}

} // namespace

void TestStoreKeyNotes::whatIsSaidIsInTheJournalAndIsRead()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"key/ü 1"_s);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    fixture.reopen();
    const KeyNotes notes = valueOf(fixture.store->keyNotes(key.uid));
    QCOMPARE(notes.text(NoteTopic::Owner), u"Noor"_s);
    QCOMPARE(notes.said(NoteTopic::Owner)->by, u"alex@desk"_s);
    QCOMPARE(notes.said(NoteTopic::Owner)->at, fixture.clock.now());
    const auto lines = valueOf(fixture.store->journal({}));
    QCOMPARE(lines.size(), 1);
    const QJsonObject line = QJsonDocument::fromJson(lines.constFirst().line).object();
    QCOMPARE(line.value("kind"_L1).toString(), u"key.note"_s);
    QCOMPARE(line.value("detail"_L1)["set.owner"_L1].toString(), u"Noor"_s);
    QVERIFY(valueOf(fixture.store->verifyJournal()).intact);
}

void TestStoreKeyNotes::severalKeysTogetherOrNone()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow one = put(fixture, account.id, u"k1"_s);
    const KeyRow other = put(fixture, account.id, u"k2"_s);
    JournalEvent refused = saying(other, u"Noor"_s);
    refused.detail.insert(u"half"_s, 0.5); // no canonical JSON
    QVERIFY(!outcomeOf(fixture.store->sayOfKeys({saying(one, u"Noor"_s), refused})));
    QCOMPARE(ownerOf(fixture, one), QString());
    QCOMPARE(valueOf(fixture.store->journalLength()), qint64(0));
    valueOf(fixture.store->sayOfKeys({saying(one, u"Noor"_s), saying(other, u"Kim"_s)}));
    const auto all = valueOf(fixture.store->keyNotesOf(account.id));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.value(one.uid).text(NoteTopic::Owner), u"Noor"_s);
    QCOMPARE(all.value(other.uid).text(NoteTopic::Owner), u"Kim"_s);
}

void TestStoreKeyNotes::longReasonsAreKeptWhole()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    FindingException exception;
    exception.reason = QString(longestNote, u'"');
    exception.approver = QString(longestNote, u'\\');
    exception.until = fixture.clock.now().plusSeconds(3600);
    JournalEvent event = saying(key, {});
    event.kind = NoteKinds::exception;
    event.detail = exceptionDetail(exception);
    valueOf(fixture.store->sayOfKeys({event}));
    const auto kept = valueOf(fixture.store->keyNotes(key.uid)).exceptions();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().reason, exception.reason);
    QCOMPARE(kept.constFirst().approver, exception.approver);
}

void TestStoreKeyNotes::notesAreOfTheirKeyOnly()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const AccountRow twin = putAccount(fixture, u"test"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    const KeyRow elsewhere = put(fixture, account.id, u"k1"_s, makePath({u"acme"_s, u"shop"_s}));
    const KeyRow other = put(fixture, twin.id, u"k1"_s);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    QCOMPARE(ownerOf(fixture, key), u"Noor"_s);
    QCOMPARE(ownerOf(fixture, elsewhere), QString());
    QCOMPARE(ownerOf(fixture, other), QString());
    QCOMPARE(valueOf(fixture.store->keyNotesOf(twin.id)).size(), 0);
    QCOMPARE(valueOf(fixture.store->keyNotesOf(AccountId())).size(), 1);
}

void TestStoreKeyNotes::aClockThatWentBackDoesNotHideWhatIsSaidLater()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    fixture.clock.advance(-86'400);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Kim"_s)}));
    QCOMPARE(ownerOf(fixture, key), u"Kim"_s);
}

void TestStoreKeyNotes::aClockThatWasFarAheadHoldsNothingUp()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    const Timestamp right = fixture.clock.now();
    fixture.clock.advance(1000 * 86'400);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    fixture.clock.set(right);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Kim"_s)}));
    QCOMPARE(ownerOf(fixture, key), u"Kim"_s);
    // Nor for others, who have the right time: the stamp is that of now.
    const auto lines = valueOf(fixture.store->journal({}));
    const QJsonObject last = QJsonDocument::fromJson(lines.constLast().line).object();
    QCOMPARE(last.value("detail"_L1)["stamp"_L1].toInteger(), qint64(right.micros()));
}

void TestStoreKeyNotes::notesOutliveTheirAccount()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    valueOf(fixture.store->removeAccount(account.id));
    QVERIFY(valueOf(fixture.store->keyNotesOf(AccountId())).isEmpty());
    // As an account of the team that is shown here again.
    valueOf(fixture.store->putAccount(account));
    QCOMPARE(ownerOf(fixture, put(fixture, account.id, u"k1"_s)), u"Noor"_s);
}

void TestStoreKeyNotes::aSayingIsTold()
{
    StoreFixture fixture;
    const AccountRow account = putAccount(fixture, u"prod"_s);
    const KeyRow key = put(fixture, account.id, u"k1"_s);
    int told = 0;
    connect(fixture.store.get(), &Store::changed, this,
            [&told](const ChangeSet &changes) { told += changes.notes ? 1 : 0; });
    valueOf(fixture.store->sayOfKeys({saying(key, u"Noor"_s)}));
    QTRY_COMPARE(told, 1);
}

QTEST_GUILESS_MAIN(TestStoreKeyNotes)
#include "tst_store_keynotes.moc"
