// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "services/heldsecrets.h"
#include "services/keyservice.h"

#include <functional>

class QWidget;

namespace chatelaine {

struct Services;
class ClipboardService;

/** What the one-time dialog asks of the services; tests pass their own functions. */
struct SecretPort
{
    std::function<std::optional<AccountRow>(const AccountId &)> account;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<KeyRow>(const KeyUid &)> key;
    std::function<FutureOutcome<SharedSecret>(const HeldSecretId &, const QString &use)> value;
    std::function<FutureOutcome<Done>(const HeldSecretId &)> keep;
    std::function<FutureOutcome<Done>(const HeldSecretId &, const QString &how)> forget;
    std::function<FutureOutcome<KeyChange>(const KeyUid &, KeyVerb)> end;
    /** Asks for a destination and brings the secret there; says where once it is there. Empty: not
     * offered. */
    std::function<void(QWidget *parent, const HeldSecret &,
                       const std::function<void(const QString &where)> &delivered)>
        deliver = {};

    static SecretPort of(Services &services);
};

} // namespace chatelaine
