// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A process that holds a secret in one way or another and says when it does, for a scanner to look
// into. It reads the secret from its standard input, does one step per further line, and prints a
// word after each: "holding", then "released".

#include "platform/secretservice.h"
#include "secrets/systemkeychain.h"

#include <QCoreApplication>
#include <QStringList>
#include <QThread>

#include <array>
#include <cstdio>
#include <functional>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace chatelaine;

namespace {

/** Reads one line without a buffer that would keep it. */
qsizetype readLine(std::array<char, 256> &line)
{
    qsizetype size = 0;
    char next = 0;
    while (::read(STDIN_FILENO, &next, 1) == 1 && next != '\n' && size < qsizetype(line.size()))
        line[static_cast<size_t>(size++)] = next;
    return size;
}

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

void waitForLine()
{
    std::array<char, 256> line = {};
    readLine(line);
}

SharedSecret secretFromInput()
{
    std::array<char, 256> line = {};
    const qsizetype size = readLine(line);
    auto secret = Secret::copyOf({line.data(), size});
    wipe(line.data(), line.size());
    return secret ? std::move(secret).value() : nullptr;
}

/** Says "holding" while `kept` is alive, and "released" when it is not. */
template<typename T>
void holdAndRelease(T kept)
{
    say("holding");
    waitForLine();
    kept = T();
    say("released");
    waitForLine();
}

template<typename T>
T answerOf(QFuture<T> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return future.result();
}

int throughTheKeychain(SharedSecret secret)
{
    QThread thread;
    thread.start();
    auto keychain = std::make_unique<SystemKeychain>(
        QStringLiteral("io.github.chatelaine.Chatelaine.%1").arg(newUuid()),
        std::make_shared<SecretService>(), &thread);
    const QString user = keychainUser::held(OperationId(newUuid()));
    const bool written = answerOf(keychain->write(user, secret)).ok();
    secret.reset();
    auto read = answerOf(keychain->read(user));
    if (!written || !read)
        return 1;
    secret = std::move(read).value();
    holdAndRelease(std::move(secret));
    answerOf(keychain->remove(user)).ok();
    keychain.reset();
    thread.quit();
    thread.wait();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    initializeSecretMemory();
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); // the scanner, not a debugger, looks into this process
#endif
    QCoreApplication application(argc, argv);
    const QString way = application.arguments().value(1);
    SharedSecret secret = secretFromInput();
    if (!secret)
        return 1;
    if (way == u"keychain")
        return throughTheKeychain(std::exchange(secret, {}));
    if (way == u"secret") {
        holdAndRelease(std::exchange(secret, {}));
        return 0;
    }
    QByteArray bytes = secret->borrowed().toByteArray();
    secret.reset();
    QString text;
    if (way == u"text")
        text = QString::fromUtf8(std::exchange(bytes, {}));
    else if (way == u"base64")
        bytes = ("x" + bytes).toBase64();
    else if (way != u"bytes")
        return 2;
    if (text.isEmpty())
        holdAndRelease(std::move(bytes));
    else
        holdAndRelease(std::move(text));
    return 0;
}
