// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/teamservice.h"

#include "core/log.h"
#include "secrets/keychain.h"
#include "services/context.h"
#include "store/store.h"
#include "store/team/teamcopier.h"

#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString addressSetting = u"team/address"_s;
const QString idSetting = u"team/id"_s;
const QString passwordSetting = u"team/passwordInKeychain"_s;

constexpr auto soon = 1s;
constexpr auto regularly = 15s;
constexpr auto longestPause = 300s;

} // namespace

TeamService::TeamService(ServiceContext &context, TeamCopier &copier,
                         const std::optional<TeamAddress> &database, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_copier(copier)
    , m_settings(
          std::make_unique<QSettings>(context.profile + "/settings.ini"_L1, QSettings::IniFormat))
{
    if (database && database != address())
        m_database = database;
}

TeamService::~TeamService() = default;

std::optional<TeamAddress> TeamService::address() const
{
    if (m_database)
        return m_database;
    const QString text = m_settings->value(addressSetting).toString();
    if (text.isEmpty())
        return std::nullopt;
    const auto parsed = TeamAddress::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QString TeamService::teamId() const
{
    return m_database ? m_databaseId : m_settings->value(idSetting).toString();
}

FutureOutcome<TeamState> TeamService::state()
{
    if (!address())
        return readyOutcome<TeamState>(Error::of(ErrorKind::NotFound,
                                                 tr("This profile belongs to no team."),
                                                 tr("Join one: chatelainectl team join ADDRESS.")));
    return m_context.store.teamState(teamId());
}

FutureOutcome<QList<InstallationChain>> TeamService::chains()
{
    return m_context.store.installationChains();
}

FutureOutcome<QList<VerifiedChain>> TeamService::verifyOthers()
{
    Answer<QList<VerifiedChain>> answer;
    whenDone(chains(), this, [this, answer](const Outcome<QList<InstallationChain>> &chains) {
        if (!chains)
            return answer.give(chains.error());
        verifyNext(chains->sliced(1), {}, answer); // the first is the own one
    });
    return answer.future();
}

void TeamService::verifyNext(QList<InstallationChain> left, QList<VerifiedChain> verified,
                             const Answer<QList<VerifiedChain>> &answer)
{
    if (left.isEmpty())
        return answer.give(verified);
    const InstallationChain chain = left.takeFirst();
    whenDone(m_context.store.verifyJournal(chain.installation), this,
             [this, left, verified, chain, answer](const Outcome<JournalVerdict> &verdict) {
                 if (!verdict)
                     return answer.give(verdict.error());
                 verifyNext(left, verified + QList<VerifiedChain>{{chain, *verdict}}, answer);
             });
}

FutureOutcome<TeamRound> TeamService::join(const TeamAddress &wanted, SharedSecret password)
{
    if (const auto known = address())
        return readyOutcome<TeamRound>(
            Error::of(ErrorKind::Conflict,
                      tr("This profile belongs to the team at %1.").arg(known->toString()),
                      tr("Leave it first: chatelainectl team leave.")));
    Answer<TeamRound> answer;
    whenDone(round(wanted, {}, password, {true, false, true}), this,
             [this, wanted, password, answer](const Outcome<TeamRound> &first) {
                 if (!first)
                     return answer.give(first);
                 whenDone(keepPassword(password), this,
                          [this, wanted, password, answer, first](const Outcome<Done> &kept) {
                              if (!kept)
                                  return answer.give(kept.error());
                              remember(wanted, first->team, password != nullptr);
                              whenDone(record(u"team.join"_s, wanted), this,
                                       [this, answer, first](const Outcome<Done> &written) {
                                           emit changed();
                                           answer.give(written
                                                           ? first
                                                           : Outcome<TeamRound>(written.error()));
                                       });
                          });
             });
    return answer.future();
}

FutureOutcome<TeamRound> TeamService::check(const TeamAddress &wanted, SharedSecret password)
{
    Scope scope;
    scope.checks = true;
    return round(wanted, {}, password, scope);
}

FutureOutcome<Done> TeamService::keepPassword(const SharedSecret &password)
{
    if (!password)
        return readyOutcome<Done>(Done{});
    KeychainEntry entry;
    entry.user = keychainUser::team(m_context.store.installation());
    entry.purpose = KeychainEntry::Purpose::Team;
    entry.createdAt = m_context.clock.now();
    Answer<Done> answer;
    whenDone(m_context.store.putKeychainEntry(entry), this,
             [this, answer, entry, password](const Outcome<Done> &indexed) {
                 if (!indexed)
                     return answer.give(indexed);
                 whenDone(m_context.keychain.write(entry.user, password), this,
                          [answer](const Outcome<Done> &written) { answer.give(written); });
             });
    return answer.future();
}

void TeamService::remember(const TeamAddress &wanted, const QString &team, bool password)
{
    m_settings->setValue(addressSetting, wanted.toString());
    m_settings->setValue(idSetting, team);
    m_settings->setValue(passwordSetting, password);
    m_settings->sync();
}

/** An entry of the own journal, sent at once where that goes. */
FutureOutcome<Done> TeamService::record(const QString &kind, const TeamAddress &about)
{
    JournalEvent event;
    event.kind = kind;
    event.outcome = u"succeeded"_s;
    event.object = about.database;
    TeamAddress shared = about;
    shared.caFile.clear(); // a path of this machine
    event.detail.insert("address"_L1, shared.toString());
    Answer<Done> answer;
    whenDone(m_context.store.append(event), this, [this, answer](const Outcome<JournalLine> &line) {
        if (!line)
            return answer.give(line.error());
        whenDone(send(), this, [answer](const Outcome<TeamRound> &) {
            answer.give(Done{}); // it waits here where it was not sent
        });
    });
    return answer.future();
}

FutureOutcome<TeamRound> TeamService::leave()
{
    const auto known = address();
    if (!known || m_database)
        return readyOutcome<TeamRound>(
            Error::of(ErrorKind::NotFound, tr("This profile belongs to no team.")));
    Answer<TeamRound> answer;
    whenDone(record(u"team.leave"_s, *known), this, [this, answer](const Outcome<Done> &written) {
        if (!written)
            return answer.give(written.error());
        const bool password = m_settings->value(passwordSetting).toBool();
        TeamRound round;
        round.team = teamId();
        for (const QString &name : {addressSetting, idSetting, passwordSetting})
            m_settings->remove(name);
        m_settings->sync();
        m_password.reset();
        emit changed();
        if (!password)
            return answer.give(round);
        const QString user = keychainUser::team(m_context.store.installation());
        whenDone(m_context.keychain.remove(user), this,
                 [this, user, round, answer](const Outcome<Done> &removed) {
                     if (!removed && removed.error().kind != ErrorKind::NotFound)
                         return answer.give(removed.error());
                     whenDone(m_context.store.removeKeychainEntry(user), this,
                              [round, answer](const Outcome<Done> &) { answer.give(round); });
                 });
    });
    return answer.future();
}

FutureOutcome<TeamRound> TeamService::sync()
{
    return round({true, true});
}

FutureOutcome<TeamRound> TeamService::copy()
{
    return round({true, false});
}

FutureOutcome<TeamRound> TeamService::send()
{
    if (!address())
        return readyOutcome<TeamRound>(TeamRound());
    Answer<TeamRound> answer;
    whenDone(m_context.store.teamState(teamId()), this,
             [this, answer](const Outcome<TeamState> &state) {
                 if (!state)
                     return answer.give(state.error());
                 if (state->readOnly || (state->waiting == 0 && state->waitingChanges == 0))
                     return answer.give(TeamRound());
                 whenDone(round({false, false}), this,
                          [answer](const Outcome<TeamRound> &round) { answer.give(round); });
             });
    return answer.future();
}

void TeamService::withPassword(const std::function<void(const Outcome<SharedSecret> &)> &then)
{
    if (m_database || !m_settings->value(passwordSetting).toBool())
        return then(SharedSecret());
    if (m_password)
        return then(m_password);
    whenDone(m_context.keychain.read(keychainUser::team(m_context.store.installation())), this,
             [this, then](const Outcome<SharedSecret> &read) {
                 if (read)
                     m_password = *read;
                 then(read);
             });
}

FutureOutcome<TeamRound> TeamService::round(const Scope &scope)
{
    const auto known = address();
    if (!known)
        return readyOutcome<TeamRound>(Error::of(ErrorKind::NotFound,
                                                 tr("This profile belongs to no team."),
                                                 tr("Join one: chatelainectl team join ADDRESS.")));
    Answer<TeamRound> answer;
    withPassword([this, known, scope, answer](const Outcome<SharedSecret> &password) {
        if (!password)
            return answer.give(password.error());
        whenDone(round(*known, teamId(), *password, scope), this,
                 [this, known, answer](const Outcome<TeamRound> &done) {
                     if (done && m_database)
                         m_databaseId = done->team;
                     emit changed();
                     if (!done)
                         return answer.give(done);
                     // What could not be written is found again.
                     whenDone(recordProblems(*known, done->problems), this,
                              [answer, done](const Outcome<Done> &) { answer.give(done); });
                 });
    });
    return answer.future();
}

FutureOutcome<TeamRound> TeamService::round(const TeamAddress &where, const QString &team,
                                            const SharedSecret &password, const Scope &scope)
{
    TeamOrder order;
    order.address = where;
    order.team = team;
    order.receives = scope.receives;
    order.compares = scope.compares;
    order.joins = scope.joins;
    order.checks = scope.checks;
    if (password)
        order.password = [password] {
            return password->borrowed().toByteArray();
        };
    return m_copier.run(order);
}

/** Each is an entry once. */
FutureOutcome<Done> TeamService::recordProblems(const TeamAddress &about, QStringList problems)
{
    problems.removeIf([this](const QString &problem) { return m_recorded.contains(problem); });
    if (problems.isEmpty())
        return readyOutcome<Done>(Done());
    const QString problem = problems.takeFirst();
    m_recorded.append(problem);
    JournalEvent event;
    event.kind = u"team.conflict"_s;
    event.outcome = u"failed"_s;
    event.object = about.database;
    event.detail.insert("problem"_L1, problem);
    Answer<Done> answer;
    whenDone(m_context.store.append(event), this,
             [this, about, problems, answer](const Outcome<JournalLine> &line) {
                 if (!line)
                     return answer.give(line.error());
                 whenDone(recordProblems(about, problems), this,
                          [answer](const Outcome<Done> &done) { answer.give(done); });
             });
    return answer.future();
}

void TeamService::keepCopying()
{
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, &TeamService::copyByItself);
    connect(&m_context.store, &Store::changed, this, [this](const ChangeSet &changes) {
        // What arrives tells of itself as another process's writing; offline keeps its own pace.
        if (!changes.everything && m_failures == 0 && !m_copying && address())
            m_timer->start(soon);
    });
    connect(this, &TeamService::changed, this, [this] {
        if (!m_copying && m_failures == 0 && address())
            m_timer->start(regularly);
    });
    if (address())
        m_timer->start(0s);
}

void TeamService::copyByItself()
{
    if (m_copying || !address())
        return;
    m_copying = true;
    whenDone(copy(), this, [this](const Outcome<TeamRound> &round) { copiedByItself(round); });
}

void TeamService::copiedByItself(const Outcome<TeamRound> &round)
{
    m_copying = false;
    m_failures = round ? 0 : std::min(m_failures + 1, 16);
    auto pause = std::chrono::seconds(regularly);
    if (m_failures > 0)
        pause =
            std::min<std::chrono::seconds>(std::chrono::seconds(1LL << m_failures), longestPause);
    m_timer->start(pause);
    emit changed();
}

} // namespace chatelaine
