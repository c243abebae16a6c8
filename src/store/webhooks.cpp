// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/webhooks.h"

#include "store/accounts.h"
#include "store/encoding.h"
#include "store/failure.h"

#include <QSet>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

QString selectWebhooks(const QString &condition)
{
    return u"SELECT w.uid, a.id, w.container, w.id, w.title, w.url, w.events, w.state, "
           u"w.created_at,"
           " w.made_by, w.kept, w.first_seen, w.last_seen, w.gone_at"
           " FROM webhooks w JOIN accounts a ON a.no = w.account"
           " WHERE %1 ORDER BY w.gone_at IS NOT NULL, a.name, w.container_key, w.url, w.no"_s.arg(
               condition);
}

QList<WebhookRow> readHooks(Rows rows)
{
    QList<WebhookRow> webhooks;
    while (rows.next()) {
        WebhookRow webhook;
        webhook.uid = WebhookUid(rows.text());
        webhook.account = AccountId(rows.text());
        webhook.record.container = decodePath(rows.text());
        webhook.record.id = rows.text();
        webhook.record.title = rows.text();
        webhook.record.url = rows.text();
        webhook.record.events = splitLines(rows.text());
        webhook.record.state =
            webhookStateFromName(rows.text()).value_or(WebhookRecord::State::Unknown);
        webhook.record.createdAt = rows.maybeTime();
        webhook.madeBy = OperationId(rows.text());
        webhook.kept = rows.flag();
        webhook.firstSeenAt = rows.maybeTime();
        webhook.lastSeenAt = rows.maybeTime();
        webhook.goneAt = rows.maybeTime();
        webhooks.append(webhook);
    }
    return webhooks;
}

QList<WebhookRow> readHooksIn(Database &db, qint64 account, const ContainerPath &container)
{
    return readHooks(db.select(selectWebhooks(u"w.account = ? AND w.container_key = ?"_s),
                               {account, containerKey(container)}));
}

std::optional<WebhookRow> existingHook(Database &db, const WebhookRow &webhook)
{
    QList<WebhookRow> found;
    if (!webhook.uid.isEmpty())
        found = readHooks(db.select(selectWebhooks(u"w.uid = ?"_s), {webhook.uid}));
    if (found.isEmpty())
        found =
            readHooks(db.select(selectWebhooks(u"a.id = ? AND w.container_key = ? AND w.id = ?"_s),
                                {webhook.account, containerKey(webhook.record.container),
                                 storedId(webhook.record.id)}));
    if (found.isEmpty())
        return std::nullopt;
    return found.first();
}

void writeHook(Writing &writing, const WebhookRow &webhook)
{
    const WebhookRecord &record = webhook.record;
    QStringList events;
    for (const QString &event : record.events)
        events.append(storedText(event));
    writing.db.run(
        u"INSERT INTO webhooks (uid, account, container_key, container, id, title, url, events, "
        u"state,"
        " created_at, made_by, kept, first_seen, last_seen, gone_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET container = excluded.container, id = excluded.id,"
        " title = excluded.title, url = excluded.url, events = excluded.events, state = "
        "excluded.state,"
        " created_at = excluded.created_at, made_by = excluded.made_by, kept = excluded.kept,"
        " first_seen = excluded.first_seen, last_seen = excluded.last_seen,"
        " gone_at = excluded.gone_at"_s,
        {webhook.uid, accountNumber(writing.db, webhook.account), containerKey(record.container),
         encodePath(record.container), storedId(record.id), storedText(record.title),
         storedText(record.url), joinedLines(events), webhookStateName(record.state),
         record.createdAt, webhook.madeBy, webhook.kept, webhook.firstSeenAt, webhook.lastSeenAt,
         webhook.goneAt});
    writing.changes.webhooks = true;
}

} // namespace

QList<WebhookRow> readWebhooks(Database &db, const AccountId &account)
{
    return readHooks(db.select(selectWebhooks(u"(? = '' OR a.id = ?)"_s), {account, account}));
}

WebhookRow readWebhook(Database &db, const WebhookUid &uid)
{
    const QList<WebhookRow> found = readHooks(db.select(selectWebhooks(u"w.uid = ?"_s), {uid}));
    if (found.isEmpty())
        throw Failure{StorageErrors::noSuchWebhook()};
    return found.first();
}

WebhookRow putWebhook(Writing &writing, const WebhookRow &webhook)
{
    WebhookRow row = webhook;
    if (const auto before = existingHook(writing.db, webhook)) {
        row.uid = before->uid;
        row.firstSeenAt = before->firstSeenAt;
        if (row.madeBy.isEmpty())
            row.madeBy = before->madeBy;
    }
    if (row.uid.isEmpty())
        row.uid = WebhookUid(newUuid());
    if (!row.firstSeenAt)
        row.firstSeenAt = writing.now;
    writeHook(writing, row);
    return readWebhook(writing.db, row.uid);
}

void applyWebhooks(Writing &writing, const WebhookListing &listing)
{
    const qint64 account = accountNumber(writing.db, listing.account);
    QHash<QString, WebhookRow> before;
    for (const WebhookRow &row : readHooksIn(writing.db, account, listing.container))
        before.insert(row.record.id, row);
    QSet<QString> seen;
    for (const WebhookRecord &record : listing.webhooks.items) {
        const QString id = storedId(record.id);
        if (seen.contains(id))
            continue;
        seen.insert(id);
        WebhookRow row = before.value(id);
        row.account = listing.account;
        row.record = record;
        row.record.container = listing.container;
        row.lastSeenAt = writing.now;
        row.goneAt.reset();
        if (row.uid.isEmpty()) {
            row.uid = WebhookUid(newUuid());
            row.firstSeenAt = writing.now;
        }
        writeHook(writing, row);
    }
    if (!listing.webhooks.complete())
        return;
    for (WebhookRow &row : before) {
        if (row.goneAt || seen.contains(row.record.id))
            continue;
        row.goneAt = writing.now;
        writeHook(writing, row);
    }
}

} // namespace chatelaine
