// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"

namespace chatelaine::cli {

/** Rows in aligned columns for people; every cell is made safe to show. */
class Table
{
public:
    explicit Table(QStringList titles)
        : m_titles(std::move(titles))
    {}
    void add(const QStringList &cells); ///< one for each title
    void alignRight(qsizetype column) { m_right.append(column); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    QString toString() const; ///< with the titles; every line ends in a newline

private:
    QString line(const QStringList &cells, const QList<qsizetype> &widths) const;

    QStringList m_titles;
    QList<QStringList> m_rows;
    QList<qsizetype> m_right;
};

/** The names on the way to a container, or its ids where it has none: `Acme/Billing`. */
QString placeOf(const ContainerPath &path);

/** `2026-08-01 10:00Z`, or a dash for what is not known. */
QString shownTime(const std::optional<Timestamp> &time);

/** "never", "not since ... (tracked since then)", "not known" and a time are different things. */
QString shownLastUsed(const LastUsed &lastUsed);

} // namespace chatelaine::cli
