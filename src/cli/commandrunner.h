// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"

#include <memory>

namespace chatelaine::cli {

/** Runs one command over the services: loads the accounts, makes the command's job, waits for its
 * end. Needs the event loop, and starts none. */
class CommandRunner : public QObject
{
    Q_OBJECT
public:
    CommandRunner(Session &session, Command command);
    ~CommandRunner() override;

    /** Once. finished() comes later, exactly once. */
    void start();

signals:
    void finished(int status);

private:
    /** What earlier processes left unfinished becomes a doubt, before anything new is begun. */
    void recover();
    /** What waits for the team is sent before the program ends, for a bounded time. */
    void copyToTeam(int status);
    void giveUp(const Error &error);

    Session &m_session;
    const Command m_command;
    const std::unique_ptr<Job> m_job;
};

} // namespace chatelaine::cli
