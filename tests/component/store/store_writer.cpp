// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second process on a profile: appends COUNT entries to the journal of FILE and prints the
// sequence number of each that the store has reported as written.

#include "store/store.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace chatelaine;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const SystemClock clock;
    QThread writer;
    QThread reader;
    writer.start();
    reader.start();
    StoreOptions options;
    options.file = arguments[1];
    options.author.program = arguments[3];
    options.clock = &clock;
    options.writer = &writer;
    options.reader = &reader;
    options.keepIndex = false;
    int status = 0;
    auto opened = Store::open(options);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        status = 1;
    } else {
        const std::unique_ptr<Store> store = std::move(opened).value();
        JournalEvent event;
        event.kind = QStringLiteral("report.export");
        for (int i = 0; i < arguments[2].toInt() && status == 0; ++i) {
            event.object = QString::number(i);
            auto future = store->append(event);
            future.waitForFinished();
            const auto outcome = future.result();
            if (outcome) {
                std::printf("%lld\n", static_cast<long long>(outcome->sequence));
                std::fflush(stdout);
            } else {
                std::fprintf(stderr, "%s\n", qPrintable(outcome.error().message));
                status = 1;
            }
        }
    }
    for (QThread *thread : {&writer, &reader}) {
        thread->quit();
        thread->wait();
    }
    return status;
}
