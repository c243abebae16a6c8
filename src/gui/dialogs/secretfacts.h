// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "services/heldsecrets.h"

namespace chatelaine {

/** A line beside a secret, so that the user can find the key again. */
struct SecretFact
{
    QString label;
    QString text; ///< safe to show
    bool fixedFont = false;
};

/** Whose secret it is; as much of it as is known. */
QList<SecretFact> secretFacts(const HeldSecret &secret, const std::optional<KeyRow> &key,
                              const std::optional<AccountRow> &account,
                              const std::optional<ProviderInfo> &provider);

} // namespace chatelaine
