// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "store/encoding.h"

namespace chatelaine {

/** Reads a key's record, from `id` to `details`, in the order of the table keys; the rows are
 * SQLite's or those of a team. */
template<typename AnyRows>
void readKeyRecord(AnyRows &rows, KeyRecord &record)
{
    record.id = VendorKeyId(rows.text());
    record.kind = rows.text();
    record.name = rows.text();
    record.mask = rows.text();
    record.scopes = splitLines(rows.text());
    record.environment = rows.text();
    record.state = keyStateFromName(rows.text()).value_or(KeyState::Unknown);
    record.createdAt = rows.maybeTime();
    record.createdBy = rows.text();
    record.lastUsed.at = rows.maybeTime();
    record.lastUsed.precisionSeconds = rows.integer();
    record.lastUsed.source = lastUsedSourceFromName(rows.text()).value_or(LastUsed::Source::None);
    record.lastUsed.trackedSince = rows.maybeTime();
    record.lastUsed.observedAt = rows.maybeTime();
    record.expiresAt = rows.maybeTime();
    record.details = decodeDetails(rows.text());
}

} // namespace chatelaine
