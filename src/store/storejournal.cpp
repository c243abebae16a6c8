// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The journals of a store.

#include "store/journal.h"
#include "store/journalsearch.h"
#include "store/storeprivate.h"

namespace chatelaine {

namespace {

constexpr int linesOfAStretch = 5000;

} // namespace

FutureOutcome<JournalLine> Store::append(const JournalEvent &event)
{
    return d->write<JournalLine>(
        [event](Writing &writing) { return appendJournal(writing, event); });
}

FutureOutcome<QList<JournalLine>> Store::journal(const JournalFilter &filter)
{
    return d->read<QList<JournalLine>>([filter](Database &db) { return readJournal(db, filter); });
}

FutureOutcome<QList<JournalLine>> Store::searchJournals(const JournalQuery &query,
                                                        const std::optional<JournalPlace> &beyond,
                                                        Qt::SortOrder order, int limit)
{
    return d->read<QList<JournalLine>>([query, beyond, order, limit](Database &db) {
        return chatelaine::searchJournals(db, query, beyond, order, limit);
    });
}

FutureOutcome<JournalCount> Store::countJournals(const JournalQuery &query)
{
    return d->reader->runSteps<JournalCount>(
        [this, counting = JournalCounting(query)]() mutable -> std::optional<JournalCount> {
            if (!counting.step(*d->reader->database()))
                return std::nullopt;
            return counting.count();
        });
}

FutureOutcome<qint64> Store::journalLength()
{
    return d->read<qint64>(chatelaine::journalLength);
}

FutureOutcome<QList<InstallationChain>> Store::installationChains()
{
    return d->read<QList<InstallationChain>>(readInstallationChains);
}

FutureOutcome<JournalVerdict> Store::verifyJournal(const QString &installation)
{
    const bool own = installation.isEmpty() || installation == d->installation;
    auto walk = own ? std::make_shared<JournalVerification>(d->installation)
                    : std::make_shared<JournalVerification>(installation, installation);
    return d->reader->runSteps<JournalVerdict>([this, walk]() -> std::optional<JournalVerdict> {
        if (!walk->step(*d->reader->database()))
            return std::nullopt;
        return walk->verdict();
    });
}

FutureOutcome<qint64> Store::walkJournals(const JournalWalk &walk)
{
    return d->reader->runSteps<qint64>(
        [this, steps = JournalWalking(walk)]() mutable -> std::optional<qint64> {
            if (steps.step(*d->reader->database()))
                return std::nullopt;
            return steps.lines();
        },
        walk.end);
}

FutureOutcome<qint64> Store::eachJournalLine(const JournalFilter &filter,
                                             std::function<bool(const JournalLine &)> each)
{
    JournalFilter next = filter;
    next.limit = linesOfAStretch;
    return d->reader->runSteps<qint64>(
        [this, next, each = std::move(each), count = qint64(0)]() mutable -> std::optional<qint64> {
            const QList<JournalLine> lines = readJournal(*d->reader->database(), next);
            for (const JournalLine &line : lines) {
                if (!each(line))
                    return count;
                ++count;
                next.afterSequence = line.sequence;
            }
            if (lines.size() < next.limit)
                return count;
            return std::nullopt;
        });
}

} // namespace chatelaine
