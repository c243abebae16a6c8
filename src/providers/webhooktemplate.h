// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/webhook.h"
#include "providers/definition.h"

namespace chatelaine {

struct WebhookStateRule
{
    std::optional<Condition> condition;
    WebhookRecord::State state = WebhookRecord::State::Unknown;
};

struct WebhookMapping
{
    Source id;
    Source title;
    Source url;
    std::optional<Condition> urlIsSecret; ///< then only the server's name in it is shown
    QList<JsonPointer> secrets;           ///< parts that are cut out before anything is read
    Source events;
    QList<WebhookStateRule> states;
    Source createdAt;
};

struct WebhookVerbTemplate
{
    WebhookVerbInfo info; ///< its fields: those of `fields`
    RequestTemplate request;
    QList<FieldTemplate> fields;
    std::optional<JsonPointer> secret; ///< of a Create
    std::optional<JsonPointer> record; ///< where the answer shows the webhook
    std::optional<Condition> arrived;  ///< of a Ping or a Retry: the receiver took it
    Source detail;                     ///< and what it said
};

struct DeliveriesTemplate
{
    ListTemplate list;
    Source id;
    Source event;
    Source status;
    Source at;
    Source detail;
};

struct WebhookTemplate
{
    WebhookInfo info;
    std::optional<ListTemplate> list;
    WebhookMapping record;
    QList<WebhookVerbTemplate> verbs;
    std::optional<DeliveriesTemplate> deliveries;

    const WebhookVerbTemplate *verb(WebhookVerb wanted) const
    {
        for (const WebhookVerbTemplate &candidate : verbs) {
            if (candidate.info.verb == wanted)
                return &candidate;
        }
        return nullptr;
    }
};

struct ExportStateRule
{
    std::optional<Condition> condition;
    enum class State { Running, Ready, Failed } state = State::Running;
};

/** One level at which the vendor exports its audit log. */
struct AuditExportLevel
{
    QString level;
    RequestTemplate start;
    RequestTemplate state;
    RequestTemplate download;
};

struct AuditExportTemplate
{
    VendorAuditInfo info;
    QList<AuditExportLevel> levels;
    Source id;
    Source rows;
    Source message;
    QList<ExportStateRule> states;
};

} // namespace chatelaine
