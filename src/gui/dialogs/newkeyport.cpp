// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/newkeyport.h"

#include "services/accountservice.h"
#include "services/services.h"

namespace chatelaine {

NewKeyPort NewKeyPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    KeyService &keys = services.keys;
    return {
        [&accounts] { return accounts.accounts(); },
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&keys](const AccountId &id) { return keys.containers(id); },
        [&keys](const AccountId &id, const QString &kind, const QString &field,
                const ContainerPath &container) {
            return keys.fieldOptions(id, kind, field, container);
        },
        [&keys](const NewKey &order) { return keys.create(order); },
        SecretRoutePort::of(services),
    };
}

} // namespace chatelaine
