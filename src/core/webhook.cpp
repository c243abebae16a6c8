// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/webhook.h"

#include "core/enumnames.h"

namespace chatelaine {

namespace {

constexpr std::array webhookStateNames = {
    std::pair{WebhookRecord::State::Active, QLatin1StringView("active")},
    std::pair{WebhookRecord::State::Paused, QLatin1StringView("paused")},
    std::pair{WebhookRecord::State::Disabled, QLatin1StringView("disabled")},
    std::pair{WebhookRecord::State::Unknown, QLatin1StringView("unknown")},
};

} // namespace

QString webhookStateName(WebhookRecord::State state)
{
    return nameIn(webhookStateNames, state);
}

std::optional<WebhookRecord::State> webhookStateFromName(QStringView name)
{
    return valueIn(webhookStateNames, name);
}

} // namespace chatelaine
