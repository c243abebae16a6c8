// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/webhookservice.h"

#include <functional>

namespace chatelaine {

struct Services;

/** What the page of webhooks asks of the services; tests pass their own functions. */
struct WebhooksPort
{
    std::function<std::optional<AccountRow>(const AccountId &)> account;
    std::function<std::optional<ProviderInfo>(const AccountId &)> provider;
    std::function<FutureOutcome<QList<WebhookRow>>(const AccountId &)> known;
    std::function<FutureOutcome<WebhookInventory>(const AccountId &, const ContainerPath &,
                                                  CancellationPtr)>
        refresh;
    std::function<FutureOutcome<QList<FieldOption>>(const AccountId &, const QString &field,
                                                    const ContainerPath &)>
        options;
    std::function<FutureOutcome<NewWebhookResult>(const NewWebhook &)> create;
    std::function<FutureOutcome<WebhookChange>(const WebhookUid &, WebhookVerb)> apply;
    std::function<FutureOutcome<Listing<WebhookDelivery>>(const WebhookUid &)> deliveries;
    std::function<FutureOutcome<Done>(const WebhookUid &, const QString &delivery)> retry;

    static WebhooksPort of(Services &services);
};

} // namespace chatelaine
