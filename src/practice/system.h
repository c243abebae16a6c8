// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/http.h"
#include "practice/records.h"
#include "practice/settings.h"

#include <optional>

namespace chatelaine::practice {

class State;
struct KeyFilter;

/** Whatever answers requests behind a listener. Called with the state's lock held. */
class Responder
{
public:
    virtual ~Responder() = default;
    virtual Reply handle(const Request &request) = 0;
    /** An error answer in the vendor's own envelope. */
    virtual Reply failure(int status) const = 0;
};

/** A key to be made as the vendor's dashboard makes it; an empty member takes the default. */
struct MintOrder
{
    QString kind;
    QString name;
    QString container;
    QString environment;
    QStringList scopes;
    std::optional<Millis> createdAt;
    std::optional<Millis> expiresAt;
};

struct Minted
{
    KeyRecord key;
    QString secret;
};

/** One of the four systems. */
class System : public Responder
{
public:
    System(QString id, State &state, QList<Setting> settings)
        : m_id(std::move(id))
        , m_state(state)
        , m_settings(std::move(settings))
    {}

    const QString &id() const { return m_id; }
    Settings &settings() { return m_settings; }
    const Settings &settings() const { return m_settings; }

    /** Nothing if the system has no such kind or container. */
    virtual std::optional<Minted> mint(const MintOrder &order) = 0;
    /** A new secret in this system's form for a key that exists. */
    Minted reissue(KeyRecord key);

protected:
    struct Form
    {
        QString secret;
        QString hint;
    };
    virtual Form newSecret(const KeyRecord &key) const = 0;
    /** Completes system, secret, creation time, stores the key and gives both. */
    Minted issue(KeyRecord key);

    State &state() const { return m_state; }

private:
    QString m_id;
    State &m_state;
    Settings m_settings;
};

/** One operation of a system's API: `S` is the system, `Call` what its handlers are given. */
template<typename S, typename Call>
struct Route
{
    QByteArrayView method;
    QStringView pattern;
    Reply (S::*handler)(Call &call);
};

template<typename S, typename Call>
struct RouteMatch
{
    const Route<S, Call> *route = nullptr; ///< null if the path has no such method, or is unknown
    QStringList captured;
    QList<QByteArray> allowed; ///< the methods of the path; empty if the path is unknown
};

template<typename S, typename Call, std::size_t N>
RouteMatch<S, Call> findRoute(const Route<S, Call> (&routes)[N], const Request &request)
{
    RouteMatch<S, Call> match;
    for (const Route<S, Call> &route : routes) {
        const auto captured = matchPath(route.pattern, request.path);
        if (!captured)
            continue;
        match.allowed.append(route.method.toByteArray());
        if (route.method == request.method) {
            match.route = &route;
            match.captured = *captured;
        }
    }
    return match;
}

} // namespace chatelaine::practice
