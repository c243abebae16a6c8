// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/inorder.h"
#include "core/team.h"
#include "store/journalchain.h"
#include "store/writing.h"

namespace chatelaine {

/** Appends an entry to this installation's chain (docs/journal-format.md); before it one that says
 * so, when the clock was set back since the last. */
JournalLine appendJournal(Writing &writing, const JournalEvent &event);

/** Of the filter's chain. */
QList<JournalLine> readJournal(Database &db, const JournalFilter &filter);
/** As readJournal(), but ends also where a buffer is full; empty when there are no more. */
JournalStretch readJournalStretch(Database &db, const JournalFilter &filter);
qint64 journalLength(Database &db);

/** This installation's chain and those of the others that are here, with their heads. */
QList<InstallationChain> readInstallationChains(Database &db);
/** The SHA-256 of a line, 32 bytes. */
QByteArray journalDigest(const QByteArray &line);

/** A JournalWalk, step by step. */
class JournalWalking
{
public:
    explicit JournalWalking(const JournalWalk &walk);

    /** False when there is nothing left, or nothing more is wanted. Throws Failure. */
    bool step(Database &db);
    qint64 lines() const { return m_lines; }

private:
    bool nextInstallation();

    std::function<bool(JournalStretch)> m_each;
    JournalFilter m_next;
    bool m_everyInstallation;
    QStringList m_left; ///< the installations after this one
    qint64 m_lines = 0;
};

/** Walks a chain from its first entry, a stretch at a time. */
class JournalVerification
{
public:
    /** Of an installation's chain; the filter's name for it is empty for the own one. */
    explicit JournalVerification(const QString &installation, const QString &filtered = {});
    /** Reads the next entries, which are checked while others are read; true when the walk is over.
     */
    bool step(Database &db);
    const JournalVerdict &verdict() const { return m_chain.verdict(); }

private:
    const QString m_installation;
    JournalFilter m_next;
    JournalChain m_chain;
    InOrder<ChainPart> m_parts;
};

} // namespace chatelaine
