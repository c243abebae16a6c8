// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hash256.h"
#include "store/journalreader.h"
#include "store/journalstretch.h"
#include "store/rows.h"

namespace chatelaine {

/** What stands as the hash of the line before the first one: 64 zeros. */
QByteArray noPreviousHash();

/** Consecutive lines that were held against each other; what is before them is not known yet. */
struct ChainPart
{
    /** The chain's installation; any thread. */
    static ChainPart of(const JournalStretch &lines, const QString &installation);

    qint64 first = 0;    ///< number of the first line
    QByteArray previous; ///< what that says of the line before, in hexadecimal
    qint64 good = 0;     ///< lines that follow each other
    Hash256 head{};      ///< of the last of these
    QString problem;     ///< of the line behind them; empty when all are good
};

/** Follows a chain of entries from its first one (docs/journal-format.md). Not thread-safe. */
class JournalChain
{
public:
    explicit JournalChain(const QString &installation);
    /** From behind these entries on, which were found good before. */
    JournalChain(const QString &installation, qint64 entries, const QByteArray &head);

    /** Takes the next line. False when it cannot be the next one; none is taken after that. */
    bool take(const JournalLine &line);
    bool take(const ChainPart &part); ///< the next lines, with at least one
    const JournalVerdict &verdict() const { return m_verdict; }

private:
    void findBad(const QString &problem);

    const QString m_installation;
    QByteArray m_previous; ///< SHA-256 of the line before, in hexadecimal
    JournalVerdict m_verdict;
};

} // namespace chatelaine
