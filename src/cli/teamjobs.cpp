// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/teamjobs.h"

#include "cli/table.h"
#include "core/redaction.h"
#include "services/teamservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject roundDocument(const TeamRound &round)
{
    return {{"team"_L1, round.team},
            {"entriesSent"_L1, round.entriesSent},
            {"entriesReceived"_L1, round.entriesReceived},
            {"rowsSent"_L1, round.rowsSent},
            {"rowsReceived"_L1, round.rowsReceived},
            {"readOnly"_L1, round.readOnly},
            {"problems"_L1, QJsonArray::fromStringList(round.problems)}};
}

struct TeamTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::TeamTexts)
};

QString problemsText(const QStringList &problems)
{
    QString text;
    for (const QString &problem : problems)
        text += TeamTexts::tr("PROBLEM: %1").arg(displaySafe(problem, 1000)) + u'\n';
    return text;
}

QString roundText(const TeamRound &round)
{
    QString text =
        TeamTexts::tr(
            "Journal entries: %1 sent, %2 received. Rows of inventory and usage: %3 sent, "
            "%4 received.")
            .arg(round.entriesSent)
            .arg(round.entriesReceived)
            .arg(round.rowsSent)
            .arg(round.rowsReceived) +
        u'\n';
    if (round.readOnly)
        text +=
            TeamTexts::tr("Your user there may only read: what is done here stays here.") + u'\n';
    return text + problemsText(round.problems);
}

QJsonObject chainDocument(const InstallationChain &chain)
{
    QJsonObject object{{"installation"_L1, chain.installation},
                       {"own"_L1, chain.isOwn},
                       {"user"_L1, chain.user},
                       {"host"_L1, chain.host},
                       {"entries"_L1, chain.entries}};
    if (!chain.head.isEmpty())
        object.insert("head"_L1, QString::fromLatin1(chain.head.toHex()));
    if (chain.lastContact)
        object.insert("lastContact"_L1, chain.lastContact->toIso());
    return object;
}

QJsonObject stateDocument(const TeamAddress &address, const TeamState &state,
                          const QList<InstallationChain> &chains)
{
    QJsonArray installations;
    for (const InstallationChain &chain : chains)
        installations.append(chainDocument(chain));
    QJsonObject object{{"address"_L1, address.toString()},
                       {"waitingEntries"_L1, state.waiting},
                       {"waitingChanges"_L1, state.waitingChanges},
                       {"readOnly"_L1, state.readOnly},
                       {"problems"_L1, QJsonArray::fromStringList(state.problems)},
                       {"installations"_L1, installations}};
    if (!state.team.isEmpty())
        object.insert("team"_L1, state.team);
    if (state.lastContact)
        object.insert("lastContact"_L1, state.lastContact->toIso());
    if (state.offlineSince)
        object.insert("offlineSince"_L1, state.offlineSince->toIso());
    if (!state.message.isEmpty())
        object.insert("message"_L1, state.message);
    return object;
}

} // namespace

void TeamJoinJob::start()
{
    if (!m_order.passwordFromInput)
        return join({});
    then(terminal().readSecrets({tr("Password for the team's database: ")}),
         [this](const QList<SharedSecret> &passwords) { join(passwords.constFirst()); });
}

void TeamJoinJob::join(const SharedSecret &password)
{
    then(services().team.join(m_order.address, password), [this](const TeamRound &round) {
        output().result(tr("Joined the team.") + u'\n' + roundText(round), roundDocument(round));
        finish(round.problems.isEmpty() ? done : notDone);
    });
}

void TeamStatusJob::start()
{
    then(services().team.state(), [this](const TeamState &state) {
        then(services().team.chains(),
             [this, state](const QList<InstallationChain> &chains) { report(state, chains); });
    });
}

void TeamStatusJob::report(const TeamState &state, const QList<InstallationChain> &chains)
{
    const TeamAddress address = services().team.address().value_or(TeamAddress());
    QString text = tr("Team: %1").arg(displaySafe(address.toString())) + u'\n';
    text += tr("Last contact: %1").arg(shownTime(state.lastContact)) + u'\n';
    if (state.offlineSince)
        text += tr("Offline since %1.").arg(shownTime(state.offlineSince)) + u'\n';
    text += tr("%n journal entries not yet copied.", "", int(state.waiting)) + u'\n';
    text +=
        tr("%n changes of the inventory not yet copied.", "", int(state.waitingChanges)) + u'\n';
    if (state.readOnly)
        text += tr("Your user there may only read: what is done here stays here.") + u'\n';
    if (!state.message.isEmpty())
        text += displaySafe(state.message, 2000) + u'\n';
    text += problemsText(state.problems);
    Table table({tr("WHO"), tr("ENTRIES"), tr("LAST CONTACT"), tr("INSTALLATION")});
    table.alignRight(1);
    for (const InstallationChain &chain : chains)
        table.add(
            {chain.isOwn ? tr("this installation") : chain.writer(), QString::number(chain.entries),
             shownTime(chain.isOwn ? state.lastContact : chain.lastContact), chain.installation});
    output().result(text + table.toString(), stateDocument(address, state, chains));
    finish(done);
}

void TeamSyncJob::start()
{
    then(services().team.sync(), [this](const TeamRound &round) {
        output().result(roundText(round), roundDocument(round));
        finish(round.problems.isEmpty() ? done : notDone);
    });
}

void TeamLeaveJob::start()
{
    then(services().team.state(), [this](const TeamState &before) {
        then(services().team.leave(), [this, before](const TeamRound &round) {
            output().result(tr("Left the team. What was copied stays here and there.") + u'\n',
                            {{"team"_L1, round.team}});
            if (before.waiting > 0 && before.offlineSince)
                output().note(tr("The team did not answer: some entries are only here. They are "
                                 "copied when you join again."));
            finish(done);
        });
    });
}

} // namespace chatelaine::cli
