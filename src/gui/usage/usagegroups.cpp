// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagegroups.h"

#include "core/redaction.h"
#include "core/rows.h"

#include <algorithm>

namespace chatelaine {

QString partSeriesAt(int depth)
{
    return depth > 1 ? partSeries + QString::number(depth) : partSeries;
}

int partDepth(const QString &series)
{
    if (series == partSeries)
        return 1;
    return series.startsWith(partSeries) ? series.mid(partSeries.size()).toInt() : 0;
}

const ContainerPath *UsageGroups::partAt(int depth) const
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ContainerPath &path) {
        return path.size() == container.size() + depth;
    });
    return found == parts.end() ? nullptr : &*found;
}

/** Of one that is further below with the names on the way to it: two may have the same. */
QString UsageGroups::partName(int depth, const QString &group) const
{
    for (const ContainerPath &path : parts) {
        const ContainerPath way = path.mid(container.size());
        const QString id = depth > 1 ? containerKey(way) : way.constLast().id.toString();
        if (way.size() != depth || id != group)
            continue;
        QStringList names;
        for (const ContainerStep &step : way)
            names.append(step.name.isEmpty() ? step.id.toString() : step.name);
        return names.join(QStringLiteral(" / "));
    }
    return group;
}

QStringList UsageGroups::seriesOf(const MetricInfo &metric) const
{
    QStringList all = metric.series;
    std::sort(all.begin(), all.end());
    for (int depth = 1; all.contains(QString()) && partAt(depth); ++depth)
        all.insert(depth, partSeriesAt(depth));
    return all;
}

QString UsageGroups::title(const QString &series) const
{
    if (series.isEmpty())
        return {};
    if (series == QLatin1StringView("key"))
        return tr("Key");
    if (series == QLatin1StringView("route"))
        return tr("Route");
    if (series == QLatin1StringView("status"))
        return tr("Status");
    if (series == QLatin1StringView("model"))
        return tr("Model");
    if (const int depth = partDepth(series); depth > 0) {
        const ContainerPath *part = partAt(depth);
        const LevelInfo *level =
            !part || !provider ? nullptr : provider->level(part->constLast().level);
        return level ? level->label : tr("Project");
    }
    return displaySafe(series, 40);
}

QString UsageGroups::label(const QString &series, const QString &group) const
{
    QString name = group;
    if (group == othersGroup)
        name = tr("all others");
    else if (series == QLatin1StringView("key"))
        name = keyNames.value(group, group);
    else if (const int depth = partDepth(series); depth > 0)
        name = partName(depth, group);
    else if (series.isEmpty())
        name = tr("Total");
    return displaySafe(name.isEmpty() ? tr("not named") : name, 200);
}

} // namespace chatelaine
