// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

namespace chatelaine {

/** Follows a chain of entries from its first one (docs/journal-format.md). Not thread-safe. */
class JournalChain
{
public:
    explicit JournalChain(const QString &installation);
    /** From behind these entries on, which were found good before. */
    JournalChain(const QString &installation, qint64 entries, const QByteArray &head);

    /** Takes the next line. False when it cannot be the next one; none is taken after that. */
    bool take(const JournalLine &line);
    const JournalVerdict &verdict() const { return m_verdict; }

private:
    /** Why the line cannot be the next one; empty when it can. */
    QString problemOf(const JournalLine &line) const;

    QByteArray m_installation; ///< the member of that name, as each line must have it
    QByteArray m_previous;     ///< SHA-256 of the line before, in hexadecimal
    JournalVerdict m_verdict;
};

} // namespace chatelaine
