// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/webhookrun.h"

#include "services/context.h"
#include "services/events.h"
#include "store/store.h"

#include <QUrl>

namespace chatelaine {

namespace {

/** Scheme and host of the URL that is sent: the rest of one may be a secret. */
QString originIn(const QMap<QString, QJsonValue> &values)
{
    for (const QJsonValue &value : values) {
        const QUrl url(value.toString(), QUrl::StrictMode);
        if (url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty())
            return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                                QUrl::RemoveFragment);
    }
    return {};
}

} // namespace

JournalEvent webhookEvent(const QString &kind, const QString &outcome, const AccountRow &account,
                          const WebhookRow &webhook)
{
    JournalEvent event = accountEvent(kind, outcome, account);
    event.object = webhook.record.url;
    event.vendorId = webhook.record.id;
    event.container = webhook.record.container;
    return event;
}

WebhookCreation::WebhookCreation(ServiceContext &context, OperationJournal &operations,
                                 HeldSecrets &held, AccountRow account, NewWebhook order,
                                 QList<FieldInfo> fields, QObject *parent)
    : AnsweringRun(context, operations, std::move(account), {}, parent)
    , m_held(held)
    , m_order(std::move(order))
    , m_fields(std::move(fields))
{
    m_operation.verb = webhookVerbName(WebhookVerb::Create);
    m_operation.object = QStringLiteral("webhook");
    m_operation.container = m_order.container;
    m_operation.sentName = originIn(m_order.values);
    m_result.webhook.account = m_account.id;
    m_result.webhook.record.container = m_order.container;
    m_result.webhook.record.url = m_operation.sentName;
}

JournalEvent WebhookCreation::journalEvent(const QString &outcome) const
{
    JournalEvent made =
        webhookEvent(QStringLiteral("webhook.create"), outcome, m_account, m_result.webhook);
    made.operation = m_operation.id;
    made.requestId = m_operation.requestId;
    return made;
}

FutureOutcome<NewWebhookResult> WebhookCreation::start()
{
    const auto future = m_answer.future();
    whenHoldable(m_held, m_order.unheldAccepted, [this] { noteWhatIsThere(); });
    return future;
}

void WebhookCreation::noteWhatIsThere()
{
    whenDone(m_context.store.webhooks(m_account.id), this,
             [this](const Outcome<QList<WebhookRow>> &known) {
                 if (!known)
                     return giveUp(known.error());
                 for (const WebhookRow &row : *known)
                     m_operation.idsBefore.append(row.record.id);
                 QJsonObject detail = describedValues(m_fields, m_order.values);
                 for (const QString &name : detail.keys()) {
                     if (QUrl(detail.value(name).toString()).host().isEmpty())
                         continue;
                     detail.insert(name, m_operation.sentName); // no more of a URL than that
                 }
                 begin(detail);
             });
}

void WebhookCreation::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    whenAnswered((*provider)->createWebhook({m_order.container, m_order.values}),
                 [this](const CreatedWebhook &created) { received(created); });
}

void WebhookCreation::received(const CreatedWebhook &created)
{
    m_result.webhook.record = created.record;
    m_result.webhook.madeBy = m_operation.id;
    m_result.webhook.lastSeenAt = m_context.clock.now();
    m_operation.vendorKey = VendorKeyId(created.record.id);
    if (!created.secret)
        return put();
    // The keychain first: from here on a crash loses nothing.
    whenDone(m_held.hold(m_operation, {}, created.secret), this,
             [this](const Outcome<HeldSecret> &secret) {
                 if (!secret)
                     return giveUp(secret.error()); // only when the program is ending
                 m_result.secret = *secret;
                 m_operation.secretHeld = secret->inKeychain;
                 put();
             });
}

void WebhookCreation::put()
{
    whenDone(m_context.store.putWebhook(m_result.webhook), this,
             [this](const Outcome<WebhookRow> &row) {
                 if (!row)
                     m_result.warnings.append(
                         tr("The webhook was made, but could not be written down: %1")
                             .arg(row.error().message));
                 else
                     m_result.webhook = *row;
                 if (m_result.secret && row) {
                     m_held.setWebhook(m_result.secret->id, *row);
                     m_result.secret->webhook = row->uid;
                     m_result.secret->keyName = row->record.url;
                 }
                 conclude();
             });
}

void WebhookCreation::conclude()
{
    succeed({{QStringLiteral("held"), m_operation.secretHeld}}, [this](const Outcome<Done> &ended) {
        if (!ended)
            m_result.warnings.append(
                tr("The outcome could not be written down: %1").arg(ended.error().message));
        answer(m_result);
    });
}

WebhookChangeRun::WebhookChangeRun(ServiceContext &context, OperationJournal &operations,
                                   HeldSecrets &held, AccountRow account, WebhookRow webhook,
                                   WebhookVerb verb, QObject *parent)
    : AnsweringRun(context, operations, std::move(account), {}, parent)
    , m_held(held)
    , m_webhook(std::move(webhook))
    , m_verb(verb)
{
    m_operation.verb = webhookVerbName(m_verb);
    m_operation.object = QStringLiteral("webhook");
    m_operation.container = m_webhook.record.container;
    m_operation.vendorKey = VendorKeyId(m_webhook.record.id);
    m_operation.sentName = m_webhook.record.url;
}

JournalEvent WebhookChangeRun::journalEvent(const QString &outcome) const
{
    JournalEvent made =
        webhookEvent(QStringLiteral("webhook.") + m_operation.verb, outcome, m_account, m_webhook);
    made.operation = m_operation.id;
    made.requestId = m_operation.requestId;
    return made;
}

FutureOutcome<WebhookChange> WebhookChangeRun::start()
{
    const auto future = m_answer.future();
    begin({{QStringLiteral("before"), webhookStateName(m_webhook.record.state)}});
    return future;
}

void WebhookChangeRun::send()
{
    const auto provider = client();
    if (!provider)
        return fail(provider.error(), OperationState::Failed);
    whenAnswered((*provider)->changeWebhook(m_verb, m_webhook.record),
                 [this](const WebhookResult &result) { received(result); });
}

void WebhookChangeRun::received(const WebhookResult &result)
{
    const Timestamp now = m_context.clock.now();
    m_result.note = result.note;
    if (result.record) {
        const ContainerPath container = m_webhook.record.container;
        m_webhook.record = *result.record;
        m_webhook.record.container = container;
        m_webhook.lastSeenAt = now;
    }
    if (m_verb == WebhookVerb::Delete)
        m_webhook.goneAt = now;
    const QString after =
        m_webhook.goneAt ? QStringLiteral("deleted") : webhookStateName(m_webhook.record.state);
    // The outcome before the row: a listing can bring the latter back, nothing the former.
    succeed({{QStringLiteral("after"), after}}, [this](const Outcome<Done> &written) {
        if (!written)
            return giveUp(written.error());
        put();
    });
}

void WebhookChangeRun::put()
{
    whenDone(m_context.store.putWebhook(m_webhook), this, [this](const Outcome<WebhookRow> &row) {
        if (!row)
            return giveUp(row.error());
        m_result.webhook = *row;
        dropSecret();
    });
}

/** The signing secret of a webhook that is gone signs nothing any more. */
void WebhookChangeRun::dropSecret()
{
    if (!m_webhook.goneAt || !m_webhook.kept)
        return answer(m_result);
    whenDone(m_held.dropKept(m_webhook.uid), this, [this](const Outcome<Done> &dropped) {
        if (dropped)
            m_result.webhook.kept = false;
        else
            m_result.note = tr("Its signing secret could not be removed from the keychain: %1")
                                .arg(dropped.error().message);
        answer(m_result);
    });
}

} // namespace chatelaine
