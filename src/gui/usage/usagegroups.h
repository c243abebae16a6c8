// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "core/providerinfo.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace chatelaine {

/** The series of the containers some levels below: made here, no vendor has it. */
inline const QString partSeries = QStringLiteral("part");
QString partSeriesAt(int depth);      ///< "part" of those just below, then "part2", ...
int partDepth(const QString &series); ///< 0: it is another series
/** The curve of all that have none of their own; no vendor's id has a control character. */
inline const QString othersGroup = QStringLiteral("\x1f");

/** What figures can be grouped by, and what their groups are called. */
struct UsageGroups
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::UsageGroups)
public:
    std::optional<ProviderInfo> provider;
    ContainerPath container;          ///< of what the figures are
    QList<ContainerPath> parts;       ///< the containers below it, at any level
    QHash<QString, QString> keyNames; ///< by the vendor's id

    /** Ids of series: empty for the total, first; then of each level at which there are parts. */
    QStringList seriesOf(const MetricInfo &metric) const;
    QString title(const QString &series) const; ///< "Key", "Route", ...; empty of the total
    QString label(const QString &series, const QString &group) const; ///< safe to show

private:
    QString partName(int depth, const QString &group) const;
    const ContainerPath *partAt(int depth) const; ///< some part of that level; null: none
};

} // namespace chatelaine
