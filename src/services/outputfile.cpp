// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/outputfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chatelaine {

namespace {

struct OutputFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::OutputFile)
};

bool isOfProfile(const QFileInfo &info, const QString &profile)
{
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString own = QFileInfo(profile).canonicalFilePath();
    return !own.isEmpty() && (folder + u'/').startsWith(own + u'/');
}

} // namespace

std::optional<Error> whyNotWritten(const QString &file, const QString &profile, bool overwrite)
{
    const QFileInfo info(file);
    const QString elsewhere = OutputFileTexts::tr("Name another file.");
    if (isOfProfile(info, profile))
        return Error::of(
            ErrorKind::InvalidRequest,
            OutputFileTexts::tr("%1 is in the folder of Chatelaine's own files.").arg(file),
            elsewhere);
    if (info.isSymLink())
        return Error::of(ErrorKind::InvalidRequest, OutputFileTexts::tr("%1 is a link.").arg(file),
                         elsewhere);
    if (!info.exists())
        return std::nullopt;
    if (!info.isFile())
        return Error::of(ErrorKind::InvalidRequest,
                         OutputFileTexts::tr("%1 is not a regular file.").arg(file), elsewhere);
    if (info.size() > 0 && !overwrite)
        return Error::of(
            ErrorKind::InvalidRequest, OutputFileTexts::tr("%1 exists already.").arg(file),
            OutputFileTexts::tr("Name another file, or say that it is to be overwritten."));
    return std::nullopt;
}

std::optional<Error> whyNoFolder(const QString &folder, const QString &profile)
{
    const QFileInfo info(folder);
    const QString elsewhere = OutputFileTexts::tr("Name a folder that is not there yet.");
    if (isOfProfile(info, profile))
        return Error::of(
            ErrorKind::InvalidRequest,
            OutputFileTexts::tr("%1 is in the folder of Chatelaine's own files.").arg(folder),
            elsewhere);
    if (info.fileName().endsWith(QStringLiteral(".zip"), Qt::CaseInsensitive))
        return Error::of(ErrorKind::InvalidRequest,
                         OutputFileTexts::tr("%1 is the name of a zip, and an evidence pack is a "
                                             "folder.")
                             .arg(folder),
                         OutputFileTexts::tr("Name a folder; zip it afterwards, if you want to."));
    if (info.isSymLink() || info.exists())
        return Error::of(ErrorKind::InvalidRequest,
                         OutputFileTexts::tr("%1 exists already.").arg(folder), elsewhere);
    return std::nullopt;
}

} // namespace chatelaine
