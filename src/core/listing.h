// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/timestamp.h"

#include <QList>
#include <QStringList>

namespace chatelaine {

/** How one endpoint was read: what a claim of completeness rests on. Holds no credential and no id
 * that is a secret. */
struct ListingSource
{
    QString endpoint;   ///< method and path template, e.g. "GET /v1/orgs/{org}/projects"
    QString parameters; ///< the query that was sent, e.g. "environment=sandbox"
    int pages = 0;
    qint64 records = 0;
    Timestamp startedAt;
    Timestamp endedAt;
    QStringList requestIds;
    /** By how many seconds this computer's clock was ahead of the vendor's, as the Date of the last
     * answer says (RFC 9110, 6.6.1: whole seconds); nothing when there was none. */
    std::optional<qint64> clockAhead;
    QString problem; ///< why it is not complete; empty when it is
};

/** What was read, and whether it is all there is. */
template<typename T>
struct Listing
{
    QList<T> items;
    QList<ListingSource> sources;

    bool complete() const
    {
        for (const ListingSource &source : sources) {
            if (!source.problem.isEmpty())
                return false;
        }
        return true;
    }
    QStringList reasons() const
    {
        QStringList all;
        for (const ListingSource &source : sources) {
            if (!source.problem.isEmpty() && !all.contains(source.problem))
                all.append(source.problem);
        }
        return all;
    }
};

} // namespace chatelaine
