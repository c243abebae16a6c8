// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/catalog.h"

namespace chatelaine {

/** The content of a file that describes a vendor or a destination, or why there is none. */
struct DescriptionFile
{
    QByteArray json;
    QList<DefinitionProblem> problems;
};

/** Reads no more than `maximum` bytes and one; never waits for a pipe or a device. */
DescriptionFile readDescriptionFile(const QString &path, qint64 maximum);

/** What to say of a description of more than `maximum` bytes. */
DefinitionProblem descriptionTooLarge(const QString &file, qint64 maximum);

} // namespace chatelaine
