// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/confidentai.h"
#include "practice/state.h"
#include "practice/tokens.h"

#include <QJsonArray>

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestLifeDays = 3650;
constexpr int longestGraceHours = 24 * 365;

QString maskedValue(const QString &hint)
{
    return QString(15, u'*') + hint;
}

/** A whole number from `least` to `most`; nothing for anything else. */
std::optional<int> wholeNumber(const QJsonValue &value, int least, int most)
{
    const int number = value.toInt(least - 1);
    if (number < least || number > most)
        return std::nullopt;
    return number;
}

} // namespace

std::optional<KeyRecord> ConfidentAi::keyOf(const Call &call) const
{
    KeyFilter filter{id(), call.container};
    filter.kind = call.ofOrganization() ? u"organization"_s : u"project"_s;
    const qsizetype position = call.ofOrganization() ? 0 : 1;
    return state().keyById(filter, call.captured.value(position));
}

Minted ConfidentAi::issueIn(const QString &container, const QString &kind, const MintOrder &order)
{
    KeyRecord key;
    key.container = container;
    key.kind = kind;
    key.id = QString::number(state().increment(u"confident-ai.keys."_s + container));
    key.name = order.name;
    key.createdAt = order.createdAt.value_or(0);
    key.expiresAt = order.expiresAt;
    return issue(key);
}

QJsonObject ConfidentAi::keyObject(Generation generation, const KeyRecord &key) const
{
    QJsonObject object{
        {u"id"_s, key.id.toLongLong()},
        {u"name"_s, key.name.isEmpty() ? QJsonValue() : QJsonValue(key.name)},
        {u"valid"_s, key.enabled},
        {u"value"_s, maskedValue(key.hint)},
        {u"created_at"_s, timeText(generation, key.createdAt)},
        {u"lastUsed"_s, timeText(generation, key.lastUsedAt)},
    };
    if (generation == Generation::First)
        return object;
    object.insert("expiresAt"_L1, timeText(generation, key.expiresAt));
    object.insert("shadowValue"_L1,
                  key.rotation ? QJsonValue(maskedValue(key.rotation->hint)) : QJsonValue());
    object.insert("rotatesAt"_L1,
                  key.rotation ? QJsonValue(timeText(generation, key.rotation->at)) : QJsonValue());
    return object;
}

KeyRecord ConfidentAi::completed(KeyRecord key)
{
    if (!key.rotation || key.rotation->at > state().now())
        return key;
    key.digest = key.rotation->digest;
    key.hint = key.rotation->hint;
    key.rotation.reset();
    state().updateKey(key);
    return key;
}

Reply ConfidentAi::listKeys(Call &call)
{
    KeyFilter filter{id(), call.container};
    filter.kind = call.ofOrganization() ? u"organization"_s : u"project"_s;
    QJsonArray keys;
    for (const KeyRecord &key : state().keys(filter))
        keys.append(keyObject(call.generation, completed(key)));
    return success({{u"apiKeys"_s, keys}});
}

std::optional<Reply> ConfidentAi::parseExpiry(const QJsonObject &body,
                                              std::optional<Millis> &expiry) const
{
    const QJsonValue value = body.value("expiresInDays"_L1);
    if (value.isUndefined())
        return std::nullopt;
    expiry.reset();
    if (value.isNull())
        return std::nullopt;
    const auto days = wholeNumber(value, 1, longestLifeDays);
    if (!days)
        return refusal(422, u"expiresInDays must be a whole number from 1 to 3650"_s);
    expiry = state().now() + *days * dayMs;
    return std::nullopt;
}

Reply ConfidentAi::createKey(Call &call)
{
    const QJsonObject body = call.body();
    const QString kind = call.ofOrganization() ? u"organization"_s : u"project"_s;
    MintOrder order;
    if (const auto refused = parseName(body, order.name))
        return *refused;
    if (call.generation == Generation::Second) {
        if (const auto refused = parseExpiry(body, order.expiresAt))
            return *refused;
    }
    const int limit = settings().number("keysPerContainer"_L1);
    const qint64 usage = state().countKeys({id(), call.container, {}, kind});
    if (limit > 0 && usage >= limit) {
        QJsonObject problem{{u"success"_s, false}, {u"error"_s, u"API key limit reached"_s}};
        if (call.generation == Generation::Second)
            problem.insert("details"_L1, QJsonObject{{u"usage"_s, QString::number(usage)},
                                                     {u"limit"_s, QString::number(limit)}});
        return jsonReply(403, problem);
    }
    const Minted minted = issueIn(call.container, kind, order);
    QJsonObject object = keyObject(call.generation, minted.key);
    object.insert("value"_L1, minted.secret);
    call.event = {u"api_key.create"_s, minted.key.id, minted.key.name};
    return created(call, u"apiKey"_s, object);
}

Reply ConfidentAi::readKey(Call &call)
{
    const auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    return record(call, u"apiKey"_s, keyObject(call.generation, *key));
}

Reply ConfidentAi::updateKey(Call &call)
{
    auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    const QJsonValue valid = call.body().value("valid"_L1);
    if (!valid.isBool())
        return refusal(422, u"valid must be a boolean"_s);
    *key = completed(*key);
    key->enabled = valid.toBool();
    state().updateKey(*key);
    call.event = {u"api_key.update"_s, key->id, key->name};
    return record(call, u"apiKey"_s, keyObject(call.generation, *key));
}

Reply ConfidentAi::rotateKey(Call &call)
{
    auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    *key = completed(*key);
    const QJsonObject body = call.body();
    const QJsonValue given = body.value("gracePeriodInHours"_L1);
    const bool graceless = given.isUndefined() || given.isNull();
    const auto grace = graceless ? 0 : wholeNumber(given, 0, longestGraceHours);
    if (!grace)
        return refusal(422, u"gracePeriodInHours must be a whole number, not negative"_s);
    const Millis now = state().now();
    const bool revived = key->expired(now);
    if (revived && !body.contains("expiresInDays"_L1))
        return refusal(400, u"expiresInDays is required to rotate an expired API key"_s);
    if (revived && *grace > 0)
        return refusal(400, u"An expired API key cannot be rotated with a grace period"_s);
    const std::optional<Millis> outgoingEnds = key->expiresAt;
    if (const auto refused = parseExpiry(body, key->expiresAt))
        return *refused;
    call.event = {u"api_key.rotate"_s, key->id, key->name};

    if (*grace == 0) {
        const Minted minted = reissue(*key);
        QJsonObject object = keyObject(call.generation, minted.key);
        object.insert("value"_L1, minted.secret);
        return record(call, u"apiKey"_s, object);
    }
    Millis rotatesAt = now + *grace * hourMs;
    for (const auto &end : {outgoingEnds, key->expiresAt})
        rotatesAt = std::min(rotatesAt, end.value_or(rotatesAt));
    const Form coming = newSecret(*key);
    key->rotation = Rotation{digestOf(coming.secret.toUtf8()), coming.hint, rotatesAt};
    state().updateKey(*key);
    QJsonObject object = keyObject(call.generation, *key);
    object.insert("shadowValue"_L1, coming.secret);
    return record(call, u"apiKey"_s, object);
}

Reply ConfidentAi::deleteKey(Call &call)
{
    const auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    state().removeKey(key->row);
    call.event = {u"api_key.delete"_s, key->id, key->name};
    return deleted(call, key->id.toLongLong());
}

} // namespace chatelaine::practice
