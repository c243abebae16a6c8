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
        [&accounts](const AccountRow &draft, CancellationPtr cancellation) {
            return accounts.serverCertificate(draft, std::move(cancellation));
        },
        [&accounts](const ProviderInfo &provider, const QString &baseUrl) {
            return accounts.routeToApprove(provider, baseUrl, std::nullopt);
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
    // The account's own definition may be a file that is in no list.
    port.providers = [&accounts = services.accounts, account] {
        const auto provider = accounts.providerOf(account);
        return provider ? QList{*provider} : QList<ProviderInfo>();
    };
    port.routeToApprove = [&accounts = services.accounts, account](const ProviderInfo &provider,
                                                                   const QString &baseUrl) {
        return accounts.routeToApprove(provider, baseUrl, accounts.account(account));
    };
    return port;
}

} // namespace chatelaine
