// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"

#include "core/ids.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryFile>
#include <QUuid>

namespace chatelaine {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 largestFile = 64 * 1024;
const QString databaseMember = QStringLiteral("database");

Error storageError(const QString &message, const QString &next)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    error.next = next;
    return error;
}

Outcome<Profile> read(const QString &folder, QFile &file)
{
    const QJsonObject object = QJsonDocument::fromJson(file.read(largestFile)).object();
    Profile profile;
    profile.folder = folder;
    profile.id = object.value(QStringLiteral("id")).toString();
    profile.hadDatabase = object.value(databaseMember).toBool();
    const int version = object.value(QStringLiteral("version")).toInt();
    if (version > formatVersion) {
        return storageError(
            QCoreApplication::translate("Profile", "The profile in %1 was made by a newer version.")
                .arg(folder),
            QCoreApplication::translate(
                "Profile", "Install the newer version, or use another profile folder."));
    }
    if (version < 1 || QUuid::fromString(profile.id).isNull()) {
        return storageError(
            QCoreApplication::translate("Profile", "The profile file %1 is damaged.")
                .arg(file.fileName()),
            QCoreApplication::translate(
                "Profile", "Put it back from a backup, or use another profile folder."));
    }
    return profile;
}

} // namespace

Outcome<Profile> openProfile(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    const QString next = QCoreApplication::translate(
        "Profile", "Check the folder's permissions and the space on its disk.");
    if (!QDir().mkpath(path))
        return storageError(
            QCoreApplication::translate("Profile", "The profile folder %1 cannot be made.")
                .arg(path),
            next);

    QFile file(path + QStringLiteral("/profile.json"));
    if (!file.exists()) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QJsonObject fresh{{QStringLiteral("id"), newUuid()},
                                {QStringLiteral("version"), formatVersion}};
        QTemporaryFile temporary(path + QStringLiteral("/profile.XXXXXX"));
        if (!temporary.open() || temporary.write(QJsonDocument(fresh).toJson()) < 0 ||
            !temporary.flush())
            return storageError(
                QCoreApplication::translate("Profile", "The profile in %1 cannot be written: %2.")
                    .arg(path, temporary.errorString()),
                next);
        // Fails when another process was faster: then its file is the one, and is read below.
        if (temporary.rename(file.fileName()))
            temporary.setAutoRemove(false);
    }
    if (!file.open(QIODevice::ReadOnly))
        return storageError(
            QCoreApplication::translate("Profile", "The profile file %1 cannot be read: %2.")
                .arg(file.fileName(), file.errorString()),
            next);
    return read(path, file);
}

Outcome<Done> noteDatabase(const Profile &profile)
{
    if (profile.hadDatabase)
        return Done{};
    QSaveFile file(profile.folder + QStringLiteral("/profile.json"));
    const QJsonObject object{{QStringLiteral("id"), profile.id},
                             {QStringLiteral("version"), formatVersion},
                             {databaseMember, true}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 ||
        !file.commit())
        return storageError(
            QCoreApplication::translate("Profile", "The profile in %1 cannot be written: %2.")
                .arg(profile.folder, file.errorString()),
            QCoreApplication::translate(
                "Profile", "Check the folder's permissions and the space on its disk."));
    return Done{};
}

} // namespace chatelaine
