// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/webhook.h"
#include "gui/dialogs/confirmation.h"

namespace chatelaine {

QString webhookStateText(WebhookRecord::State state);
/** "Pause", "Resume", ...: for a button. */
QString webhookVerbText(WebhookVerb verb);
Confirmation webhookDeletion(const WebhookRecord &webhook, const WebhookVerbInfo &verb);

} // namespace chatelaine
