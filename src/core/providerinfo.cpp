// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/providerinfo.h"

#include "core/enumnames.h"

#include <algorithm>

namespace chatelaine {

namespace {

constexpr std::array keyVerbNames = {
    std::pair{KeyVerb::Create, QLatin1StringView("create")},
    std::pair{KeyVerb::Enable, QLatin1StringView("enable")},
    std::pair{KeyVerb::Disable, QLatin1StringView("disable")},
    std::pair{KeyVerb::Revoke, QLatin1StringView("revoke")},
    std::pair{KeyVerb::Delete, QLatin1StringView("delete")},
    std::pair{KeyVerb::Rotate, QLatin1StringView("rotate")},
    std::pair{KeyVerb::Update, QLatin1StringView("update")},
};

constexpr std::array containerVerbNames = {
    std::pair{ContainerVerb::Create, QLatin1StringView("create")},
    std::pair{ContainerVerb::Rename, QLatin1StringView("rename")},
    std::pair{ContainerVerb::Delete, QLatin1StringView("delete")},
};

constexpr std::array webhookVerbNames = {
    std::pair{WebhookVerb::Create, QLatin1StringView("create")},
    std::pair{WebhookVerb::Pause, QLatin1StringView("pause")},
    std::pair{WebhookVerb::Resume, QLatin1StringView("resume")},
    std::pair{WebhookVerb::Delete, QLatin1StringView("delete")},
    std::pair{WebhookVerb::Ping, QLatin1StringView("ping")},
    std::pair{WebhookVerb::Retry, QLatin1StringView("retry")},
};

/** The states in which a verb makes sense where the definition names none. */
bool isUsual(KeyVerb verb, KeyState state)
{
    const bool alive = state == KeyState::Active || state == KeyState::Rotating;
    switch (verb) {
    case KeyVerb::Enable:
        return state == KeyState::Disabled;
    case KeyVerb::Disable:
        return alive || state == KeyState::Unknown;
    case KeyVerb::Rotate:
        return alive || state == KeyState::Expired;
    case KeyVerb::Update:
        return alive || state == KeyState::Disabled || state == KeyState::Unknown;
    case KeyVerb::Revoke:
        return state != KeyState::Revoked && state != KeyState::Deleted;
    case KeyVerb::Delete:
        return state != KeyState::Deleted;
    case KeyVerb::Create:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool VerbInfo::isFor(KeyState state) const
{
    return states.isEmpty() ? isUsual(verb, state) : states.contains(keyStateName(state));
}

QString keyVerbName(KeyVerb verb)
{
    return nameIn(keyVerbNames, verb);
}

std::optional<KeyVerb> keyVerbFromName(QStringView name)
{
    return valueIn(keyVerbNames, name);
}

QString containerVerbName(ContainerVerb verb)
{
    return nameIn(containerVerbNames, verb);
}

std::optional<ContainerVerb> containerVerbFromName(QStringView name)
{
    return valueIn(containerVerbNames, name);
}

QString webhookVerbName(WebhookVerb verb)
{
    return nameIn(webhookVerbNames, verb);
}

std::optional<WebhookVerb> webhookVerbFromName(QStringView name)
{
    return valueIn(webhookVerbNames, name);
}

QStringList AdminRights::grantedBy(const QStringList &given) const
{
    QStringList granted;
    for (const QString &scope : given) {
        const auto means = [&scope](const QString &pattern) {
            if (pattern.size() > 1 && pattern.endsWith(u'*'))
                return scope.startsWith(QStringView(pattern).chopped(1));
            return scope == pattern;
        };
        if (std::any_of(scopes.cbegin(), scopes.cend(), means))
            granted.append(scope);
    }
    return granted;
}

} // namespace chatelaine
