// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/deliveringjob.h"
#include "services/webhookservice.h"

namespace chatelaine::cli {

/** `webhooks list`: asks the vendor; what it cannot list is known from here. */
class WebhooksListJob : public Job
{
    Q_OBJECT
public:
    WebhooksListJob(Session &session, WebhooksList order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void list(const AccountRow &account, const ContainerPath &container);

    const WebhooksList m_order;
};

class WebhookCreateJob : public DeliveringJob
{
    Q_OBJECT
public:
    WebhookCreateJob(Session &session, WebhooksCreate order)
        : DeliveringJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void askSecrets(const QList<FieldInfo> &fields);
    void choosePlace();
    void create();
    void created(const NewWebhookResult &result);

    const WebhooksCreate m_order;
    NewWebhook m_newWebhook;
    WebhookInfo m_info;
};

/** `webhooks pause`, `resume`, `ping`, `delete` and `retry`. */
class WebhookChangeJob : public Job
{
    Q_OBJECT
public:
    WebhookChangeJob(Session &session, WebhooksChange order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const WebhookRow &webhook);
    void apply(const WebhookRow &webhook);
    void retry(const WebhookRow &webhook);
    void report(const WebhookRow &webhook, const QString &note);

    const WebhooksChange m_order;
};

/** `webhooks deliveries`. */
class DeliveriesJob : public Job
{
    Q_OBJECT
public:
    DeliveriesJob(Session &session, WebhooksDeliveries order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void report(const Listing<WebhookDelivery> &listing);

    const WebhooksDeliveries m_order;
};

} // namespace chatelaine::cli
