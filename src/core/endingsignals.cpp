// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/endingsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace chatelaine {

#ifdef Q_OS_UNIX

namespace {

int signalPipe[2];

void passSignalOn(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

} // namespace

void onEndingSignal(QObject *context, std::function<void()> call)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [notifier, call = std::move(call)] {
                         notifier->setEnabled(false);
                         call();
                     });
    struct sigaction action
    {};
    action.sa_handler = passSignalOn;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

#else

void onEndingSignal(QObject *, std::function<void()>) {}

#endif

} // namespace chatelaine
