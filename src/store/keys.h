// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

/** A key with its places in the tables. */
struct StoredKey
{
    qint64 no = 0;
    qint64 container = 0;
    KeyRow row;
    std::optional<Timestamp> teamStamp = {}; ///< of one that came from the team: as it says
};

QList<StoredKey> readKeysOfContainer(Database &db, qint64 container);
KeyRow readKey(Database &db, const KeyUid &uid);
QList<KeyRow> findKeys(Database &db, const QString &text);
/** The keys in a container and in those below it; all of the account for an empty path. */
QList<KeyRow> readKeysOf(Database &db, const AccountId &account, const ContainerPath &container);
/** The next keys of an account behind the one with this number, by number. */
QList<StoredKey> readKeysAfter(Database &db, const AccountId &account, qint64 no, int limit);

/** What is at a place, if there is something. */
std::optional<StoredKey> findStoredKey(Database &db, qint64 container, const VendorKeyId &id);
std::optional<StoredKey> findStoredKey(Database &db, const KeyUid &uid);

KeyRow putKey(Writing &writing, const KeyRow &key);
/** Writes a row as it is, with a new number when it has none. */
void writeKey(Writing &writing, const StoredKey &key);

} // namespace chatelaine
