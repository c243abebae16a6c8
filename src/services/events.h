// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"

namespace chatelaine {

/** The part of a journal event that every event about an account shares. */
JournalEvent accountEvent(const QString &kind, const QString &outcome, const AccountRow &account);

/** An event about one key: masked, never more. */
JournalEvent keyEvent(const QString &kind, const QString &outcome, const AccountRow &account,
                      const KeyRow &key);

/** "failed", or "cancelled" of what the user did not want any more. */
QString failureOutcome(const struct Error &error);

/** What an error says, for an event's detail: its kind, status and words. */
void addError(JournalEvent &event, const struct Error &error);

} // namespace chatelaine
