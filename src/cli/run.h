// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/team.h"
#include "services/services.h"

#include <functional>

namespace chatelaine::cli {

/** What the whole program is told, whatever the command. */
struct CliOptions
{
    QString profile;   ///< folder; empty: the platform's default
    bool json = false; ///< one JSON document on standard output instead of text for people
    std::optional<TeamAddress> database = {}; ///< of the team for this run
};

/**
 * Makes the services over a profile, once. They are owned by the caller and must live until
 * runChatelainectl() has returned. An Error is shown to the user and ends the program with
 * status 1.
 */
using MakeServices = std::function<Outcome<Services *>(const CliOptions &)>;

/**
 * All of `chatelainectl` but the wiring: reads the command line, has the services made (not for
 * `--help` or wrong usage, which open nothing), runs the command and the application's event loop.
 * A QCoreApplication must exist. Main thread.
 * @return the exit status: 0 done, 1 not done or only in part, 2 wrong usage with nothing sent.
 */
int runChatelainectl(int argc, char **argv, const MakeServices &makeServices);

} // namespace chatelaine::cli
