// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/usage/usagegroups.h"

#include "core/redaction.h"

#include <algorithm>

namespace chatelaine {

QStringList UsageGroups::seriesOf(const MetricInfo &metric) const
{
    QStringList all = metric.series;
    std::sort(all.begin(), all.end());
    if (all.contains(QString()) && !parts.isEmpty())
        all.insert(1, partSeries);
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
    if (series == partSeries) {
        const LevelInfo *level =
            parts.isEmpty() || !provider ? nullptr : provider->level(parts.constFirst().level);
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
    else if (series == partSeries) {
        for (const ContainerStep &step : parts) {
            if (step.id.toString() == group && !step.name.isEmpty())
                name = step.name;
        }
    } else if (series.isEmpty())
        name = tr("Total");
    return displaySafe(name.isEmpty() ? tr("not named") : name, 200);
}

} // namespace chatelaine
