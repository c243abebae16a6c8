// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/tokens.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace chatelaine::practice {

namespace {

QLatin1StringView charactersOf(Alphabet alphabet)
{
    switch (alphabet) {
    case Alphabet::Hex:
        return QLatin1StringView("0123456789abcdef");
    case Alphabet::LowerAlphanumeric:
        return QLatin1StringView("0123456789abcdefghijklmnopqrstuvwxyz");
    case Alphabet::UrlSafe:
        break;
    }
    return QLatin1StringView("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}

} // namespace

QString randomText(Alphabet alphabet, int length)
{
    const QLatin1StringView characters = charactersOf(alphabet);
    QString text;
    text.reserve(length);
    for (int i = 0; i < length; ++i) {
        const auto index = QRandomGenerator::system()->bounded(int(characters.size()));
        text.append(characters[index]);
    }
    return text;
}

QString randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString digestOf(QByteArrayView secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(secret);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace chatelaine::practice
