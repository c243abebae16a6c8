// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/keys/keyfacts.h"

namespace chatelaine {

/** What is known of an account, for the panel of details while no key is chosen. */
QList<KeyFact> accountFacts(const AccountRow &account, const std::optional<ProviderInfo> &provider,
                            Timestamp now);

} // namespace chatelaine
