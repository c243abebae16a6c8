// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"
#include "store/writing.h"

namespace chatelaine {

/** Appends an entry that says something of a key, with its stamp, and takes what it says. */
void sayOfKey(Writing &writing, const JournalEvent &event);

/** Of the keys in the inventory of which something is said; an empty account is all of them. */
QHash<KeyUid, KeyNotes> readKeyNotes(Database &db, const AccountId &account);
KeyNotes readKeyNotes(Database &db, const KeyUid &key);
/** The same as it was at a moment, from all journals: reads each line. */
QHash<KeyUid, KeyNotes> readKeyNotesBefore(Database &db, Timestamp end);

/** Takes what the team's lines say of keys, behind those that were taken before, a batch at a time;
 * true when there are no more. */
bool takeTeamNotes(Database &db, Timestamp now);

} // namespace chatelaine
