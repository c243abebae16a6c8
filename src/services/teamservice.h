// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "core/rows.h"
#include "core/team.h"
#include "secrets/secret.h"

#include <QObject>

#include <functional>
#include <memory>

class QSettings;
class QTimer;

namespace chatelaine {

struct ServiceContext;
class TeamCopier;

/** A chain, and whether each of its entries follows from the one before. */
struct VerifiedChain
{
    InstallationChain chain;
    JournalVerdict verdict;
};

/**
 * The team on PostgreSQL that this profile belongs to, if any: which, how it stands, and when it is
 * copied to and from. Everything is written locally first, so that nothing here is waited for.
 * Lives on the main thread.
 */
class TeamService : public QObject
{
    Q_OBJECT
public:
    /** `database`: the team for this run, whatever the profile says. */
    TeamService(ServiceContext &context, TeamCopier &copier,
                const std::optional<TeamAddress> &database, QObject *parent = nullptr);
    ~TeamService() override;

    /** Of this run's team; nothing when there is none. */
    std::optional<TeamAddress> address() const;
    bool isForThisRunOnly() const { return m_database.has_value(); }

    /**
     * Copies everything up and down, and remembers the team when that went well. The password goes
     * into the keychain; none: libpq finds its own, or needs none. Errors are those of sync(), and
     * Conflict for a profile that has a team.
     */
    [[nodiscard]] FutureOutcome<TeamRound> join(const TeamAddress &address, SharedSecret password);
    /** Whether it can be reached, and what is there: changes nothing. The round's team is empty
     * where there is none yet. */
    [[nodiscard]] FutureOutcome<TeamRound> check(const TeamAddress &address, SharedSecret password);
    /** A whole round, and with it every entry that the team has is held against those here. */
    [[nodiscard]] FutureOutcome<TeamRound> sync();
    /** A whole round. */
    [[nodiscard]] FutureOutcome<TeamRound> copy();
    /** Sends what waits, and no more; at once when nothing does, or when there is no team. */
    [[nodiscard]] FutureOutcome<TeamRound> send();
    /** Tells the team, if it answers, and forgets it. What was copied stays here and there. */
    [[nodiscard]] FutureOutcome<TeamRound> leave();
    /** As it was at the last attempt; asks nobody. NotFound when there is no team. */
    [[nodiscard]] FutureOutcome<TeamState> state();
    /** The own chain, first, and those of the others. */
    [[nodiscard]] FutureOutcome<QList<InstallationChain>> chains();

    /** The others' chains as they are here, each walked to its head. */
    [[nodiscard]] FutureOutcome<QList<VerifiedChain>> verifyOthers();

    /** For a window: copies from now on by itself, soon after each change, and again and again. */
    void keepCopying();

signals:
    void changed(); ///< address, state, or what was copied

private:
    struct Scope
    {
        bool receives = true;
        bool compares = false;
        bool joins = false;
        bool checks = false;
    };
    QString teamId() const;
    void verifyNext(QList<InstallationChain> left, QList<VerifiedChain> verified,
                    const Answer<QList<VerifiedChain>> &answer);
    void withPassword(const std::function<void(const Outcome<SharedSecret> &)> &then);
    FutureOutcome<TeamRound> round(const Scope &scope);
    FutureOutcome<TeamRound> round(const TeamAddress &address, const QString &team,
                                   const SharedSecret &password, const Scope &scope);
    FutureOutcome<Done> recordProblems(const TeamAddress &about, QStringList problems);
    FutureOutcome<Done> keepPassword(const SharedSecret &password);
    FutureOutcome<Done> record(const QString &kind, const TeamAddress &address);
    void remember(const TeamAddress &address, const QString &team, bool password);
    void copyByItself();
    void copiedByItself(const Outcome<TeamRound> &round);

    ServiceContext &m_context;
    TeamCopier &m_copier;
    std::optional<TeamAddress> m_database;
    QString m_databaseId; ///< of the team of this run, once it was reached
    std::unique_ptr<QSettings> m_settings;
    SharedSecret m_password; ///< read from the keychain once
    std::unique_ptr<QTimer> m_timer;
    QStringList m_recorded; ///< problems that are in the journal
    int m_failures = 0;     ///< attempts by itself, since the last that went well
    bool m_copying = false;
};

} // namespace chatelaine
