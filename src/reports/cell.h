// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace chatelaine {

/** One of a few words of ours: what machines read, the same in every language, and what people
 * read. */
struct Term
{
    QString word;
    QString shown;
};

/** A cell of a table in a report: a text that nobody vouches for (empty: nothing is known), a
 * number, a moment or a word of ours. */
using Cell = std::variant<QString, qint64, double, Timestamp, Term>;
using Cells = QList<Cell>;

template<typename T>
Cell cellOf(const std::optional<T> &maybe)
{
    return maybe ? Cell(*maybe) : Cell(QString());
}

/** As text for machines: moments as ISO 8601 in UTC, numbers with a point. */
QString cellText(const Cell &cell);

} // namespace chatelaine
