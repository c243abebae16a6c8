// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <QUrl>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString webhooks = u"tempo.webhooks"_s;
const QString deliveries = u"tempo.deliveries"_s;
constexpr int failuresUntilDisabled = 10;

struct EventType
{
    QLatin1StringView type;
    QLatin1StringView description;
};

constexpr EventType eventTypes[] = {
    {"block:created"_L1, "A new block was added to the chain."_L1},
    {"log:emitted"_L1, "A contract emitted an event log."_L1},
    {"token:transfer"_L1, "A token was transferred."_L1},
    {"transaction:included"_L1, "A transaction was included in a block."_L1},
};

bool isEventType(const QString &name)
{
    return std::any_of(std::begin(eventTypes), std::end(eventTypes),
                       [&](const EventType &event) { return name == event.type; });
}

/** Ids that sort by time: `wh_001718668800000_2ZPE2gvateYEQ0dQslgvkhjx`. */
QString timedId(QLatin1StringView prefix, Millis now)
{
    return u"%1_%2_%3"_s.arg(prefix)
        .arg(now, 15, 10, QChar(u'0'))
        .arg(randomText(Alphabet::LowerAlphanumeric, 24));
}

/** Where a delivery went; a Slack address is a secret itself. */
QString shownUrl(const QJsonObject &destination)
{
    const QString url = destination.value("url"_L1).toString();
    if (destination.value("type"_L1) != "slack"_L1)
        return url;
    return u"https://hooks.slack.com/services/[redacted]"_s;
}

/** A log subscription must say which logs. */
bool acceptsFilters(const QString &eventType, const QJsonValue &filters)
{
    if (!filters.isUndefined() && !filters.isObject())
        return false;
    return eventType != "log:emitted"_L1 || !filters.toObject().isEmpty();
}

} // namespace

std::optional<Reply> Tempo::checkPaging(const Request &request, int &limit) const
{
    limit = 10;
    bool ok = true;
    if (const auto text = request.parameter(u"limit"))
        limit = text->toInt(&ok);
    if (!ok || limit < 5 || limit > 200)
        return queryInvalid(u"limit"_s, u"Invalid input: expected a number from 5 to 200"_s);
    const auto page = request.parameter(u"page");
    if (!page)
        return std::nullopt;
    if (request.parameter(u"cursor"))
        return queryInvalid(u"page"_s, u"Pass `cursor` or `page`, not both"_s);
    const qint64 number = page->toInt(&ok);
    if (!ok || number < 1 || number * limit > 10'000)
        return queryInvalid(u"page"_s, u"Invalid page"_s);
    return std::nullopt;
}

Reply Tempo::page(const Request &request, const QList<DocumentRecord> &documents) const
{
    int limit = 10;
    if (const auto refused = checkPaging(request, limit))
        return *refused;
    qsizetype first = (request.parameter(u"page").value_or(u"1"_s).toInt() - 1) * limit;
    const QString cursor = request.parameter(u"cursor").value_or(QString());
    for (qsizetype i = 0; i < documents.size(); ++i) {
        if (documents[i].id == cursor)
            first = i + 1;
    }
    QJsonArray data;
    const qsizetype end = std::min(documents.size(), first + limit);
    for (qsizetype i = first; i < end; ++i)
        data.append(documents[i].content);
    const bool more = end < documents.size();
    return jsonReply(200,
                     {{u"data"_s, data},
                      {u"nextCursor"_s, more ? QJsonValue(documents[end - 1].id) : QJsonValue()}});
}

QString Tempo::ownerOf(const Call &call) const
{
    const auto project = state().container(id(), call.caller.container);
    return project ? project->parent : QString();
}

std::optional<DocumentRecord> Tempo::webhookOf(const Call &call) const
{
    return state().document(webhooks, ownerOf(call), call.captured.value(0));
}

std::optional<Reply> Tempo::checkDestination(const QJsonObject &destination) const
{
    const auto invalid = [this](QLatin1StringView member, const QString &why) {
        return bodyInvalid({u"destination"_s, QString(member)}, why);
    };
    const QString type = destination.value("type"_L1).toString();
    if (type != "url"_L1 && type != "slack"_L1 && type != "betterstack"_L1)
        return invalid("type"_L1, u"Invalid discriminator value"_s);
    const QUrl url(destination.value("url"_L1).toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return invalid("url"_L1, u"Invalid URL"_s);
    if (type == "betterstack"_L1 && destination.value("token"_L1).toString().isEmpty())
        return invalid("token"_L1, u"Invalid input: expected string"_s);
    const bool deliverable =
        url.scheme() == "https"_L1 && url.userInfo().isEmpty() &&
        (type != "slack"_L1 || url.host() == "hooks.slack.com"_L1) &&
        (type != "betterstack"_L1 || url.host().endsWith(".betterstackdata.com"_L1));
    if (!deliverable)
        return error(400, u"url_invalid"_s, u"This URL cannot be delivered to"_s);
    return std::nullopt;
}

Reply Tempo::listEventTypes(Call &)
{
    QJsonArray data;
    for (const EventType &event : eventTypes)
        data.append(QJsonObject{{u"type"_s, QString(event.type)},
                                {u"description"_s, QString(event.description)}});
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::listWebhooks(Call &call)
{
    return page(call.request, state().documents(webhooks, ownerOf(call)));
}

Reply Tempo::createWebhook(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    const QString eventType = body.value("eventType"_L1).toString();
    if (!isEventType(eventType))
        return bodyInvalid({u"eventType"_s}, u"Invalid discriminator value"_s);
    if (!acceptsFilters(eventType, body.value("filters"_L1)))
        return bodyInvalid({u"filters"_s}, u"At least one log filter is required."_s);
    const QJsonObject destination = body.value("destination"_L1).toObject();
    if (const auto refused = checkDestination(destination))
        return *refused;
    const QString owner = ownerOf(call);
    if (state().documents(webhooks, owner).size() >=
        settings().number("webhooksPerOrganization"_L1))
        return error(403, u"limit_exceeded"_s, u"Webhook subscription limit reached"_s);
    const Millis now = state().now();
    const QString webhook = timedId("wh"_L1, now);
    QJsonObject content{{u"id"_s, webhook},
                        {u"chainId"_s, call.chain.isEmpty() ? 4217 : call.chain.toInt()},
                        {u"destination"_s, destination},
                        {u"eventType"_s, eventType},
                        {u"filters"_s, body.value("filters"_L1).toObject()},
                        {u"failureCount"_s, 0},
                        {u"status"_s, u"active"_s},
                        {u"createdAt"_s, isoTime(now)},
                        {u"updatedAt"_s, isoTime(now)}};
    if (body.value("context"_L1).isObject())
        content.insert("context"_L1, body.value("context"_L1));
    state().addDocument(webhooks, owner, {webhook, content});
    content.insert("secret"_L1, u"whsec_"_s + randomText(Alphabet::Hex, 48));
    return jsonReply(200, content);
}

Reply Tempo::readWebhook(Call &call)
{
    const auto webhook = webhookOf(call);
    if (!webhook)
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    return jsonReply(200, webhook->content);
}

Reply Tempo::updateWebhook(Call &call)
{
    auto webhook = webhookOf(call);
    if (!webhook)
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    QJsonObject &content = webhook->content;
    const QJsonValue status = body.value("status"_L1);
    if (!status.isUndefined()) {
        if (!QStringList{u"active"_s, u"disabled"_s, u"paused"_s}.contains(status.toString()))
            return bodyInvalid({u"status"_s}, u"Invalid option: expected one of "
                                              "\"active\"|\"disabled\"|\"paused\""_s);
        content.insert("status"_L1, status);
        if (status == "active"_L1)
            content.insert("failureCount"_L1, 0);
    }
    const QJsonValue filters = body.value("filters"_L1);
    if (!filters.isUndefined()) {
        if (!acceptsFilters(content.value("eventType"_L1).toString(), filters))
            return error(400, u"filters_invalid"_s, u"Invalid filters"_s);
        content.insert("filters"_L1, filters);
    }
    if (body.value("destination"_L1).isObject()) {
        const QJsonObject destination = body.value("destination"_L1).toObject();
        if (const auto refused = checkDestination(destination))
            return *refused;
        content.insert("destination"_L1, destination);
    }
    content.insert("updatedAt"_L1, isoTime(state().now()));
    state().updateDocument(webhooks, ownerOf(call), *webhook);
    return jsonReply(200, content);
}

Reply Tempo::deleteWebhook(Call &call)
{
    const QString webhook = call.captured.value(0);
    if (!state().removeDocument(webhooks, ownerOf(call), webhook))
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    return jsonReply(200, {{u"id"_s, webhook}});
}

Reply Tempo::listDeliveries(Call &call)
{
    const auto webhook = webhookOf(call);
    if (!webhook)
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    return page(call.request, state().documents(deliveries, webhook->id));
}

/** Nothing is sent to anybody: whether the receiver answers is a setting. */
Reply Tempo::deliver(const Call &call, DocumentRecord webhook, const QString &eventId, bool isPing)
{
    const bool delivered = !settings().isOn("deliveriesFail"_L1);
    const Millis now = state().now();
    QJsonObject &content = webhook.content;
    const int failures = content.value("failureCount"_L1).toInt();
    const QString error = u"non-2xx response (503)"_s;
    QJsonObject result{{u"eventId"_s, eventId},
                       {u"responseMs"_s, 12},
                       {u"responseStatus"_s, delivered ? 200 : 503}};
    if (!delivered)
        result.insert("error"_L1, error);
    QJsonObject delivery = result;
    delivery.insert("id"_L1, timedId("whd"_L1, now));
    delivery.insert("subscriptionId"_L1, webhook.id);
    delivery.insert("attempt"_L1, isPing ? 1 : failures + 1);
    delivery.insert("status"_L1, delivered ? u"succeeded"_s : u"failed"_s);
    delivery.insert("requestUrl"_L1, shownUrl(content.value("destination"_L1).toObject()));
    delivery.insert("createdAt"_L1, isoTime(now));
    state().addDocument(deliveries, webhook.id, {delivery.value("id"_L1).toString(), delivery});

    if (!isPing) { // a test must not switch off a healthy receiver
        content.insert("failureCount"_L1, delivered ? 0 : failures + 1);
        if (delivered)
            content.insert("lastDeliveryAt"_L1, isoTime(now));
        else if (failures + 1 >= failuresUntilDisabled)
            content.insert("status"_L1, u"disabled"_s);
        content.insert("updatedAt"_L1, isoTime(now));
        state().updateDocument(webhooks, ownerOf(call), webhook);
    }
    result.insert("delivered"_L1, delivered);
    return jsonReply(200, result);
}

Reply Tempo::pingWebhook(Call &call)
{
    const auto webhook = webhookOf(call);
    if (!webhook)
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    return deliver(call, *webhook, u"evt_"_s + randomText(Alphabet::LowerAlphanumeric, 24), true);
}

Reply Tempo::retryDelivery(Call &call)
{
    const auto webhook = webhookOf(call);
    if (!webhook)
        return error(404, u"webhook_not_found"_s, u"Webhook not found"_s);
    const auto earlier = state().document(deliveries, webhook->id, call.captured.value(1));
    if (!earlier)
        return error(404, u"delivery_not_found"_s, u"Delivery not found"_s);
    return deliver(call, *webhook, earlier->content.value("eventId"_L1).toString(), false);
}

} // namespace chatelaine::practice
