// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "gui/common/notice.h"
#include "models/containertree.h"
#include "services/heldsecrets.h"

namespace chatelaine {

/** What lasts and must not be overlooked: one line above the pages. */
struct Banner
{
    enum class Kind {
        Doubts,
        HeldSecrets,
        Replacements,
        BulkChanges,
        Keychain,
        Unauthorized,
        Failed,
        Offline,
        Incomplete,
        VendorNote, ///< e.g. that the API in use is deprecated
        Practice,
        Definitions
    };
    Kind kind = Kind::Practice;
    Notice notice;
    QString action; ///< text of its button; empty: none
    QString detail; ///< for the tooltip: everything, where the line has only the first of it
    QList<AccountId> accounts; ///< whom the action is for
    bool operator==(const Banner &) const = default;
};

struct BannerSituation
{
    QList<AccountRow> accounts;
    Scope scope;
    bool practiceRuns = false;
    std::optional<HoldingCondition> keychain; ///< absent: not asked yet
    qsizetype doubts = 0;
    qsizetype held = 0;         ///< new secrets that nobody has stored and no dialog shows
    qsizetype replacements = 0; ///< that are not finished
    qsizetype bulkRuns = 0;     ///< changes of many keys that stand still
    QStringList definitionProblems;
};

/** The gravest first. What concerns accounts is limited to the scope. */
QList<Banner> bannersFor(const BannerSituation &situation, Timestamp now);

} // namespace chatelaine
