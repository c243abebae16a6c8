// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <QHostAddress>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

QJsonObject Tempo::keyObject(const KeyRecord &key, const QString &organization) const
{
    QJsonObject object{
        {u"id"_s, key.id},           {u"environment"_s, key.environment},
        {u"orgId"_s, organization},  {u"scopes"_s, QJsonArray::fromStringList(key.scopes)},
        {u"tokenLast4"_s, key.hint}, {u"createdAt"_s, isoTime(key.createdAt)}};
    const auto insertIfSet = [&](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    insertIfSet("name"_L1, key.name);
    insertIfSet("projectId"_L1, key.container);
    insertIfSet("createdBy"_L1, key.createdBy);
    if (key.expiresAt)
        object.insert("expiresAt"_L1, isoTime(*key.expiresAt));
    if (hosted())
        object.insert("allowedIps"_L1, QJsonArray::fromStringList(key.allowedIps));
    return object;
}

std::optional<Reply> Tempo::checkKeysEnabled() const
{
    if (settings().isOn("apiKeys"_L1))
        return std::nullopt;
    return error(404, u"api_keys_not_enabled"_s, u"API keys are not enabled here"_s);
}

std::optional<Reply> Tempo::parseAllowedIps(const QJsonObject &body, QStringList &ips) const
{
    const QJsonValue value = body.value("allowedIps"_L1);
    if (value.isUndefined())
        return std::nullopt;
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > 100)
        return bodyInvalid({u"allowedIps"_s}, u"Invalid input: expected at most 100 addresses"_s);
    ips.clear();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString address = array[i].toString();
        if (QHostAddress::parseSubnet(address).second < 0)
            return bodyInvalid({u"allowedIps"_s, i}, u"Invalid IP address or CIDR range"_s);
        ips.append(address);
    }
    return std::nullopt;
}

Reply Tempo::listOrganizationKeys(Call &call)
{
    KeyFilter filter{id()};
    filter.parent = call.organization.id;
    return listKeys(call, filter);
}

Reply Tempo::listProjectKeys(Call &call)
{
    return listKeys(call, {id(), call.project.id});
}

Reply Tempo::listKeys(Call &call, KeyFilter filter)
{
    if (const auto refused = checkKeysEnabled())
        return *refused;
    if (const auto refused = checkQuery(call.request, {u"environment"_s}))
        return *refused;
    filter.kind = u"key"_s;
    filter.environment = call.request.parameter(u"environment").value_or(u"production"_s);
    const Millis now = state().now();
    QJsonArray data;
    for (const KeyRecord &key : state().keys(filter)) {
        if (!key.expired(now))
            data.append(keyObject(key, call.organization.id));
    }
    return jsonReply(200, {{u"data"_s, data}});
}

std::optional<Reply> Tempo::parseKey(const QJsonObject &body, KeyRecord &key) const
{
    const QJsonValue name = body.value("name"_L1);
    if (!name.isUndefined() && !name.isString())
        return bodyInvalid({u"name"_s}, u"Invalid input: expected string"_s);
    if (name.toString().size() > 100)
        return bodyInvalid({u"name"_s}, u"Too big: expected string to have <=100 characters"_s);
    key.name = name.toString();
    const QJsonValue environment = body.value("environment"_L1);
    key.environment = environment.isUndefined() ? u"production"_s : environment.toString();
    if (key.environment != "production"_L1 && key.environment != "sandbox"_L1)
        return bodyInvalid({u"environment"_s},
                           u"Invalid option: expected one of \"production\"|\"sandbox\""_s);
    if (const auto refused = parseScopes(body, key.scopes))
        return refused;
    // The published release does not know the list and leaves it out without a word.
    return hosted() ? parseAllowedIps(body, key.allowedIps) : std::nullopt;
}

Reply Tempo::createKey(Call &call)
{
    if (const auto refused = checkKeysEnabled())
        return *refused;
    QJsonObject body;
    KeyRecord key;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseKey(body, key))
        return *refused;
    key.kind = u"key"_s;
    key.container = call.project.id;
    key.id = u"key_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    key.createdBy = call.caller.createdBy;
    const Minted minted = issue(key);
    QJsonObject object = keyObject(minted.key, call.organization.id);
    object.insert("token"_L1, minted.secret);
    return jsonReply(200, object);
}

Reply Tempo::restrictKey(Call &call)
{
    if (const auto refused = checkKeysEnabled())
        return *refused;
    auto key = state().keyById({id(), call.project.id}, call.captured[2]);
    if (!key || key->expired(state().now()))
        return error(404, u"api_key_not_found"_s, u"API key not found"_s);
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseAllowedIps(body, key->allowedIps))
        return *refused;
    state().updateKey(*key);
    return jsonReply(200, keyObject(*key, call.organization.id));
}

Reply Tempo::deleteKey(Call &call)
{
    if (const auto refused = checkKeysEnabled())
        return *refused;
    const auto key = state().keyById({id(), call.project.id}, call.captured[2]);
    if (!key || key->expired(state().now()))
        return error(404, u"api_key_not_found"_s, u"API key not found"_s);
    state().removeKey(key->row);
    return jsonReply(200, {{u"id"_s, key->id}});
}

} // namespace chatelaine::practice
