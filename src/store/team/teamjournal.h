// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"
#include "store/store.h"
#include "store/team/teamconnection.h"

namespace chatelaine {

/** What the copying works on, for one round. */
struct TeamWork
{
    Database &local;
    TeamConnection &team;
    const QString installation;
    const JournalAuthor author;
    const Timestamp now;
    TeamRound &round;
};

/** Who takes part, as the team's database says. */
struct TeamChain
{
    QString installation;
    QString user;
    QString host;
    std::optional<Timestamp> lastContact;
    qint64 entries = 0;
    QString head; ///< hexadecimal

    QString writer() const { return user + QLatin1Char('@') + host; }
};

/** Tells the team of this installation, that it is there and who writes. */
void registerInstallation(TeamWork &work);

/** Sends the next own entries, in one transaction; true when the team has all. Throws Failure
 * (Conflict) when its chain is not the beginning of ours. */
bool sendJournal(TeamWork &work);

/** All but this installation's; they are known here from then on. */
QList<TeamChain> readTeamChains(TeamWork &work);

/** Takes the next entries of another chain; true when there are no more, or when they do not
 * follow, which is a problem of the round. */
bool receiveJournal(TeamWork &work, const TeamChain &chain);

/** Holds the next entries of a chain, as the team has them, against those here; true at the end, or
 * at the first that differs, which is a problem of the round. */
class JournalComparison
{
public:
    explicit JournalComparison(const TeamChain &chain)
        : m_chain(chain)
    {}
    bool step(TeamWork &work);

private:
    TeamChain m_chain;
    qint64 m_compared = 0;
};

} // namespace chatelaine
