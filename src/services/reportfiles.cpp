// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportfiles.h"

namespace chatelaine {

bool ReportFiles::takeEntry(ReportedChain &chain, const JournalLine &line)
{
    const bool isOwn = &chain == &chains.front();
    if (const auto heads = packHeadsOf(line); isOwn && !heads.isEmpty())
        previous = heads;
    JournalSelection ofAccounts;
    ofAccounts.accounts = report->facts().scope.accounts;
    const bool isKept = ofAccounts.has(line);
    chain.sealer.take(line, isKept);
    if (chain.journal && isKept && !chain.journal->write(line)) {
        problem = chain.journal->problem();
        return false;
    }
    return !cancelled && report->takeEntry(line);
}

bool ReportFiles::takeKey(const KeyRow &key)
{
    return !cancelled && report->takeKey(key);
}

QList<Checkpoint> ReportFiles::heads()
{
    QList<Checkpoint> all;
    for (ReportedChain &chain : chains)
        all.append(chain.sealer.checkpoint());
    return all;
}

QStringList ReportFiles::brokenJournals() const
{
    QStringList sentences;
    for (const ReportedChain &chain : chains) {
        if (const QString broken = chain.sealer.problem(); !broken.isEmpty())
            sentences.append(broken);
    }
    return sentences;
}

Outcome<Done> ReportFiles::finish()
{
    if (cancelled || !report->end(heads(), brokenJournals()))
        return whyStopped();
    if (!pack)
        return Done();
    for (ReportedChain &chain : chains) {
        const auto before = previous.constFind(chain.installation);
        const auto last =
            before == previous.cend() ? std::nullopt : std::optional<PackHead>(*before);
        if (!chain.journal->finish(chain.sealer, last)) {
            problem = chain.journal->problem();
            return whyStopped();
        }
    }
    return pack->finish(report->header(), by, chains.front().journal->sealed());
}

Error ReportFiles::whyStopped() const
{
    if (cancelled)
        return JournalExporter::cancelled();
    return JournalExporter::cannotWrite(name, problem.isEmpty() ? report->problem() : problem);
}

} // namespace chatelaine
