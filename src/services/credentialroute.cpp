// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/credentialroute.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QUrl>

namespace chatelaine {

namespace {

struct RouteTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::CredentialRoute)
};

} // namespace

QString CredentialRoute::toString() const
{
    return origin + QLatin1Char(' ') + headers.join(QLatin1Char(','));
}

QString CredentialRoute::sentence() const
{
    if (definition.isEmpty())
        return RouteTexts::tr("This account of %1 came from the team. The credential will be sent "
                              "to %2 in the header %3.")
            .arg(displaySafe(provider), displaySafe(origin, 300),
                 displaySafe(headers.join(QStringLiteral(", ")), 300));
    return RouteTexts::tr("%1 is described by a definition of your own, %2. The credential will be "
                          "sent to %3 in the header %4.")
        .arg(displaySafe(provider), displaySafe(definition, 400), displaySafe(origin, 300),
             displaySafe(headers.join(QStringLiteral(", ")), 300));
}

std::optional<CredentialRoute> routeToApprove(const ProviderInfo &info, const AccountRow &account)
{
    if (!info.imported && !account.shared)
        return std::nullopt;
    const QUrl url(account.baseUrl.isEmpty() ? info.baseUrl : account.baseUrl, QUrl::StrictMode);
    const QUrl origin = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                                     QUrl::RemoveFragment);
    return CredentialRoute{info.name, info.imported ? info.origin : QString(), origin.toString(),
                           info.credentialHeaders};
}

bool needsApproval(const ProviderInfo &info, const AccountRow &account)
{
    const auto route = routeToApprove(info, account);
    return route && account.facts.value(approvedRouteFact) != route->toString();
}

} // namespace chatelaine
