// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"

#include <QMap>

namespace chatelaine {

/** A kind of place that a new secret can be brought to, as window and CLI offer it. */
struct DestinationInfo
{
    QString id; ///< "keychain", "file", or "command:" and the id of a template
    QString name;
    QString help;
    QString documentationUrl;
    QString origin;          ///< "built in", or the file of a template
    QList<FieldInfo> fields; ///< texts
    bool canReplace = false; ///< what is there already can be overwritten, when the user says so
    bool readsBack = false;  ///< the secret is read back and compared
};

/** One place: what the user chose and filled in. */
struct Destination
{
    QString id;
    QMap<QString, QString> values; ///< by field
    bool replace = false;
    bool operator==(const Destination &) const = default;
};

/** Ids of the destinations that no template describes, and the field of the file. */
namespace destinationId {
inline const QString keychain = QStringLiteral("keychain");
inline const QString file = QStringLiteral("file");
inline const QString commandPrefix = QStringLiteral("command:");
inline const QString pathField = QStringLiteral("path");
} // namespace destinationId

} // namespace chatelaine
