// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"

namespace chatelaine {

/** One write transaction, as the functions that write see it. */
class Writing
{
public:
    Writing(Database &database, Timestamp now, const QString &installation,
            const JournalAuthor &author);

    Database &db;
    const Timestamp now;
    const QString &installation;
    const JournalAuthor &author;
    ChangeSet changes;

    /** The revision of the inventory that this transaction makes; taken when first asked for. */
    qint64 revision();

private:
    qint64 m_revision = 0;
};

} // namespace chatelaine
