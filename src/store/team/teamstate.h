// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/team.h"
#include "store/database.h"

namespace chatelaine {

TeamState readTeamState(Database &db, const QString &team);

// Outside of a transaction; each commits by itself.
void noteTeamReached(Database &db, const QString &team, bool readOnly, Timestamp now);
void noteTeamSent(Database &db, const QString &team, qint64 entries);
/** The attempt failed; without a team's id nothing was ever reached, and nothing is noted. */
void noteTeamMissed(Database &db, const QString &team, const QString &message, Timestamp now);
/** The attempt ended well. Problems that were found before stay until `isWhole`, a round that would
 * have found them again. */
void noteTeamDone(Database &db, const QString &team, const QStringList &problems, bool isWhole);

} // namespace chatelaine
