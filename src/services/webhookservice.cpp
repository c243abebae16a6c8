// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/webhookservice.h"

#include "services/context.h"
#include "services/events.h"
#include "services/webhookrun.h"
#include "services/withclient.h"
#include "store/store.h"

namespace chatelaine {

namespace {

struct WebhookAndAccount
{
    WebhookRow webhook;
    AccountRow account;
};

Error noWebhookVerb(const ProviderInfo &info, WebhookVerb verb)
{
    QStringList names;
    if (info.webhooks) {
        for (const WebhookVerbInfo &known : info.webhooks->verbs)
            names.append(webhookVerbName(known.verb));
    }
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.message = info.webhooks
                        ? WebhookService::tr("%1 has no \"%2\" for webhooks.")
                              .arg(info.name, webhookVerbName(verb))
                        : WebhookService::tr("The API of %1 has no webhooks.").arg(info.name);
    if (!names.isEmpty())
        error.next = WebhookService::tr("What there is: %1.").arg(names.join(QStringLiteral(", ")));
    return error;
}

Error noSuchWebhook(const QString &text)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = WebhookService::tr("No webhook is known as \"%1\".").arg(text);
    error.next = WebhookService::tr("List the account's webhooks first.");
    return error;
}

Error severalWebhooks(const QString &text, const QList<WebhookRow> &found)
{
    QStringList ids;
    for (const WebhookRow &row : found)
        ids.append(row.record.id);
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = WebhookService::tr("\"%1\" can mean %n webhook(s): %2.", nullptr,
                                       static_cast<int>(found.size()))
                        .arg(text, ids.join(QStringLiteral(", ")));
    error.next = WebhookService::tr("Name one of them by its id.");
    return error;
}

} // namespace

class WebhookService::Private
{
public:
    Private(ServiceContext &serviceContext, HeldSecrets &heldSecrets, WebhookService *owner)
        : context(serviceContext)
        , held(heldSecrets)
        , q(owner)
        , operations(serviceContext, owner)
    {}

    template<typename T, typename F>
    void withWebhook(const WebhookUid &uid, const Answer<T> &answer, F next)
    {
        whenDone(context.store.webhook(uid), q,
                 [this, answer, next](const Outcome<WebhookRow> &webhook) {
                     if (!webhook)
                         return answer.give(webhook.error());
                     withAccount(context, webhook->account, q, answer,
                                 [webhook = *webhook, next](const AccountRow &account,
                                                            ProviderClient &client) {
                                     next(WebhookAndAccount{webhook, account}, client);
                                 });
                 });
    }

    /** An entry before and after what changes nothing at the vendor: a ping, a delivery again. */
    template<typename T, typename F>
    void recorded(const JournalEvent &event, const Answer<Done> &answer, F send)
    {
        JournalEvent intended = event;
        intended.outcome = QStringLiteral("intended");
        whenDone(context.store.append(intended), q,
                 [this, event, answer, send](const Outcome<JournalLine> &line) {
                     if (!line)
                         return answer.give(line.error());
                     FutureOutcome<T> sent = send();
                     whenDone(sent, q, [this, event, answer](const Outcome<T> &result) {
                         JournalEvent ended = event;
                         ended.outcome = QStringLiteral("succeeded");
                         if (!result) {
                             ended.outcome = QStringLiteral("failed");
                             addError(ended, result.error());
                         }
                         const Outcome<Done> given =
                             result ? Outcome<Done>(Done{}) : Outcome<Done>(result.error());
                         whenDone(
                             context.store.append(ended), q,
                             [given, answer](const Outcome<JournalLine> &) { answer.give(given); });
                     });
                 });
    }

    /** What is known of one container's webhooks, beside what the vendor said. */
    void giveKnown(const AccountId &account, const ContainerPath &container,
                   const WebhookInventory &said, const Answer<WebhookInventory> &answer)
    {
        whenDone(context.store.webhooks(account), q,
                 [container, said, answer](const Outcome<QList<WebhookRow>> &rows) {
                     if (!rows)
                         return answer.give(rows.error());
                     WebhookInventory inventory = said;
                     for (const WebhookRow &row : *rows) {
                         if (!row.goneAt &&
                             containerKey(row.record.container) == containerKey(container))
                             inventory.webhooks.append(row);
                     }
                     answer.give(inventory);
                 });
    }

    void ping(const WebhookAndAccount &found, const Answer<WebhookChange> &answer)
    {
        Answer<Done> pinged;
        whenDone(pinged.future(), q, [found, answer](const Outcome<Done> &done) {
            if (!done)
                return answer.give(done.error());
            answer.give(WebhookChange{found.webhook, {}});
        });
        recorded<WebhookResult>(
            webhookEvent(QStringLiteral("webhook.ping"), {}, found.account, found.webhook), pinged,
            [this, found]() -> FutureOutcome<WebhookResult> {
                const auto client = context.clients.client(found.account);
                if (!client)
                    return readyOutcome<WebhookResult>(client.error());
                return (*client)->changeWebhook(WebhookVerb::Ping, found.webhook.record);
            });
    }

    ServiceContext &context;
    HeldSecrets &held;
    WebhookService *q;
    OperationJournal operations;
};

WebhookService::WebhookService(ServiceContext &context, HeldSecrets &held, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(context, held, this))
{
    connect(&context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.everything || changes.webhooks)
            emit changed();
    });
}

WebhookService::~WebhookService() = default;

FutureOutcome<QList<WebhookRow>> WebhookService::known(const AccountId &account)
{
    Answer<QList<WebhookRow>> answer;
    whenDone(d->context.store.webhooks(account), this,
             [answer](const Outcome<QList<WebhookRow>> &rows) {
                 if (!rows)
                     return answer.give(rows.error());
                 QList<WebhookRow> there;
                 for (const WebhookRow &row : *rows) {
                     if (!row.goneAt)
                         there.append(row);
                 }
                 answer.give(there);
             });
    return answer.future();
}

FutureOutcome<WebhookRow> WebhookService::webhook(const WebhookUid &uid)
{
    return d->context.store.webhook(uid);
}

FutureOutcome<WebhookRow> WebhookService::find(const AccountId &account, const QString &text)
{
    Answer<WebhookRow> answer;
    whenDone(known(account), this, [text, answer](const Outcome<QList<WebhookRow>> &rows) {
        if (!rows)
            return answer.give(rows.error());
        QList<WebhookRow> found;
        for (const WebhookRow &row : *rows) {
            if (row.record.id == text || row.uid.toString() == text || row.record.url == text)
                found.append(row);
        }
        if (found.isEmpty())
            return answer.give(noSuchWebhook(text));
        if (found.size() > 1)
            return answer.give(severalWebhooks(text, found));
        answer.give(found.first());
    });
    return answer.future();
}

FutureOutcome<WebhookInventory> WebhookService::refresh(const AccountId &account,
                                                        const ContainerPath &container,
                                                        CancellationPtr cancellation)
{
    Answer<WebhookInventory> answer;
    withAccount(
        d->context, account, this, answer,
        [this, container, cancellation, answer](const AccountRow &row, ProviderClient &client) {
            const ProviderInfo &info = client.info();
            if (!info.webhooks)
                return answer.give(noWebhookVerb(info, WebhookVerb::Create));
            if (!info.webhooks->canList) {
                WebhookInventory said;
                said.reasons = {tr("%1 does not list webhooks: only those made here are known.")
                                    .arg(info.name)};
                return d->giveKnown(row.id, container, said, answer);
            }
            whenDone(client.listWebhooks(container, cancellation), this,
                     [this, id = row.id, container,
                      answer](const Outcome<Listing<WebhookRecord>> &listing) {
                         WebhookInventory said;
                         if (!listing) {
                             said.problem = listing.error();
                             said.reasons = {listing.error().message};
                             return d->giveKnown(id, container, said, answer);
                         }
                         said.complete = listing->complete();
                         said.reasons = listing->reasons();
                         whenDone(
                             d->context.store.applyWebhooks({id, container, *listing}), this,
                             [this, id, container, said, answer](const Outcome<Done> &applied) {
                                 if (!applied)
                                     return answer.give(applied.error());
                                 d->giveKnown(id, container, said, answer);
                             });
                     });
        });
    return answer.future();
}

FutureOutcome<QList<FieldOption>> WebhookService::fieldOptions(const AccountId &account,
                                                               const QString &field,
                                                               const ContainerPath &container)
{
    Answer<QList<FieldOption>> answer;
    withAccount(d->context, account, this, answer,
                [this, field, container, answer](const AccountRow &, ProviderClient &client) {
                    whenDone(client.webhookFieldOptions(field, container), this,
                             [answer](const Outcome<QList<FieldOption>> &options) {
                                 answer.give(options);
                             });
                });
    return answer.future();
}

FutureOutcome<NewWebhookResult> WebhookService::create(const NewWebhook &order)
{
    Answer<NewWebhookResult> answer;
    withAccount(d->context, order.account, this, answer,
                [this, order, answer](const AccountRow &account, ProviderClient &client) {
                    const ProviderInfo &info = client.info();
                    const WebhookVerbInfo *verb =
                        info.webhooks ? info.webhooks->verb(WebhookVerb::Create) : nullptr;
                    if (!verb)
                        return answer.give(noWebhookVerb(info, WebhookVerb::Create));
                    auto *run = new WebhookCreation(d->context, d->operations, d->held, account,
                                                    order, verb->fields, this);
                    whenDone(run->start(), this, [answer](const Outcome<NewWebhookResult> &result) {
                        answer.give(result);
                    });
                });
    return answer.future();
}

FutureOutcome<WebhookChange> WebhookService::apply(const WebhookUid &webhook, WebhookVerb verb)
{
    Answer<WebhookChange> answer;
    d->withWebhook(webhook, answer,
                   [this, verb, answer](const WebhookAndAccount &found, ProviderClient &client) {
                       const ProviderInfo &info = client.info();
                       if (!info.webhooks || !info.webhooks->verb(verb) ||
                           verb == WebhookVerb::Create || verb == WebhookVerb::Retry)
                           return answer.give(noWebhookVerb(info, verb));
                       if (verb == WebhookVerb::Ping)
                           return d->ping(found, answer);
                       auto *run = new WebhookChangeRun(d->context, d->operations, d->held,
                                                        found.account, found.webhook, verb, this);
                       whenDone(run->start(), this, [answer](const Outcome<WebhookChange> &change) {
                           answer.give(change);
                       });
                   });
    return answer.future();
}

FutureOutcome<Listing<WebhookDelivery>> WebhookService::deliveries(const WebhookUid &webhook,
                                                                   CancellationPtr cancellation)
{
    Answer<Listing<WebhookDelivery>> answer;
    d->withWebhook(
        webhook, answer,
        [this, cancellation, answer](const WebhookAndAccount &found, ProviderClient &client) {
            whenDone(client.webhookDeliveries(found.webhook.record, cancellation), this,
                     [answer](const Outcome<Listing<WebhookDelivery>> &listing) {
                         answer.give(listing);
                     });
        });
    return answer.future();
}

FutureOutcome<Done> WebhookService::retry(const WebhookUid &webhook, const QString &delivery)
{
    Answer<Done> answer;
    d->withWebhook(
        webhook, answer,
        [this, delivery, answer](const WebhookAndAccount &found, ProviderClient &client) {
            const ProviderInfo &info = client.info();
            if (!info.webhooks || !info.webhooks->verb(WebhookVerb::Retry))
                return answer.give(noWebhookVerb(info, WebhookVerb::Retry));
            JournalEvent event =
                webhookEvent(QStringLiteral("webhook.retry"), {}, found.account, found.webhook);
            event.detail.insert(QStringLiteral("delivery"), delivery);
            d->recorded<Done>(event, answer, [this, found, delivery]() -> FutureOutcome<Done> {
                const auto now = d->context.clients.client(found.account);
                if (!now)
                    return readyOutcome<Done>(now.error());
                return (*now)->retryDelivery(found.webhook.record, delivery);
            });
        });
    return answer.future();
}

} // namespace chatelaine
