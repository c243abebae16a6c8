// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/webhooks/webhooktexts.h"

#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct WebhookWords
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::WebhookTexts)
};

} // namespace

QString webhookStateText(WebhookRecord::State state)
{
    switch (state) {
    case WebhookRecord::State::Active:
        return WebhookWords::tr("Active");
    case WebhookRecord::State::Paused:
        return WebhookWords::tr("Paused");
    case WebhookRecord::State::Disabled:
        return WebhookWords::tr("Disabled by the vendor");
    case WebhookRecord::State::Unknown:
        break;
    }
    return WebhookWords::tr("Unknown");
}

QString webhookVerbText(WebhookVerb verb)
{
    switch (verb) {
    case WebhookVerb::Create:
        return WebhookWords::tr("New webhook…");
    case WebhookVerb::Pause:
        return WebhookWords::tr("Pause");
    case WebhookVerb::Resume:
        return WebhookWords::tr("Resume");
    case WebhookVerb::Delete:
        return WebhookWords::tr("Delete…");
    case WebhookVerb::Ping:
        return WebhookWords::tr("Send a test event");
    case WebhookVerb::Retry:
        break;
    }
    return WebhookWords::tr("Deliver again");
}

Confirmation webhookDeletion(const WebhookRecord &webhook, const WebhookVerbInfo &verb)
{
    Confirmation question;
    const QString url = displaySafe(webhook.url, 120);
    question.title = WebhookWords::tr("Delete webhook");
    question.text = WebhookWords::tr("Delete the webhook to %1?").arg(url);
    question.consequence = verb.consequence.isEmpty()
                               ? WebhookWords::tr("No event is sent there any more.")
                               : verb.consequence;
    question.action = WebhookWords::tr("Delete webhook");
    question.destructive = true;
    return question;
}

} // namespace chatelaine
