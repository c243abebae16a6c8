// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failure.h"

#include <QDir>
#include <QSqlError>

namespace chatelaine {

namespace {

Error make(ErrorKind kind, const QString &message, const QString &next = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.next = next;
    return error;
}

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

// Primary result codes of SQLite (sqlite3.h); Qt SQL hands on the extended code as a text.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

} // namespace

Error StorageErrors::from(const QSqlError &error, const QString &file)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return make(ErrorKind::Storage,
                    tr("Another program keeps the database %1 busy.").arg(shown(file)),
                    tr("Wait for the other program to finish, then try again."));
    case ReadOnly:
        return make(ErrorKind::Storage, tr("The database %1 cannot be written.").arg(shown(file)),
                    tr("Give your user write permission on the file and its folder."));
    case InputOutput:
        return make(ErrorKind::Storage,
                    tr("Reading or writing the database %1 failed.").arg(shown(file)),
                    tr("Check the disk and its connection, then try again. Nothing was changed."));
    case Corrupt:
    case NotADatabase:
        return corrupt(file);
    case Full:
        return make(ErrorKind::Storage,
                    tr("The disk with the database %1 is full.").arg(shown(file)),
                    tr("Free some space, then try again. Nothing was changed."));
    case CannotOpen:
        return cannotOpen(file);
    default:
        return make(ErrorKind::Storage,
                    tr("The database %1 refused: %2").arg(shown(file), error.text()));
    }
}

Error StorageErrors::gone(const QString &file)
{
    return make(ErrorKind::Storage,
                tr("The database %1 was moved or deleted while it was in use.").arg(shown(file)),
                tr("Put the file back, then restart the program. Nothing was changed."));
}

Error StorageErrors::foreign(const QString &file)
{
    return make(ErrorKind::Storage,
                tr("The file %1 is a database of another program.").arg(shown(file)),
                tr("Choose another profile folder. The file was not touched."));
}

Error StorageErrors::newer(const QString &file)
{
    return make(
        ErrorKind::Storage,
        tr("The database %1 was written by a newer version of Chatelaine.").arg(shown(file)),
        tr("Install the newer version, or choose another profile folder. The file was not "
           "touched."));
}

Error StorageErrors::corrupt(const QString &file)
{
    return make(ErrorKind::Storage, tr("The database %1 is damaged.").arg(shown(file)),
                tr("Restore it from a backup, or move it away to start with an empty one. The file "
                   "was not touched."));
}

Error StorageErrors::cannotOpen(const QString &file)
{
    return make(ErrorKind::Storage, tr("The database %1 cannot be opened.").arg(shown(file)),
                tr("Check that its folder exists and that you may write there."));
}

Error StorageErrors::cancelled()
{
    return make(ErrorKind::Cancelled, tr("The program is closing."));
}

Error StorageErrors::noSuchAccount()
{
    return make(ErrorKind::NotFound, tr("There is no such account."));
}

Error StorageErrors::noSuchKey()
{
    return make(ErrorKind::NotFound, tr("There is no such key."));
}

Error StorageErrors::noSuchOperation()
{
    return make(ErrorKind::NotFound, tr("There is no such operation."));
}

Error StorageErrors::noSuchWebhook()
{
    return make(ErrorKind::NotFound, tr("There is no such webhook."));
}

Error StorageErrors::noSuchReplacement()
{
    return make(ErrorKind::NotFound, tr("There is no such replacement of a key."));
}

Error StorageErrors::noSuchBulkRun()
{
    return make(ErrorKind::NotFound, tr("There is no such bulk change."));
}

Error StorageErrors::replacedAlready()
{
    return make(ErrorKind::Conflict, tr("This key is being replaced already."),
                tr("Go on with that replacement, or abandon it first."));
}

Error StorageErrors::accountNameTaken(const QString &name)
{
    return make(ErrorKind::Conflict, tr("There is an account named \"%1\" already.").arg(name),
                tr("Choose another name."));
}

Error StorageErrors::accountNameInvalid()
{
    return make(ErrorKind::InvalidRequest,
                tr("An account's name cannot be empty or contain a slash."),
                tr("Choose another name."));
}

Error StorageErrors::wrongOperationState()
{
    return make(ErrorKind::Conflict, tr("The operation has gone on meanwhile."),
                tr("Look at its present state."));
}

Error StorageErrors::unreadable(const QString &what)
{
    return make(ErrorKind::Storage, tr("The program's own data cannot be read: %1").arg(what),
                tr("Reinstall the program."));
}

} // namespace chatelaine
