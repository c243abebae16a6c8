// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/team/teamjournal.h"

namespace chatelaine {

// Accounts, containers and keys, matched by what they are at their vendor. The later reading wins.
// Each call copies a batch, in one transaction on each side, and gives true at the end of its
// table.

/** Begins anew, if that is asked for or the team is another one than the last: everything is to be
 * sent and received. */
void placeTeam(TeamWork &work, bool anew);

/** Serializes who writes inventory, until the end of the transaction. */
void lockTeamInventory(TeamWork &work);
/** The highest revision there is: all below it are visible. */
qint64 teamInventoryRevision(TeamWork &work);

inline const QString teamUsagePosition = QStringLiteral("usage");
inline const QString teamQuotasPosition = QStringLiteral("quotas");
inline const QString teamAgainPosition = QStringLiteral("again");
/** Whether also what this installation wrote itself is to come back, since it was removed here. */
bool takesOwnAgain(TeamWork &work);
qint64 teamPosition(TeamWork &work, const QString &name);
void setTeamPosition(TeamWork &work, const QString &name, qint64 position);

/** That they are there; what is known of them only follows their keys. */
bool sendPlaces(TeamWork &work);
bool sendKeys(TeamWork &work);
bool sendReadings(TeamWork &work);
bool sendRemovals(TeamWork &work);

/** One reading of the team's inventory, up to one revision. */
class InventoryReceipt
{
public:
    InventoryReceipt(TeamWork &work, qint64 revision)
        : m_work(work)
        , m_revision(revision)
    {}
    bool takeAccounts();
    bool takeContainers();
    bool takeKeys();
    /** What is known of accounts and containers, after their keys. */
    bool takeReadings();

private:
    TeamWork &m_work;
    qint64 m_revision;
};

// Usage and quotas: what was read anew, whole.
bool sendUsage(TeamWork &work);
bool sendQuotas(TeamWork &work);
bool receiveUsage(TeamWork &work, qint64 revision);
bool receiveQuotas(TeamWork &work, qint64 revision);

/** Rows that the team does not have yet; counted to a thousand. */
qint64 waitingInventory(Database &db);

} // namespace chatelaine
