// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/containersport.h"

#include "services/accountservice.h"
#include "services/services.h"

namespace chatelaine {

ContainersPort ContainersPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    ContainerService &containers = services.containers;
    return {
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&containers](const AccountId &account, const ContainerPath &container) {
            return containers.keysThatGoWith(account, container);
        },
        [&containers](const ContainerChange &order) { return containers.change(order); },
    };
}

} // namespace chatelaine
