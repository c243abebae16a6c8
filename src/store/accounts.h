// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

// What Store promises of accounts, inside a transaction.
QList<AccountRow> readAccounts(Database &db);
void putAccount(Writing &writing, const AccountRow &account);
void removeAccount(Writing &writing, const AccountId &account);
void setAccountStatus(Writing &writing, const AccountId &account, const AccountStatus &status);
void setAccountFact(Writing &writing, const AccountId &account, const QString &name,
                    const QString &value);

/** The account's row number; throws NotFound. */
qint64 accountNumber(Database &db, const AccountId &account);

} // namespace chatelaine
