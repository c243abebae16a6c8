// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "core/providerinfo.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace chatelaine {

/** The series of the containers just below: made here, no vendor has it. */
inline const QString partSeries = QStringLiteral("part");
/** The curve of all that have none of their own; no vendor's id has a control character. */
inline const QString othersGroup = QStringLiteral("\x1f");

/** What figures can be grouped by, and what their groups are called. */
struct UsageGroups
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::UsageGroups)
public:
    std::optional<ProviderInfo> provider;
    QList<ContainerStep> parts;       ///< the containers just below
    QHash<QString, QString> keyNames; ///< by the vendor's id

    /** Ids of series: empty for the total, first; partSeries where there are parts. */
    QStringList seriesOf(const MetricInfo &metric) const;
    QString title(const QString &series) const; ///< "Key", "Route", ...; empty of the total
    QString label(const QString &series, const QString &group) const; ///< safe to show
};

} // namespace chatelaine
