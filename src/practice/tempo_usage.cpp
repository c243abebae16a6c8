// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <vector>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBuckets = 200;

struct Sum
{
    qint64 requests = 0;
    qint64 errors = 0;
    qint64 durationMs = 0;

    void add(const TrafficRecord &traffic)
    {
        requests += traffic.requests;
        errors += traffic.status >= 400 ? traffic.requests : 0;
        durationMs += traffic.durationMs;
    }

    QJsonObject withDuration(QJsonObject object) const
    {
        const double average = requests > 0 ? double(durationMs) / double(requests) : 0;
        object.insert("requests"_L1, requests);
        object.insert("errors"_L1, errors);
        object.insert("averageDurationMs"_L1, std::round(average * 10) / 10);
        return object;
    }
};

/** The groups with the most requests first. */
QJsonArray breakdown(const QMap<QString, Sum> &sums, const QString &label)
{
    std::vector<std::pair<QString, Sum>> sorted(sums.keyValueBegin(), sums.keyValueEnd());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
        return left.second.requests > right.second.requests;
    });
    QJsonArray array;
    for (const auto &[name, sum] : sorted)
        array.append(sum.withDuration({{label, name}}));
    return array;
}

struct Report
{
    Sum totals;
    QMap<Millis, Sum> series;
    QMap<QString, Sum> byKey;
    QMap<QString, Sum> byRoute;
    QMap<int, qint64> byStatus;

    void add(const TrafficRecord &traffic, Millis bucket)
    {
        totals.add(traffic);
        series[traffic.hour - traffic.hour % bucket].add(traffic);
        byKey[traffic.keyId].add(traffic);
        byRoute[traffic.route].add(traffic);
        byStatus[traffic.status] += traffic.requests;
    }

    QJsonArray seriesArray() const
    {
        QJsonArray array;
        for (auto it = series.begin(); it != series.end(); ++it) {
            array.append(QJsonObject{{u"time"_s, isoTime(it.key())},
                                     {u"requests"_s, it->requests},
                                     {u"errors"_s, it->errors}});
        }
        return array;
    }

    QJsonArray statusArray() const
    {
        QJsonArray array;
        for (auto it = byStatus.begin(); it != byStatus.end(); ++it)
            array.append(QJsonObject{{u"status"_s, it.key()}, {u"requests"_s, it.value()}});
        return array;
    }
};

} // namespace

Reply Tempo::readUsage(Call &call)
{
    const Request &request = call.request;
    if (!settings().isOn("analytics"_L1))
        return error(501, u"analytics_unconfigured"_s, u"Analytics is not configured"_s);
    const QStringList known{u"environment"_s, u"projectId"_s, u"from"_s, u"to"_s, u"interval"_s};
    if (const auto refused = checkQuery(request, known))
        return *refused;
    const QString interval = request.parameter(u"interval").value_or(u"day"_s);
    if (interval != "day"_L1 && interval != "hour"_L1)
        return queryInvalid(u"interval"_s, u"Invalid option: expected one of \"day\"|\"hour\""_s);
    const Millis bucket = interval == "hour"_L1 ? hourMs : dayMs;
    std::optional<Millis> to = state().now();
    if (const auto text = request.parameter(u"to"))
        to = parseIsoTime(*text);
    if (!to)
        return queryInvalid(u"to"_s, u"Invalid ISO datetime"_s);
    std::optional<Millis> from = *to - (bucket == hourMs ? dayMs : 30 * dayMs);
    if (const auto text = request.parameter(u"from"))
        from = parseIsoTime(*text);
    if (!from)
        return queryInvalid(u"from"_s, u"Invalid ISO datetime"_s);
    if (*from >= *to)
        return queryInvalid(u"from"_s, u"`from` must be before `to`"_s);
    if ((*to - *from) / bucket > mostBuckets)
        return queryInvalid(u"from"_s, u"The window holds more than 200 buckets"_s);

    const auto project = request.parameter(u"projectId");
    const auto environment = request.parameter(u"environment");
    Report report;
    for (const TrafficRecord &traffic :
         state().traffic(call.organization.id, *from - *from % hourMs, *to)) {
        if ((!project || traffic.project == *project) &&
            (!environment || traffic.environment == *environment))
            report.add(traffic, bucket);
    }
    return jsonReply(200, {{u"from"_s, isoTime(*from)},
                           {u"to"_s, isoTime(*to)},
                           {u"interval"_s, interval},
                           {u"totals"_s, report.totals.withDuration({})},
                           {u"series"_s, report.seriesArray()},
                           {u"byKey"_s, breakdown(report.byKey, u"apiKeyId"_s)},
                           {u"byRoute"_s, breakdown(report.byRoute, u"route"_s)},
                           {u"byStatus"_s, report.statusArray()}});
}

Reply Tempo::readSponsorships(Call &call)
{
    const QStringList known{u"environment"_s, u"projectId"_s, u"from"_s, u"to"_s, u"interval"_s};
    if (const auto refused = checkQuery(call.request, known))
        return *refused;
    const QString interval = call.request.parameter(u"interval").value_or(u"day"_s);
    if (!QStringList{u"hour"_s, u"day"_s, u"week"_s, u"month"_s}.contains(interval))
        return queryInvalid(
            u"interval"_s,
            u"Invalid option: expected one of \"hour\"|\"day\"|\"week\"|\"month\""_s);
    // Nobody has sponsored anything: there is no relay here.
    return jsonReply(200, {{u"data"_s, QJsonArray()}});
}

} // namespace chatelaine::practice
