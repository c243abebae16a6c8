// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList environments{u"production"_s, u"sandbox"_s};

int rankOf(QStringView role)
{
    return role == "owner"_L1 ? 2 : role == "admin"_L1 ? 1 : 0;
}

QStringView neededRole(QByteArrayView method, QStringView pattern)
{
    if (pattern.contains(u"/invitations"))
        return u"admin";
    if (method == "GET")
        return u"member";
    return pattern.contains(u"/projects") ? u"admin" : u"owner";
}

} // namespace

const Route<Tempo, Tempo::Call> Tempo::managementRoutes[] = {
    {"GET", u"/v1/me", &Tempo::readMe},
    {"GET", u"/v1/orgs", &Tempo::listOrganizations},
    {"POST", u"/v1/orgs", &Tempo::createOrganization},
    {"GET", u"/v1/orgs/{org_}", &Tempo::readOrganization},
    {"PATCH", u"/v1/orgs/{org_}", &Tempo::renameOrganization},
    {"DELETE", u"/v1/orgs/{org_}", &Tempo::deleteOrganization},
    {"GET", u"/v1/orgs/{org_}/members", &Tempo::listMembers},
    {"PATCH", u"/v1/orgs/{org_}/members/{usr_}", &Tempo::changeMember},
    {"DELETE", u"/v1/orgs/{org_}/members/{usr_}", &Tempo::removeMember},
    {"GET", u"/v1/orgs/{org_}/invitations", &Tempo::listInvitations},
    {"POST", u"/v1/orgs/{org_}/invitations", &Tempo::invite},
    {"DELETE", u"/v1/orgs/{org_}/invitations/{inv_}", &Tempo::withdrawInvitation},
    {"GET", u"/v1/orgs/{org_}/billing", &Tempo::readBilling},
    {"PATCH", u"/v1/orgs/{org_}/billing", &Tempo::limitBilling},
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
    {"GET", u"/v1/orgs/{org_}/usage/sponsorships", &Tempo::readSponsorships},
};

Reply Tempo::manage(const Request &request)
{
    if (request.method == "POST" && request.path == "/v1/auth/siwe/challenge"_L1)
        return signInChallenge(request);
    if (request.method == "POST" && request.path == "/v1/auth/siwe"_L1)
        return signIn(request);
    if (request.method == "POST" && request.path == "/v1/auth/siwe/logout"_L1)
        return signOut(request);
    const auto match = findRoute(managementRoutes, request);
    const bool newer = request.method == "PATCH" && match.captured.size() == 3;
    if (!match.route || (newer && !hosted()))
        return failure(404);
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
    if (!organization || organization->role.isEmpty())
        return error(404, u"organization_not_found"_s, u"Organization not found"_s);
    call.organization = *organization;
    const bool leaving = route.handler == &Tempo::removeMember && isOneself(call);
    if (!leaving && rankOf(organization->role) < rankOf(neededRole(route.method, route.pattern)))
        return error(403, u"forbidden"_s, u"Your role does not permit this action"_s);
    if (call.captured.size() == 1 || !route.pattern.contains(u"/projects"))
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
        if (name != "key"_L1 && !known.contains(name))
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

Reply Tempo::readMe(Call &call)
{
    for (const DocumentRecord &user : state().documents(u"tempo.users"_s, {})) {
        if (user.id == call.caller.createdBy)
            return jsonReply(200, user.content);
    }
    return error(404, u"user_not_found"_s, u"User not found"_s);
}

Reply Tempo::readBilling(Call &call)
{
    if (const auto refused = checkQuery(call.request, {u"environment"_s}))
        return *refused;
    if (settings().is("billing"_L1, "unconfigured"_L1))
        return error(501, u"billing_unconfigured"_s, u"Billing is not configured"_s);
    const bool sandbox = call.request.parameter(u"environment") == u"sandbox"_s;
    const auto limits = state().document(u"tempo.billing"_s, {}, call.organization.id);
    QJsonObject billing = limits ? limits->content : QJsonObject();
    billing.insert("status"_L1, settings().text(sandbox ? "sandboxBilling"_L1 : "billing"_L1));
    billing.insert("updatedAt"_L1, isoTime(call.organization.updatedAt));
    if (!sandbox)
        billing.insert("spend"_L1, QJsonObject{{u"amount"_s, u"12.34"_s},
                                               {u"currency"_s, u"usd"_s},
                                               {u"period"_s, u"month"_s}});
    return jsonReply(200, billing);
}

Reply Tempo::limitBilling(Call &call)
{
    static const QRegularExpression amounts(u"^(?!0+(\\.0+)?$)\\d{1,9}(\\.\\d{1,2})?$"_s);
    QJsonObject body;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    const auto known = state().document(u"tempo.billing"_s, {}, call.organization.id);
    DocumentRecord limits = known.value_or(DocumentRecord{call.organization.id, {}});
    for (const QLatin1StringView name : {"spendLimit"_L1, "txFeeLimit"_L1}) {
        const QJsonValue value = body.value(name);
        if (value.isNull())
            limits.content.remove(name);
        if (value.isNull() || value.isUndefined())
            continue;
        const QString amount = value["amount"_L1].toString();
        if (!amounts.match(amount).hasMatch())
            return bodyInvalid({QString(name), u"amount"_s}, u"Invalid string"_s);
        QJsonObject limit{{u"amount"_s, amount}, {u"currency"_s, u"usd"_s}};
        if (name == "spendLimit"_L1)
            limit.insert("period"_L1, u"month"_s);
        limits.content.insert(name, limit);
    }
    if (!state().updateDocument(u"tempo.billing"_s, {}, limits))
        state().addDocument(u"tempo.billing"_s, {}, limits);
    return readBilling(call);
}

} // namespace chatelaine::practice
