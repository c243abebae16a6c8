// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include "store/failure.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <chrono>

// The resource is in a static library: its initializer is called by name, or the linker drops it.
static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

// A full check reads the whole file (about 1 s for each GiB from the cache). Above this size only
// the header, the schema and the length are checked at the start; each later read still reports
// damage.
constexpr qint64 fullCheckLimit = 256LL * 1024 * 1024;

bool hasSqliteHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure{StorageErrors::cannotOpen(path)};
    return file.read(16) == QByteArray::fromRawData("SQLite format 3\0", 16);
}

void refuseWhatIsNotOurs(Database &database)
{
    const qint64 application = database.number(u"PRAGMA application_id"_s).value_or(0);
    const qint64 version = database.number(u"PRAGMA user_version"_s).value_or(0);
    const qint64 objects = database.number(u"SELECT count(*) FROM sqlite_schema"_s).value_or(0);
    const bool empty = application == 0 && version == 0 && objects == 0;
    if (application != databaseApplicationId && !empty)
        throw Failure{StorageErrors::foreign(database.file())};
    if (version > newestSchemaVersion())
        throw Failure{StorageErrors::newer(database.file())};
    if (version < 0 || (version == 0 && !empty))
        throw Failure{StorageErrors::corrupt(database.file())};
}

void refuseDamage(Database &database)
{
    const qint64 pages = database.number(u"PRAGMA page_count"_s).value_or(0);
    const qint64 pageSize = database.number(u"PRAGMA page_size"_s).value_or(0);
    if (pages * pageSize > fullCheckLimit)
        return;
    Rows rows = database.select(u"PRAGMA quick_check(1)"_s);
    if (!rows.next() || rows.text() != u"ok"_s)
        throw Failure{StorageErrors::corrupt(database.file())};
}

/** What bears our mark and is whole may still not be what we made. */
void refuseWithoutInstallation(Database &database)
{
    const bool isMade = database.number(u"PRAGMA user_version"_s).value_or(0) > 0;
    if (isMade && !database.number(u"SELECT 1 FROM installation WHERE length(id) = 36"_s))
        throw Failure{StorageErrors::corrupt(database.file())};
}

/** What SQLite refuses without naming the file's damage or the disk is a file that we did not make.
 */
template<typename F>
void namingDamage(const QString &file, F open)
{
    try {
        open();
    } catch (const Failure &failure) {
        if (!failure.error.next.isEmpty())
            throw;
        throw Failure{StorageErrors::corrupt(file)};
    }
}

bool isEmptyOrGone(const QString &file)
{
    return QFileInfo(file).size() == 0;
}

/** SQLite takes an empty file for a new database, and throws away the log beside it. */
void refuseWhatWasEmptied(const QString &file, bool hadOne)
{
    const bool hasLog = QFileInfo(file + u"-wal"_s).size() > 0;
    const bool lost = hasLog || (hadOne && QFileInfo::exists(file));
    if (lost && isEmptyOrGone(file)) // still: another process may be making it just now
        throw Failure{StorageErrors::emptied(file)};
}

/** Looks at an existing file through a connection that cannot write. */
void inspect(const QString &file, bool hadOne)
{
    if (isEmptyOrGone(file)) {
        refuseWhatWasEmptied(file, hadOne);
        return;
    }
    if (!hasSqliteHeader(file))
        throw Failure{StorageErrors::corrupt(file)};
    Database database(file, Database::Access::ReadOnly);
    // One moment of the file: another process may be making its tables just now.
    const Transaction moment(database, Transaction::Kind::Read);
    refuseWhatIsNotOurs(database);
    refuseDamage(database);
    refuseWithoutInstallation(database);
}

void runMigrations(Database &database, qint64 version)
{
    const QStringList files = migrationFiles();
    for (qint64 next = version; next < files.size(); ++next) {
        for (const QString &statement : sqlStatements(files[next]))
            database.run(statement);
    }
}

/** All or nothing; before the change to a write-ahead log, which cannot be taken back: a file that
 * is refused here stays as it is. */
void migrate(Database &database)
{
    if (database.number(u"PRAGMA user_version"_s) == newestSchemaVersion())
        return;
    Transaction transaction(database, Transaction::Kind::Write);
    // Asked again under the lock: another process may have done it meanwhile.
    refuseWhatIsNotOurs(database);
    const qint64 version = database.number(u"PRAGMA user_version"_s).value_or(0);
    runMigrations(database, version);
    if (version == 0)
        database.run(u"INSERT INTO installation (id) VALUES (?)"_s, {newUuid()});
    database.run(u"PRAGMA application_id = %1"_s.arg(databaseApplicationId));
    database.run(u"PRAGMA user_version = %1"_s.arg(newestSchemaVersion()));
    transaction.commit();
}

/** SQLite refuses the change at once, without its usual wait, while another process makes it too.
 */
void useWriteAheadLog(Database &database)
{
    constexpr std::chrono::seconds patience(10);
    const QDeadlineTimer deadline(patience);
    while (true) {
        try {
            database.run(u"PRAGMA journal_mode = WAL"_s);
            return;
        } catch (const Failure &failure) {
            if (!failure.busy || deadline.hasExpired())
                throw;
        }
        QThread::msleep(10);
    }
}

void prepareWriting(Database &database)
{
    // Of a new database only. A million entries are read in less time than with SQLite's 4 KiB.
    database.run(u"PRAGMA page_size = 8192"_s);
    database.run(u"PRAGMA synchronous = FULL"_s);
    database.run(u"PRAGMA foreign_keys = ON"_s);
    database.run(u"PRAGMA secure_delete = ON"_s);
    // A large reading touches its indexes everywhere: with SQLite's 2 MiB, a million keys took
    // minutes. The log gives back the space that it took.
    database.run(u"PRAGMA cache_size = -131072"_s);
    database.run(u"PRAGMA journal_size_limit = 67108864"_s);
}

} // namespace

QStringList migrationFiles(const QString &folder)
{
    initMigrations();
    const QDir place(u":/chatelaine/sql/"_s + folder);
    QStringList files;
    for (const QString &name : place.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        files.append(place.filePath(name));
    return files;
}

QStringList sqlStatements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure{StorageErrors::unreadable(path)};
    QStringList statements{QString()};
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        if (line.startsWith(u"--"_s))
            continue;
        if (!line.trimmed().isEmpty())
            statements.last() += line;
        else if (!statements.last().isEmpty())
            statements.append(QString());
    }
    statements.removeAll(QString());
    return statements;
}

int newestSchemaVersion()
{
    static const int version = static_cast<int>(migrationFiles().size());
    return version;
}

std::unique_ptr<Database> openDatabase(const QString &file, bool hadOne)
{
    namingDamage(file, [&] { inspect(file, hadOne); });
    auto database = std::make_unique<Database>(file, Database::Access::ReadWrite);
    prepareWriting(*database);
    namingDamage(file, [&] { migrate(*database); });
    useWriteAheadLog(*database);
    return database;
}

std::unique_ptr<Database> openFurtherWriter(const QString &file)
{
    if (isEmptyOrGone(file)) // SQLite would make a new one
        throw Failure{StorageErrors::gone(file)};
    auto database = std::make_unique<Database>(file, Database::Access::ReadWrite);
    prepareWriting(*database);
    return database;
}

std::unique_ptr<Database> openReader(const QString &file)
{
    auto database = std::make_unique<Database>(file, Database::Access::ReadWrite);
    database->run(u"PRAGMA query_only = ON"_s);
    return database;
}

} // namespace chatelaine
