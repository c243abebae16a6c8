// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString otherMembers = u"tempo.members"_s;
const QString invitations = u"tempo.invitations"_s;

} // namespace

QList<QJsonObject> Tempo::membersOf(const Call &call) const
{
    const auto user = state().document(u"tempo.users"_s, {}, call.caller.createdBy);
    QList<QJsonObject> members{{{u"userId"_s, call.caller.createdBy},
                                {u"role"_s, call.organization.role},
                                {u"email"_s, user->content.value("email"_L1)},
                                {u"createdAt"_s, isoTime(call.organization.createdAt)}}};
    for (const DocumentRecord &other : state().documents(otherMembers, call.organization.id))
        members.append(other.content);
    const auto joined = [](const QJsonObject &member) {
        return member.value("createdAt"_L1).toString();
    };
    std::sort(members.begin(), members.end(),
              [&](const QJsonObject &left, const QJsonObject &right) {
                  return joined(left) < joined(right);
              });
    return members;
}

std::optional<QJsonObject> Tempo::memberOf(const Call &call, bool &lastOwner) const
{
    std::optional<QJsonObject> found;
    int otherOwners = 0;
    for (const QJsonObject &member : membersOf(call)) {
        if (member.value("userId"_L1) == call.captured[1])
            found = member;
        else if (member.value("role"_L1) == "owner"_L1)
            ++otherOwners;
    }
    lastOwner = otherOwners == 0;
    return found;
}

bool Tempo::isOneself(const Call &call)
{
    return call.captured.value(1) == call.caller.createdBy;
}

std::optional<Reply> Tempo::parseRole(const QJsonObject &body, QString &role) const
{
    role = body.value("role"_L1).toString();
    if (role == "member"_L1 || role == "admin"_L1 || role == "owner"_L1)
        return std::nullopt;
    return bodyInvalid({u"role"_s},
                       u"Invalid option: expected one of \"owner\"|\"admin\"|\"member\""_s);
}

Reply Tempo::listMembers(Call &call)
{
    if (const auto refused = checkQuery(call.request, {}))
        return *refused;
    QJsonArray data;
    for (const QJsonObject &member : membersOf(call))
        data.append(member);
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::changeMember(Call &call)
{
    bool lastOwner = false;
    auto member = memberOf(call, lastOwner);
    if (!member)
        return error(404, u"member_not_found"_s, u"Member not found"_s);
    QJsonObject body;
    QString role;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseRole(body, role))
        return *refused;
    if (lastOwner && role != "owner"_L1)
        return error(409, u"last_owner"_s, u"An organization needs an owner"_s);
    member->insert("role"_L1, role);
    call.organization.role = role;
    if (isOneself(call))
        state().updateContainer(call.organization);
    else
        state().updateDocument(otherMembers, call.organization.id, {call.captured[1], *member});
    return jsonReply(200, *member);
}

Reply Tempo::removeMember(Call &call)
{
    bool lastOwner = false;
    if (!memberOf(call, lastOwner))
        return error(404, u"member_not_found"_s, u"Member not found"_s);
    if (lastOwner)
        return error(409, u"last_owner"_s, u"An organization needs an owner"_s);
    call.organization.role.clear(); // from now on it is not found, with everything in it
    if (isOneself(call))
        state().updateContainer(call.organization);
    else
        state().removeDocument(otherMembers, call.organization.id, call.captured[1]);
    return jsonReply(200, {{u"userId"_s, call.captured[1]}});
}

Reply Tempo::listInvitations(Call &call)
{
    if (const auto refused = checkQuery(call.request, {}))
        return *refused;
    QJsonArray data;
    for (const DocumentRecord &invitation : state().documents(invitations, call.organization.id))
        data.append(invitation.content);
    return jsonReply(200, {{u"data"_s, data}});
}

Reply Tempo::invite(Call &call)
{
    QJsonObject body;
    QString role;
    if (const auto refused = parseBody(call.request, body))
        return *refused;
    if (const auto refused = parseRole(body, role))
        return *refused;
    const QString email = body.value("email"_L1).toString();
    if (!email.contains(u'@'))
        return bodyInvalid({u"email"_s}, u"Invalid email address"_s);
    const Millis now = state().now();
    const QString invitation = u"inv_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    const QJsonObject content{{u"id"_s, invitation},
                              {u"email"_s, email},
                              {u"role"_s, role},
                              {u"createdAt"_s, isoTime(now)},
                              {u"expiresAt"_s, isoTime(now + 7 * dayMs)}};
    state().addDocument(invitations, call.organization.id, {invitation, content});
    return jsonReply(200, content);
}

Reply Tempo::withdrawInvitation(Call &call)
{
    if (!state().removeDocument(invitations, call.organization.id, call.captured[1]))
        return error(404, u"invitation_not_found"_s, u"Invitation not found"_s);
    return jsonReply(200, {{u"id"_s, call.captured[1]}});
}

} // namespace chatelaine::practice
