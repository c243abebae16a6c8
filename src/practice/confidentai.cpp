// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/confidentai.h"

#include "practice/state.h"
#include "practice/tokens.h"

#include <QDateTime>
#include <QJsonDocument>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

const Route<ConfidentAi, ConfidentAi::Call> ConfidentAi::routes[] = {
    {"GET", u"/organization", &ConfidentAi::readOrganization},
    {"PUT", u"/organization", &ConfidentAi::renameOrganization},
    {"GET", u"/organization/api-keys", &ConfidentAi::listKeys},
    {"POST", u"/organization/api-keys", &ConfidentAi::createKey},
    {"GET", u"/organization/api-keys/{}", &ConfidentAi::readKey},
    {"PUT", u"/organization/api-keys/{}", &ConfidentAi::updateKey},
    {"DELETE", u"/organization/api-keys/{}", &ConfidentAi::deleteKey},
    {"GET", u"/projects", &ConfidentAi::listProjects},
    {"POST", u"/projects", &ConfidentAi::createProject},
    {"GET", u"/projects/{}", &ConfidentAi::readProject},
    {"PUT", u"/projects/{}", &ConfidentAi::updateProject},
    {"DELETE", u"/projects/{}", &ConfidentAi::deleteProject},
    {"GET", u"/projects/{}/api-keys", &ConfidentAi::listKeys},
    {"POST", u"/projects/{}/api-keys", &ConfidentAi::createKey},
    {"GET", u"/projects/{}/api-keys/{}", &ConfidentAi::readKey},
    {"PUT", u"/projects/{}/api-keys/{}", &ConfidentAi::updateKey},
    {"DELETE", u"/projects/{}/api-keys/{}", &ConfidentAi::deleteKey},
    {"GET", u"/prompts", &ConfidentAi::listPrompts},
};

const Route<ConfidentAi, ConfidentAi::Call> ConfidentAi::secondGenerationRoutes[] = {
    {"POST", u"/organization/api-keys/{}/rotate", &ConfidentAi::rotateKey},
    {"POST", u"/projects/{}/api-keys/{}/rotate", &ConfidentAi::rotateKey},
    {"POST", u"/organization/audit-logs/exports", &ConfidentAi::startExport},
    {"GET", u"/organization/audit-logs/exports/{}", &ConfidentAi::readExport},
    {"GET", u"/organization/audit-logs/exports/{}/download", &ConfidentAi::downloadExport},
    {"POST", u"/projects/{}/audit-logs/exports", &ConfidentAi::startExport},
    {"GET", u"/projects/{}/audit-logs/exports/{}", &ConfidentAi::readExport},
    {"GET", u"/projects/{}/audit-logs/exports/{}/download", &ConfidentAi::downloadExport},
};

ConfidentAi::ConfidentAi(State &state)
    : System(u"confident-ai"_s, state,
             {
                 {"generations"_L1, u"both"_s, {u"both"_s, u"first"_s}},
                 {"region"_L1, u"us"_s, {u"us"_s, u"eu"_s, u"au"_s, u"none"_s}},
                 {"underscoreHeader"_L1, true},
                 {"errorsInside200"_L1, false},
                 {"deprecated"_L1, false},
                 {"keysPerContainer"_L1, 0},
                 {"exportSeconds"_L1, 1},
                 {"exportFails"_L1, false},
             })
{}

Reply ConfidentAi::success(const QJsonObject &data, int status)
{
    return jsonReply(status, {{u"success"_s, true}, {u"data"_s, data}});
}

Reply ConfidentAi::record(const Call &call, const QString &name, const QJsonObject &object,
                          int status)
{
    return success(call.generation == Generation::First ? QJsonObject{{name, object}} : object,
                   status);
}

Reply ConfidentAi::created(const Call &call, const QString &name, const QJsonObject &object)
{
    return record(call, name, object, call.generation == Generation::First ? 200 : 201);
}

Reply ConfidentAi::deleted(const Call &call, const QJsonValue &deletedId)
{
    QJsonObject data{{u"id"_s, deletedId}};
    if (call.generation == Generation::First)
        data.insert("deleted"_L1, true);
    return success(data);
}

Reply ConfidentAi::refusal(int status, const QString &why)
{
    return jsonReply(status, {{u"success"_s, false}, {u"error"_s, why}, {u"deprecated"_s, false}});
}

std::optional<Reply> ConfidentAi::parseName(const QJsonObject &body, QString &name)
{
    const QJsonValue value = body.value("name"_L1);
    name = value.toString().trimmed();
    if (!value.isString() || name.isEmpty())
        return refusal(400, u"name is required"_s);
    if (name.size() > 100)
        return refusal(422, u"name must be at most 100 characters"_s);
    return std::nullopt;
}

QString ConfidentAi::timeText(Generation generation, Millis time)
{
    if (generation == Generation::First)
        return isoTime(time);
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'+00:00'"_s);
}

QJsonValue ConfidentAi::timeText(Generation generation, const std::optional<Millis> &time)
{
    return time ? QJsonValue(timeText(generation, *time)) : QJsonValue();
}

Reply ConfidentAi::handle(const Request &request)
{
    Reply reply = dispatch(request);
    QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    if (settings().isOn("deprecated"_L1) && !body.isEmpty()) {
        body.insert("deprecated"_L1, true);
        body.insert("link"_L1, u"https://www.confident-ai.com/docs/api-reference"_s);
        reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    if (settings().isOn("errorsInside200"_L1) && reply.status >= 400)
        reply.status = 200;
    announceRotation(request, reply);
    return reply;
}

Reply ConfidentAi::dispatch(const Request &request)
{
    const bool second = request.path.startsWith("/v2/"_L1);
    if ((!second && !request.path.startsWith("/v1/"_L1)) ||
        (second && !settings().is("generations"_L1, "both"_L1)))
        return refusal(404, u"Not Found"_s);
    Request inner = request;
    inner.path = request.path.mid(3);
    auto match = findRoute(routes, inner);
    if (second && !match.route)
        match = findRoute(secondGenerationRoutes, inner);
    if (!match.route)
        return refusal(404, u"Not Found"_s);
    const Generation generation = second ? Generation::Second : Generation::First;
    Call call{inner, generation, {}, match.captured, {}, {}};
    if (const auto refused = authenticate(call))
        return *refused;
    if (const auto refused = locate(call))
        return *refused;
    const Reply reply = (this->*match.route->handler)(call);
    recordEvent(call, reply);
    return reply;
}

QByteArray ConfidentAi::presentedKey(const Request &request) const
{
    // Some clients send hyphens, because proxies drop header names with underscores.
    const QByteArray token =
        settings().isOn("underscoreHeader"_L1) ? request.header("CONFIDENT_API_KEY") : QByteArray();
    return token.isEmpty() ? request.header("CONFIDENT-API-KEY") : token;
}

std::optional<Reply> ConfidentAi::authenticate(Call &call) const
{
    const QByteArray token = presentedKey(call.request);
    if (token.isEmpty())
        return refusal(401, u"API key is required"_s);
    const auto key = state().keyBySecret(id(), token);
    const Millis now = state().now();
    if (!key || !key->enabled || key->expired(now))
        return failure(401);
    const bool outgoing = key->rotation && key->digest == digestOf(token);
    if (outgoing && key->rotation->at <= now)
        return failure(401);
    const bool management = call.request.path != "/prompts"_L1;
    if (management != (key->kind == "organization"_L1))
        return failure(401);
    if (key->kind == "global"_L1 && call.request.header("CONFIDENT_PROJECT_ID").isEmpty())
        return refusal(400, u"CONFIDENT_PROJECT_ID is required"_s);
    state().touchKey(key->row);
    call.caller = *key;
    return std::nullopt;
}

std::optional<Reply> ConfidentAi::locate(Call &call) const
{
    call.container = call.caller.container;
    if (!call.request.path.startsWith("/projects/"_L1))
        return std::nullopt;
    const auto project = state().container(id(), call.captured.value(0));
    if (!project || project->parent != call.caller.container)
        return refusal(404, u"Project not found"_s);
    call.container = project->id;
    return std::nullopt;
}

void ConfidentAi::announceRotation(const Request &request, Reply &reply) const
{
    const QByteArray token = presentedKey(request);
    const auto key = state().keyBySecret(id(), token);
    if (!key || !key->rotation || key->digest != digestOf(token) ||
        key->rotation->at <= state().now())
        return;
    reply.with("Sunset", httpDate(key->rotation->at))
        .with("X-Api-Key-Warning", "This API key value is being rotated and stops working at " +
                                       isoTime(key->rotation->at).toLatin1());
}

Reply ConfidentAi::failure(int status) const
{
    switch (status) {
    case 401:
        return refusal(status, u"Invalid API key"_s);
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
    const QString scope = key.kind == "organization"_L1 ? u"org"_s
                          : key.kind == "global"_L1     ? u"global"_s
                                                        : u"proj"_s;
    const QString region = settings().text("region"_L1);
    const QByteArray random = randomText(Alphabet::UrlSafe, 32).toLatin1().toBase64();
    const QString secret = u"confident_"_s + (region == "none"_L1 ? QString() : region + u'_') +
                           scope + u'_' + QString::fromLatin1(random);
    return {secret, secret.right(6)};
}

std::optional<Minted> ConfidentAi::mint(const MintOrder &order)
{
    const auto organizations = state().containers(id(), {});
    if (organizations.isEmpty())
        return std::nullopt;
    const QString organization = organizations.first().id;
    if (order.kind.isEmpty() || order.kind == "organization"_L1 || order.kind == "global"_L1) {
        const QString kind = order.kind.isEmpty() ? u"organization"_s : order.kind;
        return issueIn(organization, kind, order);
    }
    const auto projects = state().containers(id(), organization);
    if (order.kind != "project"_L1 || projects.isEmpty())
        return std::nullopt;
    const QString project = order.container.isEmpty() ? projects.last().id : order.container;
    if (!state().container(id(), project))
        return std::nullopt;
    return issueIn(project, u"project"_s, order);
}

} // namespace chatelaine::practice
