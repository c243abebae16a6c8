// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/echo.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>

#include <termios.h>
#include <unistd.h>
#endif

namespace chatelaine::cli {

namespace {

#ifdef Q_OS_WIN

DWORD modeBefore = 0;

void hide()
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    GetConsoleMode(input, &modeBefore);
    SetConsoleMode(input, modeBefore & ~DWORD(ENABLE_ECHO_INPUT));
}

void show()
{
    SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), modeBefore);
}

#else

constexpr int endingSignals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
termios stateBefore;

/** Only what may be called in a signal handler: both calls are on POSIX's list. */
void restoreAndEnd(int number)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &stateBefore);
    raise(number);
}

void hide()
{
    tcgetattr(STDIN_FILENO, &stateBefore);
    for (const int number : endingSignals) {
        struct sigaction action = {};
        action.sa_handler = restoreAndEnd;
        action.sa_flags = int(SA_RESETHAND | SA_NODEFER);
        sigaction(number, &action, nullptr);
    }
    termios silent = stateBefore;
    silent.c_lflag &= tcflag_t(~ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
}

void show()
{
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &stateBefore);
    for (const int number : endingSignals)
        std::signal(number, SIG_DFL);
}

#endif

} // namespace

EchoOff::EchoOff()
{
    hide();
}

EchoOff::~EchoOff()
{
    show();
}

} // namespace chatelaine::cli
