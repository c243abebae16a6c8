// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/storeprivate.h"

#include "store/failure.h"
#include "store/migrations.h"

#include <QFile>
#include <QTimer>

#include <chrono>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

FileIdentity identityOf(const QString &file)
{
    FileIdentity identity;
#ifdef Q_OS_UNIX
    struct stat status = {};
    identity.exists = stat(QFile::encodeName(file).constData(), &status) == 0;
    identity.device = status.st_dev;
    identity.number = status.st_ino;
#else
    identity.exists = QFileInfo::exists(file); // an open file cannot be replaced there
#endif
    return identity;
}

Store::Private::~Private()
{
    writer->stop();
    reader->stop();
    for (Lane *lane : {writer, reader}) {
        // Behind all jobs that were posted, and then behind what these posted before they saw the
        // stop: when it returns, every future of the lane has finished.
        lane->runNow([] {});
        lane->runNow([lane] {
            qDeleteAll(lane->findChildren<QTimer *>(Qt::FindDirectChildrenOnly));
            lane->database().reset();
        });
    }
    // Only now: a job of one lane posts to the other.
    writer->deleteLater();
    reader->deleteLater();
}

void Store::Private::open()
{
    std::optional<Failure> failure;
    writer->runNow([this, &failure] {
        try {
            writer->database() = openDatabase(options.file, options.hadDatabase);
            Rows rows = writer->database()->select(u"SELECT id FROM installation"_s);
            if (rows.next())
                installation = rows.text();
        } catch (const Failure &caught) {
            failure = caught;
        }
    });
    if (failure)
        throw *failure;
    reader->runNow([this, &failure] {
        try {
            reader->database() = openReader(options.file);
        } catch (const Failure &caught) {
            failure = caught;
        }
    });
    if (failure)
        throw *failure;
    identity = identityOf(options.file);
}

void Store::Private::watchOtherProcesses()
{
    writer->runNow([this] {
        dataVersion = writer->database()->number(u"PRAGMA data_version"_s).value_or(0);
        auto *timer = new QTimer(writer);
        QObject::connect(timer, &QTimer::timeout, writer, [this] { noticeOtherProcesses(); });
        timer->start(1s);
    });
}

void Store::Private::noticeOtherProcesses()
{
    if (writer->stopping())
        return;
    try {
        const qint64 now = writer->database()->number(u"PRAGMA data_version"_s).value_or(0);
        if (std::exchange(dataVersion, now) == now)
            return;
        ChangeSet changes;
        changes.everything = true;
        tell(changes);
    } catch (const Failure &) {
        // The next call of the store says what is the matter.
    }
}

void Store::Private::tell(const ChangeSet &changes)
{
    QMetaObject::invokeMethod(
        store, [target = store, changes] { emit target->changed(changes); }, Qt::QueuedConnection);
    if (options.keepIndex &&
        (changes.everything || changes.accounts || changes.containers || changes.keys))
        requestRefresh();
}

void Store::Private::requestRefresh()
{
    if (refreshRequested.exchange(true))
        return;
    read<Done>([this](Database &) {
        refreshRequested = false; // what is committed from here on needs another one
        refresh();
        return Done();
    });
}

/** Within a read transaction on the reader's thread. */
InventorySnapshot Store::Private::refresh()
{
    InventorySnapshot latest =
        builder.refresh(*reader->database(), [this] { return reader->stopping(); });
    {
        const std::lock_guard lock(snapshotMutex);
        if (latest == snapshot)
            return latest;
        snapshot = latest;
    }
    QMetaObject::invokeMethod(
        store, [target = store] { emit target->snapshotChanged(); }, Qt::QueuedConnection);
    return latest;
}

} // namespace chatelaine
