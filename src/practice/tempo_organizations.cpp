// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject organizationObject(const ContainerRecord &organization)
{
    return {{u"id"_s, organization.id},
            {u"name"_s, organization.name},
            {u"role"_s, organization.role},
            {u"createdAt"_s, isoTime(organization.createdAt)},
            {u"updatedAt"_s, isoTime(organization.updatedAt)}};
}

QJsonObject tempoProject(const ContainerRecord &project)
{
    return {{u"id"_s, project.id},
            {u"name"_s, project.name},
            {u"orgId"_s, project.parent},
            {u"environments"_s, QJsonArray{u"production"_s, u"sandbox"_s}},
            {u"createdAt"_s, isoTime(project.createdAt)},
            {u"updatedAt"_s, isoTime(project.updatedAt)}};
}

} // namespace

Reply Tempo::listOrganizations(Call &call)
{
    if (const auto refused = checkQuery(call.request, {}))
        return *refused;
    QJsonArray data;
    for (const auto &organization : state().containers(id(), {})) {
        if (!organization.role.isEmpty())
            data.append(organizationObject(organization));
    }
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
        data.append(tempoProject(project));
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
    return jsonReply(200, tempoProject(project));
}

Reply Tempo::readProject(Call &call)
{
    return jsonReply(200, tempoProject(call.project));
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

} // namespace chatelaine::practice
