// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/accountservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What connecting an account asks of the services; tests pass their own functions. */
struct ConnectPort
{
    std::function<QList<ProviderInfo>()> providers;
    std::function<QList<AccountRow>()> accounts;
    /** Adds the account, or changes the one that is edited. */
    std::function<FutureOutcome<AccountCheck>(const AccountInput &, CancellationPtr)> send;
    /** The certificate that the server shows now. */
    std::function<FutureOutcome<ServerCertificate>(const AccountRow &draft, CancellationPtr)>
        certificate;
    /** What has to be approved before the first request to this address, if anything. */
    std::function<std::optional<CredentialRoute>(const ProviderInfo &, const QString &baseUrl)>
        routeToApprove;

    static ConnectPort of(Services &services);
    static ConnectPort ofAccount(Services &services, const AccountId &account);
};

} // namespace chatelaine
