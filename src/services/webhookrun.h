// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/operationrun.h"
#include "services/webhookservice.h"

namespace chatelaine {

/** A new webhook: can its secret be held, intention, request, secret into the keychain, row. */
class WebhookCreation : public AnsweringRun<NewWebhookResult>
{
    Q_OBJECT
public:
    WebhookCreation(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                    AccountRow account, NewWebhook order, QList<FieldInfo> fields, QObject *parent);

    FutureOutcome<NewWebhookResult> start();

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void noteWhatIsThere();
    void received(const CreatedWebhook &created);
    void put();
    void conclude();

    HeldSecrets &m_held;
    NewWebhook m_order;
    QList<FieldInfo> m_fields;
    NewWebhookResult m_result;
};

/** A webhook paused, resumed or deleted. */
class WebhookChangeRun : public AnsweringRun<WebhookChange>
{
    Q_OBJECT
public:
    WebhookChangeRun(ServiceContext &context, OperationJournal &operations, HeldSecrets &held,
                     AccountRow account, WebhookRow webhook, WebhookVerb verb, QObject *parent);

    FutureOutcome<WebhookChange> start();

private:
    void send() override;
    JournalEvent journalEvent(const QString &outcome) const override;
    void received(const WebhookResult &result);
    void put();
    void dropSecret();

    HeldSecrets &m_held;
    WebhookRow m_webhook;
    WebhookVerb m_verb;
    WebhookChange m_result;
};

/** An event about a webhook; its URL is the one that the engine has cleaned of secrets. */
JournalEvent webhookEvent(const QString &kind, const QString &outcome, const AccountRow &account,
                          const WebhookRow &webhook);

} // namespace chatelaine
