// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/webhooks/webhooksport.h"

#include "services/accountservice.h"
#include "services/services.h"

namespace chatelaine {

WebhooksPort WebhooksPort::of(Services &services)
{
    AccountService &accounts = services.accounts;
    WebhookService &webhooks = services.webhooks;
    return {
        [&accounts](const AccountId &id) { return accounts.account(id); },
        [&accounts](const AccountId &id) { return accounts.providerOf(id); },
        [&webhooks](const AccountId &id) { return webhooks.known(id); },
        [&webhooks](const AccountId &id, const ContainerPath &container,
                    CancellationPtr cancellation) {
            return webhooks.refresh(id, container, std::move(cancellation));
        },
        [&webhooks](const AccountId &id, const QString &field, const ContainerPath &container) {
            return webhooks.fieldOptions(id, field, container);
        },
        [&webhooks](const NewWebhook &order) { return webhooks.create(order); },
        [&webhooks](const WebhookUid &webhook, WebhookVerb verb) {
            return webhooks.apply(webhook, verb);
        },
        [&webhooks](const WebhookUid &webhook) { return webhooks.deliveries(webhook); },
        [&webhooks](const WebhookUid &webhook, const QString &delivery) {
            return webhooks.retry(webhook, delivery);
        },
    };
}

} // namespace chatelaine
