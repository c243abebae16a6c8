// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/team.h"
#include "store/store.h"

namespace chatelaine {

class Lane;

/** What one round of copying is to do. */
struct TeamOrder
{
    TeamAddress address;
    TeamPassword password; ///< called on the copier's thread
    QString team;          ///< the id that is expected there; empty: whichever it is
    bool checks = false;   ///< only looks whether it can be reached, and what is there
    bool joins = false;    ///< everything is sent and received anew
    bool receives = true;
    bool compares = false; ///< also holds every entry that the team has against those here
};

/**
 * Copies between the local database and a team's, both ways, on a thread of its own, with
 * connections of its own. Each batch is one transaction on each side, so that a round may end
 * anywhere and the next one goes on from there. The store notices what arrives as it notices other
 * processes.
 */
class TeamCopier
{
public:
    /** `thread` runs, is the caller's, and outlives this; so does the store's clock. */
    TeamCopier(const StoreOptions &store, const QString &installation, QThread *thread);
    ~TeamCopier();
    TeamCopier(const TeamCopier &) = delete;
    TeamCopier &operator=(const TeamCopier &) = delete;

    /** Errors: Network (offline), Forbidden, Storage (a newer version), Conflict (another team).
     * What was copied before stays. */
    [[nodiscard]] FutureOutcome<TeamRound> run(const TeamOrder &order);

private:
    StoreOptions m_store;
    QString m_installation;
    Lane *m_lane;
};

} // namespace chatelaine
