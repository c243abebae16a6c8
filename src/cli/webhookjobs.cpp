// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/webhookjobs.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "cli/table.h"
#include "cli/values.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject webhookDocument(const WebhookRow &webhook, const AccountRow &account)
{
    const WebhookRecord &record = webhook.record;
    QJsonObject object{{"id"_L1, record.id},
                       {"account"_L1, account.name},
                       {"url"_L1, record.url},
                       {"events"_L1, QJsonArray::fromStringList(record.events)},
                       {"state"_L1, webhook.goneAt ? u"deleted"_s : webhookStateName(record.state)},
                       {"secretKept"_L1, webhook.kept}};
    if (!record.title.isEmpty())
        object.insert("title"_L1, record.title);
    if (record.createdAt)
        object.insert("createdAt"_L1, record.createdAt->toIso());
    return object;
}

/** Vendors let choose one event or several, and name the field so. */
QString eventsField(const QList<FieldInfo> &fields)
{
    for (const FieldInfo &field : fields) {
        if (field.id == "event"_L1)
            return field.id;
    }
    return u"events"_s;
}

Error noWebhooks(const ProviderInfo &provider)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = WebhooksListJob::tr("The API of %1 has no webhooks.").arg(provider.name);
    return error;
}

/** Where the webhooks that are meant are; `project` may be empty where there is one place. */
Outcome<ContainerPath> webhookPlace(const WebhookInfo &info, const QString &project,
                                    const QList<ContainerRow> &rows, const AccountRow &account)
{
    if (info.level == "account"_L1) {
        if (project.isEmpty())
            return ContainerPath();
        return usageError(WebhooksListJob::tr("Its webhooks are in no project; leave --project "
                                              "out."));
    }
    QList<ContainerRow> places;
    for (const ContainerRow &row : rows) {
        if (row.path.constLast().level == info.level)
            places.append(row);
    }
    if (project.isEmpty() && places.size() == 1)
        return places.constFirst().path;
    if (project.isEmpty())
        return usageError(WebhooksListJob::tr("Say which webhooks are meant, with --project."));
    const auto chosen = chooseContainer(places, project, info.level,
                                        [&account](const AccountId &) { return account.name; });
    if (!chosen)
        return chosen.error();
    return chosen->path;
}

/** The fields of these ids, which must be secrets. */
Outcome<QList<FieldInfo>> secretFields(const QList<FieldInfo> &fields, const QStringList &ids)
{
    QList<FieldInfo> secrets;
    for (const QString &id : ids) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&id](const FieldInfo &field) {
                return field.id == id && field.type == FieldInfo::Type::Secret;
            });
        if (found == fields.end())
            return usageError(WebhookCreateJob::tr("\"%1\" is no field that is a secret.").arg(id));
        secrets.append(*found);
    }
    return secrets;
}

QString changedSentence(WebhookVerb verb, const QString &url)
{
    switch (verb) {
    case WebhookVerb::Pause:
        return WebhookChangeJob::tr("Paused the webhook to %1.").arg(url);
    case WebhookVerb::Resume:
        return WebhookChangeJob::tr("Resumed the webhook to %1.").arg(url);
    case WebhookVerb::Delete:
        return WebhookChangeJob::tr("Deleted the webhook to %1.").arg(url);
    case WebhookVerb::Ping:
        return WebhookChangeJob::tr("A test event is on its way to %1.").arg(url);
    case WebhookVerb::Retry:
        return WebhookChangeJob::tr("The delivery is on its way to %1 again.").arg(url);
    case WebhookVerb::Create:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

void WebhooksListJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    const ProviderInfo provider =
        services().accounts.providerOf(account->id).value_or(ProviderInfo());
    if (!provider.webhooks)
        return fail(noWebhooks(provider));
    then(services().keys.containers(account->id),
         [this, account = *account, info = *provider.webhooks](const QList<ContainerRow> &rows) {
             const auto place = webhookPlace(info, m_order.project, rows, account);
             if (!place)
                 return refuse(place.error());
             list(account, *place);
         });
}

void WebhooksListJob::list(const AccountRow &account, const ContainerPath &container)
{
    then(services().webhooks.refresh(account.id, container), [this, account](const WebhookInventory
                                                                                 &inventory) {
        Table table({tr("URL"), tr("TITLE"), tr("STATE"), tr("EVENTS"), tr("CREATED"), tr("ID")});
        QJsonArray items;
        for (const WebhookRow &row : inventory.webhooks) {
            items.append(webhookDocument(row, account));
            table.add({row.record.url, row.record.title, webhookStateName(row.record.state),
                       row.record.events.join(u','), shownTime(row.record.createdAt),
                       row.record.id});
        }
        ListState state;
        state.complete = inventory.complete;
        state.reasons = inventory.reasons;
        output().list(table.toString(), items, state);
        if (inventory.problem)
            return finish(notDone);
        finish(done);
    });
}

void WebhookCreateJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    const ProviderInfo provider =
        services().accounts.providerOf(account->id).value_or(ProviderInfo());
    const WebhookVerbInfo *verb =
        provider.webhooks ? provider.webhooks->verb(WebhookVerb::Create) : nullptr;
    if (!verb)
        return fail(noWebhooks(provider));
    const auto asked = secretFields(verb->fields, m_order.secrets);
    if (!asked)
        return refuse(asked.error());
    QList<FieldInfo> fields = verb->fields; // what is asked for is not to be given
    fields.removeIf([this](const FieldInfo &field) { return m_order.secrets.contains(field.id); });
    const auto values = formValues(provider, fields,
                                   {{u"url"_s, u"--url"_s, {m_order.url}},
                                    {eventsField(verb->fields), u"--event"_s, m_order.events}},
                                   m_order.fields);
    if (!values)
        return refuse(values.error());
    m_newWebhook.account = account->id;
    m_newWebhook.values = *values;
    m_info = *provider.webhooks;
    if (asked->isEmpty())
        choosePlace();
    else
        askSecrets(*asked);
}

void WebhookCreateJob::askSecrets(const QList<FieldInfo> &fields)
{
    QStringList prompts;
    for (const FieldInfo &field : fields)
        prompts.append(field.label);
    whenDone(terminal().readSecrets(prompts), this,
             [this, fields](const Outcome<QList<SharedSecret>> &secrets) {
                 if (!secrets)
                     return refuse(secrets.error());
                 for (qsizetype i = 0; i < fields.size(); ++i) {
                     m_newWebhook.values.insert(fields.at(i).id,
                                                QString::fromUtf8(secrets->at(i)->borrowed()));
                 }
                 choosePlace();
             });
}

void WebhookCreateJob::choosePlace()
{
    then(services().keys.containers(m_newWebhook.account), [this](const QList<ContainerRow> &rows) {
        const auto place =
            webhookPlace(m_info, m_order.project, rows, accountOf(m_newWebhook.account));
        if (!place)
            return refuse(place.error());
        m_newWebhook.container = *place;
        create();
    });
}

void WebhookCreateJob::create()
{
    whenHoldable(m_order.delivery, [this](bool unheldAccepted) {
        m_newWebhook.unheldAccepted = unheldAccepted;
        then(services().webhooks.create(m_newWebhook),
             [this](const NewWebhookResult &result) { created(result); });
    });
}

void WebhookCreateJob::created(const NewWebhookResult &result)
{
    for (const QString &warning : result.warnings)
        output().note(displaySafe(warning, 2048));
    const QString url = displaySafe(result.webhook.record.url);
    QJsonObject document = webhookDocument(result.webhook, accountOf(m_newWebhook.account));
    document.remove("secretKept"_L1);
    if (!result.warnings.isEmpty())
        document.insert("warnings"_L1, QJsonArray::fromStringList(result.warnings));
    if (!result.secret) {
        output().result(
            tr("Created the webhook to %1; it signs without a secret.").arg(url) + u'\n', document);
        return finish(done);
    }
    deliver({*result.secret, m_order.delivery, document, tr("Created the webhook to %1.").arg(url),
             tr("The webhook to %1 was made, but its signing secret was not delivered.").arg(url)});
}

void WebhookChangeJob::start()
{
    if (m_order.verb == WebhookVerb::Delete && !m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    then(services().webhooks.find(account->id, m_order.webhook),
         [this](const WebhookRow &webhook) { found(webhook); });
}

void WebhookChangeJob::found(const WebhookRow &webhook)
{
    if (m_order.verb == WebhookVerb::Retry)
        return retry(webhook);
    if (m_order.verb != WebhookVerb::Delete || m_order.yes)
        return apply(webhook);
    const QString question =
        tr("Delete the webhook to %1? Nothing is sent there any more, and its signing secret is "
           "dropped.")
            .arg(displaySafe(webhook.record.url)) +
        u'\n' + yesWanted();
    then(terminal().ask(question), [this, webhook](const QString &answer) {
        if (isYes(answer))
            return apply(webhook);
        fail(notConfirmed());
    });
}

void WebhookChangeJob::apply(const WebhookRow &webhook)
{
    then(services().webhooks.apply(webhook.uid, m_order.verb),
         [this](const WebhookChange &change) { report(change.webhook, change.note); });
}

void WebhookChangeJob::retry(const WebhookRow &webhook)
{
    then(services().webhooks.retry(webhook.uid, m_order.delivery),
         [this, webhook](const Done &) { report(webhook, {}); });
}

void WebhookChangeJob::report(const WebhookRow &webhook, const QString &note)
{
    QString text = changedSentence(m_order.verb, displaySafe(webhook.record.url));
    QJsonObject document{{"verb"_L1, webhookVerbName(m_order.verb)},
                         {"webhook"_L1, webhookDocument(webhook, accountOf(webhook.account))}};
    if (!note.isEmpty()) {
        text += u' ' + displaySafe(note);
        document.insert("note"_L1, note);
    }
    output().result(text + u'\n', document);
    finish(done);
}

void DeliveriesJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    then(services().webhooks.find(account->id, m_order.webhook), [this](const WebhookRow &webhook) {
        then(services().webhooks.deliveries(webhook.uid),
             [this](const Listing<WebhookDelivery> &listing) { report(listing); });
    });
}

void DeliveriesJob::report(const Listing<WebhookDelivery> &listing)
{
    Table table({tr("TIME"), tr("EVENT"), tr("STATUS"), tr("DETAIL"), tr("ID")});
    QJsonArray items;
    for (const WebhookDelivery &delivery : listing.items) {
        QJsonObject item{
            {"id"_L1, delivery.id}, {"event"_L1, delivery.event}, {"status"_L1, delivery.status}};
        if (delivery.at)
            item.insert("at"_L1, delivery.at->toIso());
        if (!delivery.detail.isEmpty())
            item.insert("detail"_L1, delivery.detail);
        items.append(item);
        table.add({shownTime(delivery.at), delivery.event, delivery.status, delivery.detail,
                   delivery.id});
    }
    ListState state;
    state.complete = listing.complete();
    state.reasons = listing.reasons();
    output().list(table.toString(), items, state);
    finish(done);
}

} // namespace chatelaine::cli
