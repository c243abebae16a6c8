// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"

namespace chatelaine {

/** Where an account's credentials are sent, when a definition of the user's own or the team says
 * so.
 */
struct CredentialRoute
{
    QString provider;
    QString definition; ///< the file; empty: the team's word
    QString origin;     ///< e.g. "https://api.example"
    QStringList headers;

    QString toString() const; ///< origin and headers: what an approval is of
    QString sentence() const; ///< names all of it, for a question
};

/** Nothing for a definition that came with the program and an address that the user gave: that is
 * not asked about. */
std::optional<CredentialRoute> routeToApprove(const ProviderInfo &info, const AccountRow &account);

/** The fact of an account that keeps which route was approved. */
inline const QString approvedRouteFact = QStringLiteral("approved_route");

/** Whether no request of this account may leave before the user has approved its route. */
bool needsApproval(const ProviderInfo &info, const AccountRow &account);

} // namespace chatelaine
