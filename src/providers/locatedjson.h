// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QJsonValue>
#include <QString>

namespace chatelaine {

struct JsonDefect
{
    int line = 0;
    QString pointer;
    QString reason;
};

/** A document with the line of each of its values. */
struct LocatedJson
{
    QJsonValue value{QJsonValue::Undefined}; ///< Undefined when it could not be read
    QHash<QString, int> lines;               ///< by pointer; from 1
    QList<JsonDefect> defects;               ///< syntax, and members that stand twice

    /** The line of the place, or of the nearest one around it. */
    int lineOf(QString pointer) const;
};

LocatedJson readLocatedJson(QByteArrayView bytes, int maximumDepth = 64);

} // namespace chatelaine
