// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"

namespace chatelaine {

/** A webhook as a vendor's API describes it: never its signing secret. Every text is untrusted. */
struct WebhookRecord
{
    ContainerPath container; ///< empty: of the account
    QString id;              ///< the vendor's
    QString title;           ///< what its maker calls it; may be empty
    QString url;             ///< where it sends; a part that is a secret is already cut out
    QStringList events;      ///< in the vendor's own words
    enum class State {
        Active,
        Paused,
        Disabled,
        Unknown
    } state = State::Unknown; ///< Disabled: by
                              ///< the vendor
    std::optional<Timestamp> createdAt;
    bool operator==(const WebhookRecord &) const = default;
};

QString webhookStateName(WebhookRecord::State state); ///< "active", "paused", "disabled", "unknown"
std::optional<WebhookRecord::State> webhookStateFromName(QStringView name);

/** One attempt to deliver an event. */
struct WebhookDelivery
{
    QString id; ///< the vendor's
    QString event;
    QString status; ///< in the vendor's own words
    std::optional<Timestamp> at;
    QString detail; ///< e.g. the receiver's status code
    bool operator==(const WebhookDelivery &) const = default;
};

} // namespace chatelaine
