// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/webhookcalls.h"

#include "core/redaction.h"
#include "providers/keylisting.h"
#include "providers/orderform.h"
#include "providers/readings.h"
#include "providers/webhooktexts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype longestWebhookText = 500;

const WebhookVerbTemplate *verbOf(const Exchanger *exchanger, WebhookVerb verb)
{
    const auto &webhooks = exchanger->definition().webhooks;
    return webhooks ? webhooks->verb(verb) : nullptr;
}

TemplateValues webhookValues(const WebhookRecord &webhook)
{
    TemplateValues values = containerValues(webhook.container);
    values.insert(u"id"_s, webhook.id);
    return values;
}

/** Where secrets stand in an answer that shows one webhook at `record`. */
QList<JsonPointer> hiddenBelow(const JsonPointer &record, const WebhookMapping &mapping)
{
    QList<JsonPointer> places;
    for (const JsonPointer &secret : mapping.secrets) {
        const auto place = JsonPointer::parse(record.toString() + secret.toString(),
                                              JsonPointer::Wildcards::Allowed);
        if (place)
            places.append(*place);
    }
    return places;
}

ListTemplate hidingList(const ListTemplate &list, const WebhookMapping &mapping)
{
    ListTemplate hiding = list;
    for (const JsonPointer &rows : list.rows)
        hiding.hidden += hiddenBelow(rows, mapping);
    return hiding;
}

template<typename T>
Outcome<Listing<T>> listingOf(const Outcome<PagedReading<T>> &reading)
{
    if (!reading)
        return reading.error();
    if (reading->error && reading->items.isEmpty())
        return *reading->error;
    Listing<T> listing;
    listing.items = reading->items;
    listing.sources = {reading->source};
    return listing;
}

/** The input values that are secret: never to be shown, not even in the vendor's words. */
QList<SharedSecret> secretInputs(const QList<FieldTemplate> &fields,
                                 const QMap<QString, QJsonValue> &values)
{
    QList<SharedSecret> secrets;
    for (const FieldTemplate &field : fields) {
        QByteArray text = field.info.type == FieldInfo::Type::Secret
                              ? values.value(field.info.id).toString().toUtf8()
                              : QByteArray();
        if (text.isEmpty())
            continue;
        if (const auto secret = Secret::copyOf(text))
            secrets.append(secret.value());
        wipe(text);
    }
    return secrets;
}

Outcome<CreatedWebhook> createdFrom(const WebhookTemplate &webhooks,
                                    const WebhookVerbTemplate &verb, const ContainerPath &container,
                                    const VendorAnswer &answer)
{
    if (answer.error)
        return *answer.error;
    CreatedWebhook created;
    created.requestId = answer.requestId;
    const QJsonValue row = verb.record.value_or(JsonPointer()).in(answer.body);
    created.record = mapWebhook(webhooks.record, row, answer.receivedAt).value_or(WebhookRecord());
    created.record.container = container;
    if (!verb.secret)
        return answer.text.isEmpty() ? Outcome<CreatedWebhook>(created)
                                     : WebhookTexts::unreadable(answer);
    created.secret = secretAt(answer, 0);
    if (!created.secret)
        return WebhookTexts::secretNotReturned(answer);
    return created;
}

/** What became of a delivery, as the answer to a Ping or a Retry tells; empty: it does not. */
struct Arrival
{
    bool told = false;
    bool arrived = false;
    QString detail;
};

Arrival arrivalOf(const WebhookVerbTemplate &verb, const VendorAnswer &answer)
{
    Arrival arrival;
    if (!verb.arrived)
        return arrival;
    arrival.told = true;
    arrival.arrived = holds(*verb.arrived, answer.body, answer.receivedAt);
    arrival.detail = redacted(sourceText(verb.detail, answer.body), longestWebhookText);
    return arrival;
}

/** Sends one verb; Pause, Resume and Delete are believed only when the list shows them. */
class WebhookRun : public std::enable_shared_from_this<WebhookRun>
{
public:
    WebhookRun(Exchanger *exchanger, WebhookVerb verb, WebhookRecord webhook)
        : m_exchanger(exchanger)
        , m_definition(exchanger->sharedDefinition())
        , m_verb(verb)
        , m_webhook(std::move(webhook))
        , m_template(*verbOf(exchanger, verb))
    {}

    FutureOutcome<WebhookResult> start()
    {
        const auto future = m_answer.future();
        Call call;
        call.request = m_template.request;
        call.values = webhookValues(m_webhook);
        if (m_template.record)
            call.hidden = hiddenBelow(*m_template.record, m_definition->webhooks->record);
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (answer)
                         self->sent(*answer.value());
                     else
                         self->m_answer.give(answer.error());
                 });
        return future;
    }

private:
    void sent(const VendorAnswer &answer)
    {
        const bool mayBeGone = answer.error && m_verb == WebhookVerb::Delete &&
                               answer.error->kind == ErrorKind::NotFound &&
                               m_definition->webhooks->list;
        if (answer.error && !mayBeGone) {
            m_answer.give(*answer.error);
            return;
        }
        m_error = answer.error;
        m_result.requestId = answer.requestId;
        if (m_verb == WebhookVerb::Ping) {
            const Arrival arrival = arrivalOf(m_template, answer);
            if (arrival.told)
                m_result.note = arrival.arrived ? WebhookTexts::arrived()
                                                : WebhookTexts::notTaken(arrival.detail);
            m_answer.give(m_result);
            return;
        }
        if (m_template.record)
            keep(mapWebhook(m_definition->webhooks->record, m_template.record->in(answer.body),
                            answer.receivedAt));
        if (!m_definition->webhooks->list) {
            m_answer.give(m_result);
            return;
        }
        whenDone(readWebhookList(m_exchanger, m_webhook.container, {}), m_exchanger,
                 [self = shared_from_this()](const Outcome<Listing<WebhookRecord>> &listing) {
                     self->verify(listing);
                 });
    }

    void keep(std::optional<WebhookRecord> record)
    {
        if (record)
            record->container = m_webhook.container;
        m_result.record = std::move(record);
    }

    bool isAchieved(const WebhookRecord *listed) const
    {
        using State = WebhookRecord::State;
        if (m_verb == WebhookVerb::Delete)
            return !listed;
        return listed &&
               listed->state == (m_verb == WebhookVerb::Pause ? State::Paused : State::Active);
    }

    void verify(const Outcome<Listing<WebhookRecord>> &listing)
    {
        const bool complete = listing && listing->complete();
        const WebhookRecord *listed = nullptr;
        if (listing) {
            const auto &items = listing->items;
            const auto found =
                std::find_if(items.begin(), items.end(),
                             [this](const WebhookRecord &one) { return one.id == m_webhook.id; });
            listed = found == items.end() ? nullptr : &*found;
        }
        const bool achieved = isAchieved(listed) && (listed || complete);
        if (m_error && !achieved) {
            m_answer.give(*m_error);
            return;
        }
        if (listed)
            keep(*listed);
        if (m_error)
            m_result.note = WebhookTexts::goneAlready();
        else if (!achieved)
            m_result.note =
                listed || complete ? WebhookTexts::stillAsBefore() : WebhookTexts::noProof();
        m_answer.give(m_result);
    }

    Exchanger *m_exchanger;
    std::shared_ptr<const Definition> m_definition;
    WebhookVerb m_verb;
    WebhookRecord m_webhook;
    WebhookVerbTemplate m_template;
    std::optional<Error> m_error;
    WebhookResult m_result;
    Answer<WebhookResult> m_answer;
};

} // namespace

FutureOutcome<Listing<WebhookRecord>>
readWebhookList(Exchanger *exchanger, const ContainerPath &container, CancellationPtr cancellation)
{
    const auto webhooks = exchanger->definition().webhooks;
    if (!webhooks || !webhooks->list)
        return readyOutcome<Listing<WebhookRecord>>(
            WebhookTexts::unsupported(exchanger->definition()));
    auto mapper = [mapping = webhooks->record, container,
                   now = exchanger->now()](const QJsonValue &row) {
        auto record = mapWebhook(mapping, row, now);
        if (record)
            record->container = container;
        return record;
    };
    Answer<Listing<WebhookRecord>> answer;
    whenDone(Pager<WebhookRecord>::read(exchanger, hidingList(*webhooks->list, webhooks->record),
                                        containerValues(container), mapper, false,
                                        std::move(cancellation)),
             exchanger, [answer](const Outcome<PagedReading<WebhookRecord>> &reading) {
                 answer.give(listingOf(reading));
             });
    return answer.future();
}

FutureOutcome<QList<FieldOption>> readWebhookOptions(Exchanger *exchanger, const QString &field,
                                                     const ContainerPath &container)
{
    const WebhookVerbTemplate *verb = verbOf(exchanger, WebhookVerb::Create);
    if (!verb)
        return readyOutcome<QList<FieldOption>>(WebhookTexts::unsupported(exchanger->definition()));
    for (const FieldTemplate &candidate : verb->fields) {
        if (candidate.info.id != field)
            continue;
        if (candidate.options)
            return readOptions(exchanger, *candidate.options, container);
        return readyOutcome<QList<FieldOption>>(candidate.info.options);
    }
    return readyOutcome<QList<FieldOption>>(WebhookTexts::unsupported(exchanger->definition()));
}

FutureOutcome<CreatedWebhook> createWebhookFrom(Exchanger *exchanger, const WebhookOrder &order)
{
    const auto webhooks = exchanger->definition().webhooks;
    const WebhookVerbTemplate *verb = verbOf(exchanger, WebhookVerb::Create);
    if (!verb)
        return readyOutcome<CreatedWebhook>(WebhookTexts::unsupported(exchanger->definition()));
    const QString level = order.container.isEmpty() ? u"account"_s : order.container.last().level;
    if (level != webhooks->info.level)
        return readyOutcome<CreatedWebhook>(WebhookTexts::wrongPlace(webhooks->info.level));
    if (const auto valid = checkForm(verb->fields, order.values); !valid)
        return readyOutcome<CreatedWebhook>(valid.error());
    Call call;
    call.request = verb->request;
    call.values = formValues(order.container, verb->fields, order.values);
    call.confidential = secretInputs(verb->fields, order.values);
    if (verb->secret)
        call.secrets = {*verb->secret};
    call.hidden = hiddenBelow(verb->record.value_or(JsonPointer()), webhooks->record);
    Answer<CreatedWebhook> answer;
    whenDone(exchanger->exchange(call), exchanger,
             [answer, webhooks, verb = *verb,
              container = order.container](const Outcome<VendorAnswerPtr> &got) {
                 if (got)
                     answer.give(createdFrom(*webhooks, verb, container, *got.value()));
                 else
                     answer.give(got.error());
             });
    return answer.future();
}

FutureOutcome<WebhookResult> applyToWebhook(Exchanger *exchanger, WebhookVerb verb,
                                            const WebhookRecord &webhook)
{
    const bool isOfOneWebhook = verb != WebhookVerb::Create && verb != WebhookVerb::Retry;
    if (!isOfOneWebhook || !verbOf(exchanger, verb))
        return readyOutcome<WebhookResult>(WebhookTexts::unsupported(exchanger->definition()));
    return std::make_shared<WebhookRun>(exchanger, verb, webhook)->start();
}

FutureOutcome<Listing<WebhookDelivery>>
readDeliveryList(Exchanger *exchanger, const WebhookRecord &webhook, CancellationPtr cancellation)
{
    const auto webhooks = exchanger->definition().webhooks;
    if (!webhooks || !webhooks->deliveries)
        return readyOutcome<Listing<WebhookDelivery>>(
            WebhookTexts::unsupported(exchanger->definition()));
    auto mapper = [deliveries = *webhooks->deliveries](
                      const QJsonValue &row) -> std::optional<WebhookDelivery> {
        WebhookDelivery delivery;
        delivery.id = sourceId(deliveries.id, row);
        if (delivery.id.isEmpty())
            return std::nullopt;
        delivery.event = sourceText(deliveries.event, row);
        delivery.status = sourceText(deliveries.status, row);
        delivery.at = sourceTime(deliveries.at, row);
        delivery.detail = redacted(sourceText(deliveries.detail, row), longestWebhookText);
        return delivery;
    };
    Answer<Listing<WebhookDelivery>> answer;
    whenDone(Pager<WebhookDelivery>::read(exchanger, webhooks->deliveries->list,
                                          webhookValues(webhook), mapper, false,
                                          std::move(cancellation)),
             exchanger, [answer](const Outcome<PagedReading<WebhookDelivery>> &reading) {
                 answer.give(listingOf(reading));
             });
    return answer.future();
}

FutureOutcome<Done> retryDeliveryOf(Exchanger *exchanger, const WebhookRecord &webhook,
                                    const QString &delivery)
{
    const WebhookVerbTemplate *verb = verbOf(exchanger, WebhookVerb::Retry);
    if (!verb)
        return readyOutcome<Done>(WebhookTexts::unsupported(exchanger->definition()));
    Call call;
    call.request = verb->request;
    call.values = webhookValues(webhook);
    call.values.insert(u"delivery"_s, delivery);
    Answer<Done> answer;
    whenDone(exchanger->exchange(call), exchanger,
             [answer, verb = *verb](const Outcome<VendorAnswerPtr> &got) {
                 if (!got || got.value()->error) {
                     answer.give(got ? *got.value()->error : got.error());
                     return;
                 }
                 const Arrival arrival = arrivalOf(verb, *got.value());
                 if (!arrival.told || arrival.arrived) {
                     answer.give(Done{});
                     return;
                 }
                 Error error;
                 error.kind = ErrorKind::Conflict;
                 error.message = WebhookTexts::notTaken(arrival.detail);
                 error.requestId = got.value()->requestId;
                 answer.give(error);
             });
    return answer.future();
}

} // namespace chatelaine
