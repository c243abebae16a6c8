// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/http.h"

namespace chatelaine {

QByteArray HttpAnswer::header(QByteArrayView lowerCaseName) const
{
    QByteArray joined;
    for (const auto &[name, value] : headers) {
        if (name != lowerCaseName)
            continue;
        if (!joined.isEmpty())
            joined += ", ";
        joined += value;
    }
    return joined;
}

} // namespace chatelaine
