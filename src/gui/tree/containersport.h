// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/containerservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What organizations and projects ask of the services; tests pass their own functions. */
struct ContainersPort
{
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<QList<KeyRow>>(const AccountId &, const ContainerPath &)>
        keysThatGoWith;
    std::function<FutureOutcome<ContainerChangeResult>(const ContainerChange &)> change;

    static ContainersPort of(Services &services);
};

} // namespace chatelaine
