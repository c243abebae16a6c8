// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

QList<UsageWindow> readWindows(ObjectReader &reader)
{
    QList<UsageWindow> windows;
    for (const LocatedValue &located : reader.array("windows", Need::Required)) {
        ObjectReader window(reader.context(), located);
        UsageWindow read;
        read.name = window.string("name", Need::Required);
        read.seconds = window.integer("seconds", 60, 86'400 * 31, 86'400, Need::Required);
        read.maximum = static_cast<int>(window.integer("maximum", 1, 100'000, 100, Need::Required));
        windows.append(read);
    }
    std::sort(windows.begin(), windows.end(),
              [](const UsageWindow &a, const UsageWindow &b) { return a.seconds < b.seconds; });
    return windows;
}

MetricInfo::Kind readMetricKind(ObjectReader &metric)
{
    const QString kind = metric.oneOf("kind", {u"count"_s, u"error"_s, u"latency"_s});
    if (kind == "error"_L1)
        return MetricInfo::Kind::Error;
    return kind == "latency"_L1 ? MetricInfo::Kind::Latency : MetricInfo::Kind::Count;
}

/** A weight is a sum, and of a mean only. */
void checkWeights(ObjectReader &reader, const QList<MetricInfo> &metrics)
{
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        const MetricInfo &metric = metrics.at(i);
        if (metric.weight.isEmpty())
            continue;
        const bool known =
            std::any_of(metrics.begin(), metrics.end(), [&metric](const MetricInfo &one) {
                return one.id == metric.weight && one.aggregation == "sum"_L1;
            });
        if (!known || metric.aggregation != "mean"_L1)
            reader.context().report(
                u"/usage/metrics/%1/weight"_s.arg(i),
                ObjectReader::tr("a mean is weighted by a metric that is a sum"));
    }
}

QList<MetricInfo> readMetrics(ObjectReader &reader)
{
    QList<MetricInfo> metrics;
    for (const LocatedValue &located : reader.array("metrics", Need::Required)) {
        ObjectReader metric(reader.context(), located);
        MetricInfo read;
        read.id = metric.identifier("id");
        read.label = metric.text("label", Need::Required);
        read.unit = metric.text("unit");
        read.aggregation = metric.oneOf("aggregation", {u"sum"_s, u"mean"_s}, Need::Required);
        read.kind = readMetricKind(metric);
        read.weight = metric.string("weight");
        metrics.append(read);
    }
    checkWeights(reader, metrics);
    return metrics;
}

SeriesTemplate readSeries(LoaderContext &context, const LocatedValue &located,
                          const QList<MetricInfo> &metrics)
{
    ObjectReader reader(context, located);
    SeriesTemplate series;
    series.rows = reader.place("rows", Need::Required, JsonPointer::Wildcards::Allowed)
                      .value_or(JsonPointer());
    series.series = reader.string("series");
    series.group =
        readSource(reader, "group", reader.has("series") ? Need::Required : Need::Optional);
    series.time = readSource(reader, "time");
    QStringList known;
    for (const MetricInfo &metric : metrics)
        known.append(metric.id);
    for (const auto &[metric, place] : reader.members("values", Need::Required)) {
        if (!known.contains(metric))
            context.report(place.pointer,
                           ObjectReader::tr("there is no metric \"%1\"").arg(metric));
        series.values.append({metric, readSource(context, place)});
    }
    return series;
}

void noteSeries(MetricInfo *metric, const QList<SeriesTemplate> &all)
{
    for (const SeriesTemplate &series : all) {
        const bool given =
            std::any_of(series.values.begin(), series.values.end(),
                        [&](const auto &value) { return value.first == metric->id; });
        if (!given)
            continue;
        if (!metric->series.contains(series.series))
            metric->series.append(series.series);
        if (!series.time.isEmpty() && !metric->overTime.contains(series.series))
            metric->overTime.append(series.series);
    }
}

/** A wider quota stands before the ones within it, so that there is no circle. */
void checkNesting(ObjectReader &outer, const QList<QuotaTemplate> &quotas)
{
    QStringList known;
    for (qsizetype i = 0; i < quotas.size(); ++i) {
        const QString &within = quotas.at(i).within;
        if (!within.isEmpty() && !known.contains(within))
            outer.context().report(
                u"/quotas/%1/within"_s.arg(i),
                ObjectReader::tr("there is no quota \"%1\" before this one").arg(within));
        known.append(quotas.at(i).id);
    }
}

} // namespace

std::optional<UsageTemplate> readUsage(ObjectReader &outer, const QList<LevelTemplate> &levels,
                                       const RequestScope &scope)
{
    if (!outer.has("usage"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("usage"));
    UsageTemplate usage;
    QStringList known{u"account"_s};
    for (const LevelTemplate &level : levels)
        known.append(level.info.id);
    usage.level = reader.oneOf("level", known, Need::Required);
    QStringList values = known.mid(1) + QStringList{u"from"_s, u"to"_s, u"interval"_s};
    usage.request = readRequest(reader, "request", scope.with(values), 16 << 20);
    if (usage.request.write)
        reader.report("request", ObjectReader::tr("a reading must not change anything"));
    usage.optional = reader.boolean("optional");
    usage.windows = readWindows(reader);
    usage.metrics = readMetrics(reader);
    for (const LocatedValue &located : reader.array("series", Need::Required))
        usage.series.append(readSeries(reader.context(), located, usage.metrics));
    for (MetricInfo &metric : usage.metrics)
        noteSeries(&metric, usage.series);
    return usage;
}

QList<QuotaTemplate> readQuotas(ObjectReader &outer, const RequestScope &scope)
{
    QList<QuotaTemplate> quotas;
    for (const LocatedValue &located : outer.array("quotas")) {
        ObjectReader reader(outer.context(), located);
        QuotaTemplate quota;
        quota.id = reader.identifier("id");
        quota.label = reader.text("label", Need::Required);
        quota.unit = reader.text("unit");
        quota.request = readRequest(reader, "request", scope);
        if (quota.request.write)
            reader.report("request", ObjectReader::tr("a reading must not change anything"));
        quota.optional = reader.boolean("optional");
        quota.used = readSource(reader, "used", Need::Required);
        quota.limit = readSource(reader, "limit", Need::Required);
        quota.reset = readSource(reader, "reset");
        quota.within = reader.string("within");
        quotas.append(quota);
    }
    checkNesting(outer, quotas);
    return quotas;
}

} // namespace chatelaine
