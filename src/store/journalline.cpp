// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journalline.h"

namespace chatelaine {

QByteArrayView journalMember(const QByteArray &line, QByteArrayView name)
{
    const QByteArray start = '"' + name.toByteArray() + "\":";
    const qsizetype at = line.lastIndexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    qsizetype end = from;
    while (end < line.size() && line[end] != ',' && line[end] != '}')
        ++end;
    return QByteArrayView(line).sliced(from, end - from);
}

QByteArray noPreviousHash()
{
    return QByteArray(64, '0');
}

} // namespace chatelaine
