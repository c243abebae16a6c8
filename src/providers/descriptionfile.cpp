// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/descriptionfile.h"

#include "providers/objectreader.h"

#include <QFile>
#include <QFileInfo>

namespace chatelaine {

DescriptionFile readDescriptionFile(const QString &path, qint64 maximum)
{
    const auto problem = [&path](const QString &reason) {
        return DescriptionFile{{}, {{path, 1, {}, reason}}};
    };
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // opening a pipe would wait for its writer
        return problem(ObjectReader::tr("this is not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(ObjectReader::tr("the file cannot be read: %1").arg(file.errorString()));
    return {file.read(maximum + 1), {}};
}

DefinitionProblem descriptionTooLarge(const QString &file, qint64 maximum)
{
    return {file, 1, {}, ObjectReader::tr("the file is larger than %1 bytes").arg(maximum)};
}

} // namespace chatelaine
