// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"
#include "gui/dialogs/confirmation.h"
#include "models/containertree.h"

namespace chatelaine {

/** One thing that can be done with an organization or project of the chosen scope. */
struct ContainerOffer
{
    ContainerVerb verb = ContainerVerb::Create;
    LevelInfo level; ///< of what is made, renamed or deleted
    AccountId account;
    ContainerPath container; ///< of a Create: the parent; else the thing itself
    QString text;            ///< of the menu: `New project…`
};

/** What the definition of the account's variant declares for the scope, and nothing else. */
QList<ContainerOffer> containerOffers(const Scope &scope,
                                      const std::optional<ProviderInfo> &provider);

/** The question before an organization or project is deleted: names the keys that go with it, and
 * asks for its name while one of them works. */
Confirmation containerDeletion(const ContainerOffer &offer, const QList<KeyRow> &keys);

} // namespace chatelaine
