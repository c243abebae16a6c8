// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/containerlisting.h"

#include "providers/keylisting.h"

namespace chatelaine {

std::optional<ListedContainer> mapContainer(const LevelTemplate &level, const QJsonValue &row)
{
    ListedContainer container;
    container.step.level = level.info.id;
    container.step.id = ContainerId(sourceId(level.id, row));
    container.step.name = sourceText(level.name, row);
    container.details = mapDetails(level.details, row);
    if (container.step.id.isEmpty())
        return std::nullopt;
    return container;
}

FutureOutcome<ContainerReading> readContainers(Exchanger *exchanger, const LevelTemplate &level,
                                               const ContainerPath &parent, bool background,
                                               CancellationPtr cancellation)
{
    // The mapper runs on the pool: it owns all that it reads.
    auto mapper = [level](const QJsonValue &row) {
        return mapContainer(level, row);
    };
    return Pager<ListedContainer>::read(exchanger, level.list, containerValues(parent), mapper,
                                        background, std::move(cancellation));
}

} // namespace chatelaine
