// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/exchanger.h"
#include "providers/webhooktemplate.h"

namespace chatelaine {

// The webhooks of a vendor. Each call is Unsupported where the definition has no such thing.

FutureOutcome<Listing<WebhookRecord>>
readWebhookList(Exchanger *exchanger, const ContainerPath &container, CancellationPtr cancellation);
FutureOutcome<QList<FieldOption>> readWebhookOptions(Exchanger *exchanger, const QString &field,
                                                     const ContainerPath &container);
/** Sent once and never again. */
FutureOutcome<CreatedWebhook> createWebhookFrom(Exchanger *exchanger, const WebhookOrder &order);
/** Pause, Resume and Delete are followed by a listing, where there is one. */
FutureOutcome<WebhookResult> applyToWebhook(Exchanger *exchanger, WebhookVerb verb,
                                            const WebhookRecord &webhook);
FutureOutcome<Listing<WebhookDelivery>>
readDeliveryList(Exchanger *exchanger, const WebhookRecord &webhook, CancellationPtr cancellation);
/** Conflict when the receiver did not take it this time either. */
FutureOutcome<Done> retryDeliveryOf(Exchanger *exchanger, const WebhookRecord &webhook,
                                    const QString &delivery);

/** One webhook; nothing when it has no id. Pure, thread-safe. */
std::optional<WebhookRecord> mapWebhook(const WebhookMapping &mapping, const QJsonValue &row,
                                        Timestamp now);

/** An address without what may be secret in it: user information, a query's values; of one that is
 * secret as a whole only the server. */
QString harmlessUrl(const QString &url, bool isSecret);

} // namespace chatelaine
