// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failure.h"
#include "store/keys.h"
#include "store/migrations.h"
#include "unit/store/storefixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QSqlError>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class TestOpen : public QObject
{
    Q_OBJECT
private slots:
    void aNewDatabaseIsOurs();
    void theConnectionWorksAsPromised();
    void anUnfitFileIsRefusedAndUntouched_data();
    void anUnfitFileIsRefusedAndUntouched();
    void anEmptyFileBecomesADatabase();
    void anEmptiedDatabaseIsRefused_data();
    void anEmptiedDatabaseIsRefused();
    void aMissingFolderIsSaid();
    void aKilledWritersLogIsRead();
    void errorsSayWhatToDo_data();
    void errorsSayWhatToDo();
    void aFullDatabaseChangesNothing();
    void aFileThatDisappearsIsNoticed();
    void aReplacedFileIsNoticed();
    void everyFutureFinishesWhenTheStoreCloses();
    void aRefMeansOneKey();
    void aNameMeansItsCandidates();
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void runOn(const QString &file, const QStringList &statements)
{
    Database database(file, Database::Access::ReadWrite);
    for (const QString &statement : statements)
        database.run(statement);
}

const QString backToOneFile = u"PRAGMA journal_mode = DELETE"_s;

/** A database as a former run has left it, in one file. */
void makeDatabase(StoreFixture &fixture)
{
    fixture.open();
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    for (int i = 0; i < 50; ++i) {
        KeyRow key;
        key.account = account.id;
        key.record = makeKey(QString::number(i), u"key %1"_s.arg(i));
        valueOf(fixture.store->putKey(key));
    }
    fixture.store.reset();
}

} // namespace

void TestOpen::aNewDatabaseIsOurs()
{
    StoreFixture fixture;
    QVERIFY(!fixture.store->installation().isEmpty());
    Database database(fixture.file(), Database::Access::ReadOnly);
    QCOMPARE(database.number(u"PRAGMA application_id"_s), databaseApplicationId);
    QCOMPARE(database.number(u"PRAGMA user_version"_s), newestSchemaVersion());
    QVERIFY(newestSchemaVersion() >= 1);
}

void TestOpen::theConnectionWorksAsPromised()
{
    StoreFixture fixture(false);
    const auto database = openDatabase(fixture.file());
    QCOMPARE(database->number(u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(database->number(u"PRAGMA secure_delete"_s), 1);
    QCOMPARE(database->number(u"PRAGMA synchronous"_s), 2);
    QVERIFY(database->number(u"PRAGMA busy_timeout"_s).value() >= 5000);
    Rows mode = database->select(u"PRAGMA journal_mode"_s);
    QVERIFY(mode.next());
    QCOMPARE(mode.text(), u"wal"_s);
    const auto reader = openReader(fixture.file());
    QVERIFY_THROWS_EXCEPTION(Failure, reader->run(u"DELETE FROM accounts"_s));
}

void TestOpen::anUnfitFileIsRefusedAndUntouched_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("newer") << u"newer"_s << u"newer version"_s;
    QTest::newRow("another program's") << u"foreign"_s << u"another program"_s;
    QTest::newRow("another program's, without a mark") << u"unmarked"_s << u"another program"_s;
    QTest::newRow("not a database") << u"text"_s << u"damaged"_s;
    QTest::newRow("a damaged page") << u"damaged"_s << u"damaged"_s;
    QTest::newRow("cut off") << u"cut"_s << u"damaged"_s;
    QTest::newRow("a version below zero") << u"negative"_s << u"damaged"_s;
    QTest::newRow("our mark on something else") << u"marked"_s << u"damaged"_s;
    QTest::newRow("our mark without a version") << u"versionless"_s << u"damaged"_s;
    QTest::newRow("no installation") << u"nobody"_s << u"damaged"_s;
    QTest::newRow("one that cannot be brought forward") << u"odd"_s << u"damaged"_s;
}

void TestOpen::anUnfitFileIsRefusedAndUntouched()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, said);
    StoreFixture fixture(false);
    const QString file = fixture.file();
    if (kind == u"text"_s) {
        writeBytes(file, "This is a letter, and a longer one than any header of a file.\n");
    } else if (kind == u"foreign"_s) {
        runOn(file, {u"CREATE TABLE t (x)"_s, u"PRAGMA application_id = 77"_s});
    } else if (kind == u"marked"_s || kind == u"versionless"_s) {
        const int version = kind == u"marked"_s ? newestSchemaVersion() : 0;
        runOn(file,
              {u"CREATE TABLE t (x)"_s, u"PRAGMA application_id = %1"_s.arg(databaseApplicationId),
               u"PRAGMA user_version = %1"_s.arg(version)});
    } else if (kind == u"unmarked"_s) {
        runOn(file, {u"CREATE TABLE t (x)"_s});
    } else {
        makeDatabase(fixture);
        QByteArray bytes = bytesOf(file);
        if (kind == u"newer"_s)
            runOn(file,
                  {backToOneFile, u"PRAGMA user_version = %1"_s.arg(newestSchemaVersion() + 1)});
        else if (kind == u"negative"_s)
            runOn(file, {backToOneFile, u"PRAGMA user_version = -1"_s});
        else if (kind == u"nobody"_s)
            runOn(file, {backToOneFile, u"DELETE FROM installation"_s});
        else if (kind == u"odd"_s) // its second migration has been made already
            runOn(file, {backToOneFile, u"PRAGMA user_version = 1"_s});
        else if (kind == u"cut"_s)
            writeBytes(file, bytes.first(bytes.size() / 2));
        else
            writeBytes(file, bytes.replace(4096, 8 * 4096, QByteArray(8 * 4096, '\x5a')));
    }
    const QByteArray before = bytesOf(file);
    const auto outcome = Store::open(fixture.options());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Storage);
    QVERIFY2(outcome.error().message.contains(said), qPrintable(outcome.error().message));
    QVERIFY(!outcome.error().next.isEmpty());
    QCOMPARE(bytesOf(file), before);
}

void TestOpen::anEmptyFileBecomesADatabase()
{
    StoreFixture fixture(false);
    writeBytes(fixture.file(), {});
    fixture.open();
    QVERIFY(valueOf(fixture.store->accounts()).isEmpty());
}

void TestOpen::anEmptiedDatabaseIsRefused_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<bool>("hasLog");
    QTest::addColumn<bool>("hadOne");
    QTest::addColumn<bool>("refused");
    QTest::newRow("emptied") << true << false << true << true;
    QTest::newRow("emptied, with a log") << true << true << false << true;
    QTest::newRow("gone, with a log") << false << true << false << true;
    QTest::newRow("moved away") << false << false << true << false;
    QTest::newRow("new") << false << false << false << false;
}

void TestOpen::anEmptiedDatabaseIsRefused()
{
    QFETCH(bool, isThere);
    QFETCH(bool, hasLog);
    QFETCH(bool, hadOne);
    QFETCH(bool, refused);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"chatelaine.sqlite"_s);
    const QByteArray log(4096, 'w');
    if (isThere)
        writeBytes(file, {});
    if (hasLog)
        writeBytes(file + u"-wal"_s, log);
    QString message;
    try {
        openDatabase(file, hadOne);
    } catch (const Failure &failure) {
        message = failure.error.message;
        QVERIFY(failure.error.next.contains(u"backup"_s));
    }
    QVERIFY2(message.isEmpty() != refused, qPrintable(message));
    if (!refused)
        return;
    QVERIFY(message.contains(file));
    QCOMPARE(QFileInfo(file).size(), 0);
    QCOMPARE(bytesOf(file + u"-wal"_s), hasLog ? log : QByteArray());
}

void TestOpen::aMissingFolderIsSaid()
{
    StoreFixture fixture(false);
    StoreOptions options = fixture.options();
    options.file = fixture.path(u"nowhere/chatelaine.sqlite"_s);
    const auto outcome = Store::open(options);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Storage);
    QVERIFY(outcome.error().message.contains(u"nowhere"_s));
    QVERIFY(!outcome.error().next.isEmpty());
}

void TestOpen::aKilledWritersLogIsRead()
{
    StoreFixture fixture;
    valueOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    // The files as they are when a process is killed: everything is still in the write-ahead log.
    StoreFixture copy(false);
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(fixture.file() + suffix, copy.file() + suffix));
    copy.open();
    QCOMPARE(valueOf(copy.store->accounts()).size(), 1);
    QCOMPARE(copy.store->installation(), fixture.store->installation());
}

void TestOpen::errorsSayWhatToDo_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("busy") << 5 << u"busy"_s;
    QTest::newRow("busy, as SQLite extends it") << (5 | (2 << 8)) << u"busy"_s;
    QTest::newRow("read-only") << 8 << u"cannot be written"_s;
    QTest::newRow("moved") << (8 | (4 << 8)) << u"cannot be written"_s;
    QTest::newRow("disk") << 10 << u"failed"_s;
    QTest::newRow("corrupt") << 11 << u"damaged"_s;
    QTest::newRow("full") << 13 << u"full"_s;
    QTest::newRow("cannot open") << 14 << u"cannot be opened"_s;
    QTest::newRow("not a database") << 26 << u"damaged"_s;
}

void TestOpen::errorsSayWhatToDo()
{
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const QSqlError sql(u"driver"_s, u"database"_s, QSqlError::StatementError,
                        QString::number(code));
    const Error error = StorageErrors::from(sql, u"/profile/chatelaine.sqlite"_s);
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(said), qPrintable(error.message));
    QVERIFY(error.message.contains(u"chatelaine.sqlite"_s));
    QVERIFY(!error.next.isEmpty());
}

void TestOpen::aFullDatabaseChangesNothing()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    valueOf(fixture.store->putAccount(account));
    const auto database = openDatabase(fixture.file());
    const qint64 pages = database->number(u"PRAGMA page_count"_s).value();
    database->run(u"PRAGMA max_page_count = %1"_s.arg(pages + 2));
    const JournalAuthor author;
    const QString installation = fixture.store->installation();
    std::optional<Error> error;
    try {
        Transaction transaction(*database, Transaction::Kind::Write);
        Writing writing(*database, fixture.clock.now(), installation, author);
        for (int i = 0; i < 1000; ++i) {
            KeyRow key;
            key.account = account.id;
            key.record = makeKey(QString::number(i), QString(900, u'x'));
            chatelaine::putKey(writing, key);
        }
        transaction.commit();
    } catch (const Failure &failure) {
        error = failure.error;
    }
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Storage);
    QVERIFY2(error->message.contains(u"full"_s), qPrintable(error->message));
    QVERIFY(!error->next.isEmpty());
    // The connection is as good as before, and so are the others.
    QCOMPARE(database->number(u"SELECT count(*) FROM keys"_s), 0);
    QVERIFY(valueOf(fixture.store->keysOf(account.id, {})).isEmpty());
    KeyRow key;
    key.account = account.id;
    key.record = makeKey(u"1"_s, u"CI"_s);
    valueOf(fixture.store->putKey(key));
}

void TestOpen::aFileThatDisappearsIsNoticed()
{
    StoreFixture fixture;
    valueOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    QVERIFY(QFile::remove(fixture.file()));
    const auto outcome = outcomeOf(fixture.store->putAccount(makeAccount(u"Other"_s)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Storage);
    QVERIFY(outcome.error().message.contains(u"deleted"_s));
    QVERIFY(!outcome.error().next.isEmpty());
}

void TestOpen::aReplacedFileIsNoticed()
{
    StoreFixture fixture;
    valueOf(fixture.store->putAccount(makeAccount(u"Acme"_s)));
    QVERIFY(QFile::rename(fixture.file(), fixture.path(u"moved"_s)));
    writeBytes(fixture.file(), "another file");
    const auto outcome = outcomeOf(fixture.store->putAccount(makeAccount(u"Other"_s)));
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.contains(u"moved"_s));
    QCOMPARE(bytesOf(fixture.file()), "another file"_ba);
}

void TestOpen::everyFutureFinishesWhenTheStoreCloses()
{
    StoreFixture fixture;
    QList<FutureOutcome<Done>> writes;
    QList<FutureOutcome<QList<AccountRow>>> reads;
    for (int i = 0; i < 200; ++i) {
        writes.append(fixture.store->putAccount(makeAccount(QString::number(i))));
        reads.append(fixture.store->accounts());
    }
    fixture.store.reset();
    int cancelled = 0;
    int done = 0;
    for (const auto &future : writes) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 1);
        const auto outcome = future.result();
        (outcome.ok() ? done : cancelled) += 1;
        if (!outcome)
            QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
        else
            QCOMPARE(cancelled, 0); // in order: nothing is done after something was not
    }
    for (const auto &future : reads)
        QVERIFY(future.isFinished() && future.resultCount() == 1);
    fixture.open();
    QCOMPARE(valueOf(fixture.store->accounts()).size(), done);
}

void TestOpen::aRefMeansOneKey()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme Ltd"_s);
    valueOf(fixture.store->putAccount(account));
    const auto put = [&](const QString &id, const QString &name, const ContainerPath &path) {
        KeyRow key;
        key.account = account.id;
        key.record = makeKey(id, name, path);
        return valueOf(fixture.store->putKey(key));
    };
    const ContainerPath path = makePath({u"a/b"_s, u"p q"_s});
    const KeyRow slashed = put(u"id/7"_s, u"CI"_s, path);
    const KeyRow above = put(u"id/7"_s, u"CI"_s, path.first(1));
    for (const KeyRow &key : {slashed, above}) {
        const QString ref = keyRef(account.name, key.record.container, key.record.id);
        const QList<KeyRow> found = valueOf(fixture.store->findKeys(ref));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first(), key);
    }
    const KeyRow root = put(u"solo"_s, u"x"_s, {});
    QCOMPARE(valueOf(fixture.store->findKeys(u"Acme%20Ltd/solo"_s)), QList<KeyRow>{root});
}

void TestOpen::aNameMeansItsCandidates()
{
    StoreFixture fixture;
    const AccountRow account = makeAccount(u"Acme"_s);
    const AccountRow other = makeAccount(u"Other"_s);
    valueOf(fixture.store->putAccount(account));
    valueOf(fixture.store->putAccount(other));
    const auto put = [&](const AccountId &owner, const QString &id, const QString &name,
                         KeyState state) {
        KeyRow key;
        key.account = owner;
        key.record = makeKey(id, name, makePath({u"org"_s}));
        key.record.state = state;
        return valueOf(fixture.store->putKey(key)).uid;
    };
    const KeyUid deleted = put(account.id, u"0"_s, u"CI"_s, KeyState::Deleted);
    const KeyUid mine = put(account.id, u"1"_s, u"CI"_s, KeyState::Active);
    const KeyUid theirs = put(other.id, u"2"_s, u"CI"_s, KeyState::Active);
    const KeyUid slashed = put(other.id, u"3"_s, u"a/b"_s, KeyState::Active);
    const auto uids = [&fixture](const QString &text) {
        QList<KeyUid> result;
        for (const KeyRow &key : valueOf(fixture.store->findKeys(text)))
            result.append(key.uid);
        return result;
    };
    QCOMPARE(uids(u"CI"_s), (QList<KeyUid>{mine, theirs, deleted}));
    QCOMPARE(uids(u"Acme/CI"_s), (QList<KeyUid>{mine, deleted}));
    QCOMPARE(uids(u"Acme/1"_s), QList<KeyUid>{mine});
    QCOMPARE(uids(u"Acme/org/1"_s), QList<KeyUid>{mine});
    QCOMPARE(uids(u"a/b"_s), QList<KeyUid>{slashed});
    QCOMPARE(uids(u"Other/a/b"_s), QList<KeyUid>{slashed});
    QVERIFY(uids(u"Acme/2"_s).isEmpty());
    QVERIFY(uids(u""_s).isEmpty());
    QVERIFY(uids(u"%' OR 1=1 --"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestOpen)
#include "tst_store_open.moc"
