// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/newsecret.h"

#include "providers/mapping.h"
#include "providers/orderform.h"

#include <QJsonArray>

namespace chatelaine {

namespace {

bool wasCut(const VendorAnswer &answer, qsizetype place)
{
    return std::any_of(answer.secrets.begin(), answer.secrets.end(),
                       [place](const CutSecret &cut) { return cut.place == place; });
}

/** Equal, for lists in any order: vendors sort what they keep. */
bool isEcho(const QJsonValue &sent, const QJsonValue &got)
{
    if (!sent.isArray() || !got.isArray())
        return sent == got;
    const auto sorted = [](const QJsonValue &value) {
        QStringList texts;
        for (const QJsonValue element : value.toArray())
            texts.append(scalarText(element).value_or(QString()));
        texts.sort();
        return texts;
    };
    return sorted(sent) == sorted(got);
}

} // namespace

QList<JsonPointer> allPlaces(const QList<SecretPlace> &secrets)
{
    QList<JsonPointer> places;
    for (const SecretPlace &secret : secrets) {
        for (const JsonPointer &place : secret.at) {
            if (!places.contains(place))
                places.append(place);
        }
    }
    return places;
}

SharedSecret newSecret(const VendorAnswer &answer, const QList<SecretPlace> &secrets,
                       const QMap<QString, QJsonValue> &entered)
{
    const QList<JsonPointer> places = allPlaces(secrets);
    for (const SecretPlace &secret : secrets) {
        if (!secret.ifGiven.isEmpty() && !isGiven(entered, secret.ifGiven))
            continue;
        for (const JsonPointer &place : secret.at) {
            const qsizetype index = places.indexOf(place);
            if (wasCut(answer, index))
                return secretAt(answer, index);
        }
        return nullptr;
    }
    return nullptr;
}

QStringList missingEchoes(const QList<EchoTemplate> &echoes, const TemplateValues &sent,
                          const QJsonValue &record)
{
    QStringList warnings;
    for (const EchoTemplate &echo : echoes) {
        const QJsonValue value = sent.value(echo.field, QJsonValue::Undefined);
        if (value.isUndefined() || value.isNull())
            continue;
        const QJsonValue got = echo.at.in(record);
        const bool there = !got.isUndefined() && !got.isNull();
        if (echo.present ? !there : !isEcho(value, got))
            warnings.append(echo.warning);
    }
    return warnings;
}

} // namespace chatelaine
