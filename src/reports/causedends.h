// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/keyend.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** The sheet "leavers": keys that have to end because somebody left, by person. */
Sheet leaversSheet();
/** The sheet "incidents": keys that have to end because of one, and what happened to them since. */
Sheet incidentsSheet();

/** Keys of which people said why they have to end: takes one after the other, and makes the rows of
 * both sheets. */
class CausedEnds
{
public:
    /** `end`: of the report. What happened from then on does not count. */
    explicit CausedEnds(Timestamp end)
        : m_end(end)
    {}

    void take(const QString &account, const KeyRow &key, const KeyHistory &history);
    QList<Cells> leavers() const;
    QList<Cells> incidents() const;

private:
    /** A key that has to end. */
    struct CausedEnd
    {
        QString reference; ///< the person, or the incident
        Moment trigger;
        QString account;
        KeyRow key;
        KeyHistory history;
        Moment ended;
        bool mayWork = false; ///< at the end of the report
        ProofOfDeath proof;
    };

    ProofOfDeath proofThen(const KeyRow &key, const KeyHistory &history) const;
    std::optional<double> hoursOpen(const CausedEnd &one) const;
    static QList<const CausedEnd *> inOrder(const QList<CausedEnd> &ends);
    static QList<KeyEvent> timeline(const CausedEnd &one);
    static Cells keyCells(qint64 number, const CausedEnd &one);
    Cells endCells(const CausedEnd &one) const;

    const Timestamp m_end;
    QList<CausedEnd> m_leavers;
    QList<CausedEnd> m_incidents;
};

} // namespace chatelaine
