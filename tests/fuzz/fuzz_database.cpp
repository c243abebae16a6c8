// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <cstdlib>

using namespace chatelaine;

namespace {

/** What a store needs around it, for all inputs of the run. */
struct Surroundings
{
    int argc = 0;
    QCoreApplication application{argc, nullptr};
    SystemClock clock;
    QThread writer;
    QThread reader;
    QTemporaryDir folder;

    Surroundings()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        writer.start();
        reader.start();
    }
    ~Surroundings()
    {
        for (QThread *thread : {&writer, &reader}) {
            thread->quit();
            thread->wait();
        }
    }
    QString file() const { return folder.filePath(QStringLiteral("chatelaine.sqlite")); }
};

[[noreturn]] void breakOff(const QByteArray &why)
{
    std::fprintf(stderr, "%s\n", why.constData());
    std::abort();
}

void writeAnew(const QString &path, const QByteArray &content)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1StringView(suffix));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        std::abort();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        std::abort();
    return file.readAll();
}

template<typename T>
void await(FutureOutcome<T> future)
{
    future.waitForFinished();
    if (future.resultCount() != 1 ||
        (!future.result() && future.result().error().message.isEmpty()))
        std::abort();
}

/** Damage that the opening does not see is an error of the call that meets it. */
void use(Store &store)
{
    await(store.accounts());
    await(store.freshSnapshot());
    await(store.keysOf({}, {}));
    await(store.containers({}));
    await(store.operations(std::nullopt));
    await(store.webhooks({}));
    await(store.keychainEntries());
    await(store.journal({}));
    await(store.verifyJournal());
    JournalEvent event;
    event.kind = QStringLiteral("report.export");
    event.outcome = QStringLiteral("succeeded");
    await(store.append(event));
}

} // namespace

/** Whatever lies in the profile in place of the database: it is opened, or refused with a sentence
 * and left as it was. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Surroundings around;
    const QByteArray content(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    writeAnew(around.file(), content);
    StoreOptions options;
    options.file = around.file();
    options.author = {QStringLiteral("tester"), QStringLiteral("here"), QStringLiteral("fuzz")};
    options.clock = &around.clock;
    options.writer = &around.writer;
    options.reader = &around.reader;
    auto store = Store::open(options);
    if (store) {
        use(**store);
        return 0;
    }
    const Error &error = store.error();
    if (error.message.isEmpty() || error.next.isEmpty())
        breakOff("refused without a reason or a way on: " + error.message.toUtf8());
    if (contentOf(around.file()) != content)
        breakOff("refused, but changed: " + error.message.toUtf8());
    return 0;
}
