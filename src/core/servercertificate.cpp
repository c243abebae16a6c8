// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/servercertificate.h"

#include <QRegularExpression>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

std::optional<QByteArray> fingerprintFromText(const QString &text)
{
    static const QRegularExpression form(u"\\A(?:[0-9A-Fa-f]{64}|(?:[0-9A-Fa-f]{2}:){31}"
                                         "[0-9A-Fa-f]{2})\\z"_s);
    if (!form.match(text).hasMatch())
        return std::nullopt;
    return QByteArray::fromHex(QString(text).remove(u':').toLatin1());
}

} // namespace chatelaine
