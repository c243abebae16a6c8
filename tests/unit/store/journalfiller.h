// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"
#include "store/failure.h"
#include "store/journal.h"

namespace chatelaine {

/** Appends many entries in one transaction, as another process would; one each takes a flush to the
 * disk. */
inline void fillJournal(const QString &file, const QString &installation, int entries,
                        Timestamp now)
{
    Database database(file, Database::Access::ReadWrite);
    Transaction transaction(database, Transaction::Kind::Write);
    const JournalAuthor author{QStringLiteral("alex"), QStringLiteral("desk"),
                               QStringLiteral("chatelaine")};
    Writing writing(database, now, installation, author);
    JournalEvent event;
    event.kind = QStringLiteral("key.create");
    event.outcome = QStringLiteral("succeeded");
    for (int i = 0; i < entries; ++i) {
        event.object = QStringLiteral("key %1").arg(i);
        appendJournal(writing, event);
    }
    transaction.commit();
}

} // namespace chatelaine
