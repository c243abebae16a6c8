// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/keychainindex.h"

#include "store/encoding.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

void putKeychainEntry(Writing &writing, const KeychainEntry &entry)
{
    writing.db.run(
        u"INSERT OR REPLACE INTO keychain (user, purpose, account, key_uid, operation, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {entry.user, purposeName(entry.purpose), entry.account, entry.key, entry.operation,
         entry.createdAt});
}

void removeKeychainEntry(Writing &writing, const QString &user)
{
    writing.db.run(u"DELETE FROM keychain WHERE user = ?"_s, {user});
}

QList<KeychainEntry> readKeychainEntries(Database &db)
{
    QList<KeychainEntry> entries;
    Rows rows = db.select(u"SELECT user, purpose, account, key_uid, operation, created_at"
                          " FROM keychain ORDER BY created_at, user"_s);
    while (rows.next()) {
        KeychainEntry entry;
        entry.user = rows.text();
        entry.purpose = purposeFromName(rows.text());
        entry.account = AccountId(rows.text());
        entry.key = KeyUid(rows.text());
        entry.operation = OperationId(rows.text());
        entry.createdAt = rows.time();
        entries.append(entry);
    }
    return entries;
}

} // namespace chatelaine
