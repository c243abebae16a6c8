// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/auditfacts.h"
#include "reports/keyhistory.h"
#include "reports/reportsink.h"

#include <array>

namespace chatelaine {

/** What a report counts while it is made. */
class ReportTally
{
public:
    void takeKey(const KeyRow &key, const KeyHistory &history, const AuditFacts &facts);
    void takeEvent() { ++m_events; }
    void takeFinding(const Finding &finding);

    qint64 keys() const { return m_keys; }
    qint64 events() const { return m_events; }
    qint64 findings() const;
    qint64 accepted() const; ///< findings that are so for a time
    QList<ReportCounts> summary() const;

private:
    qint64 m_keys = 0;
    qint64 m_events = 0;
    QMap<KeyState, qint64> m_states;
    std::array<qint64, 5> m_ages{};    ///< by the bounds of ages, and of an age not known
    std::array<qint64, 3> m_reviews{}; ///< keys whose last review is in the period, before, none
    std::array<qint64, 3> m_acknowledged{}; ///< of these
    QMap<QString, qint64> m_findings;       ///< by rule
    QMap<QString, qint64> m_accepted;
};

} // namespace chatelaine
