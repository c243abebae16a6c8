// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/pager.h"

namespace chatelaine {

/** An organization or a project as its level lists it. */
struct ListedContainer
{
    ContainerStep step;
    QList<std::pair<QString, QString>> details;
};
using ContainerReading = PagedReading<ListedContainer>;

/** Nothing when the row has no id. */
std::optional<ListedContainer> mapContainer(const LevelTemplate &level, const QJsonValue &row);

/** The containers of one level in one parent. Never fails: what went wrong is in the reading. */
FutureOutcome<ContainerReading> readContainers(Exchanger *exchanger, const LevelTemplate &level,
                                               const ContainerPath &parent, bool background,
                                               CancellationPtr cancellation);

} // namespace chatelaine
