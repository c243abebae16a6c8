// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "secrets/secret.h"

#include <QByteArrayView>
#include <QStringList>

namespace chatelaine::cli {

/** The standard streams, so that tests can stand in for them. Main thread. */
class Terminal
{
public:
    virtual ~Terminal() = default;

    /** Whether a person can be asked: standard input and standard error are a terminal. */
    virtual bool canAsk() const = 0;

    /** Writes to standard output at once and unbuffered: no copy of a secret stays behind.
     * @return whether all of it has left the process, on everything that was written so far. */
    virtual bool write(QByteArrayView bytes) = 0;
    virtual void writeError(const QString &text) = 0;

    /** Asks on standard error and reads one line, without its end. */
    [[nodiscard]] virtual FutureOutcome<QString> ask(const QString &question) = 0;

    /** One secret for each prompt. On a terminal each is asked for, without echo; else all of
     * standard input is read: the secret itself when there is one prompt, a line for each when
     * there are more. InvalidRequest when one is missing or empty. */
    [[nodiscard]] virtual FutureOutcome<QList<SharedSecret>>
    readSecrets(const QStringList &prompts) = 0;

    /** Any number of secrets, one on each line (SecretLines); on a terminal one only, asked for
     * without echo. */
    [[nodiscard]] virtual FutureOutcome<QList<SharedSecret>>
    readSecretLines(const QString &prompt) = 0;
};

/** `input` without one trailing newline, as one secret (`count` 1) or a line for each. */
Outcome<QList<SharedSecret>> secretsFrom(QByteArrayView input, qsizetype count);

} // namespace chatelaine::cli
