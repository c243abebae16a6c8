// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicepayment.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray carried(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(urlSafe);
}

QJsonObject uncarried(const QByteArray &text)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(text, urlSafe)).object();
}

QJsonObject challengeOf(const Answer &answer)
{
    static const QRegularExpression parameter(u"([a-z]+)=\"([^\"]*)\""_s);
    QJsonObject challenge;
    // A QMultiMap gives the last header line first.
    const QString header = QString::fromLatin1(answer.headers.values("www-authenticate").last());
    for (auto it = parameter.globalMatch(header); it.hasNext();) {
        const auto match = it.next();
        if (!challenge.contains(match.captured(1)))
            challenge.insert(match.captured(1), match.captured(2));
    }
    return challenge;
}

QJsonObject paymentFor(const QJsonObject &challenge)
{
    const QByteArray id = challenge.value("id"_L1).toString().toLatin1();
    const QByteArray hash = QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex();
    const QJsonObject payload{{u"type"_s, u"hash"_s},
                              {u"hash"_s, QString::fromLatin1("0x" + hash)}};
    return {{u"challenge"_s, challenge}, {u"payload"_s, payload}};
}

} // namespace chatelaine
