// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "secrets/secret.h"
#include "secrets/secrettrace.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace chatelaine {

/** One run of another program: no shell, no terminal, a time limit. */
struct ProgramCall
{
    enum class Output { Words, Value };

    QString program; ///< absolute path
    QStringList arguments;
    QProcessEnvironment environment; ///< all of it: nothing is inherited
    int seconds = 60;                ///< then the program and what it started are ended
    /** On its standard input, which ends after it. Null: the input is empty. */
    SharedSecret input;
    SecretTrace trace; ///< what is cut out of its words
    /** Value: standard output is a secret to be compared, and not among the words. */
    Output output = Output::Words;
};

struct ProgramEnd
{
    int status = 0;        ///< its exit status
    QString words;         ///< the end of what it said, redacted; at most 4 KiB
    bool tookInput = true; ///< false: it ended with some of its input unread
    SharedSecret value;    ///< with Output::Value; null when it was longer than a secret may be
};

/**
 * Runs a program to its end. The input is in the system's pipe, and nowhere in this process, before
 * the program starts. Errors: NotFound (it cannot be started), Timeout, Cancelled, Protocol (it
 * crashed). A status other than 0 is no error.
 */
[[nodiscard]] FutureOutcome<ProgramEnd> runProgram(ProgramCall call,
                                                   const CancellationPtr &cancellation = {});

} // namespace chatelaine
