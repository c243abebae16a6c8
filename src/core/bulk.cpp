// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bulk.h"

#include "core/enumnames.h"

#include <numeric>

namespace chatelaine {

namespace {

constexpr std::array bulkStateNames = {
    std::pair{BulkState::Waiting, QLatin1StringView("waiting")},
    std::pair{BulkState::Running, QLatin1StringView("running")},
    std::pair{BulkState::Succeeded, QLatin1StringView("succeeded")},
    std::pair{BulkState::Accepted, QLatin1StringView("accepted")},
    std::pair{BulkState::Failed, QLatin1StringView("failed")},
    std::pair{BulkState::InDoubt, QLatin1StringView("in_doubt")},
    std::pair{BulkState::Settled, QLatin1StringView("settled")},
    std::pair{BulkState::Skipped, QLatin1StringView("skipped")},
    std::pair{BulkState::Guarded, QLatin1StringView("guarded")},
    std::pair{BulkState::Left, QLatin1StringView("left")},
};

} // namespace

QString bulkStateName(BulkState state)
{
    return nameIn(bulkStateNames, state);
}

std::optional<BulkState> bulkStateFromName(QStringView name)
{
    return valueIn(bulkStateNames, name);
}

qint64 countOf(const BulkCounts &counts)
{
    return std::accumulate(counts.cbegin(), counts.cend(), qint64(0));
}

} // namespace chatelaine
