// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/writing.h"

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

Writing::Writing(Database &database, Timestamp time, const QString &installationId,
                 const JournalAuthor &journalAuthor)
    : db(database)
    , now(time)
    , installation(installationId)
    , author(journalAuthor)
{}

qint64 Writing::revision()
{
    if (m_revision == 0) {
        db.run(u"UPDATE installation SET revision = revision + 1"_s);
        m_revision = db.number(u"SELECT revision FROM installation"_s).value_or(1);
    }
    return m_revision;
}

} // namespace chatelaine
