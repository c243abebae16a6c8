// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failure.h"

#include <QDir>
#include <QSqlError>

namespace chatelaine {

namespace {

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

// Primary result codes of SQLite (sqlite3.h); Qt SQL hands on the extended code as a text.
enum SqliteCode : int {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

SqliteCode codeOf(const QSqlError &error)
{
    return static_cast<SqliteCode>(error.nativeErrorCode().toInt() & 0xff);
}

} // namespace

Failure Failure::of(const QSqlError &error, const QString &file)
{
    const SqliteCode code = codeOf(error);
    return {StorageErrors::from(error, file), code == Busy || code == Locked};
}

Error StorageErrors::from(const QSqlError &error, const QString &file)
{
    switch (codeOf(error)) {
    case Busy:
    case Locked:
        return Error::of(ErrorKind::Storage,
                         tr("Another program keeps the database %1 busy.").arg(shown(file)),
                         tr("Wait for the other program to finish, then try again."));
    case ReadOnly:
        return Error::of(ErrorKind::Storage,
                         tr("The database %1 cannot be written.").arg(shown(file)),
                         tr("Give your user write permission on the file and its folder."));
    case InputOutput:
        return Error::of(
            ErrorKind::Storage, tr("Reading or writing the database %1 failed.").arg(shown(file)),
            tr("Check the disk and its connection, then try again. Nothing was changed."));
    case Corrupt:
    case NotADatabase:
        return corrupt(file);
    case Full:
        return Error::of(ErrorKind::Storage,
                         tr("The disk with the database %1 is full.").arg(shown(file)),
                         tr("Free some space, then try again. Nothing was changed."));
    case CannotOpen:
        return cannotOpen(file);
    default:
        return Error::of(ErrorKind::Storage,
                         tr("The database %1 refused: %2").arg(shown(file), error.text()));
    }
}

Error StorageErrors::gone(const QString &file)
{
    return Error::of(
        ErrorKind::Storage,
        tr("The database %1 was moved or deleted while it was in use.").arg(shown(file)),
        tr("Put the file back, then restart the program. Nothing was changed."));
}

Error StorageErrors::foreign(const QString &file)
{
    return Error::of(ErrorKind::Storage,
                     tr("The file %1 is a database of another program.").arg(shown(file)),
                     tr("Choose another profile folder. The file was not touched."));
}

Error StorageErrors::newer(const QString &file)
{
    return Error::of(
        ErrorKind::Storage,
        tr("The database %1 was written by a newer version of Chatelaine.").arg(shown(file)),
        tr("Install the newer version, or choose another profile folder. The file was not "
           "touched."));
}

Error StorageErrors::corrupt(const QString &file)
{
    return Error::of(
        ErrorKind::Storage, tr("The database %1 is damaged.").arg(shown(file)),
        tr("Restore it from a backup, or move it away to start with an empty one. The file "
           "was not touched."));
}

Error StorageErrors::emptied(const QString &file)
{
    return Error::of(
        ErrorKind::Storage,
        tr("The database %1 is empty or gone, though there was one.").arg(shown(file)),
        tr("Restore it from a backup. To start with an empty one, move it and the file beside it "
           "that ends in -wal away. Nothing was touched."));
}

Error StorageErrors::cannotOpen(const QString &file)
{
    return Error::of(ErrorKind::Storage, tr("The database %1 cannot be opened.").arg(shown(file)),
                     tr("Check that its folder exists and that you may write there."));
}

Error StorageErrors::cancelled()
{
    return Error::of(ErrorKind::Cancelled, tr("The program is closing."));
}

Error StorageErrors::noSuchAccount()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such account."));
}

Error StorageErrors::noSuchKey()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such key."));
}

Error StorageErrors::noSuchOperation()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such operation."));
}

Error StorageErrors::noSuchWebhook()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such webhook."));
}

Error StorageErrors::noSuchReplacement()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such replacement of a key."));
}

Error StorageErrors::noSuchBulkRun()
{
    return Error::of(ErrorKind::NotFound, tr("There is no such bulk change."));
}

Error StorageErrors::replacedAlready()
{
    return Error::of(ErrorKind::Conflict, tr("This key is being replaced already."),
                     tr("Go on with that replacement, or abandon it first."));
}

Error StorageErrors::accountNameTaken(const QString &name)
{
    return Error::of(ErrorKind::Conflict, tr("There is an account named \"%1\" already.").arg(name),
                     tr("Choose another name."));
}

Error StorageErrors::accountNameInvalid()
{
    return Error::of(ErrorKind::InvalidRequest,
                     tr("An account's name cannot be empty or contain a slash."),
                     tr("Choose another name."));
}

Error StorageErrors::wrongOperationState()
{
    return Error::of(ErrorKind::Conflict, tr("The operation has gone on meanwhile."),
                     tr("Look at its present state."));
}

Error StorageErrors::unreadable(const QString &what)
{
    return Error::of(ErrorKind::Storage, tr("The program's own data cannot be read: %1").arg(what),
                     tr("Reinstall the program."));
}

} // namespace chatelaine
