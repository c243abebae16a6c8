// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/containerending.h"

#include "store/accounts.h"
#include "store/containers.h"
#include "store/journal.h"
#include "store/keys.h"
#include "store/operations.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

void endWebhooks(Writing &writing, qint64 account, const QString &container)
{
    const qint64 ended =
        writing.db.run(u"UPDATE webhooks SET gone_at = ?"
                       " WHERE account = ? AND container_key = ? AND gone_at IS NULL"_s,
                       {writing.now, account, container});
    if (ended > 0)
        writing.changes.webhooks = true;
}

} // namespace

void putContainer(Writing &writing, const AccountId &account, const ContainerPath &path)
{
    AccountContainers(writing, accountNumber(writing.db, account)).rename(path);
}

QList<KeyRow> endContainer(Writing &writing, const OperationRow &operation,
                           const JournalEvent &event, const ContainerEnding &ending,
                           const std::function<JournalEvent(const KeyRow &)> &eventOfKey)
{
    endOperation(writing, operation, event);
    const qint64 account = accountNumber(writing.db, ending.account);
    AccountContainers containers(writing, account);
    QList<KeyRow> ended;
    for (const StoredContainer &gone : containers.unlistFrom(containerKey(ending.container))) {
        endWebhooks(writing, account, gone.key);
        if (!ending.takesKeys)
            continue;
        for (StoredKey &key : readKeysOfContainer(writing.db, gone.no)) {
            const KeyState state = key.row.record.state;
            if (key.row.manual || key.row.vanishedAt || state == KeyState::Deleted)
                continue;
            key.row.endedAt = writing.now;
            // A revoked key was dead before; it only is listed no longer.
            if (state == KeyState::Revoked)
                key.row.vanishedAt = writing.now;
            else
                key.row.record.state = KeyState::Deleted;
            writeKey(writing, key);
            appendJournal(writing, eventOfKey(key.row));
            ended.append(key.row);
        }
    }
    return ended;
}

} // namespace chatelaine
