// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bulkjobs.h"

#include "cli/bulktexts.h"
#include "cli/confirmation.h"
#include "cli/table.h"
#include "core/redaction.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

bool needsNothingMore(const BulkRun &run)
{
    const qint64 fine = run.counts.value(BulkState::Succeeded) +
                        run.counts.value(BulkState::Skipped) + run.counts.value(BulkState::Settled);
    return run.endedAt && run.counts.value(BulkState::Succeeded) > 0 && countOf(run.counts) == fine;
}

Error noneMeant()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = BulkChangeJob::tr("None of these values is the secret of one certain key.");
    error.next = BulkChangeJob::tr("With --likely, a key that alone begins and ends like a value "
                                   "is taken too. Nothing was sent.");
    return error;
}

} // namespace

void BulkRunningJob::follow()
{
    connect(&services().bulk, &BulkService::itemChanged, this,
            [this](const BulkRunId &, qsizetype, const BulkItem &item) { tell(item); });
    connect(&services().bulk, &BulkService::stopped, this,
            [this](const BulkRunId &run, const QString &why) { report(run, why); });
}

void BulkRunningJob::tell(const BulkItem &item)
{
    if (item.state == BulkState::Running || output().json())
        return;
    QString line = u"%1  %2  %3"_s.arg(++m_told).arg(
        bulkStateName(item.state), displaySafe(item.name.isEmpty() ? item.mask : item.name));
    if (!item.message.isEmpty())
        line += ": "_L1 + displaySafe(item.message);
    output().note(line);
}

void BulkRunningJob::report(const BulkRunId &run, const QString &why)
{
    then(services().bulk.runs(false), [this, run, why](const QList<BulkRun> &runs) {
        const auto found = std::find_if(runs.cbegin(), runs.cend(),
                                        [&run](const BulkRun &row) { return row.id == run; });
        then(services().bulk.items(run),
             [this, why, row = found == runs.cend() ? BulkRun() : *found](
                 const QList<BulkItem> &items) { show(row, items, why); });
    });
}

void BulkRunningJob::show(const BulkRun &run, const QList<BulkItem> &items, const QString &why)
{
    Table table({tr("NAME"), tr("ACCOUNT"), tr("STATE"), tr("WHY")});
    QJsonArray rows;
    const auto ofId = [this](const AccountId &id) {
        return accountOf(id);
    };
    for (const BulkItem &item : items) {
        if (output().json())
            rows.append(bulkItemDocument(item, ofId));
        else
            table.add({item.name.isEmpty() ? item.mask : item.name, accountOf(item.account).name,
                       bulkStateName(item.state), item.message});
    }
    QJsonObject document = bulkDocument(run);
    document.insert("items"_L1, rows);
    if (!why.isEmpty())
        document.insert("why"_L1, why);
    output().result(output().json() ? QString() : table.toString(), document);
    if (!run.endedAt) {
        if (!why.isEmpty())
            output().note(why);
        output().note(tr("%n key(s) still wait. Go on: chatelainectl bulk resume %1", nullptr,
                         static_cast<int>(run.counts.value(BulkState::Waiting)))
                          .arg(run.id.toString()));
    }
    finish(needsNothingMore(run) ? done : notDone);
}

void BulkChangeJob::start()
{
    if (!m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    if (m_order.leaked)
        return readLeaked();
    if (!m_order.filter)
        return find(m_order.keys, {});
    withQuery(*m_order.filter, [this](const KeyQuery &query, const QList<AccountRow> &) {
        plan({query, {}});
    });
}

void BulkChangeJob::find(QStringList rest, QList<KeyUid> found)
{
    if (rest.isEmpty())
        return plan({std::nullopt, found});
    const QString next = rest.takeFirst();
    then(services().keys.find(next),
         [this, rest, found](const KeyRow &key) { find(rest, found + QList{key.uid}); });
}

void BulkChangeJob::readLeaked()
{
    then(terminal().readSecretLines(tr("Leaked value")), [this](const QList<SharedSecret> &values) {
        then(services().leaks.find(values), [this](const LeakReport &leaks) { matched(leaks); });
    });
}

void BulkChangeJob::matched(const LeakReport &leaks)
{
    if (!output().json())
        output().note(
            shownLeaks(leaks, [this](const AccountId &id) { return accountOf(id); }).trimmed());
    if (!leaks.note.isEmpty())
        output().note(leaks.note);
    const QList<KeyUid> keys = keysMeant(leaks, m_order.likely);
    if (keys.isEmpty())
        return fail(noneMeant());
    plan({std::nullopt, keys});
}

void BulkChangeJob::plan(const BulkTargets &targets)
{
    then(services().bulk.plan(m_order.verb, targets), [this](const BulkPlan &plan) { ask(plan); });
}

void BulkChangeJob::ask(const BulkPlan &plan)
{
    if (const QString untouched = untouchedKeys(plan); !untouched.isEmpty())
        output().note(untouched);
    if (m_order.yes || plan.waiting() == 0)
        return begin(plan);
    then(terminal().ask(bulkQuestion(plan)), [this, plan](const QString &answer) {
        if (isBulkConfirmed(plan, answer))
            return begin(plan);
        fail(notConfirmed());
    });
}

void BulkChangeJob::begin(const BulkPlan &plan)
{
    follow();
    then(services().bulk.start(plan), [](const BulkRunId &) {});
}

void BulkListJob::start()
{
    then(services().bulk.runs(false), [this](const QList<BulkRun> &runs) {
        Table table({tr("STARTED"), tr("VERB"), tr("KEYS"), tr("STATE"), tr("ID")});
        QJsonArray items;
        for (const BulkRun &run : runs) {
            const QString state = run.endedAt       ? tr("ended")
                                  : run.isBeingDone ? tr("under way")
                                                    : tr("to be gone on with");
            table.add({shownTime(run.startedAt), keyVerbName(run.verb), shownCounts(run.counts),
                       state, run.id.toString()});
            items.append(bulkDocument(run));
        }
        output().list(table.toString(), items, {});
        finish(done);
    });
}

void BulkRunJob::start()
{
    const BulkRunId run(m_order.id);
    switch (m_order.step) {
    case BulkRunCommand::Step::Show:
        return report(run);
    case BulkRunCommand::Step::Drop:
        return then(services().bulk.drop(run), [this, run](const Done &) { report(run); });
    case BulkRunCommand::Step::Resume:
        if (m_order.yes)
            return resume();
        if (!terminal().canAsk())
            return refuse(confirmationMissing());
        return then(terminal().ask(tr("Go on with it?") + u'\n' + yesWanted()),
                    [this](const QString &answer) {
                        if (isYes(answer))
                            return resume();
                        fail(notConfirmed());
                    });
    }
}

void BulkRunJob::resume()
{
    follow();
    then(services().bulk.resume(BulkRunId(m_order.id)), [](const Done &) {});
}

void KeysIdentifyJob::start()
{
    then(terminal().readSecretLines(tr("Value")), [this](const QList<SharedSecret> &values) {
        then(services().leaks.find(values), [this](const LeakReport &leaks) { report(leaks); });
    });
}

void KeysIdentifyJob::report(const LeakReport &leaks)
{
    const auto ofId = [this](const AccountId &id) {
        return accountOf(id);
    };
    QJsonArray items;
    bool allKnown = true;
    for (const LeakMatch &match : leaks.matches) {
        items.append(leakDocument(match, ofId));
        allKnown = allKnown && match.certainty != LeakMatch::Certainty::Unknown;
    }
    ListState state;
    state.complete = leaks.note.isEmpty();
    if (!state.complete)
        state.reasons.append(leaks.note);
    output().list(shownLeaks(leaks, ofId), items, state);
    for (const LeakMatch &match : leaks.matches) {
        if (!output().json())
            output().note(displaySafe(match.shown) + ": "_L1 + match.sentence);
    }
    finish(allKnown ? done : notDone);
}

} // namespace chatelaine::cli
