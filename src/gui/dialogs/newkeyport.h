// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "gui/delivery/secretroute.h"
#include "services/keyservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What making a key asks of the services; tests pass their own functions. */
struct NewKeyPort
{
    std::function<QList<AccountRow>()> accounts;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<QList<ContainerRow>>(const AccountId &)> containers;
    std::function<FutureOutcome<QList<FieldOption>>(const AccountId &, const QString &kind,
                                                    const QString &field, const ContainerPath &)>
        options;
    std::function<FutureOutcome<NewKeyResult>(const NewKey &)> create;
    SecretRoutePort route;

    static NewKeyPort of(Services &services);
};

} // namespace chatelaine
