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
    return RouteTexts::tr("%1 is described by a definition of your own, %2. The credential will be "
                          "sent to %3 in the header %4.")
        .arg(displaySafe(provider), displaySafe(definition, 400), displaySafe(origin, 300),
             displaySafe(headers.join(QStringLiteral(", ")), 300));
}

std::optional<CredentialRoute> routeToApprove(const ProviderInfo &info, const QString &baseUrl)
{
    if (!info.imported)
        return std::nullopt;
    const QUrl url(baseUrl.isEmpty() ? info.baseUrl : baseUrl, QUrl::StrictMode);
    const QUrl origin = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                                     QUrl::RemoveFragment);
    return CredentialRoute{info.name, info.origin, origin.toString(), info.credentialHeaders};
}

bool needsApproval(const ProviderInfo &info, const AccountRow &account)
{
    const auto route = routeToApprove(info, account.baseUrl);
    return route && account.facts.value(approvedRouteFact) != route->toString();
}

} // namespace chatelaine
