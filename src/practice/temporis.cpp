// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/temporis.h"

#include "practice/state.h"
#include "practice/tokens.h"

#include <QJsonArray>

#include <cmath>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString billedPredictions = u"temporis.predictions"_s;

Reply detail(int status, const QString &text)
{
    return jsonReply(status, {{u"detail"_s, text}});
}

bool isRecord(const QJsonValue &value)
{
    return value.isObject() && value["timestamp"_L1].isDouble() && value["name"_L1].isString() &&
           value["value"_L1].isDouble();
}

QJsonArray forecast(qint64 from, int count)
{
    QJsonArray data;
    for (int step = 1; step <= count; ++step) {
        const double orders = 40 + 12 * std::sin(step / 3.0);
        data.append(QJsonObject{{u"timestamp"_s, from + step * 3600}, {u"orders"_s, orders}});
    }
    return data;
}

} // namespace

const Route<Temporis, Temporis::Call> Temporis::routes[] = {
    {"POST", u"/v1/data_sources/ingest", &Temporis::ingest},
    {"POST", u"/v1/predict", &Temporis::predict},
};

Temporis::Temporis(State &state)
    : System(u"temporis"_s, state,
             {
                 {"billing"_L1, u"ok"_s, {u"ok"_s, u"no-card"_s, u"payment-issue"_s}},
                 {"validation"_L1, u"array"_s, {u"array"_s, u"object"_s, u"text"_s}},
             })
{}

Reply Temporis::invalid(const QString &field, const QString &why) const
{
    if (settings().is("validation"_L1, "text"_L1))
        return detail(422, field + ": "_L1 + why);
    const QJsonObject problem{
        {u"loc"_s, QJsonArray{u"body"_s, field}}, {u"msg"_s, why}, {u"type"_s, u"value_error"_s}};
    if (settings().is("validation"_L1, "object"_L1))
        return jsonReply(422, {{u"detail"_s, problem}});
    return jsonReply(422, {{u"detail"_s, QJsonArray{problem}}});
}

Reply Temporis::handle(const Request &request)
{
    const auto match = findRoute(routes, request);
    if (match.allowed.isEmpty())
        return detail(404, u"Not Found"_s);
    if (!match.route)
        return detail(405, u"Method Not Allowed"_s).with("Allow", match.allowed.join(", "));
    const QByteArray token = request.authorization("Bearer");
    if (token.isEmpty())
        return detail(401, u"Missing access token."_s);
    const auto key = state().keyBySecret(id(), token);
    if (!key)
        return detail(401, u"Invalid access token."_s);
    state().touchKey(key->row);
    const auto body = request.json();
    if (!body)
        return invalid(u"body"_s, u"Input should be a valid dictionary"_s);
    Call call{request, *body};
    return (this->*match.route->handler)(call);
}

Reply Temporis::failure(int status) const
{
    switch (status) {
    case 401:
        return detail(status, u"Invalid access token."_s);
    case 402:
        return detail(status, u"There is a payment issue. Add a new credit card."_s);
    case 404:
        return detail(status, u"Data source not found."_s);
    case 502:
        return detail(status, u"Prediction failed."_s);
    default:
        return detail(status, u"Internal Server Error"_s);
    }
}

System::Form Temporis::newSecret(const KeyRecord &) const
{
    const QString secret = u"ts_"_s + randomText(Alphabet::UrlSafe, 43);
    return {secret, secret.right(4)};
}

std::optional<Minted> Temporis::mint(const MintOrder &order)
{
    if (!order.kind.isEmpty() && order.kind != "token"_L1)
        return std::nullopt;
    KeyRecord key;
    key.kind = u"token"_s;
    key.id = randomUuid();
    key.name = order.name;
    key.createdAt = order.createdAt.value_or(0);
    return issue(key);
}

qint64 Temporis::predictions() const
{
    return state().counter(billedPredictions);
}

Reply Temporis::ingest(Call &call)
{
    const QJsonValue source = call.body.value("data_source"_L1);
    if (!source.isString())
        return invalid(u"data_source"_s, u"Field required"_s);
    const QJsonArray records = call.body.value("records"_L1).toArray();
    if (records.isEmpty())
        return invalid(u"records"_s, u"Field required"_s);
    for (const auto &record : records) {
        if (!isRecord(record))
            return invalid(u"records"_s, u"Input should be a valid record"_s);
    }
    if (source == "legacy_orders"_L1)
        return detail(409, u"Data source is archived."_s);
    if (source != "store_metrics"_L1)
        return detail(404, u"Data source not found."_s);
    return textReply(204, {}, {});
}

Reply Temporis::predict(Call &call)
{
    const QJsonValue profile = call.body.value("data_profile"_L1);
    const int count = call.body.value("count"_L1).toInt();
    const double temperature = call.body.value("temperature"_L1).toDouble();
    const double topP = call.body.value("top_p"_L1).toDouble(-1);
    if (!profile.isString() || count < 1 || count > 1000 || temperature <= 0 || topP < 0 ||
        topP > 1)
        return detail(400, u"Invalid prediction parameters."_s);
    if (settings().is("billing"_L1, "no-card"_L1))
        return detail(402, u"Add a credit card before using the API."_s);
    if (settings().is("billing"_L1, "payment-issue"_L1))
        return detail(402, u"There is a payment issue. Add a new credit card."_s);
    if (profile == "draft_forecast"_L1)
        return detail(404, u"Data profile is not ready to serve."_s);
    if (profile == "new_store"_L1)
        return detail(409, u"Not enough data for this data profile."_s);
    if (profile != "hourly_orders"_L1)
        return detail(404, u"Data profile not found."_s);
    state().increment(billedPredictions);
    const qint64 from = state().now() / secondMs;
    const QJsonObject prediction{{u"loss"_s, 0.031}, {u"data"_s, forecast(from, count)}};
    return jsonReply(200, {{u"request_id"_s, randomUuid()},
                           {u"data_profile"_s, profile},
                           {u"predict_from"_s, from},
                           {u"predictions"_s, QJsonArray{prediction}}});
}

} // namespace chatelaine::practice
