// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/systemterminal.h"

#include "cli/echo.h"
#include "cli/values.h"
#include "services/secretlines.h"

#include <QCoreApplication>
#include <QThread>

#include <array>
#include <cerrno>
#include <csignal>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace chatelaine::cli {

namespace {

struct SystemTerminalTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Terminal)
};

constexpr int inputDescriptor = 0;
constexpr int outputDescriptor = 1;
constexpr int errorDescriptor = 2;

bool isTerminal(int descriptor)
{
#ifdef Q_OS_WIN
    return ::_isatty(descriptor) != 0;
#else
    return ::isatty(descriptor) != 0;
#endif
}

/** Whether what was written to a file is on the disk: a full disk may be told only here. */
bool reachedDisk(int descriptor)
{
#ifdef Q_OS_WIN
    return ::_commit(descriptor) == 0 || errno == EBADF;
#else
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
#endif
}

/** Reads to the end of the line or of the input, whichever `wholeInput` says. */
Outcome<Done> readInput(WipedBytes &bytes, bool wholeInput, qsizetype maximum)
{
    QFile input;
    if (!input.open(inputDescriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return usageError(SystemTerminalTexts::tr("Standard input cannot be read."));
    std::array<char, 4096> piece;
    Outcome<Done> outcome = Done();
    for (;;) {
        // By single bytes up to a line's end: what follows it belongs to the next question.
        const qint64 count =
            input.read(piece.data(), wholeInput ? qint64(piece.size()) : qint64(1));
        if (count <= 0)
            break;
        bytes.append({piece.data(), qsizetype(count)});
        if (bytes.size() > maximum) {
            outcome = usageError(SystemTerminalTexts::tr("What standard input holds is too long."));
            break;
        }
        if (!wholeInput && piece[0] == '\n')
            break;
    }
    wipe(piece.data(), piece.size());
    return outcome;
}

template<typename T, typename F>
FutureOutcome<T> onThread(F read)
{
    auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    auto future = promise->future();
    QThread *thread = QThread::create([promise, read] {
        promise->addResult(read());
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

void print(QFile &file, const QString &text)
{
    file.write(text.toLocal8Bit());
}

Outcome<QString> readAnswer()
{
    constexpr qsizetype longestAnswer = 4096;
    WipedBytes line;
    if (const auto read = readInput(line, false, longestAnswer); !read)
        return read.error();
    return QString::fromLocal8Bit(line.view()).trimmed();
}

Outcome<QList<SharedSecret>> readPiped(qsizetype count)
{
    WipedBytes input;
    if (const auto read = readInput(input, true, count * (Secret::maximumSize + 2)); !read)
        return read.error();
    return secretsFrom(input.view(), count);
}

Outcome<QList<SharedSecret>> readPipedLines()
{
    WipedBytes input;
    if (const auto read = readInput(input, true, SecretLines::maximumSize); !read)
        return read.error();
    return SecretLines::read(input.view());
}

Outcome<QList<SharedSecret>> askSecrets(QFile &screen, const QStringList &prompts)
{
    QList<SharedSecret> secrets;
    for (const QString &prompt : prompts) {
        const EchoOff silent;
        print(screen, prompt + QStringLiteral(": "));
        WipedBytes line;
        const auto read = readInput(line, false, Secret::maximumSize + 2);
        print(screen, QStringLiteral("\n"));
        if (!read)
            return read.error();
        const auto secret = secretsFrom(line.view(), 1);
        if (!secret)
            return secret.error();
        secrets.append(secret->constFirst());
    }
    return secrets;
}

} // namespace

SystemTerminal::SystemTerminal()
    : m_canAsk(isTerminal(inputDescriptor) && isTerminal(errorDescriptor))
{
#ifndef Q_OS_WIN
    // A reader that went away is told by write(); the signal would end us before a secret that was
    // not delivered could be kept.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    m_writesWell = m_output.open(outputDescriptor, QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_error.open(errorDescriptor, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

SystemTerminal::~SystemTerminal() = default;

bool SystemTerminal::write(QByteArrayView bytes)
{
    qsizetype done = 0;
    while (m_writesWell && done < bytes.size()) {
        const qint64 count = m_output.write(bytes.data() + done, bytes.size() - done);
        m_writesWell = count > 0;
        done += count > 0 ? count : 0;
    }
    m_writesWell = m_writesWell && reachedDisk(outputDescriptor);
    return m_writesWell;
}

void SystemTerminal::writeError(const QString &text)
{
    print(m_error, text);
}

FutureOutcome<QString> SystemTerminal::ask(const QString &question)
{
    print(m_error, question + QLatin1Char(' '));
    return onThread<QString>(readAnswer);
}

FutureOutcome<QList<SharedSecret>> SystemTerminal::readSecrets(const QStringList &prompts)
{
    if (!m_canAsk)
        return onThread<QList<SharedSecret>>([count = prompts.size()] { return readPiped(count); });
    return onThread<QList<SharedSecret>>([this, prompts] { return askSecrets(m_error, prompts); });
}

FutureOutcome<QList<SharedSecret>> SystemTerminal::readSecretLines(const QString &prompt)
{
    if (!m_canAsk)
        return onThread<QList<SharedSecret>>(readPipedLines);
    return readSecrets({prompt});
}

} // namespace chatelaine::cli
