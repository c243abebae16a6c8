// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/keyend.h"

#include "core/findings.h"
#include "reports/sheetcells.h"

#include <algorithm>
#include <cmath>

namespace chatelaine {

namespace {

constexpr double microsOfAnHour = 3'600e6;

} // namespace

Moment endOf(const KeyRow &key)
{
    if (key.endedAt || key.vanishedAt)
        return key.endedAt ? key.endedAt : key.vanishedAt;
    return key.record.state == KeyState::Expired ? key.record.expiresAt : std::nullopt;
}

Moment endBefore(const KeyRow &key, Timestamp moment)
{
    const Moment end = endOf(key);
    return end && *end < moment ? end : std::nullopt;
}

bool workedAt(Timestamp moment, const KeyRow &key)
{
    const Moment end = endOf(key);
    return end ? !(*end < moment) : mayWork(key.record.state);
}

ProofOfDeath proofOf(const KeyRow &key, const KeyHistory &history)
{
    const KeyState state = key.record.state;
    const Moment ended = std::max(history.endVerifiedAt, history.endAcceptedAt);
    if (ended && history.workedAt && *ended < *history.workedAt)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "worked after that"))};
    if (history.endVerifiedAt)
        return {yesOrNo(true), history.endVerifiedAt,
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport", "its end was verified"))};
    const bool isGone = key.vanishedAt || state == KeyState::Revoked || state == KeyState::Deleted;
    if (isGone && !key.manual)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                            "only the vendor's list says so"))};
    if (history.endAcceptedAt)
        return {yesOrNo(false),
                {},
                auditTerm(QT_TRANSLATE_NOOP("chatelaine::AuditReport",
                                            "accepted by the vendor, not shown"))};
    return {};
}

std::optional<double> hoursBetween(const Moment &from, const Moment &until)
{
    if (!from || !until || *until < *from)
        return std::nullopt;
    const double hours = double(until->micros() - from->micros()) / microsOfAnHour;
    return std::round(hours * 100) / 100;
}

} // namespace chatelaine
