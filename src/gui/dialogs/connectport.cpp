// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/connectport.h"

#include "services/services.h"

namespace chatelaine {

ConnectPort ConnectPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    return {
        [&accounts] { return accounts.providers(); },
        [&accounts] { return accounts.accounts(); },
        [&accounts](const AccountInput &input, CancellationPtr cancellation) {
            return accounts.add(input, std::move(cancellation));
        },
    };
}

ConnectPort ConnectPort::ofAccount(Services &services, const AccountId &account)
{
    ConnectPort port = of(services);
    port.send = [&accounts = services.accounts, account](const AccountInput &input,
                                                         CancellationPtr cancellation) {
        return accounts.update(account, input, std::move(cancellation));
    };
    return port;
}

} // namespace chatelaine
