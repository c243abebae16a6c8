// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/context.h"
#include "services/lookup.h"

namespace chatelaine {

/**
 * Calls `next(const AccountRow &, ProviderClient &)` with the account as stored now; when it is
 * gone or has no client, the answer is that Error. The client is for this call only: it may be
 * replaced.
 */
template<typename T, typename F>
void withAccount(ServiceContext &context, const AccountId &id, QObject *owner,
                 const Answer<T> &answer, F next)
{
    whenDone(findAccount(context.store, id, owner), owner,
             [&context, answer, next](const Outcome<AccountRow> &account) {
                 if (!account)
                     return answer.give(account.error());
                 const auto client = context.clients.client(*account);
                 if (!client)
                     return answer.give(client.error());
                 next(*account, **client);
             });
}

/** withAccount() of a key's account: `next(const KeyAndAccount &, ProviderClient &)`. */
template<typename T, typename F>
void withKey(ServiceContext &context, const KeyUid &uid, QObject *owner, const Answer<T> &answer,
             F next)
{
    whenDone(findKey(context.store, uid, owner), owner,
             [&context, answer, next](const Outcome<KeyAndAccount> &found) {
                 if (!found)
                     return answer.give(found.error());
                 const auto client = context.clients.client(found->account);
                 if (!client)
                     return answer.give(client.error());
                 next(*found, **client);
             });
}

} // namespace chatelaine
