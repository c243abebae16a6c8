// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/addexistingport.h"

#include "services/accountservice.h"
#include "services/services.h"

namespace chatelaine {

AddExistingPort AddExistingPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    KeyService &keys = services.keys;
    return {
        [&accounts](const AccountId &id) { return accounts.account(id); },
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&keys](const AccountId &id, const QString &kind, const QString &name,
                SharedSecret secret) {
            return keys.addExisting(id, kind, name, std::move(secret));
        },
    };
}

} // namespace chatelaine
