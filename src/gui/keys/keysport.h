// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keynotes.h"
#include "core/rows.h"
#include "services/keyservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What the page of keys asks of the services; tests pass their own functions. */
struct KeysPort
{
    std::function<FutureOutcome<KeyRow>(const KeyUid &)> key;
    std::function<FutureOutcome<KeyChange>(const KeyUid &, KeyVerb, bool inUseConfirmed)> apply;
    std::function<FutureOutcome<KeyCheck>(const KeyUid &)> check;
    std::function<FutureOutcome<QList<Finding>>(const KeyUid &)> findings;
    std::function<FutureOutcome<KeyNotes>(const KeyUid &)> notes;
    std::function<QList<AccountRow>()> accounts;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;

    static KeysPort of(Services &services);
};

} // namespace chatelaine
