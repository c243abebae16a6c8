// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/team.h"
#include "gui/common/notice.h"
#include "secrets/secret.h"

#include <QObject>

#include <functional>

namespace chatelaine {

struct Services;

/** What the window asks of the team; tests pass their own functions. */
struct TeamPort
{
    std::function<std::optional<TeamAddress>()> address;
    std::function<FutureOutcome<TeamState>()> state;
    std::function<FutureOutcome<QList<InstallationChain>>()> chains;
    std::function<FutureOutcome<TeamRound>(const TeamAddress &, SharedSecret)> check;
    std::function<FutureOutcome<TeamRound>(const TeamAddress &, SharedSecret)> join;
    std::function<FutureOutcome<TeamRound>()> sync;
    std::function<FutureOutcome<TeamRound>()> leave;
    std::function<Timestamp()> now;

    static TeamPort of(Services &services, const class Clock &clock);
};

/** How a team stands, in few words: for a status bar. */
QString teamStateText(const TeamState &state);
/** The same with what belongs to it, and what to do. */
Notice teamStateNotice(const TeamState &state);

/** Decides what the dialog of the team shows. Knows no widget. */
class TeamPresenter : public QObject
{
    Q_OBJECT
public:
    explicit TeamPresenter(TeamPort port, QObject *parent = nullptr);
    ~TeamPresenter() override;

    bool isJoined() const { return m_port.address().has_value(); }
    bool isBusy() const { return !m_busy.isEmpty(); }
    QString busyText() const { return m_busy; }

    // While there is no team.
    void setAddress(const QString &text);
    void setCaFile(const QString &path);
    void setPassword(SharedSecret password); ///< null: none
    QString addressProblem() const;          ///< empty while nothing was entered
    bool canJoin() const { return !isBusy() && wanted().has_value(); }
    void check();
    void join();

    // While there is one.
    QString addressText() const;
    QString lastContactText() const;
    const QList<InstallationChain> &chains() const { return m_chains; }
    void sync();
    void leave();

    /** How the last thing ended; else how the team stands. */
    Notice notice() const;
    /** Reads again how it stands. */
    void refresh();

signals:
    void changed();
    void joined(); ///< the password is no longer needed

private:
    std::optional<TeamAddress> wanted() const;
    void begin(const QString &what);
    void end(const Notice &notice);
    Notice roundNotice(const TeamRound &round) const;

    TeamPort m_port;
    QString m_text;
    QString m_caFile;
    SharedSecret m_password;
    QString m_busy;
    Notice m_notice;
    std::optional<TeamState> m_state;
    QList<InstallationChain> m_chains;
};

} // namespace chatelaine
