// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/writing.h"

namespace chatelaine {

/** An empty account: of all. Those that are gone come last. */
QList<WebhookRow> readWebhooks(Database &db, const AccountId &account);
WebhookRow readWebhook(Database &db, const WebhookUid &uid);
/** By uid, else by account, container and id. */
WebhookRow putWebhook(Writing &writing, const WebhookRow &webhook);
/** Keeps what was listed; what a complete listing misses is gone. */
void applyWebhooks(Writing &writing, const WebhookListing &listing);

} // namespace chatelaine
