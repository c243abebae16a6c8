// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <QHostAddress>
#include <QJsonDocument>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList environments{u"production"_s, u"sandbox"_s};

QJsonObject organizationObject(const ContainerRecord &organization)
{
    return {{u"id"_s, organization.id},
            {u"name"_s, organization.name},
            {u"role"_s, organization.role},
            {u"createdAt"_s, isoTime(organization.createdAt)},
            {u"updatedAt"_s, isoTime(organization.updatedAt)}};
}

QJsonObject projectObject(const ContainerRecord &project)
{
    return {{u"id"_s, project.id},
            {u"name"_s, project.name},
            {u"orgId"_s, project.parent},
            {u"environments"_s, QJsonArray::fromStringList(environments)},
            {u"createdAt"_s, isoTime(project.createdAt)},
            {u"updatedAt"_s, isoTime(project.updatedAt)}};
}

QJsonObject keyObject(const KeyRecord &key, const QString &organization)
{
    QJsonObject object{{u"id"_s, key.id},
                       {u"environment"_s, key.environment},
                       {u"orgId"_s, organization},
                       {u"scopes"_s, QJsonArray::fromStringList(key.scopes)},
                       {u"allowedIps"_s, QJsonArray::fromStringList(key.allowedIps)},
                       {u"tokenLast4"_s, key.hint},
                       {u"createdAt"_s, isoTime(key.createdAt)}};
    const auto insertIfSet = [&](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    insertIfSet("name"_L1, key.name);
    insertIfSet("projectId"_L1, key.container);
    insertIfSet("createdBy"_L1, key.createdBy);
    if (key.expiresAt)
        object.insert("expiresAt"_L1, isoTime(*key.expiresAt));
    return object;
}

int rankOf(QStringView role)
{
    return role == "owner"_L1 ? 2 : role == "admin"_L1 ? 1 : 0;
}

} // namespace

const Route<Tempo, Tempo::Call> Tempo::managementRoutes[] = {
    {"GET", u"/v1/me", &Tempo::readMe},
    {"GET", u"/v1/orgs", &Tempo::listOrganizations},
    {"POST", u"/v1/orgs", &Tempo::createOrganization},
    {"GET", u"/v1/orgs/{org_}", &Tempo::readOrganization},
    {"PATCH", u"/v1/orgs/{org_}", &Tempo::renameOrganization},
    {"DELETE", u"/v1/orgs/{org_}", &Tempo::deleteOrganization},
    {"GET", u"/v1/orgs/{org_}/projects", &Tempo::listProjects},
    {"POST", u"/v1/orgs/{org_}/projects", &Tempo::createProject},
    {"GET", u"/v1/orgs/{org_}/projects/{prj_}", &Tempo::readProject},
    {"PATCH", u"/v1/orgs/{org_}/projects/{prj_}", &Tempo::renameProject},
    {"DELETE", u"/v1/orgs/{org_}/projects/{prj_}", &Tempo::deleteProject},
    {"GET", u"/v1/orgs/{org_}/api-keys", &Tempo::listOrganizationKeys},
    {"GET", u"/v1/orgs/{org_}/projects/{prj_}/api-keys", &Tempo::listProjectKeys},
    {"POST", u"/v1/orgs/{org_}/projects/{prj_}/api-keys", &Tempo::createKey},
    {"PATCH", u"/v1/orgs/{org_}/projects/{prj_}/api-keys/{key_}", &Tempo::restrictKey},
    {"DELETE", u"/v1/orgs/{org_}/projects/{prj_}/api-keys/{key_}", &Tempo::deleteKey},
    {"GET", u"/v1/orgs/{org_}/usage/requests", &Tempo::readUsage},
};

Reply Tempo::manage(const Request &request)
{
    const auto match = findRoute(managementRoutes, request);
    if (!match.route)
        return error(404, u"not_found"_s, u"Not found"_s);
    Call call{request, {}, match.captured, {}, {}};
    if (const auto refused = authenticateSession(call))
        return *refused;
    if (const auto refused = locate(call, *match.route))
        return *refused;
    return (this->*match.route->handler)(call);
}

std::optional<Reply> Tempo::locate(Call &call, const Route<Tempo, Call> &route) const
{
    if (call.captured.isEmpty())
        return std::nullopt;
    const auto organization = state().container(id(), call.captured[0]);
    if (!organization)
        return error(404, u"organization_not_found"_s, u"Organization not found"_s);
    call.organization = *organization;
    const bool organizationItself = call.captured.size() == 1 && route.method != "POST";
    const QStringView needed = route.method == "GET" ? u"member"
                               : organizationItself  ? u"owner"
                                                     : u"admin";
    if (rankOf(organization->role) < rankOf(needed))
        return error(403, u"forbidden"_s, u"Your role does not permit this action"_s);
    if (call.captured.size() == 1)
        return std::nullopt;
    const auto project = state().container(id(), call.captured[1]);
    if (!project || project->parent != organization->id)
        return error(404, u"project_not_found"_s, u"Project not found"_s);
    call.project = *project;
    return std::nullopt;
}

std::optional<Reply> Tempo::checkQuery(const Request &request, const QStringList &known) const
{
    for (const auto &[name, value] : request.query) {
        if (!known.contains(name))
            return queryInvalid({}, u"Unrecognized key: \"%1\""_s.arg(name));
        if (name == "environment"_L1 && !environments.contains(value))
            return queryInvalid(name,
                                u"Invalid option: expected one of \"production\"|\"sandbox\""_s);
    }
    return std::nullopt;
}

std::optional<Reply> Tempo::parseBody(const Request &request, QJsonObject &body) const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return textReply(400, "text/plain; charset=UTF-8"_ba, "Malformed JSON in request body"_ba);
    if (!document.isObject())
        return bodyInvalid({}, u"Invalid input: expected object"_s);
    body = document.object();
    return std::nullopt;
}

std::optional<Reply> Tempo::parseName(const QJsonObject &body, QString &name) const
{
    const QJsonValue value = body.value("name"_L1);
    if (!value.isString())
        return bodyInvalid({u"name"_s}, u"Invalid input: expected string"_s);
    name = value.toString();
    if (name.isEmpty())
        return bodyInvalid({u"name"_s}, u"Too small: expected string to have >=1 characters"_s);
    if (name.size() > 100)
        return bodyInvalid({u"name"_s}, u"Too big: expected string to have <=100 characters"_s);
    return std::nullopt;
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

Reply Tempo::readMe(Call &call)
{
    for (const DocumentRecord &user : state().documents(u"tempo.users"_s, {})) {
        if (user.id == call.caller.createdBy)
            return jsonReply(200, user.content);
    }
    return error(404, u"user_not_found"_s, u"User not found"_s);
}

Reply Tempo::listOrganizations(Call &call)
{
    if (const auto refused = checkQuery(call.request, {}))
        return *refused;
    QJsonArray data;
    for (const auto &organization : state().containers(id(), {}))
        data.append(organizationObject(organization));
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::createOrganization(Call &call)
{
    QJsonObject body;
    ContainerRecord organization;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseName(body, organization.name))
        return *refused;
    organization.system = id();
    organization.id = u"org_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    organization.role = u"owner"_s;
    organization.createdAt = organization.updatedAt = state().now();
    state().addContainer(organization);
    return jsonReply(200, organizationObject(organization));
}

Reply Tempo::readOrganization(Call &call)
{
    return jsonReply(200, organizationObject(call.organization));
}

Reply Tempo::renameOrganization(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseName(body, call.organization.name))
        return *refused;
    call.organization.updatedAt = state().now();
    state().updateContainer(call.organization);
    return readOrganization(call);
}

Reply Tempo::deleteOrganization(Call &call)
{
    state().removeContainer(id(), call.organization.id);
    return jsonReply(200, {{u"id"_s, call.organization.id}});
}

Reply Tempo::listProjects(Call &call)
{
    if (const auto refused = checkQuery(call.request, {}))
        return *refused;
    QJsonArray data;
    for (const auto &project : state().containers(id(), call.organization.id))
        data.append(projectObject(project));
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::createProject(Call &call)
{
    QJsonObject body;
    ContainerRecord project;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseName(body, project.name))
        return *refused;
    project.system = id();
    project.id = u"prj_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    project.parent = call.organization.id;
    project.createdAt = project.updatedAt = state().now();
    state().addContainer(project);
    return jsonReply(200, projectObject(project));
}

Reply Tempo::readProject(Call &call)
{
    return jsonReply(200, projectObject(call.project));
}

Reply Tempo::renameProject(Call &call)
{
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseName(body, call.project.name))
        return *refused;
    call.project.updatedAt = state().now();
    state().updateContainer(call.project);
    return readProject(call);
}

Reply Tempo::deleteProject(Call &call)
{
    state().removeContainer(id(), call.project.id);
    return jsonReply(200, {{u"id"_s, call.project.id}});
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

Reply Tempo::createKey(Call &call)
{
    QJsonObject body;
    KeyRecord key;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    const QJsonValue name = body.value("name"_L1);
    if (!name.isUndefined() && !name.isString())
        return bodyInvalid({u"name"_s}, u"Invalid input: expected string"_s);
    if (name.toString().size() > 100)
        return bodyInvalid({u"name"_s}, u"Too big: expected string to have <=100 characters"_s);
    const QJsonValue environment = body.value("environment"_L1);
    key.environment = environment.isUndefined() ? u"production"_s : environment.toString();
    if (!environments.contains(key.environment))
        return bodyInvalid({u"environment"_s},
                           u"Invalid option: expected one of \"production\"|\"sandbox\""_s);
    if (const auto refused = parseScopes(body, key.scopes))
        return *refused;
    if (const auto refused = parseAllowedIps(body, key.allowedIps))
        return *refused;
    key.kind = u"key"_s;
    key.container = call.project.id;
    key.id = u"key_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    key.name = name.toString();
    key.createdBy = call.caller.createdBy;
    const Minted minted = issue(key);
    QJsonObject object = keyObject(minted.key, call.organization.id);
    object.insert("token"_L1, minted.secret);
    return jsonReply(200, object);
}

Reply Tempo::restrictKey(Call &call)
{
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
    const auto key = state().keyById({id(), call.project.id}, call.captured[2]);
    if (!key || key->expired(state().now()))
        return error(404, u"api_key_not_found"_s, u"API key not found"_s);
    state().removeKey(key->row);
    return jsonReply(200, {{u"id"_s, key->id}});
}

} // namespace chatelaine::practice
