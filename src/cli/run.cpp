// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/run.h"

#include "cli/commandrunner.h"
#include "cli/systemterminal.h"
#include "cli/values.h"

#include <QCoreApplication>
#include <QTimer>

namespace chatelaine::cli {

namespace {

int runCommand(const CommandLine &line, Services &services, Terminal &terminal)
{
    Session session{services, terminal, Output(terminal, line.options.json)};
    CommandRunner runner(session, line.command);
    QObject::connect(&runner, &CommandRunner::finished, qApp, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &runner, &CommandRunner::start);
    return QCoreApplication::exec();
}

int sayWhyNot(const NoCommand &why, Terminal &terminal)
{
    Output output(terminal, why.json);
    if (why.status == Job::done)
        output.lines(why.text.toLocal8Bit() + '\n');
    else
        output.error(usageError(why.text));
    return why.status;
}

} // namespace

int runChatelainectl(int argc, char **argv, const MakeServices &makeServices)
{
    SystemTerminal terminal;
    const auto parsed = parse(argc, argv);
    if (const auto *why = std::get_if<NoCommand>(&parsed))
        return sayWhyNot(*why, terminal);

    const auto &line = std::get<CommandLine>(parsed);
    const Outcome<Services *> services = makeServices(line.options);
    if (!services) {
        Output(terminal, line.options.json).error(services.error());
        return Job::notDone;
    }
    return runCommand(line, **services, terminal);
}

} // namespace chatelaine::cli
