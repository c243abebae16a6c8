// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/confidentai.h"

#include "practice/state.h"
#include "practice/tokens.h"

#include <QJsonArray>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString organizationKind = u"organization"_s;
const QString projectKind = u"project"_s;
const QString globalKind = u"global"_s;

Reply success(const QJsonObject &data)
{
    return jsonReply(200, {{u"success"_s, true}, {u"data"_s, data}});
}

Reply refusal(int status, const QString &why)
{
    return jsonReply(status, {{u"success"_s, false}, {u"error"_s, why}, {u"deprecated"_s, false}});
}

Reply invalidKey()
{
    return refusal(401, u"Invalid API key"_s);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject projectObject(const ContainerRecord &project)
{
    return {{u"id"_s, project.id},
            {u"name"_s, project.name},
            {u"description"_s, orNull(project.description)},
            {u"created_at"_s, isoTime(project.createdAt)}};
}

/** A usable name in `body`, or the refusal. */
std::optional<Reply> checkName(const QJsonObject &body, QString &name)
{
    const QJsonValue value = body.value("name"_L1);
    name = value.toString().trimmed();
    if (!value.isString() || name.isEmpty())
        return refusal(400, u"name is required"_s);
    if (name.size() > 100)
        return refusal(422, u"name must be at most 100 characters"_s);
    return std::nullopt;
}

} // namespace

const Route<ConfidentAi, ConfidentAi::Call> ConfidentAi::routes[] = {
    {"GET", u"/v1/organization", &ConfidentAi::readOrganization},
    {"PUT", u"/v1/organization", &ConfidentAi::renameOrganization},
    {"GET", u"/v1/organization/api-keys", &ConfidentAi::listKeys},
    {"POST", u"/v1/organization/api-keys", &ConfidentAi::createKey},
    {"GET", u"/v1/organization/api-keys/{}", &ConfidentAi::readKey},
    {"PUT", u"/v1/organization/api-keys/{}", &ConfidentAi::updateKey},
    {"DELETE", u"/v1/organization/api-keys/{}", &ConfidentAi::deleteKey},
    {"GET", u"/v1/projects", &ConfidentAi::listProjects},
    {"POST", u"/v1/projects", &ConfidentAi::createProject},
    {"GET", u"/v1/projects/{}", &ConfidentAi::readProject},
    {"PUT", u"/v1/projects/{}", &ConfidentAi::updateProject},
    {"DELETE", u"/v1/projects/{}", &ConfidentAi::deleteProject},
    {"GET", u"/v1/projects/{}/api-keys", &ConfidentAi::listKeys},
    {"POST", u"/v1/projects/{}/api-keys", &ConfidentAi::createKey},
    {"GET", u"/v1/projects/{}/api-keys/{}", &ConfidentAi::readKey},
    {"PUT", u"/v1/projects/{}/api-keys/{}", &ConfidentAi::updateKey},
    {"DELETE", u"/v1/projects/{}/api-keys/{}", &ConfidentAi::deleteKey},
    {"GET", u"/v1/prompts", &ConfidentAi::listPrompts},
};

ConfidentAi::ConfidentAi(State &state)
    : System(u"confident-ai"_s, state)
{}

Reply ConfidentAi::handle(const Request &request)
{
    const auto match = findRoute(routes, request);
    if (!match.route)
        return refusal(404, u"Not Found"_s);
    Call call{request, {}, match.captured, {}};
    if (const auto refused = authenticate(call))
        return *refused;
    call.container = call.caller.container;
    if (request.path.startsWith("/v1/projects/"_L1)) {
        const auto project = state().container(id(), call.captured.value(0));
        if (!project || project->parent != call.caller.container)
            return refusal(404, u"Project not found"_s);
        call.container = project->id;
    }
    return (this->*match.route->handler)(call);
}

std::optional<Reply> ConfidentAi::authenticate(Call &call) const
{
    // Some clients send hyphens, because proxies drop header names with underscores.
    QByteArray token = call.request.header("CONFIDENT_API_KEY");
    if (token.isEmpty())
        token = call.request.header("CONFIDENT-API-KEY");
    if (token.isEmpty())
        return refusal(401, u"API key is required"_s);
    const auto key = state().keyBySecret(id(), token);
    if (!key || !key->enabled)
        return invalidKey();
    const bool management = !call.request.path.startsWith("/v1/prompts"_L1);
    if (management != (key->kind == organizationKind))
        return invalidKey();
    if (key->kind == globalKind && call.request.header("CONFIDENT_PROJECT_ID").isEmpty())
        return refusal(400, u"CONFIDENT_PROJECT_ID is required"_s);
    state().touchKey(key->row);
    call.caller = *key;
    return std::nullopt;
}

Reply ConfidentAi::failure(int status) const
{
    switch (status) {
    case 401:
        return invalidKey();
    case 403:
        return refusal(status, u"Forbidden"_s);
    case 404:
        return refusal(status, u"Not Found"_s);
    case 503:
        return refusal(status, u"Service is under maintenance"_s);
    default:
        return refusal(status, u"Internal server error"_s);
    }
}

System::Form ConfidentAi::newSecret(const KeyRecord &key) const
{
    const QString segment = key.kind == organizationKind ? u"org"_s
                            : key.kind == globalKind     ? globalKind
                                                         : u"proj"_s;
    const QByteArray random = randomText(Alphabet::UrlSafe, 32).toLatin1().toBase64();
    const QString secret = u"confident_us_%1_%2"_s.arg(segment, QString::fromLatin1(random));
    return {secret, secret.right(6)};
}

QJsonObject ConfidentAi::keyObject(const KeyRecord &key) const
{
    return {{u"id"_s, key.id.toLongLong()},
            {u"name"_s, orNull(key.name)},
            {u"valid"_s, key.enabled},
            {u"value"_s, QString(15, u'*') + key.hint},
            {u"created_at"_s, isoTime(key.createdAt)},
            {u"lastUsed"_s, key.lastUsedAt ? QJsonValue(isoTime(*key.lastUsedAt)) : QJsonValue()}};
}

Minted ConfidentAi::issueIn(const QString &container, const QString &kind, const MintOrder &order)
{
    KeyRecord key;
    key.container = container;
    key.kind = kind;
    key.id = QString::number(state().increment(u"confident-ai.keys."_s + container));
    key.name = order.name;
    key.createdAt = order.createdAt.value_or(0);
    return issue(key);
}

std::optional<Minted> ConfidentAi::mint(const MintOrder &order)
{
    const auto organizations = state().containers(id(), {});
    if (organizations.isEmpty())
        return std::nullopt;
    const QString organization = organizations.first().id;
    if (order.kind.isEmpty() || order.kind == organizationKind || order.kind == globalKind) {
        const QString kind = order.kind.isEmpty() ? organizationKind : order.kind;
        return issueIn(organization, kind, order);
    }
    const auto projects = state().containers(id(), organization);
    if (order.kind != projectKind || projects.isEmpty())
        return std::nullopt;
    const QString project = order.container.isEmpty() ? projects.last().id : order.container;
    if (!state().container(id(), project))
        return std::nullopt;
    return issueIn(project, projectKind, order);
}

Reply ConfidentAi::readOrganization(Call &call)
{
    const auto organization = state().container(id(), call.caller.container);
    const QJsonObject object{{u"id"_s, organization->id},
                             {u"name"_s, organization->name},
                             {u"plan"_s, u"TEAM"_s},
                             {u"created_at"_s, isoTime(organization->createdAt)}};
    return success({{u"organization"_s, object}});
}

Reply ConfidentAi::renameOrganization(Call &call)
{
    QString name;
    if (const auto refused = checkName(call.request.json().value_or(QJsonObject()), name))
        return *refused;
    auto organization = state().container(id(), call.caller.container);
    organization->name = name;
    organization->updatedAt = state().now();
    state().updateContainer(*organization);
    return readOrganization(call);
}

std::optional<KeyRecord> ConfidentAi::keyOf(const Call &call) const
{
    KeyFilter filter{id(), call.container};
    filter.kind = call.container == call.caller.container ? organizationKind : projectKind;
    return state().keyById(filter, call.captured.last());
}

Reply ConfidentAi::listKeys(Call &call)
{
    KeyFilter filter{id(), call.container};
    filter.kind = call.container == call.caller.container ? organizationKind : projectKind;
    QJsonArray keys;
    for (const KeyRecord &key : state().keys(filter))
        keys.append(keyObject(key));
    return success({{u"apiKeys"_s, keys}});
}

Reply ConfidentAi::createKey(Call &call)
{
    QString name;
    if (const auto refused = checkName(call.request.json().value_or(QJsonObject()), name))
        return *refused;
    const QString kind = call.container == call.caller.container ? organizationKind : projectKind;
    const Minted minted = issueIn(call.container, kind, {kind, name, {}, {}, {}, {}, {}});
    QJsonObject object = keyObject(minted.key);
    object.insert("value"_L1, minted.secret);
    return success({{u"apiKey"_s, object}});
}

Reply ConfidentAi::readKey(Call &call)
{
    const auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    return success({{u"apiKey"_s, keyObject(*key)}});
}

Reply ConfidentAi::updateKey(Call &call)
{
    auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    const QJsonValue valid = call.request.json().value_or(QJsonObject()).value("valid"_L1);
    if (!valid.isBool())
        return refusal(422, u"valid must be a boolean"_s);
    key->enabled = valid.toBool();
    state().updateKey(*key);
    return success({{u"apiKey"_s, keyObject(*key)}});
}

Reply ConfidentAi::deleteKey(Call &call)
{
    const auto key = keyOf(call);
    if (!key)
        return refusal(404, u"API key not found"_s);
    state().removeKey(key->row);
    return success({{u"id"_s, key->id.toLongLong()}, {u"deleted"_s, true}});
}

Reply ConfidentAi::listProjects(Call &call)
{
    QJsonArray projects;
    for (const ContainerRecord &project : state().containers(id(), call.caller.container))
        projects.append(projectObject(project));
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
    const QJsonObject body = call.request.json().value_or(QJsonObject());
    QString name;
    if (const auto refused = checkName(body, name))
        return *refused;
    if (nameTaken(name, {}))
        return refusal(409, u"A project with this name already exists"_s);
    ContainerRecord project;
    project.system = id();
    project.id = u"c"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    project.parent = call.caller.container;
    project.name = name;
    project.description = body.value("description"_L1).toString();
    project.createdAt = state().now();
    project.updatedAt = project.createdAt;
    state().addContainer(project);
    const Minted minted =
        issueIn(project.id, projectKind, {projectKind, u"Default"_s, {}, {}, {}, {}, {}});
    QJsonObject key = keyObject(minted.key);
    key.insert("value"_L1, minted.secret);
    return success({{u"project"_s, projectObject(project)}, {u"apiKey"_s, key}});
}

Reply ConfidentAi::readProject(Call &call)
{
    return success({{u"project"_s, projectObject(*state().container(id(), call.container))}});
}

Reply ConfidentAi::updateProject(Call &call)
{
    const QJsonObject body = call.request.json().value_or(QJsonObject());
    auto project = state().container(id(), call.container);
    if (body.contains("name"_L1)) {
        QString name;
        if (const auto refused = checkName(body, name))
            return *refused;
        if (nameTaken(name, project->id))
            return refusal(409, u"A project with this name already exists"_s);
        project->name = name;
    }
    if (body.contains("description"_L1))
        project->description = body.value("description"_L1).toString();
    project->updatedAt = state().now();
    state().updateContainer(*project);
    return success({{u"project"_s, projectObject(*project)}});
}

Reply ConfidentAi::deleteProject(Call &call)
{
    state().removeContainer(id(), call.container);
    return success({{u"id"_s, call.container}, {u"deleted"_s, true}});
}

Reply ConfidentAi::listPrompts(Call &)
{
    return success({{u"prompts"_s, QJsonArray()}});
}

} // namespace chatelaine::practice
