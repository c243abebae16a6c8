// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"
#include "providers/mapping.h"
#include "providers/webhookcalls.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype longestUrl = 500;

} // namespace

QString harmlessUrl(const QString &url, bool isSecret)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return url.isEmpty() ? QString() : u"…"_s;
    QString shown = parsed.scheme() + u"://"_s + parsed.host();
    if (parsed.port() != -1)
        shown += u':' + QString::number(parsed.port());
    if (isSecret)
        return shown + u"/…"_s;
    shown += parsed.path();
    return displaySafe(parsed.hasQuery() ? shown + u"?…"_s : shown, longestUrl);
}

std::optional<WebhookRecord> mapWebhook(const WebhookMapping &mapping, const QJsonValue &row,
                                        Timestamp now)
{
    WebhookRecord record;
    record.id = sourceId(mapping.id, row);
    if (record.id.isEmpty())
        return std::nullopt;
    record.title = sourceText(mapping.title, row);
    const bool isSecret = mapping.urlIsSecret && holds(*mapping.urlIsSecret, row, now);
    record.url = harmlessUrl(sourceText(mapping.url, row), isSecret);
    record.events = sourceTexts(mapping.events, row);
    record.createdAt = sourceTime(mapping.createdAt, row);
    for (const WebhookStateRule &rule : mapping.states) {
        if (!rule.condition || holds(*rule.condition, row, now)) {
            record.state = rule.state;
            break;
        }
    }
    return record;
}

} // namespace chatelaine
