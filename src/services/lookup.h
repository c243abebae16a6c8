// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

namespace chatelaine {

class Store;

/** The stored row of an account, with its latest facts; NotFound when it is gone. */
[[nodiscard]] FutureOutcome<AccountRow> findAccount(Store &store, const AccountId &id,
                                                    QObject *context);

/** A key and its account, both as stored now. */
struct KeyAndAccount
{
    KeyRow key;
    AccountRow account;
};
[[nodiscard]] FutureOutcome<KeyAndAccount> findKey(Store &store, const KeyUid &uid,
                                                   QObject *context);

} // namespace chatelaine
