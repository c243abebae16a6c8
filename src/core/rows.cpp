// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rows.h"

#include <QUrl>

namespace chatelaine {

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
