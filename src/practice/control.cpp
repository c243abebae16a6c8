// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/control.h"

#include "practice/state.h"
#include "practice/temporis.h"

#include <QJsonArray>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

Reply problem(int status, const QString &text)
{
    return jsonReply(status, {{u"error"_s, text}});
}

QStringList texts(const QJsonArray &array)
{
    QStringList list;
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

/** Takes as long for a wrong token as for one that is almost right. */
bool sameToken(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= unsigned(left[i]) ^ unsigned(right[i]);
    return difference == 0;
}

} // namespace

const Route<Control, Control::Call> Control::routes[] = {
    {"POST", u"/mint", &Control::mint},
    {"POST", u"/remove", &Control::remove},
    {"GET", u"/faults", &Control::listFaults},
    {"POST", u"/faults", &Control::addFault},
    {"DELETE", u"/faults", &Control::clearFaults},
    {"GET", u"/requests", &Control::listRequests},
    {"DELETE", u"/requests", &Control::clearRequests},
    {"POST", u"/clock", &Control::setClock},
    {"GET", u"/billing", &Control::readBilling},
    {"GET", u"/settings", &Control::listSettings},
    {"POST", u"/settings", &Control::changeSettings},
    {"DELETE", u"/settings", &Control::resetSettings},
};

Control::Control(QByteArray token, State &state, FaultBook &faults, RequestLog &log,
                 QList<System *> systems, Temporis &temporis)
    : m_token(std::move(token))
    , m_state(state)
    , m_faults(faults)
    , m_log(log)
    , m_systems(std::move(systems))
    , m_temporis(temporis)
{}

Reply Control::handle(const Request &request)
{
    if (!sameToken(request.authorization("Bearer"), m_token))
        return problem(401, u"The control token is missing or wrong."_s);
    const auto match = findRoute(routes, request);
    if (match.allowed.isEmpty())
        return problem(404, u"There is no such control."_s);
    if (!match.route)
        return problem(405, u"This control has no such method."_s)
            .with("Allow", match.allowed.join(", "));
    const auto body = request.json();
    if (request.method == "POST" && !body)
        return problem(400, u"The body must be a JSON object."_s);
    Call call{request, body.value_or(QJsonObject())};
    return (this->*match.route->handler)(call);
}

Reply Control::failure(int status) const
{
    return problem(status, u"The practice server failed."_s);
}

System *Control::systemOf(const Call &call) const
{
    const QString id = call.body.value("system"_L1).toString();
    for (System *system : m_systems) {
        if (system->id() == id)
            return system;
    }
    return nullptr;
}

Reply Control::mint(Call &call)
{
    System *system = systemOf(call);
    if (!system)
        return problem(400, u"system is not one of the four."_s);
    MintOrder order;
    order.kind = call.body.value("kind"_L1).toString();
    order.name = call.body.value("name"_L1).toString();
    order.container = call.body.value("container"_L1).toString();
    order.environment = call.body.value("environment"_L1).toString();
    order.scopes = texts(call.body.value("scopes"_L1).toArray());
    if (call.body.contains("expiresAt"_L1)) {
        order.expiresAt = parseIsoTime(call.body.value("expiresAt"_L1).toString());
        if (!order.expiresAt)
            return problem(400, u"expiresAt is not a UTC time."_s);
    }
    const auto minted = system->mint(order);
    if (!minted)
        return problem(400, u"This system has no such kind or container."_s);
    return jsonReply(200, {{u"id"_s, minted->key.id},
                           {u"container"_s, minted->key.container},
                           {u"secret"_s, minted->secret}});
}

Reply Control::remove(Call &call)
{
    const System *system = systemOf(call);
    if (!system)
        return problem(400, u"system is not one of the four."_s);
    const KeyFilter filter{system->id(), call.body.value("container"_L1).toString()};
    const auto key = m_state.keyById(filter, call.body.value("id"_L1).toString());
    if (!key)
        return problem(404, u"There is no such key."_s);
    m_state.removeKey(key->row);
    return jsonReply(200, {{u"id"_s, key->id}});
}

Reply Control::addFault(Call &call)
{
    QStringList ids;
    for (const System *system : m_systems)
        ids.append(system->id());
    if (const auto refused = m_faults.add(call.body, ids))
        return problem(400, *refused);
    return listFaults(call);
}

Reply Control::listFaults(Call &)
{
    return jsonReply(200, {{u"faults"_s, m_faults.list()}});
}

Reply Control::clearFaults(Call &call)
{
    m_faults.clear();
    return listFaults(call);
}

Reply Control::listRequests(Call &)
{
    return jsonReply(200, {{u"requests"_s, m_log.list()}});
}

Reply Control::clearRequests(Call &call)
{
    m_log.clear();
    return listRequests(call);
}

Reply Control::setClock(Call &call)
{
    const QJsonValue offset = call.body.value("offset"_L1);
    if (!offset.isDouble())
        return problem(400, u"offset must be a number of seconds."_s);
    m_state.setClockOffset(offset.toInteger() * secondMs);
    return jsonReply(200, {{u"now"_s, isoTime(m_state.now())}});
}

Reply Control::readBilling(Call &)
{
    const QJsonObject temporis{{u"predictions"_s, m_temporis.predictions()}};
    return jsonReply(200, {{u"temporis"_s, temporis}});
}

Reply Control::listSettings(Call &)
{
    QJsonObject settings;
    for (const System *system : m_systems)
        settings.insert(system->id(), system->settings().values());
    return jsonReply(200, {{u"settings"_s, settings}});
}

Reply Control::changeSettings(Call &call)
{
    System *system = systemOf(call);
    if (!system)
        return problem(400, u"system is not one of the four."_s);
    const QJsonObject changes = call.body.value("settings"_L1).toObject();
    if (changes.isEmpty())
        return problem(400, u"settings must be an object that names some."_s);
    if (const auto refused = system->settings().check(changes))
        return problem(400, *refused);
    system->settings().apply(changes);
    return listSettings(call);
}

Reply Control::resetSettings(Call &call)
{
    for (System *system : m_systems)
        system->settings().reset();
    return listSettings(call);
}

} // namespace chatelaine::practice
