// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/lookup.h"

#include "core/async.h"
#include "store/store.h"

namespace chatelaine {

FutureOutcome<AccountRow> findAccount(Store &store, const AccountId &id, QObject *context)
{
    Answer<AccountRow> answer;
    whenDone(store.accounts(), context, [id, answer](const Outcome<QList<AccountRow>> &accounts) {
        if (!accounts)
            return answer.give(accounts.error());
        for (const AccountRow &account : *accounts) {
            if (account.id == id)
                return answer.give(account);
        }
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = QCoreApplication::translate("chatelaine::AccountService",
                                                    "This account is not there any more.");
        answer.give(error);
    });
    return answer.future();
}

FutureOutcome<KeyAndAccount> findKey(Store &store, const KeyUid &uid, QObject *context)
{
    Answer<KeyAndAccount> answer;
    whenDone(store.key(uid), context, [&store, context, answer](const Outcome<KeyRow> &key) {
        if (!key)
            return answer.give(key.error());
        whenDone(findAccount(store, key->account, context), context,
                 [key = *key, answer](const Outcome<AccountRow> &account) {
                     if (!account)
                         return answer.give(account.error());
                     answer.give(KeyAndAccount{key, *account});
                 });
    });
    return answer.future();
}

} // namespace chatelaine
