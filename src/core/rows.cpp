// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rows.h"

#include "core/enumnames.h"

#include <QUrl>

namespace chatelaine {

namespace {

constexpr std::array replacementStepNames = {
    std::pair{ReplacementStep::Making, QLatin1StringView("making")},
    std::pair{ReplacementStep::Delivering, QLatin1StringView("delivering")},
    std::pair{ReplacementStep::Retiring, QLatin1StringView("retiring")},
    std::pair{ReplacementStep::Finished, QLatin1StringView("finished")},
    std::pair{ReplacementStep::Abandoned, QLatin1StringView("abandoned")},
};

} // namespace

QString replacementStepName(ReplacementStep step)
{
    return nameIn(replacementStepNames, step);
}

std::optional<ReplacementStep> replacementStepFromName(QStringView name)
{
    return valueIn(replacementStepNames, name);
}

QString containerKey(const ContainerPath &path)
{
    QString key;
    for (const ContainerStep &step : path) {
        if (!key.isEmpty())
            key += QLatin1Char('/');
        key += QString::fromLatin1(QUrl::toPercentEncoding(step.id.toString()));
    }
    return key;
}

QString keyPlace(const ContainerPath &container, const VendorKeyId &id)
{
    return containerKey(container) + QLatin1Char('/') +
           QString::fromLatin1(QUrl::toPercentEncoding(id.toString()));
}

} // namespace chatelaine
