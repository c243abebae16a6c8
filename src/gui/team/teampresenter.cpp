// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/team/teampresenter.h"

#include "core/async.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "services/services.h"
#include "services/teamservice.h"

namespace chatelaine {

TeamPort TeamPort::of(Services &services, const Clock &clock)
{
    TeamService &team = services.team;
    TeamPort port;
    port.address = [&team] {
        return team.address();
    };
    port.state = [&team] {
        return team.state();
    };
    port.chains = [&team] {
        return team.chains();
    };
    port.check = [&team](const TeamAddress &where, const SharedSecret &password) {
        return team.check(where, password);
    };
    port.join = [&team](const TeamAddress &where, const SharedSecret &password) {
        return team.join(where, password);
    };
    port.sync = [&team] {
        return team.sync();
    };
    port.leave = [&team] {
        return team.leave();
    };
    port.now = [&clock] {
        return clock.now();
    };
    return port;
}

QString teamStateText(const TeamState &state)
{
    QString text;
    if (state.offlineSince)
        text = TeamPresenter::tr("Team: offline since %1").arg(shortTime(*state.offlineSince));
    else if (!state.problems.isEmpty())
        text = TeamPresenter::tr("Team: something does not fit");
    else if (state.waiting == 0 && state.waitingChanges == 0)
        text = TeamPresenter::tr("Team: everything is copied");
    else if (state.readOnly)
        text = TeamPresenter::tr("Team: you may only read");
    else
        text = TeamPresenter::tr("Team: copying");
    if (state.waiting > 0 && !state.readOnly)
        text += QStringLiteral(" · ") +
                TeamPresenter::tr("%n entries not yet copied", "", int(state.waiting));
    return text;
}

Notice teamStateNotice(const TeamState &state)
{
    const bool isWaiting = state.waiting > 0 || state.waitingChanges > 0;
    const QString waiting =
        TeamPresenter::tr("Not yet copied: %1 journal entries and %2 changes of the inventory.")
            .arg(state.waiting)
            .arg(state.waitingChanges);
    const QString kept =
        TeamPresenter::tr("What you do is kept here and copied when the database answers.");
    if (state.offlineSince)
        return {Severity::Warning,
                TeamPresenter::tr("Offline since %1. %2")
                    .arg(shortTime(*state.offlineSince), displaySafe(state.message, 1000)),
                isWaiting ? waiting + u' ' + kept : kept};
    if (!state.problems.isEmpty())
        return {Severity::Error, displaySafe(state.problems.join(u' '), 1000),
                TeamPresenter::tr("Look into it before you rely on what the team has.")};
    if (state.readOnly)
        return {Severity::Information,
                TeamPresenter::tr("You see what the others do. The database lets you only read."),
                TeamPresenter::tr("What you do here stays here.")};
    if (isWaiting)
        return {Severity::Information, waiting, {}};
    return {Severity::Good, TeamPresenter::tr("Everything is copied."), {}};
}

TeamPresenter::TeamPresenter(TeamPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

TeamPresenter::~TeamPresenter() = default;

void TeamPresenter::setAddress(const QString &text)
{
    m_text = text.trimmed();
    m_notice = {};
    emit changed();
}

void TeamPresenter::setCaFile(const QString &path)
{
    m_caFile = path.trimmed();
    m_notice = {};
    emit changed();
}

void TeamPresenter::setPassword(SharedSecret password)
{
    m_password = std::move(password);
}

std::optional<TeamAddress> TeamPresenter::wanted() const
{
    auto address = TeamAddress::parse(m_text);
    if (!address)
        return std::nullopt;
    if (m_caFile.isEmpty())
        return *address;
    TeamAddress withFile = *address;
    withFile.caFile = m_caFile;
    // A path has its own rules there.
    const auto checked = TeamAddress::parse(withFile.toString());
    return checked ? std::optional(*checked) : std::nullopt;
}

QString TeamPresenter::addressProblem() const
{
    if (m_text.isEmpty())
        return {};
    const auto address = TeamAddress::parse(m_text);
    if (!address)
        return address.error().message + u' ' + address.error().next;
    return wanted() ? QString() : tr("The path of the certificate cannot be part of an address.");
}

void TeamPresenter::begin(const QString &what)
{
    m_busy = what;
    m_notice = {};
    emit changed();
}

void TeamPresenter::end(const Notice &notice)
{
    m_busy.clear();
    m_notice = notice;
    emit changed();
    refresh();
}

Notice TeamPresenter::roundNotice(const TeamRound &round) const
{
    if (!round.problems.isEmpty())
        return {Severity::Error, displaySafe(round.problems.join(u' '), 1000),
                tr("Look into it before you rely on what the team has.")};
    return {Severity::Good,
            tr("Journal entries: %1 sent, %2 received. Rows of inventory and usage: %3 sent, %4 "
               "received.")
                .arg(round.entriesSent)
                .arg(round.entriesReceived)
                .arg(round.rowsSent)
                .arg(round.rowsReceived),
            {}};
}

void TeamPresenter::check()
{
    const auto address = wanted();
    if (!address || isBusy())
        return;
    begin(tr("Asking the database…"));
    whenDone(m_port.check(*address, m_password), this, [this](const Outcome<TeamRound> &found) {
        if (!found)
            return end(Notice::of(found.error()));
        if (found->team.isEmpty())
            return end({Severity::Good, tr("The database answers, and is empty."),
                        tr("Joining makes the team's tables in it.")});
        end({Severity::Good,
             found->readOnly ? tr("The team is there. Its database lets you only read.")
                             : tr("The team is there, and you may write."),
             {}});
    });
}

void TeamPresenter::join()
{
    const auto address = wanted();
    if (!address || isBusy())
        return;
    begin(tr("Joining: everything is being copied…"));
    whenDone(m_port.join(*address, m_password), this, [this](const Outcome<TeamRound> &round) {
        if (!round)
            return end(Notice::of(round.error()));
        m_password.reset();
        emit joined();
        end(roundNotice(*round));
    });
}

void TeamPresenter::sync()
{
    if (isBusy())
        return;
    begin(tr("Copying, and comparing every entry…"));
    whenDone(m_port.sync(), this, [this](const Outcome<TeamRound> &round) {
        end(round ? roundNotice(*round) : Notice::of(round.error()));
    });
}

void TeamPresenter::leave()
{
    if (isBusy())
        return;
    begin(tr("Leaving…"));
    whenDone(m_port.leave(), this, [this](const Outcome<TeamRound> &round) {
        end(round ? Notice{Severity::Good, tr("You left the team."),
                           tr("What was copied stays here and there.")}
                  : Notice::of(round.error()));
    });
}

QString TeamPresenter::addressText() const
{
    const auto address = m_port.address();
    return address ? displaySafe(address->toString(), 400) : QString();
}

QString TeamPresenter::lastContactText() const
{
    if (!m_state || !m_state->lastContact)
        return tr("never");
    return relativeTime(*m_state->lastContact, m_port.now());
}

Notice TeamPresenter::notice() const
{
    if (isBusy())
        return {Severity::Information, m_busy, {}};
    if (!m_notice.isEmpty())
        return m_notice;
    return isJoined() && m_state ? teamStateNotice(*m_state) : Notice();
}

void TeamPresenter::refresh()
{
    if (!isJoined()) {
        m_state.reset();
        m_chains.clear();
        emit changed();
        return;
    }
    whenDone(m_port.state(), this, [this](const Outcome<TeamState> &state) {
        m_state = state ? std::optional(*state) : std::nullopt;
        whenDone(m_port.chains(), this, [this](const Outcome<QList<InstallationChain>> &chains) {
            m_chains = chains ? *chains : QList<InstallationChain>();
            emit changed();
        });
    });
}

} // namespace chatelaine
