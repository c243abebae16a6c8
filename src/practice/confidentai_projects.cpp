// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/confidentai.h"
#include "practice/state.h"
#include "practice/tokens.h"

#include <QJsonArray>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject describedProject(const ContainerRecord &project, const QString &createdAt)
{
    const QJsonValue description =
        project.description.isEmpty() ? QJsonValue() : QJsonValue(project.description);
    return {{u"id"_s, project.id},
            {u"name"_s, project.name},
            {u"description"_s, description},
            {u"created_at"_s, createdAt}};
}

} // namespace

Reply ConfidentAi::readOrganization(Call &call)
{
    const auto organization = state().container(id(), call.caller.container);
    return record(call, u"organization"_s,
                  {{u"id"_s, organization->id},
                   {u"name"_s, organization->name},
                   {u"plan"_s, u"TEAM"_s},
                   {u"created_at"_s, timeText(call.generation, organization->createdAt)}});
}

Reply ConfidentAi::renameOrganization(Call &call)
{
    QString name;
    if (const auto refused = parseName(call.body(), name))
        return *refused;
    auto organization = state().container(id(), call.caller.container);
    organization->name = name;
    organization->updatedAt = state().now();
    state().updateContainer(*organization);
    call.event = {u"organization.update"_s, organization->id, {}};
    return readOrganization(call);
}

Reply ConfidentAi::listProjects(Call &call)
{
    QJsonArray projects;
    for (const ContainerRecord &project : state().containers(id(), call.caller.container)) {
        const QString createdAt = timeText(call.generation, project.createdAt);
        projects.append(describedProject(project, createdAt));
    }
    return success({{u"projects"_s, projects}});
}

bool ConfidentAi::nameTaken(const QString &name, const QString &except) const
{
    const auto organizations = state().containers(id(), {});
    for (const ContainerRecord &project : state().containers(id(), organizations.first().id)) {
        if (project.name == name && project.id != except)
            return true;
    }
    return false;
}

Reply ConfidentAi::createProject(Call &call)
{
    const QJsonObject body = call.body();
    ContainerRecord project;
    if (const auto refused = parseName(body, project.name))
        return *refused;
    if (nameTaken(project.name, {}))
        return refusal(409, u"A project with this name already exists"_s);
    project.system = id();
    project.id = u"c"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    project.parent = call.caller.container;
    project.description = body.value("description"_L1).toString();
    project.createdAt = project.updatedAt = state().now();
    state().addContainer(project);
    const Minted minted =
        issueIn(project.id, u"project"_s, {u"project"_s, u"Default"_s, {}, {}, {}, {}, {}});
    QJsonObject key = keyObject(call.generation, minted.key);
    key.insert("value"_L1, minted.secret);
    call.container = project.id;
    call.event = {u"project.create"_s, project.id, minted.key.name};
    // Two records, so that the second generation has names for them too.
    const QString createdAt = timeText(call.generation, project.createdAt);
    return success({{u"project"_s, describedProject(project, createdAt)}, {u"apiKey"_s, key}},
                   call.generation == Generation::First ? 200 : 201);
}

Reply ConfidentAi::readProject(Call &call)
{
    const auto project = state().container(id(), call.container);
    const QString createdAt = timeText(call.generation, project->createdAt);
    return record(call, u"project"_s, describedProject(*project, createdAt));
}

Reply ConfidentAi::updateProject(Call &call)
{
    const QJsonObject body = call.body();
    auto project = state().container(id(), call.container);
    if (body.contains("name"_L1)) {
        QString name;
        if (const auto refused = parseName(body, name))
            return *refused;
        if (nameTaken(name, project->id))
            return refusal(409, u"A project with this name already exists"_s);
        project->name = name;
    }
    if (body.contains("description"_L1))
        project->description = body.value("description"_L1).toString();
    project->updatedAt = state().now();
    state().updateContainer(*project);
    call.event = {u"project.update"_s, project->id, {}};
    return readProject(call);
}

Reply ConfidentAi::deleteProject(Call &call)
{
    state().removeContainer(id(), call.container);
    call.event = {u"project.delete"_s, call.container, {}};
    return deleted(call, call.container);
}

Reply ConfidentAi::listPrompts(Call &)
{
    return success({{u"prompts"_s, QJsonArray()}});
}

} // namespace chatelaine::practice
