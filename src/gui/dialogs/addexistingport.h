// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "services/keyservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What adding an existing key asks of the services; tests pass their own functions. */
struct AddExistingPort
{
    std::function<std::optional<AccountRow>(const AccountId &)> account;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<KeyCheck>(const AccountId &, const QString &kind,
                                          const QString &name, SharedSecret secret)>
        add;

    static AddExistingPort of(Services &services);
};

} // namespace chatelaine
