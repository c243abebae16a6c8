// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds a lock until it is killed. Prints "held", or "refused".

#include "platform/filelock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace chatelaine;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto lock = OperationLock::tryAcquire(QCoreApplication::arguments().value(1));
    std::puts(lock ? "held" : "refused");
    std::fflush(stdout);
    return lock ? QCoreApplication::exec() : 1;
}
