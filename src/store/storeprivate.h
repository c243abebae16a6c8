// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/indexbuilder.h"
#include "store/lane.h"
#include "store/store.h"
#include "store/writing.h"

#include <mutex>

namespace chatelaine {

/** What tells whether the path still leads to the file that was opened. SQLite itself goes on
 * writing into a deleted file. */
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;
    bool exists = false;
    bool operator==(const FileIdentity &) const = default;
};

FileIdentity identityOf(const QString &file);

/** The two lanes of a store, and what they share. */
struct Store::Private
{
    explicit Private(const StoreOptions &storeOptions)
        : options(storeOptions)
        , writer(new Lane(storeOptions.writer))
        , reader(new Lane(storeOptions.reader))
    {}
    ~Private();

    void open();
    void watchOtherProcesses();
    void noticeOtherProcesses();
    void tell(const ChangeSet &changes);
    InventorySnapshot refresh();
    void requestRefresh();

    template<typename T, typename Job>
    FutureOutcome<T> read(Job job)
    {
        return reader->run<T>([this, job = std::move(job)] {
            Database &db = *reader->database();
            const Transaction transaction(db, Transaction::Kind::Read);
            return job(db);
        });
    }

    template<typename T, typename Job>
    FutureOutcome<T> write(Job job)
    {
        return writer->run<T>([this, job = std::move(job)]() -> T {
            Database &db = *writer->database();
            if (identityOf(options.file) != identity)
                throw Failure{StorageErrors::gone(options.file)};
            Transaction transaction(db, Transaction::Kind::Write);
            Writing writing(db, options.clock->now(), installation, options.author);
            T result = job(writing);
            transaction.commit();
            tell(writing.changes);
            return result;
        });
    }

    /** A write without a result. */
    template<typename Job>
    FutureOutcome<Done> change(Job job)
    {
        return write<Done>([job = std::move(job)](Writing &writing) {
            job(writing);
            return Done();
        });
    }

    StoreOptions options;
    Store *store = nullptr;
    Lane *writer;
    Lane *reader;
    QString installation;
    FileIdentity identity;
    qint64 dataVersion = 0; ///< on the writer's connection: changes when another one writes

    IndexBuilder builder; ///< on the reader's thread
    std::atomic_bool refreshRequested = false;
    mutable std::mutex snapshotMutex;
    InventorySnapshot snapshot = std::make_shared<const InventoryIndex>();
};

} // namespace chatelaine
