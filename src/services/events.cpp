// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/events.h"

#include "core/error.h"

namespace chatelaine {

JournalEvent accountEvent(const QString &kind, const QString &outcome, const AccountRow &account)
{
    JournalEvent event;
    event.kind = kind;
    event.outcome = outcome;
    event.account = account.id;
    event.accountName = account.name;
    event.provider = account.provider;
    return event;
}

JournalEvent keyEvent(const QString &kind, const QString &outcome, const AccountRow &account,
                      const KeyRow &key)
{
    JournalEvent event = accountEvent(kind, outcome, account);
    event.object = key.record.name;
    event.mask = key.record.mask;
    event.vendorId = key.record.id.toString();
    event.container = key.record.container;
    return event;
}

QString failureOutcome(const Error &error)
{
    return error.kind == ErrorKind::Cancelled ? QStringLiteral("cancelled")
                                              : QStringLiteral("failed");
}

void addError(JournalEvent &event, const Error &error)
{
    event.requestId = error.requestId;
    event.detail.insert(QStringLiteral("error"), errorKindName(error.kind));
    event.detail.insert(QStringLiteral("message"), error.message);
    if (error.httpStatus != 0)
        event.detail.insert(QStringLiteral("status"), error.httpStatus);
    if (!error.vendorMessage.isEmpty())
        event.detail.insert(QStringLiteral("vendor"), error.vendorMessage);
}

} // namespace chatelaine
